package import Bytes

/// What the program says to a person, on standard error; standard output belongs to the tools.
package enum Message {
  /// `routinex: TEXT`, in one write, so that parallel tools' lines do not mix. The text may have several lines; other control
  /// characters in it are shown, not sent.
  package static func error(_ text: String) {
    _ = writeAll(Array("routinex: \(Printable.lines(text))\n".utf8), to: 2)
  }

  /// Writes to standard output, byte for byte.
  /// - Returns: whether all of it went out.
  package static func output(_ bytes: ByteString) -> Bool { writeAll(bytes, to: 1) == 0 }

  /// A command line that a shell reads back to the same bytes, for `--debug` and the like. It is one line of printable text.
  package static func quoted(_ arguments: some Sequence<ByteString>) -> String {
    arguments.map(quoted).joined(separator: " ")
  }

  private static func quoted(_ argument: ByteString) -> String {
    let isPlain = !argument.isEmpty && argument.allSatisfy { $0.isIdentifierByte && $0 < 0x80 || plain.contains($0) }
    if isPlain { return argument.text }
    let text = String(validating: argument, as: UTF8.self)
    guard let text, !text.unicodeScalars.contains(where: Printable.isControl) else { return ansiQuoted(argument) }
    return "'" + argument.replacing([ASCII.singleQuote], with: ByteString("'\\''")).text + "'"
  }

  /// `$'...'` (POSIX.1-2024, XCU 2.2.4), for bytes that are not to be printed.
  private static func ansiQuoted(_ argument: ByteString) -> String {
    let inner = argument.map { byte -> String in
      switch byte {
      case ASCII.newline: "\\n"
      case ASCII.singleQuote, ASCII.backslash: "\\" + String(UnicodeScalar(byte))
      case 0x20..<0x7f: String(UnicodeScalar(byte))
      // Always three digits, so that no digit behind them joins in.
      default: "\\" + [byte >> 6, byte >> 3 & 7, byte & 7].map { "\($0)" }.joined()
      }
    }
    return "$'" + inner.joined() + "'"
  }

  private static let plain = Set(ByteString("-+./:=@%,"))
}
