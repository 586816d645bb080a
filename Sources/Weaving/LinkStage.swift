package import Bytes
internal import Findings
internal import SystemInterface
internal import Toolexec

/// A call of link: a program gets the packages that the patches of its packages need and that the go command does not know
/// to be part of it, and its build information names the sets that changed something in it.
struct LinkStage<Files: FileSystem> {
  let pipeline: Pipeline<Files>
  let command: LinkCommand

  func decide() throws(Findings) -> Decision {
    // link reads the same file, and says what is wrong with it.
    guard let path = command.importcfg, let text = try? pipeline.files.read(path) else { return .pass }
    let program = ImportConfiguration(text).archives
    let code = try pipeline.outsideOfProgram(program, tags: command.instrumentation)
    let added = try lines(lackingIn: program, of: code)
    let provenance = try provenance(of: program, code)
    var content = added.isEmpty ? text : ImportConfiguration.adding(added, to: text)
    if !provenance.isEmpty { content = BuildInformation.adding(provenance, to: content) }
    if content == text { return .pass }
    return .weave(
      Woven(folder: Woven.folder(in: Path.directory(path)), notes: []) { [content] folder in
        let file = Path.join(folder, ByteString("importcfg.link"))
        return ([Woven.NewFile(path: file, bytes: content, isOwn: true)], command.rewritten(importcfg: file))
      })
  }

  private func lines(
    lackingIn program: [ByteString: ByteString], of code: OutsideCode
  ) throws(Findings) -> [ImportConfiguration.Line] {
    var added: [ByteString: OutsideCode.Archive] = [:]
    for (importPath, need) in code.needs.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where isInProgram(importPath, program) {
      // What a main package links it imports in fact: in the variant that the program has.
      var queue = need.imports.values + need.links.filter { program[$0] == nil }
      while let path = queue.popLast() {
        guard added[path] == nil, let archive = code.archives[path] else { continue }
        if let own = program[path] {
          // And what that one needs is in the program too.
          if own != archive.file { try requireSame(archive, own, for: importPath) }
        } else {
          added[path] = archive
          queue += archive.needs
        }
      }
    }
    var lines: [ImportConfiguration.Line] = []
    for archive in added.values.sorted(by: { $0.importPath.lexicographicallyPrecedes($1.importPath) }) {
      try pipeline.requireThere(archive)
      lines.append(.archive(of: archive.importPath, file: archive.file))
    }
    return lines
  }

  /// What the objects of the program say.
  private func provenance(
    of program: [ByteString: ByteString], _ code: OutsideCode
  ) throws(Findings) -> Provenance {
    var archives = program
    if let main = pipeline.identity(nil)?.importPath, let archive = command.mainArchive { archives[main] = archive }
    let origins = pipeline.inputs.origins
    var result = Provenance()
    for (importPath, archive) in archives {
      var isCandidate = code.needs[importPath] != nil
      for set in pipeline.sets where !isCandidate {
        isCandidate = try set.selects(importPath, origin: origins.origin, except: [], in: pipeline.files)
      }
      guard isCandidate else { continue }
      result.add(marksIn: try attempt { () throws(FileError) in try pipeline.files.read(archive) })
    }
    return result
  }

  /// The main package has the program's own description.
  private func isInProgram(_ importPath: ByteString, _ program: [ByteString: ByteString]) -> Bool {
    program[importPath] != nil || pipeline.identity(nil)?.importPath == importPath
  }

  /// The linker would say "fingerprint mismatch", and only where what is exported differs.
  private func requireSame(
    _ archive: OutsideCode.Archive, _ own: ByteString, for importPath: ByteString
  ) throws(Findings) {
    let start = try attempt { () throws(FileError) in try pipeline.files.start(of: own, count: 1024) }
    guard let content = ArchiveHeader.content(start), content != archive.content else { return }
    let name = archive.importPath.shown
    throw Findings(
      .packageVariant,
      "the patches of \(importPath.shown) bring package \(name) into this program, but the program has another "
        + "variant of it, compiled with tests or for one program alone; if package \(name), or a package that it "
        + "imports, has tests in the package itself, move them to an external test package (its name ends in _test), "
        + "or use //routinex:link instead of the import")
  }
}

/// The first entry of an archive that the compiler wrote: `!<arch>`, the entry's header, `go object ...`, and
/// `build id "ACTION/CONTENT"` (cmd/internal/buildid, ReadFile).
enum ArchiveHeader {
  /// The content's ID; nil where the bytes do not hold it.
  static func content(_ start: ByteString) -> ByteString? {
    let prefix = ByteString("\nbuild id \"")
    guard let found = start.firstIndex(of: prefix) else { return nil }
    let rest = start[(found + prefix.count)...]
    guard let end = rest.firstIndex(of: ASCII.doubleQuote) else { return nil }
    return OutsideCode.content(ofBuildID: Array(rest[..<end]))
  }
}

extension OutsideCode {
  /// What stands behind the last slash of a build ID.
  package static func content(ofBuildID id: ByteString) -> ByteString {
    id.lastIndex(of: ASCII.slash).map { Array(id[($0 + 1)...]) } ?? id
  }
}
