internal import Bytes
internal import Host

/// A line on standard error that says how far a command is: on a terminal alone, from the first second on, and gone when the
/// command is done.
///
///     let progress = Progress()
///     defer { progress.clear() }
///     for ... { progress.show("checked \(count) of \(all): \(name)") }
///
/// For one thread. Whoever writes to the terminal meanwhile calls `clear` first; the next `show` draws the line again.
final class Progress {
  private let isShown: Bool
  private let width: Int
  private let now: () -> Int
  private let write: (ByteString) -> Void
  private let start: Int
  /// When the line was last drawn; nil while there is none.
  private var drawn: Int?

  /// Milliseconds until there is a line, and between two of them.
  private static let (delay, interval) = (1000, 100)

  convenience init() {
    self.init(
      on: .errors, now: TerminalDevice.milliseconds, write: { TerminalDevice.write($0, to: 2) })
  }

  init(on terminal: Terminal, now: @escaping () -> Int, write: @escaping (ByteString) -> Void) {
    isShown = terminal.isInteractive
    width = terminal.width
    self.now = now
    self.write = write
    start = now()
  }

  /// Shows the text in the place of the last one. Costs little, however often it is called.
  func show(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let time = now()
    guard time - start >= Self.delay, drawn.map({ time - $0 >= Self.interval }) ?? true else { return }
    drawn = time
    // A line that reaches the last column wraps in some terminals, and half of it would stay.
    var line = Printable.line(text())
    while Printable.columns(line) >= width { line.removeLast() }
    write(ByteString("\r\u{1b}[K" + line))
  }

  /// Takes the line away.
  func clear() {
    guard drawn != nil else { return }
    drawn = nil
    write(ByteString("\r\u{1b}[K"))
  }
}
