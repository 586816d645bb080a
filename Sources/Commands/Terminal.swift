internal import Bytes
internal import Host

/// Whether a stream may have colours and lines that change.
struct Terminal {
  /// Whether a person reads the stream, however little the terminal understands.
  let isTerminal: Bool
  /// Whether the stream may have lines that are overwritten: a terminal that understands control sequences, with a person
  /// before it.
  let isInteractive: Bool
  /// Whether text may be coloured: the same, and nobody has objected with NO_COLOR (no-color.org).
  let hasColour: Bool
  /// Columns; 80 where the terminal does not say.
  let width: Int

  static let output = Terminal(descriptor: 1)
  static let errors = Terminal(descriptor: 2)

  private init(descriptor: Int32) {
    self.init(
      isTerminal: TerminalDevice.isTerminal(descriptor), width: TerminalDevice.width(descriptor),
      environment: environmentValue)
  }

  init(isTerminal: Bool, width: Int? = nil, environment: (StaticString) -> ByteString?) {
    let isDumb = environment("TERM").map { $0.isEmpty || $0.equals("dumb") } ?? true
    let isCI = environment("CI").map { !$0.isEmpty && !$0.equals("false") && !$0.equals("0") } ?? false
    self.isTerminal = isTerminal
    isInteractive = isTerminal && !isDumb && !isCI
    hasColour = isInteractive && (environment("NO_COLOR") ?? []).isEmpty
    self.width = width ?? 80
  }

  /// A way to write text, by its number in a terminal's control sequence (ECMA-48, SGR).
  enum Style: Int {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  /// The text in that style, where there is colour; else the text.
  func styled(_ text: String, _ style: Style) -> String {
    hasColour && !text.isEmpty ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }

  /// The same for bytes, one line without its end.
  func styled(_ line: some Collection<UInt8>, _ style: Style) -> ByteString {
    guard hasColour, !line.isEmpty else { return Array(line) }
    return ByteString("\u{1b}[\(style.rawValue)m") + Array(line) + ByteString("\u{1b}[0m")
  }
}
