internal import Bytes
internal import Findings
internal import GoSyntax

/// What directives have made of a composite literal, which each of them hands to its function.
struct PassedOn {
  /// How many have.
  var count = 0
  /// Whether a pointer to what stands there can be had with `&`, as to the literal itself.
  var isAddressable = true
}

/// What is to become of one file of a package, while its patches are applied.
struct FileDraft {
  private let index: Int
  private var edits: [Edit] = []
  private var removed: [Range<Int>] = []
  /// Where the declarations start that some patch replaces.
  private var replaced: Set<Int> = []
  /// What the imports that the file gets are called.
  private var imported: [ByteString: ByteString] = [:]
  private var demanded: Set<ByteString> = []
  /// What the literals have become that patches pass on, by where they start.
  private var passedOn: [Int: PassedOn] = [:]
  /// The names that the file has for packages, or may have, those that it gets among them.
  private var importNames: Set<ByteString>?
  /// Import paths that patches use under the file's own names.
  private var neededImports: Set<ByteString> = []

  init(index: Int) { self.index = index }

  mutating func add(_ edit: Edit) { edits.append(edit) }

  /// Says that a range goes away: what only it used need not be imported any more.
  mutating func remove(_ range: Range<Int>) { removed.append(range) }

  mutating func replace(declarationAt offset: Int) { replaced.insert(offset) }

  func isReplaced(at offset: Int) -> Bool { replaced.contains(offset) }

  /// The ranges that go away, to be asked what lies within one.
  var removedParts: OuterRanges { OuterRanges(removed) }

  /// What has become of a literal of the file so far.
  func passedOn(at offset: Int) -> PassedOn { passedOn[offset] ?? PassedOn() }

  mutating func passOn(at offset: Int, _ change: PassedOn) { passedOn[offset] = change }

  // MARK: Imports

  /// Gives the file an import that a compiler directive in it demands and no name needs.
  mutating func demandImport(_ path: ByteString, for patch: Patch, in file: SourceFile) {
    guard file.imports(of: path).isEmpty, imported[path] == nil, demanded.insert(path).inserted,
      let clause = file.packageName
    else { return }
    let text = ByteString("; import _ \"") + path + ByteString("\"")
    add(Edit(at: clause.range.upperBound, inserting: [.text(text)], for: patch))
  }

  /// What the file calls a package, and whether that is an import which the file gets by this call.
  ///
  /// - Parameters:
  ///   - wanted: the patch's name for it.
  ///   - isHidden: whether a name means something else where it is to be used.
  ///   - isTaken: whether a name may not be given anew in the file.
  mutating func nameOfImport(
    _ path: ByteString, as wanted: ByteString, for patch: Patch, in file: SourceFile, isHidden: (ByteString) -> Bool,
    isTaken: (ByteString) -> Bool
  ) -> (name: ByteString, isNew: Bool) {
    let there = file.imports(of: path).first {
      $0.name?.equals("_") != true && $0.name?.equals(".") != true && $0.isNameCertain
    }
    if let there, !isHidden(there.localName) {
      neededImports.insert(path)
      return (there.localName, false)
    }
    if let name = imported[path], !isHidden(name) { return (name, false) }
    var names =
      importNames ?? Set(file.imports.flatMap { $0.isNameCertain ? [$0.localName] : PackageNameGuess.all($0.path) })
    var name = wanted
    var number = 1
    while names.contains(name) || isTaken(name) || isHidden(name) {
      name = wanted + ByteString("_\(number)")
      number += 1
    }
    imported[path] = name
    names.insert(name)
    importNames = names
    if let clause = file.packageName {
      let text = ByteString("; import ") + name + ByteString(" \"") + path + ByteString("\"")
      add(Edit(at: clause.range.upperBound, inserting: [.text(text)], for: patch))
    }
    return (name, true)
  }

  // MARK: Rendering

  /// The file as the patches want it; nil if they leave it as it is.
  ///
  /// - Parameter positions: what the file says of its own.
  func rewrite(of package: TargetPackage, positions: Rendering.Positions) throws(Finding) -> PackagePlan.Rewrite? {
    let removedParts = removedParts
    let edits = edits.filter { !($0.origin.yieldsToRemoval && removedParts.holds($0.subject)) }
    guard let origin = edits.first?.origin else { return nil }
    // What only removed text used is told by looking at all the rest.
    let source = removed.isEmpty ? package.excerpt(at: index) : package.source(at: index)
    let unused = UnusedImports.edits(in: source, without: removedParts, needed: neededImports, for: origin)
    try Self.requireRepresentable(source, for: origin)
    let bytes = try Rendering.render(source, edits: edits + unused, positions: positions)
    // A patch that parses, put where Go allows it, gives a file that parses. Should that ever not be so, brackets, strings or
    // comments are likely to be cut, and that is cheap to see; of the rest the compiler complains.
    if TopLevel(bytes) == nil, !SourceFile(path: source.path, bytes: source.bytes).hasError {
      let result = SourceFile(path: source.path, bytes: bytes)
      if let error = result.firstError {
        throw origin.finding(
          .brokenResult,
          "the patched \(Place(source.path)) would not be valid Go (\(result.place(at: error))): this is a bug in "
            + "routinex; simplify this patch, and report the bug")
      }
    }
    return PackagePlan.Rewrite(fileIndex: index, bytes: bytes)
  }

  private static func requireRepresentable(_ source: SourceFile, for origin: Patch) throws(Finding) {
    guard LineDirective.canCarry(source.path) else {
      throw origin.finding(
        .lineDirective,
        "\(Place(source.path)): Go's line directives cannot carry this path, since it has a newline, '*/' or bytes "
          + "that are not UTF-8; move the module")
    }
    if let name = source.lineDirectives.map(\.file).first(where: { !LineDirective.canCarry($0) }) {
      throw origin.finding(
        .lineDirective,
        "\(Place(source.path)): a line directive in this file names a path with a newline (\(name.text)), which "
          + "routinex cannot repeat in another line directive; write a path without one")
    }
  }
}
