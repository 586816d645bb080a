internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import SystemInterface

/// The path of this program, which the go commands that it runs are to start.
func ownProgram() throws(Findings) -> ByteString {
  guard let program = executablePath() else {
    throw Findings(.missingProgram, "cannot find the path of this program")
  }
  return program
}

extension GoRoots where Files == HostFiles {
  /// This machine's, seen from the working folder.
  static var ofThisMachine: GoRoots {
    GoRoots(
      workingFolder: workingFolders().first ?? ByteString("/"), environment: .ofProcess,
      files: HostFiles(), realPath: Host.realPath)
  }
}

extension Modules where Files == HostFiles {
  /// Those of this machine, seen from the working folder.
  static func ofThisMachine(named: [ModuleCopy] = []) -> Modules {
    Modules(
      workingFolder: workingFolders().first ?? ByteString("/"), environment: .ofProcess,
      files: HostFiles(), named: named)
  }
}
