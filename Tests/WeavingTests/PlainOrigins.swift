import Bytes
import Findings
import Patching
import SystemInterface

@testable import Weaving

/// What is asked of sets whose files do not ask where packages are from.
extension PatchSet {
  private static func origin(_ importPath: ByteString) -> PackageOrigin {
    PackageOrigin(importPath: importPath, isStandard: false, isOfMainModule: false)
  }

  func selects(_ importPath: ByteString, in files: some FileSystem) throws(Findings) -> Bool {
    try selects(importPath, origin: Self.origin, in: files)
  }

  func patchFiles(
    for importPath: ByteString, in files: some FileSystem, scratch: ByteString
  ) throws(Findings) -> [(ByteString, PatchFileSource)] {
    try patchFiles(forAnyOf: [importPath], origin: Self.origin, except: { _ in [] }, in: files, scratch: scratch)
  }
}
