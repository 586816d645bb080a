package import Bytes
internal import Findings
internal import SystemInterface

/// Packages that patches bring into a build and that the go command does not know to belong there: which package needs
/// which, and what was compiled beforehand.
///
/// `routinex go` writes it into a file of the go command's cache (`encoded`), whose path stands behind `--outside` in
/// `-toolexec`, so that calls which have no use for it do not read it. In a package's key there are contents and no paths.
package struct OutsideCode: Equatable {
  package struct Archive: Equatable {
    package let importPath: ByteString
    package let file: ByteString
    /// What stands behind the last slash of its build ID: two archives with one ID hold the same
    /// (cmd/go/internal/work/buildid.go, contentID).
    package let content: ByteString
    /// The import paths of the packages that it needs, whatever brings them in.
    package let needs: [ByteString]

    package init(importPath: ByteString, file: ByteString, content: ByteString, needs: [ByteString]) {
      self.importPath = importPath
      self.file = file
      self.content = content
      self.needs = needs
    }

    /// The same with more that it needs.
    func needing(_ more: some Sequence<ByteString>) -> Archive {
      Archive(importPath: importPath, file: file, content: content, needs: needs + more)
    }
  }

  /// What the patches of one package need.
  package struct Need: Equatable {
    /// By the paths that patch files write, the packages that they mean; they differ where a vendor folder of the standard
    /// library has one.
    package var imports: [ByteString: ByteString] = [:]
    /// What is to be part of the program: of main packages alone.
    package var links: Set<ByteString> = []
    /// The patch files that ask for those.
    package var linkedBy: Set<Provenance.Part> = []

    package init() {}

    package var isEmpty: Bool { imports.isEmpty && links.isEmpty }
    fileprivate var packages: [ByteString] { imports.values.sorted(by: precedes) + links.sorted(by: precedes) }
  }

  package private(set) var archives: [ByteString: Archive] = [:]
  /// By import path; `p.test` for the main package of a test binary.
  package var needs: [ByteString: Need] = [:]

  package init() {}

  /// By import path, the files of `_any` (`SET/PATH`) that are not for a package, since what they import depends on it.
  package var excluded: [ByteString: Set<ByteString>] = [:]

  package var isEmpty: Bool { needs.isEmpty && excluded.isEmpty }

  package mutating func add(_ archive: Archive) { archives[archive.importPath] = archive }

  /// The packages that a program gets with a package, in order; those of which there is no archive are not among them.
  func closure(of importPath: ByteString) -> [Archive] {
    var found: [ByteString: Archive] = [:]
    var queue = needs[importPath]?.packages ?? []
    while let path = queue.popLast() {
      guard found[path] == nil, let archive = archives[path] else { continue }
      found[path] = archive
      queue += archive.needs
    }
    return found.values.sorted { precedes($0.importPath, $1.importPath) }
  }

  /// What the package's object depends on beside its own files and patches: the names that it imports, and the content of all
  /// that a program gets with them. The go command links anew where the content of an object differs (linkActionID), so that
  /// this stands in the object, and in the package's key. Nil where patches need nothing.
  package func mark(of importPath: ByteString) -> ByteString? {
    guard let need = needs[importPath], !need.isEmpty else { return nil }
    var hash = SHA256()
    for (written, path) in need.imports.sorted(by: { precedes($0.key, $1.key) }) {
      hash.update(field: ByteString("import"))
      hash.update(field: written)
      hash.update(field: path)
    }
    for path in need.links.sorted(by: precedes) {
      hash.update(field: ByteString("link"))
      hash.update(field: path)
    }
    if !need.linkedBy.isEmpty { hash.update(field: Provenance(need.linkedBy).mark) }
    for archive in closure(of: importPath) {
      hash.update(field: archive.importPath)
      hash.update(field: archive.content)
    }
    return hash.hexadecimal()
  }
}

private func precedes(_ left: ByteString, _ right: ByteString) -> Bool { left.lexicographicallyPrecedes(right) }

// MARK: As bytes: a line `WORD VALUE` for each part.

extension OutsideCode {
  private static let header: StaticString = "routinex outside code 1"

  package var encoded: ByteString {
    var result = ByteString(Self.header) + [ASCII.newline]
    func add(_ word: StaticString, _ values: ByteString...) {
      result += ByteString(word)
      for value in values { result += [ASCII.space] + value }
      result.append(ASCII.newline)
    }
    for archive in archives.values.sorted(by: { precedes($0.importPath, $1.importPath) }) {
      add("archive", archive.importPath)
      add("file", archive.file)
      add("content", archive.content)
      archive.needs.forEach { add("needs", $0) }
    }
    for (importPath, need) in needs.sorted(by: { precedes($0.key, $1.key) }) {
      add("package", importPath)
      for (written, path) in need.imports.sorted(by: { precedes($0.key, $1.key) }) { add("import", written, path) }
      need.links.sorted(by: precedes).forEach { add("link", $0) }
      if !need.linkedBy.isEmpty { add("linked-by", GoLiteral.quoted(Provenance(need.linkedBy).mark)) }
    }
    for (importPath, files) in excluded.sorted(by: { precedes($0.key, $1.key) }) {
      add("without", importPath)
      files.sorted(by: precedes).forEach { add("patches", $0) }
    }
    return result
  }

  /// Nil for what `encoded` did not make.
  package init?(encoded: ByteString) {
    var lines = encoded.split(separator: ASCII.newline)[...]
    guard lines.popFirst()?.equals(Self.header) == true else { return nil }
    var archive: (path: ByteString, file: ByteString, content: ByteString, needs: [ByteString])?
    var package: ByteString?
    func finish() -> Archive? {
      archive.map { Archive(importPath: $0.path, file: $0.file, content: $0.content, needs: $0.needs) }
    }
    for line in lines {
      guard let space = line.firstIndex(of: ASCII.space) else { return nil }
      let value = Array(line[(space + 1)...])
      switch line[..<space].text {
      case "archive":
        finish().map { add($0) }
        archive = (value, [], [], [])
      case "file": archive?.file = value
      case "content": archive?.content = value
      case "needs": archive?.needs.append(value)
      case "package":
        package = value
        needs[value] = Need()
      case "import":
        let words = value.split(separator: ASCII.space)
        guard words.count == 2, let package else { return nil }
        needs[package]?.imports[Array(words[0])] = Array(words[1])
      case "without":
        package = value
        excluded[value] = []
      case "patches":
        guard let package else { return nil }
        excluded[package]?.insert(value)
      case "link":
        guard let package else { return nil }
        needs[package]?.links.insert(value)
      case "linked-by":
        guard let package, let mark = GoLiteral.unquoted(value) else { return nil }
        var provenance = Provenance()
        provenance.add(marksIn: mark)
        needs[package]?.linkedBy = provenance.parts
      default: return nil
      }
    }
    finish().map { add($0) }
  }

  /// Reads the file that `--outside` names; nothing without one.
  static func read(_ path: ByteString?, in files: some FileSystem) throws(Findings) -> OutsideCode {
    guard let path else { return OutsideCode() }
    let bytes: ByteString
    do throws(FileError) { bytes = try files.read(path) } catch {
      throw Findings(
        .fileSystem, "\(error.message); `routinex go` wrote it when the build began: run the build again")
    }
    guard let code = OutsideCode(encoded: bytes) else {
      throw Findings(
        .fileSystem,
        "\(path.shown) is not what `routinex go` wrote when the build began: run the build again")
    }
    return code
  }
}
