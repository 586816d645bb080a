package import Bytes
package import Findings
package import GoSyntax

/// The Go files of the package that is being compiled. Files are parsed when a target may be in them, and once.
package final class TargetPackage {
  package struct File {
    /// The path on the command line.
    package let path: ByteString
    package let bytes: ByteString

    package init(path: ByteString, bytes: ByteString) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// What the package is called in messages: `runtime (go1.24.11 linux/amd64)`.
  package let description: Wording
  package let files: [File]
  private var parsed: [Int: SourceFile] = [:]
  /// A file that had to be parsed and is more than can be.
  private(set) var unparsed: SourceFile?
  private var excerpts: [Int: SourceFile?] = [:]
  private var references: [Int: FileReferences] = [:]
  private var literals: [Int: FileLiterals] = [:]
  private var callSites: [[Int]: CallSites] = [:]
  let tables = TargetTables()
  /// The names that patches will look up: the parts of files that may declare one are parsed at once.
  private let expectedNames: [(name: ByteString, kind: Declaration.Kind)]
  /// The patterns that will be looked up, likewise, and whether the functions' bodies may be left out for that.
  private let expectedPatterns: [(each: Each, isForOutlines: Bool)]
  private var cuts: [Int: TopLevel?] = [:]
  /// The import path; for a test's variant that of the package.
  let importPath: ByteString
  /// Tells a package's name by its import path, where it is known.
  let packageNames: (ByteString) -> ByteString?
  /// Where the names stand that are asked for, by file, when they are many.
  private var index: NameIndex?

  /// - Parameter patches: those that will be looked up, so that files need not be parsed whole.
  package init(
    importPath: ByteString = [], description: Wording, files: [File], expecting patches: [Patch] = [],
    packageNames: @escaping (ByteString) -> ByteString? = { _ in nil }
  ) {
    self.importPath = importPath
    self.description = description
    self.files = files
    self.packageNames = packageNames
    expectedPatterns = patches.compactMap { patch in patch.each.map { ($0, patch.isForOutlines) } }
    expectedNames = patches.filter { $0.each == nil }.map {
      (Array($0.file.source.text($0.declaration.name)), $0.declaration.kind)
    }
  }

  package func source(at index: Int) -> SourceFile {
    if let source = parsed[index] { return source }
    let source = SourceFile(path: files[index].path, bytes: files[index].bytes)
    source.learnPackageNames(packageNames)
    parsed[index] = source
    if source.limit != nil, unparsed == nil { unparsed = source }
    return source
  }

  /// What the file's declarations refer to outside of themselves.
  func references(at index: Int) -> FileReferences {
    if let known = references[index] { return known }
    let result = FileReferences(source(at: index))
    references[index] = result
    return result
  }

  /// The composite literals of the file.
  func literals(at index: Int) -> FileLiterals {
    if let known = literals[index] { return known }
    let result = FileLiterals(source(at: index))
    literals[index] = result
    return result
  }

  /// The calls in a declaration.
  func callSites(in target: Target) -> CallSites {
    let place = [target.fileIndex, target.declaration.node.range.lowerBound]
    if let known = callSites[place] { return known }
    let result = CallSites(in: target, of: importPath)
    callSites[place] = result
    return result
  }

  /// As much of the file as holds what patches name; the whole file when it has been parsed already, or when what is
  /// around it is in doubt.
  func excerpt(at index: Int) -> SourceFile {
    if let source = parsed[index] { return source }
    if let excerpt = excerpts[index] { return excerpt ?? source(at: index) }
    let file = files[index]
    let places = expectedNames.flatMap { self.places(of: $0.name, $0.kind, in: index, likely: true) }.sorted()
    let excerpt = SourceFile(excerptOf: file.bytes, path: file.path, cut: cut(at: index)) { part in
      if Self.holds(one: places, part) { return .whole }
      let patterns = expectedPatterns.filter { $0.each.maySelect(in: part, of: file.bytes) }
      return patterns.isEmpty ? nil : patterns.allSatisfy(\.isForOutlines) ? .outline : .whole
    }
    excerpt?.learnPackageNames(packageNames)
    excerpts[index] = .some(excerpt)
    return excerpt ?? source(at: index)
  }

  /// The file cut into its statements.
  private func cut(at index: Int) -> TopLevel? {
    if let known = cuts[index] { return known }
    let result = TopLevel(files[index].bytes)
    cuts[index] = .some(result)
    return result
  }

  /// As much of the file as holds ascending places; the whole file as above.
  func excerpt(at index: Int, holding places: [Int]) -> SourceFile {
    if let source = parsed[index] { return source }
    let (path, bytes) = (files[index].path, files[index].bytes)
    let excerpt = SourceFile(excerptOf: bytes, path: path, cut: cut(at: index)) {
      Self.holds(one: places, $0) ? .whole : nil
    }
    excerpt?.learnPackageNames(packageNames)
    return excerpt ?? source(at: index)
  }

  /// The targets with their bodies, where those have been left out; without those that no whole parse finds.
  func unfolded(_ targets: [Target]) -> [Target] {
    Dictionary(grouping: targets, by: \.fileIndex).sorted { $0.key < $1.key }.flatMap { index, targets -> [Target] in
      let names = targets.map(\.declaration.name.range)
      let source = excerpt(at: index, holding: names.map(\.lowerBound).sorted())
      let wanted = Set(names)
      return source.declarations.filter { wanted.contains($0.name.range) }.map {
        Target(file: source, fileIndex: index, declaration: $0)
      }
    }
  }

  /// Whether a part of a file holds one of ascending places.
  private static func holds(one places: [Int], _ part: TopLevel.Part) -> Bool {
    first(of: places, from: part.range.lowerBound).map { $0 < part.range.upperBound } ?? false
  }

  /// Says which names will be asked for, besides those of the patches. A search for each is soonest done for a few; many are
  /// looked for at once.
  func expect(_ names: Set<ByteString>) {
    let names = names.union(expectedNames.map(\.name))
    if names.count > 16 { index = NameIndex(of: names, in: files.map(\.bytes)) }
  }

  /// Where the name stands in a file that may be declared there, in order.
  private func places(
    of name: ByteString, _ kind: Declaration.Kind?, in file: Int, likely: Bool, limit: Int = .max
  ) -> [Int] {
    guard let index, index.has(name) else {
      return DeclarationSearch.places(of: name, kind, in: files[file].bytes, likely: likely, limit: limit)
    }
    return DeclarationSearch.places(
      among: index.places(of: name, in: file), kind, in: files[file].bytes, likely: likely,
      hasTypeGroup: index.hasTypeGroup[file], limit: limit)
  }

  /// The first of ascending numbers that is no less than one.
  private static func first(of numbers: [Int], from least: Int) -> Int? {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count ? numbers[low] : nil
  }

  /// The name in the package clauses; nil when no file has one.
  lazy var name: ByteString? = {
    let parsed = parsed.keys.min()
    // Any file will do; the smallest is parsed soonest.
    let smallest = files.indices.min { files[$0].bytes.count < files[$1].bytes.count }
    guard let index = parsed ?? smallest else { return nil }
    let source = excerpt(at: index)
    return source.packageName.map { Array(source.text($0)) }
  }()

  /// Why a patch has no target here whatever is declared: the `main` of a `...` folder is that of commands, and neither the
  /// function of package runtime nor what cmd/go writes for a test binary (cmd/go/internal/load/test.go: testmainTmpl).
  func refusal(of patch: Patch) -> Finding? {
    guard patch.file.isWildcard, patch.declaration.kind == .function,
      patch.file.source.text(patch.declaration.name).equals("main"), !isCommand
    else { return nil }
    return patch.finding(
      .missingTarget,
      "main in a '...' folder is the function of a command, but package \(description) is not a command; write "
        + "'package main' in this file, which selects commands, or add //routinex:optional")
  }

  private var isCommand: Bool { Self.isCommand(name: name, paths: files.map(\.path)) }

  /// Whether a package is a command that a person wrote.
  ///
  /// - Parameter paths: those of its Go files.
  package static func isCommand(name: ByteString?, paths: [ByteString]) -> Bool {
    name?.equals("main") == true && !paths.allSatisfy { Path.lastComponent($0).equals("_testmain.go") }
  }

  /// Whether a name is declared at package level. Only for one that seems not to be is any file parsed whole.
  func declares(_ name: ByteString) -> Bool {
    let isThere = { (source: SourceFile) in source.declarations(of: name).contains { $0.kind != .method } }
    let isLikely = files.indices.contains { index in
      let bytes = files[index].bytes
      let places = self.places(of: name, nil, in: index, likely: true).filter { place in
        let next = bytes[(place + name.count)...].first { $0 != ASCII.space && $0 != ASCII.tab }
        return next != ASCII.dot && next != ASCII.doubleQuote && next != ASCII.backquote && next != ASCII.colon
      }
      return !places.isEmpty && isThere(excerpt(at: index, holding: places))
    }
    if isLikely { return true }
    return files.indices.contains { index in
      !places(of: name, nil, in: index, likely: false, limit: 1).isEmpty && isThere(source(at: index))
    }
  }

  /// Where the declaration is that a patch names.
  enum Lookup {
    case found(Target)
    case missing
    /// Several declarations have the name, as `init` may.
    case ambiguous([Target])
    /// The grammar cannot read a file, or the very declaration: what is there is not known.
    case unreadable(SourceFile, at: Int)
  }

  func lookup(_ patch: Patch) -> Lookup {
    let name = Array(patch.file.source.text(patch.declaration.name))
    let receiver = patch.declaration.receiverType.map { Array(patch.file.source.text($0)) }
    var targets: [Target] = []
    var damaged: (SourceFile, Int)?
    // Most files are never parsed: a declaration of the name needs its keyword before it. Only when no file holds one
    // in the usual spelling is every file read that has the name at all.
    for isLikely in [true, false] where targets.isEmpty {
      for index in files.indices
      where !places(of: name, patch.declaration.kind, in: index, likely: isLikely, limit: 1).isEmpty {
        let source = isLikely ? excerpt(at: index) : source(at: index)
        let matches = source.declarations(of: name).filter {
          $0.receiverType.map { Array(source.text($0)) } == receiver
        }
        targets += matches.map { Target(file: source, fileIndex: index, declaration: $0) }
        // A body that is not Go may be lost altogether; then the error stands behind the declaration.
        let isCut = { (target: Declaration) in target.isFunction && target.body == nil && source.hasError }
        let isUnknown = { (target: Declaration) in
          target.hasUnknown && (patch.readsBody || !target.isKnown(outsideOfBodyIn: source))
        }
        if let target = matches.first(where: { isUnknown($0) || isCut($0) }) {
          let offset = target.firstError ?? source.firstError
          return .unreadable(source, at: offset ?? target.node.range.lowerBound)
        }
        if matches.isEmpty, damaged == nil, source.hasError { damaged = (source, source.firstError ?? 0) }
      }
    }
    if targets.count > 1 { return .ambiguous(targets) }
    if let target = targets.first { return .found(target) }
    if let (source, offset) = damaged { return .unreadable(source, at: offset) }
    return .missing
  }

  /// The package's functions, types, variables and constants whose names are nearest to one that it lacks, the nearest first.
  func nearest(to patch: Patch) -> [Target] {
    // A file that cannot be parsed has no say here.
    let known = unparsed
    defer { unparsed = known }
    let wanted = ByteString(patch.name)
    let bare = Array(patch.file.source.text(patch.declaration.name))
    let limit = max(2, bare.count / 3)
    var candidates: [(name: String, distance: Int, target: Target)] = []
    for index in files.indices {
      let source = source(at: index)
      for declaration in source.declarations {
        let spelling = declaration.spelling(in: source)
        var distance = editDistance(ByteString(spelling), wanted, limit: limit)
        // The same method on another type, or a method that became a function, is nearer than its spelling.
        if source.text(declaration.name).equals(bare) { distance = min(distance, 1) }
        if distance <= limit {
          candidates.append((spelling, distance, Target(file: source, fileIndex: index, declaration: declaration)))
        }
      }
    }
    var seen: Set<String> = []
    return candidates.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .filter { seen.insert($0.name).inserted }.prefix(3).map(\.target)
  }

  /// The functions that patterns select, in the order of the files. Those in parts that no grammar can read are not among them.
  func functions(selectedBy each: Each) -> [Target] {
    files.indices.flatMap { index -> [Target] in
      let file = files[index]
      if let whole = cut(at: index), !whole.parts.contains(where: { each.maySelect(in: $0, of: file.bytes) }) {
        return []
      }
      let source = isExpected(each) ? excerpt(at: index) : self.source(at: index)
      return source.declarations.filter { each.selects($0, in: source) }.map {
        Target(file: source, fileIndex: index, declaration: $0)
      }
    }
  }

  private func isExpected(_ each: Each) -> Bool {
    expectedPatterns.contains { $0.each.description == each.description }
  }

  /// Whether the package declares a name at package level, and where.
  func declaration(of name: ByteString) -> Target? {
    for index in files.indices where !places(of: name, nil, in: index, likely: true, limit: 1).isEmpty {
      let source = source(at: index)
      if let found = source.declarations(of: name).first(where: { $0.kind != .method }) {
        return Target(file: source, fileIndex: index, declaration: found)
      }
    }
    return nil
  }
}

/// A declaration of the package being compiled that a patch changes.
package struct Target {
  package let file: SourceFile
  package let fileIndex: Int
  package let declaration: Declaration

  package var name: String { declaration.spelling(in: file) }

  /// Where the name stands.
  package var place: Place { file.place(of: declaration.name) }
}
