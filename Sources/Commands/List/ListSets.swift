internal import ArgumentParser
internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Weaving

/// `routinex list`.
struct ListSets: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List patch sets, the purpose of each and what it changes.",
    discussion: """
      Without a set: lists all built-in sets and those that builds of this module apply, with the first sentence of \
      each description and the packages that the set patches. "active" marks the sets that `routinex go` applies \
      without --patches: the imports of \(ToolFile.name.text) in the module's root, else the sets of \
      ROUTINEX_PATCHES, else \(ActivePatchSets.defaultName).

      With sets: prints the whole description of each, and for each package its declarations with their directives, \
      their places in the set, and their limits: build constraints and versions of the module. "add" is a declaration \
      without a directive. "import" is a package that the file imports and its package does not, according to the Go \
      toolchain and the modules on this machine: `routinex go` compiles it before the build.

      If something in a set is wrong, the command first lists the rest, then reports the errors, and the exit status \
      is 1.
      """)

  @Argument(help: "Names of built-in sets and paths of folders.", completion: .directory)
  var sets: [RawArgument] = []

  @Flag(help: "Print JSON, with everything about each set.")
  var json = false

  func run() throws {
    let found = try ActiveSets(named: sets.map(\.bytes))
    let active = sets.isEmpty ? try found.find() : []
    let listed = sets.isEmpty ? try builtInAndActive(active) : try found.find()
    var problems: [Finding] = []
    var listings: [SetListing] = []
    // Packages are looked for once some file imports any.
    var finder: LocatedPackage.Finder??
    func imports(of importPath: ByteString) -> Set<ByteString>? {
      if finder == nil { finder = .some(try? LocatedPackage.Finder()) }
      guard let package = finder??.find(importPath)?.package else { return nil }
      return (try? SourceFolder(package.folder, context: package.context, in: HostFiles()))?.imports(in: HostFiles())
    }
    for set in listed {
      let listing = SetListing(
        set, package: found.packages[set.name], isActive: active.contains { $0.name == set.name }, in: HostFiles(),
        imports: imports)
      problems += listing.problems
      listings.append(listing)
    }
    let text =
      if json {
        JSON.array(listings.map(\.json)).text + "\n"
      } else if sets.isEmpty {
        listings.map { ListText.summary($0, on: .output) }.joined(separator: "\n")
      } else {
        listings.map { ListText.full($0, on: .output) }.joined(separator: "\n")
      }
    guard Message.output(ByteString(text)) else { throw Findings(.fileSystem, "cannot write to standard output") }
    if !problems.isEmpty { throw Findings(problems) }
  }

  private func builtInAndActive(_ active: [PatchSet]) throws(Findings) -> [PatchSet] {
    try NamedSets.find(PatchSet.builtInNames) + active.filter { $0.folder != nil }
  }
}
