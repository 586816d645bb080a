import Bytes
import SystemInterface
import Toolexec

/// Response files. The first byte of an input chooses what it is: arguments with a NUL behind each, a file's text, or
/// files that name each other.
extension FuzzTarget {
  static let responseFiles = FuzzTarget(
    name: "response-files",
    pieces: [
      "\\", "\\n", "\\\\", "\"", "'", "\n", "\r\n", "\t", " ", "\u{b}", "@", "@a", "@b\n", "@a @b", "-- a --\n@a\n",
      "-- b --\n", "-o", "$", "`", "\\\"", "\u{0}", "x", "é", "\u{fffd}",
    ]
  ) { (input) throws(Defect) in
    guard let choice = input.first else { return }
    let rest = Array(input.dropFirst())
    for format in [ResponseFile.Format.lines, .quoted] {
      switch choice % 3 {
      case 0: try checkRoundTrip(rest.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }, format)
      case 1:
        // What was read can be written, if at all, so that it reads the same.
        if let arguments = try? ResponseFile.decode(rest, format: format) { try checkRoundTrip(arguments, format) }
      default: try checkExpansion(Archive(rest), format)
      }
    }
  }

  private static func checkRoundTrip(_ arguments: [ByteString], _ format: ResponseFile.Format) throws(Defect) {
    let contents: ByteString
    do throws(ResponseFileError) { contents = try ResponseFile.encode(arguments, format: format) } catch {
      return try require(!error.message.isEmpty, "refused without a message")
    }
    // A file without text holds one empty argument in the format of lines; nothing is written there for none.
    if arguments.isEmpty { return }
    let read = try? ResponseFile.decode(contents, format: format)
    try require(
      read == arguments, "\(format): \(arguments.map(shown)) are written as \(shown(contents)), which reads otherwise")
  }

  /// How often files may be read for one command line.
  private static let readLimit = 100_000

  private static func checkExpansion(_ archive: Archive, _ format: ResponseFile.Format) throws(Defect) {
    struct Missing: Error {}
    let files = archive.byPath
    var reads = 0
    let result = Result {
      try ResponseFile.expand([ByteString("@a"), ByteString("-x")], format: format) { name throws in
        reads += 1
        guard reads <= readLimit, let bytes = files[[ASCII.slash] + name] else { throw Missing() }
        return bytes
      }
    }
    try require(reads <= readLimit, "files that name each other are read more than \(readLimit) times")
    if case .success(let arguments) = result {
      try require(arguments.last == ByteString("-x"), "an argument behind a response file is lost")
    }
  }
}
