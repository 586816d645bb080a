package import Bytes

/// What a Go tool prints for `-V=full`: one line `NAME version VERSION ...`
/// (cmd/internal/objabi/flag.go, versionFlag.Set).
package struct VersionLine: Equatable {
  /// The line without the newline at its end.
  package let text: ByteString

  /// Takes the standard output of the chain's `-V=full`.
  package init(output: ByteString) throws(VersionLineError) {
    var line = output[...]
    if line.last == ASCII.newline { line.removeLast() }
    if line.last == ASCII.carriageReturn { line.removeLast() }
    if line.isEmpty { throw .empty }
    if line.contains(ASCII.newline) { throw .severalLines(output) }
    // cmd/go's own test, cmd/go/internal/work/buildid.go, toolID.
    let fields = line.split(whereSeparator: \.isSpace)
    guard fields.count >= 3, fields[1].equals("version") else { throw .notAVersion(Array(line)) }
    text = Array(line)
  }

  /// The line, with its newline, that makes cmd/go keep apart what was built with different hashes: for a release
  /// toolchain the tool's ID is the whole line, for a devel one only what stands after the last `/` of a final
  /// `buildID=` field (cmd/go/internal/work/buildid.go, toolID and contentID).
  ///
  /// So with a devel toolchain the hash replaces the tool's own ID: it has to cover `text` as well as the patches.
  package func stamped(hash: some Collection<UInt8>) -> ByteString {
    text + ByteString(" +routinex buildID=_/_/_/") + hash + [ASCII.newline]
  }
}

package enum VersionLineError: Error, Equatable {
  case empty
  case severalLines(ByteString)
  case notAVersion(ByteString)

  package var message: String {
    let wanted = "the tool's answer to -V=full must be one line `NAME version VERSION`"
    switch self {
    case .empty:
      return "\(wanted), but it is empty"
    case .severalLines(let output):
      return "\(wanted), but it has several; does a program in the -toolexec chain print to standard output?\n"
        + output.text
    case .notAVersion(let line):
      return "\(wanted), but it is: \(line.text)"
    }
  }
}
