internal import Bytes
internal import Findings
internal import Patching
internal import SystemInterface
internal import Weaving

/// The sets that are checked, as far as they can be read, and what is wrong with them whatever they are applied to.
struct CheckContents {
  let sets: [PatchSet]
  let rows: CheckRows
  let findings: [CheckFindings.Sighting]
  /// What only the compiler can tell whether it is Go.
  let doubts: [CheckFindings.Sighting]
  /// The files that a build would refuse. The others are planned as if these were not there.
  let unreadable: Set<ByteString>
  /// What no build fails for.
  let remarks: [Finding]

  /// - Throws: that a set is not there.
  init(_ active: ActiveSets, in files: some FileSystem) throws(Findings) {
    sets = try active.find()
    var read: [PatchSetFile] = []
    var findings: [CheckFindings.Sighting] = []
    var unreadable: Set<ByteString> = []
    for set in sets {
      do throws(Findings) {
        let (good, _, problems) = try [set].parseAll(in: files)
        read += good
        findings += problems.map { .init(finding: $0, build: nil) }
        unreadable.formUnion(problems.compactMap { $0.place?.path })
      } catch {
        findings += error.list.map { .init(finding: $0, build: nil) }
      }
    }
    rows = CheckRows(read, importingNothing: Set(sets.filter { !$0.mayImportMore }.map(\.name)))
    doubts = read.compactMap { $0.file.unknownSyntax }.map { .init(finding: $0, build: nil) }
    self.findings = findings
    self.unreadable = unreadable
    remarks = KeptBesidePatches.remarks(active, sets, read) { CheckSubjects.isStandard($0) }
  }

  /// Of sets that are not there.
  init(_ failure: Findings) {
    sets = []
    rows = CheckRows([])
    doubts = []
    findings = failure.list.map { .init(finding: $0, build: nil) }
    unreadable = []
    remarks = []
  }
}

/// A file system without some of its files.
struct PassingBy<Files: FileSystem>: FileSystem {
  let files: Files
  let paths: Set<ByteString>

  func read(_ path: ByteString) throws(FileError) -> ByteString { try files.read(path) }

  func names(in directory: ByteString) throws(FileError) -> [ByteString]? {
    let names = try files.names(in: directory)
    return paths.isEmpty ? names : names?.filter { !paths.contains(Path.join(directory, $0)) }
  }

  func kind(of path: ByteString) throws(FileError) -> FileKind? { try files.kind(of: path) }

  func folder(at path: ByteString) throws(FileError) -> FolderIdentity? { try files.folder(at: path) }
}
