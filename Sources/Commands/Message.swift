internal import Bytes

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What the program says to a person, on standard error; standard output belongs to the tools.
enum Message {
  /// `routinex: TEXT`, in one write, so that parallel tools' lines do not mix.
  static func error(_ text: String) {
    var line = "routinex: \(text)\n"
    line.withUTF8 { _ = systemWrite(2, $0.baseAddress, $0.count) }
  }

  /// Writes to standard output.
  /// - Returns: whether all of it went out.
  static func output(_ bytes: ByteString) -> Bool {
    var written = 0
    while written < bytes.count {
      let size = bytes.withUnsafeBytes { systemWrite(1, $0.baseAddress! + written, $0.count - written) }
      if size < 0, errno != EINTR { return false }
      written += max(size, 0)
    }
    return true
  }

  /// A command line that a shell would read back, for `--debug`.
  static func quoted(_ arguments: some Sequence<ByteString>) -> String {
    arguments.map { argument in
      let isPlain = !argument.isEmpty && argument.allSatisfy { $0.isIdentifierByte && $0 < 0x80 || plain.contains($0) }
      if isPlain { return argument.text }
      return "'" + argument.text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
    }.joined(separator: " ")
  }

  private static let plain = Set(ByteString("-+./:=@%,"))
}
