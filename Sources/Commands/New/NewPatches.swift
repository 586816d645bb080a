internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import SystemInterface

/// The patch files that `routinex new` is about to write into a set: none is written before all are known to be good.
struct NewPatches {
  struct File {
    let path: ByteString
    let content: ByteString
    /// The package that it is for; nil for a file that says itself for which.
    let importPath: ByteString?
  }

  let set: NewSet
  /// The patterns of the files that say themselves for which packages they are.
  let packages: ByteString
  private(set) var files: [File] = []

  /// The packages of the main module or workspace.
  static let ownPackages = ByteString("work")

  init(set: NewSet, packages: ByteString) {
    (self.set, self.packages) = (set, packages)
  }

  /// The packages that the files are for, each once; nil where one says itself for which.
  var importPaths: [ByteString]? {
    var result: [ByteString] = []
    for file in files {
      guard let importPath = file.importPath else { return nil }
      if !result.contains(importPath) { result.append(importPath) }
    }
    return result
  }

  /// Whether the working folder is that of a command.
  static var isInCommand: Bool {
    let (files, folder) = (HostFiles(), workingFolders().first ?? ByteString("/"))
    return files.namesFound(in: folder).contains { name in
      guard name.hasSuffix(".go"), !name.hasSuffix("_test.go"),
        let bytes = try? files.read(Path.join(folder, name))
      else { return false }
      return SourceFile.packageName(in: bytes, path: name)?.equals("main") ?? false
    }
  }

  /// Adds one for many functions.
  mutating func add(each patterns: ByteString, _ template: (any DirectiveTemplate.Type)?) throws(Findings) {
    let each = try NewEach(patterns, packages, template, in: set)
    files.append(File(path: each.path, content: each.content, importPath: nil))
  }

  /// Adds one for a declaration.
  /// - Parameter template: nil: that which is likeliest to be wanted.
  mutating func add(
    _ target: ByteString, _ template: (any DirectiveTemplate.Type)?, with finder: LocatedPackage.Finder
  ) throws(Findings) {
    let named = try NamedDeclaration.find(target, with: finder)
    let templates = try (template ?? named.likeliestTemplate).templates(for: named)
    guard let first = templates.first else {
      throw Findings(.unpatchable, "this directive cannot patch \(named.spelling)")
    }
    let path = try set.patchFile(for: named, first)
    if files.contains(where: { $0.path == path }) {
      throw Findings(
        .usage,
        "\(target.shown) is named twice, or would share \(set.relative(path).shown) with another; name it in a "
          + "separate call")
    }
    if first.isForUses {
      let content = ByteString(
        "//routinex:packages \(packages.trimmed.text)\n\n" + first.text(package: "_", constraint: nil))
      // What is wrong with the patterns is said now, in the words of a build.
      _ = try PatchFile(
        PatchFileSource(displayPath: set.relative(path), positionPath: path, bytes: content, isForPatterns: true))
      files.append(File(path: path, content: content, importPath: nil))
    } else {
      let content = try content(of: templates, for: named, at: path)
      files.append(File(path: path, content: content, importPath: named.located.package.importPath))
    }
  }

  /// The text of the first template that fits, with the limits that it needs.
  private func content(
    of templates: [PatchTemplate], for named: NamedDeclaration, at path: ByteString
  ) throws(Findings) -> ByteString {
    let package = named.file.packageName.map { named.file.text($0).text } ?? "main"
    let limits = FileLimits.constraint(
      of: named.file.path, named.file.bytes, in: named.located.package.context)
    let others = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.content) })
    var failure: Findings?
    for template in templates {
      let trial = NewPatch(
        set: set, path: path, text: template.text(package: package, constraint: limits), others: others)
      do throws(Findings) {
        try trial.requireFit(named.located.package)
      } catch {
        failure = failure ?? error
        continue
      }
      let versions = trial.versions(named.located)
      let constraint = [limits, versions].compactMap(\.self)
      return ByteString(
        template.text(
          package: package, constraint: constraint.isEmpty ? nil : constraint.joined(separator: " && ")))
    }
    throw failure ?? Findings(.unpatchable, "this directive cannot patch \(named.spelling)")
  }
}
