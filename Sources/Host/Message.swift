package import Bytes

/// What the program says to a person, on standard error; standard output belongs to the tools.
package enum Message {
  /// `routinex: TEXT`, in one write, so that parallel tools' lines do not mix.
  package static func error(_ text: String) {
    _ = writeAll(Array("routinex: \(text)\n".utf8), to: 2)
  }

  /// Writes to standard output.
  /// - Returns: whether all of it went out.
  package static func output(_ bytes: ByteString) -> Bool { writeAll(bytes, to: 1) == 0 }

  /// A command line that a shell would read back, for `--debug`.
  package static func quoted(_ arguments: some Sequence<ByteString>) -> String {
    arguments.map { argument in
      let isPlain = !argument.isEmpty && argument.allSatisfy { $0.isIdentifierByte && $0 < 0x80 || plain.contains($0) }
      if isPlain { return argument.text }
      return "'" + argument.text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
    }.joined(separator: " ")
  }

  private static let plain = Set(ByteString("-+./:=@%,"))
}
