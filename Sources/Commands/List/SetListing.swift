internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Patching
internal import SystemInterface
internal import Weaving

/// What is in a patch set, as far as it can be read.
struct SetListing {
  /// A patch, an added declaration, or a directive of a whole file.
  struct Item {
    /// `before`; `add` for a declaration without a directive.
    let directive: String
    /// `function`, `method`, `type`, `constant` or `variable`; nil for a directive of a file.
    let kind: String?
    /// The declaration, as a person writes it; for a directive of a file its argument.
    let name: String
    /// What follows the directive's word.
    let argument: String
    let line: Int
    var modifiers: [String] = []
  }

  struct File {
    /// Below the set's root.
    let path: String
    /// The expression of its `//go:build` line.
    let constraint: String?
    /// The bounds of its `//routinex:module` line.
    let module: String?
    /// The packages that it brings in: what it imports and its package does not.
    let imports: [OutsideImport]
    let items: [Item]
  }

  let name: String
  /// nil for a built-in set.
  let folder: String?
  /// Of one that is a Go package.
  let package: SetPackage?
  /// Whether `routinex go` without `--patches` applies it here.
  let isActive: Bool
  /// The package comment of the set's own file; empty if it has none.
  let description: String
  /// By import path, or a pattern that ends in `...`; sorted.
  private(set) var packages: [(importPath: String, files: [File])]
  let problems: [Finding]

  /// The same with those files alone, by their paths.
  func with(only paths: Set<String>) -> SetListing {
    var result = self
    result.packages = packages.map { ($0, $1.filter { paths.contains($0.path) }) }.filter { !$0.files.isEmpty }
    return result
  }

  /// The first sentence of the description, on one line.
  var summary: String { PackageComment.firstSentence(description) }

  /// - Parameter imports: gives what a package imports by itself; nil where there is no such package here.
  init(
    _ set: PatchSet, package: SetPackage? = nil, isActive: Bool, in files: some FileSystem,
    imports: (ByteString) -> Set<ByteString>? = { _ in nil }
  ) {
    name = set.name.text
    folder = set.folder?.text
    self.package = package
    self.isActive = isActive
    var problems: [Finding] = []
    // By bytes: to Swift two texts that Unicode holds for equal are one key.
    var packages: [PackageSelector: [File]] = [:]
    var read: [PatchSetFile] = []
    var broken: [ByteString] = []
    do throws(Findings) { (read, broken, problems) = try [set].parseAll(in: files) } catch { problems += error.list }
    for path in broken { if let selector = PackageSelector(ofFile: path, []) { packages[selector] = [] } }
    var own = read.filter { $0.selector == nil }.map { ($0.path, $0.file.source.bytes) }
    if let folder = set.folder, folder != set.tree {
      // A Go package, with its tree of patches in a folder of its own.
      for name in files.namesFound(in: folder) where name.hasSuffix(".go") && !name.hasSuffix("_test.go") {
        if let bytes = try? files.read(Path.join(folder, name)) { own.append((name, bytes)) }
      }
    }
    description = PackageComment.describing(set.name, among: own)
    for file in read {
      guard let selector = file.selector else { continue }
      var wanted = !set.mayImportMore ? [] : file.wanted.filter { !$0.isLink }
      if !wanted.isEmpty, let importPath = selector.importPath, let own = imports(importPath) {
        wanted.removeAll { own.contains($0.path) || $0.path == importPath }
      }
      packages[selector, default: []].append(Self.file(file.path, file.file, wanted))
    }
    self.packages = packages.sorted { $0.key < $1.key }.map { ($0.key.folder.text, $0.value) }
    self.problems = problems
  }

  private static func file(_ path: ByteString, _ file: PatchFile, _ imports: [OutsideImport]) -> File {
    let source = file.source
    let header = source.topLevelComments.filter { $0.range.lowerBound < source.packageClauseStart }
    let constraint = header.map { source.text($0) }.first { $0.hasPrefix("//go:build ") }
    let directives = header.compactMap { DirectiveComment($0, in: source) }
    var items: [Item] = []
    for directive in directives where !directive.word.equals("module") {
      items.append(
        Item(
          directive: directive.word.text, kind: nil, name: directive.argument.text, argument: directive.argument.text,
          line: source.line(at: directive.node.range.lowerBound)))
    }
    items += file.declared.map { patch in
      Item(
        directive: patch.word, kind: patch.declaration.kind.rawValue, name: patch.name, argument: patch.argument.text,
        line: source.line(at: patch.declaration.name.range.lowerBound), modifiers: patch.modifiers)
    }
    return File(
      path: path.text, constraint: constraint.map { $0.dropFirst(10).trimmed.text },
      module: directives.first { $0.word.equals("module") }?.argument.text, imports: imports,
      items: items.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element))
  }

  var json: JSON {
    func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    return .object([
      ("name", .string(name)),
      ("folder", optional(folder)),
      ("version", optional(package.flatMap { $0.version.isEmpty ? nil : $0.version.text })),
      ("through", optional(package?.through?.text)),
      ("summary", .string(summary)),
      ("description", .string(description)),
      (
        "packages",
        .array(
          packages.map { importPath, files in
            .object([
              ("importPath", .string(importPath)),
              (
                "files",
                .array(
                  files.map { file in
                    .object([
                      ("path", .string(file.path)), ("build", optional(file.constraint)),
                      ("module", optional(file.module)), ("imports", .array(file.imports.map(Self.json))),
                      ("patches", .array(file.items.map(Self.json))),
                    ])
                  })
              ),
            ])
          })
      ),
      ("problems", .array(problems.map { .string($0.text) })),
    ])
  }

  private static func json(_ item: OutsideImport) -> JSON {
    .object([("path", .text(item.path)), ("line", item.place.line.map { .number($0) } ?? .null)])
  }

  private static func json(_ item: Item) -> JSON {
    .object(
      [("directive", .string(item.directive))] + (item.argument.isEmpty ? [] : [("argument", .string(item.argument))])
        + (item.kind.map { [("kind", .string($0)), ("name", .string(item.name))] } ?? [])
        + [("line", .number(item.line))]
        + (item.modifiers.isEmpty ? [] : [("modifiers", .array(item.modifiers.map(JSON.string)))]))
  }
}
