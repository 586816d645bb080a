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
    abstract: "List patch sets, what each is for and what it changes.",
    discussion: """
      Without a set: every built-in one, and those that builds of this module apply, with the first sentence of what each says about \
      itself and the packages that it has patches for. "active" are those that `routinex go` without --patches applies: the imports of \(ToolFile.name.text) in the module's \
      root, else those of ROUTINEX_PATCHES.

      With sets: all that each says about itself, and for each package its declarations with their directives, the place \
      in the set, and what limits them: build constraints and versions of the module. "add" is a declaration without a \
      directive. "import" is a package that the file imports and its package does not, as the Go toolchain and the modules tell \
      that are found here: `routinex go` compiles it before the build.

      What is wrong in a set is reported after what can be listed, and the exit status is 1.
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
