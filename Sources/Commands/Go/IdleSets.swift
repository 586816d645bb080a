internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import SystemInterface
internal import Weaving

/// Says which patch sets have nothing to do in a build, since it compiles no package that they are for: a misspelled folder
/// must not pass for success.
struct IdleSets {
  let subcommand: Subcommand
  let arguments: GoArguments
  let settings: GoQueries.Settings
  let queries: GoQueries
  /// The folder that the go command runs in.
  let workingFolder: ByteString
  /// Tells what patterns ask about a package.
  let origin: (ByteString, PackageSelector) throws(Findings) -> PackageOrigin

  private typealias Candidate = (set: PatchSet, selectors: [PackageSelector])

  /// One line for each such set.
  func messages(_ sets: [PatchSet]) throws(Findings) -> [String] {
    // `go list` and `go fix` compile little, and nothing for its own sake.
    guard subcommand != .list, subcommand != .fix else { return [] }
    var messages: [String] = []
    var rest: [Candidate] = []
    let files = filesOfCommandLine
    for set in sets {
      let selectors = try set.selectors(in: HostFiles())
      if let files, let message = files.message(set, selectors, subcommand: subcommand) {
        messages.append(message)
      } else if !selectors.isEmpty, !selects(selectors, ByteString("runtime")) {
        rest.append((set, selectors))
      }
    }
    if rest.isEmpty { return messages }
    // Nearly always this much tells, in a fraction of the time that `go list` takes.
    let imports = BuildImports(arguments, settings, from: workingFolder, withTests: subcommand.concernsTests)
    rest = imports.without(rest) { candidate, path in selects(candidate.selectors, path) }
    if rest.isEmpty { return messages }
    guard let packages = listed() else { return messages }
    for (set, selectors) in rest
    where !packages.contains(where: { path in selects(selectors, path) }) {
      messages.append(Self.message(set, selectors.map(\.folder), packages, exists: imports.exists))
    }
    return messages
  }

  /// Whether one of them is for the package, or that cannot be told.
  private func selects(_ selectors: [PackageSelector], _ importPath: ByteString) -> Bool {
    selectors.contains { selector in
      guard let package = try? origin(importPath, selector) else { return true }
      return selector.selects(package)
    }
  }

  /// - Parameter exists: whether there is such a package, so that nothing else was meant.
  private static func message(
    _ set: PatchSet, _ folders: [ByteString], _ packages: [ByteString], exists: (ByteString) -> Bool
  ) -> String {
    let shown = folders.prefix(4).map(\.shown) + (folders.count > 4 ? ["\(folders.count - 4) more"] : [])
    var near: [String] = []
    for folder in folders where !exists(folder) {
      for path in nearestPaths(to: folder, among: packages) where !near.contains(path) { near.append(path) }
    }
    return
      "this build compiles no package that the patch set \(set.name.shown) is for (\(shown.joined(separator: ", ")))"
      + (near.isEmpty ? "" : "; did you mean \(near.prefix(3).joined(separator: ", "))?")
  }

  private var filesOfCommandLine: CommandLineFiles? {
    CommandLineFiles(arguments.packages, from: workingFolder, in: HostFiles())
  }

  /// The packages of the build, as the go command tells; nil if it cannot, which it will say itself when it builds. What it
  /// says here is nothing for a person.
  private func listed() -> [ByteString]? {
    // `go list` takes no versions.
    guard
      !arguments.packages.contains(where: { $0.contains(ASCII.at) && !Path.isAbsolute($0) && $0.first != ASCII.dot })
    else { return nil }
    let flags = GoQueries.flags(ofBuild: arguments.selection, withTests: subcommand.concernsTests)
    return queries.graph(arguments.packages, flags: flags, isQuiet: true)?.map(\.importPath)
  }
}

/// Go files that a command line names in the place of packages. The go command compiles them as a package of its own name,
/// `command-line-arguments`, whatever package their folder is (cmd/go/internal/load/pkg.go, GoFilesPackage).
struct CommandLineFiles {
  /// The import path of their folder, by the go.mod of its module.
  let importPath: ByteString
  /// The folder, as a command line names it.
  private let argument: ByteString
  private let first: ByteString

  /// nil: there are none, or they are in no module.
  init?(_ arguments: [ByteString], from workingFolder: ByteString, in files: some FileSystem) {
    guard let first = arguments.first, arguments.allSatisfy({ $0.hasSuffix(".go") }) else { return nil }
    let folder = Path.directory(first)
    let path = Path.normalized(Path.isAbsolute(folder) ? folder : Path.join(workingFolder, folder))
    guard let root = Path.upwards(from: path).first(where: { files.finds(Path.join($0, ByteString("go.mod"))) }),
      let module = (try? files.read(Path.join(root, ByteString("go.mod")))).flatMap({ GoMod($0).path })
    else { return nil }
    let rest = path.dropFirst(root.count).drop { $0 == ASCII.slash }
    importPath = rest.isEmpty ? module : Path.join(module, rest)
    argument = Path.isAbsolute(folder) || folder.first == ASCII.dot ? folder : Path.join(ByteString("."), folder)
    self.first = first
  }

  /// What to say of a set that has patches for the folder's package and none for files.
  func message(_ set: PatchSet, _ selectors: [PackageSelector], subcommand: Subcommand) -> String? {
    func selects(_ importPath: ByteString) -> Bool {
      // Patterns are for what such files are too.
      let package = PackageOrigin(importPath: importPath, isStandard: false, isOfMainModule: true)
      return selectors.contains { $0.selects(package) }
    }
    guard selects(importPath), !selects(ByteString("command-line-arguments")) else { return nil }
    return "the go command compiles \(first.shown) as package command-line-arguments, so the patch set "
      + "\(set.name.shown) is not applied to \(importPath.shown); name the package instead of its files: "
      + "routinex go \(subcommand.rawValue) \(Message.quoted([argument]))"
  }
}
