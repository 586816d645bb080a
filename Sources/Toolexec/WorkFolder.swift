package import Bytes

/// `$WORK`, the folder that the go command makes for a build: `go-build` and a number, in GOTMPDIR or the system's folder for
/// temporary files; each action has a folder `b001` in it (cmd/go/internal/work/action.go: NewBuilder and NewObjdir).
package enum WorkFolder {
  /// `/tmp/go-build42` of `/tmp/go-build42/b001`; nil for any other folder.
  package static func holding(_ objectFolder: ByteString) -> ByteString? {
    let work = Path.directory(objectFolder)
    let (action, name) = (Path.lastComponent(objectFolder), Path.lastComponent(work))
    let prefix: StaticString = "go-build"
    guard action.first == UInt8(ascii: "b"), isNumber(action.dropFirst()), name.hasPrefix(prefix),
      isNumber(name.dropFirst(prefix.utf8CodeUnitCount))
    else { return nil }
    return work
  }

  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool { !text.isEmpty && text.allSatisfy(\.isDigit) }
}
