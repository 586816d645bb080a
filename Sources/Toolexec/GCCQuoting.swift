import Bytes

/// The quoting of GCC's response files, which is that of Go 1.27 and later.
enum GCCQuoting {
  private enum Quote { case none, single, double }

  /// cmd/internal/objabi/flag.go, ParseArgs, which takes whatever comes: an open quote ends with the file.
  static func parse(_ contents: ByteString) -> [ByteString] {
    var arguments: [ByteString] = []
    var argument: ByteString = []
    var isStarted = false
    var quote = Quote.none
    var rest = contents[...]
    func append(_ byte: UInt8) {
      argument.append(byte)
      isStarted = true
    }
    func finish() {
      if isStarted { arguments.append(argument) }
      argument = []
      isStarted = false
    }
    while let byte = rest.popFirst() {
      switch (quote, byte) {
      case (.single, ASCII.singleQuote), (.double, ASCII.doubleQuote):
        quote = .none
      case (.none, ASCII.singleQuote):
        quote = .single
        isStarted = true
      case (.none, ASCII.doubleQuote):
        quote = .double
        isStarted = true
      case (.none, ASCII.space), (.none, ASCII.tab), (.none, ASCII.newline), (.none, ASCII.carriageReturn):
        finish()
      case (.none, ASCII.backslash):
        // One that ends the file counts for nothing.
        if !skipLineEnd(&rest), let next = rest.popFirst() { append(next) }
      case (.double, ASCII.backslash):
        if skipLineEnd(&rest) { continue }
        if let next = rest.first, isEscapedInQuotes(next) {
          append(rest.removeFirst())
        } else {
          append(byte)
        }
      default:
        append(byte)
      }
    }
    finish()
    return arguments
  }

  /// A newline after a backslash continues the line.
  private static func skipLineEnd(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if rest.first == ASCII.newline {
      rest.removeFirst()
      return true
    }
    if rest.starts(with: [ASCII.carriageReturn, ASCII.newline]) {
      rest.removeFirst(2)
      return true
    }
    return false
  }

  private static func isEscapedInQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case ASCII.backslash, ASCII.doubleQuote, ASCII.dollar, ASCII.backquote: true
    default: false
    }
  }

  /// cmd/go/internal/work/exec.go, encodeArg of Go 1.27.
  static func append(_ argument: ByteString, to contents: inout ByteString) {
    let mustQuote = argument.contains { isEscapedInQuotes($0) || $0 == ASCII.singleQuote || $0.isSpace }
    guard mustQuote || argument.isEmpty else {
      contents += argument
      return
    }
    contents.append(ASCII.doubleQuote)
    for byte in argument {
      if isEscapedInQuotes(byte) { contents.append(ASCII.backslash) }
      contents.append(byte)
    }
    contents.append(ASCII.doubleQuote)
  }
}
