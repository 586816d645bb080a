internal import ArgumentParser
internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Weaving

/// `routinex overlay`.
struct Overlay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlay",
    abstract: "Write the patched files of a build, for go build -overlay.",
    usage: "routinex overlay FOLDER [PACKAGE ...] [--patches LIST] [--go GOROOT]",
    discussion: """
      Writes what the active patch sets make of the packages and of all that they and their tests depend on, and an \
      overlay.json that puts these files into the places of the originals:

        routinex overlay .patched
        go vet -overlay=.patched/overlay.json ./...

      Which packages and files take part the go command tells, with its GOFLAGS. In a module's folder, a name that begins with \
      a dot or an underscore keeps ./... from finding Go packages there.

      From Go 1.25 on the go command takes no overlay for files below the module cache: packages there are left out, and said. \
      So are the packages of //routinex:link. The plain go command has no key for patches: once a set has changed, the overlay \
      is to be written anew.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder to write: one without Go files of its own. Files that routinex has not written are never overwritten.",
      valueName: "folder"),
    completion: .directory)
  var folder: RawArgument

  @Argument(help: ArgumentHelp("Packages, as go list takes them.", discussion: "Default: ./...", valueName: "package"))
  var packages: [RawArgument] = []

  @OptionGroup var sets: PatchesOption
  @OptionGroup var toolchain: ToolchainOption

  func run() throws {
    let folder = try OverlayFolder(folder.bytes, from: workingFolders().first ?? ByteString("/"))
    let program =
      try toolchain.goRoot == nil ? ByteString("go") : Path.join(toolchain.root().path, ByteString("bin/go"))
    let queries = GoQueries(folder: nil, program: program)
    let sets = try ActiveSets(option: sets.elements, search: SetPackages(queries: queries)).find()
    let build = try PatchedBuild(
      packages.isEmpty ? [ByteString("./...")] : packages.map(\.bytes), sets, queries)
    build.remarks.forEach(Message.error)
    try folder.write(build.packages.flatMap(\.files))
    if build.packages.isEmpty {
      let names = sets.map(\.name.shown).joined(separator: ", ")
      Message.error("\(names) \(sets.count == 1 ? "changes" : "change") nothing in this build")
    }
    let width = build.packages.map(\.importPath.shown.count).max() ?? 0
    var text = ""
    for package in build.packages {
      let name = package.importPath.shown
      let count = package.files.count
      text += name + String(repeating: " ", count: width + 2 - name.count) + "\(count) file\(count == 1 ? "" : "s")\n"
    }
    guard Message.output(ByteString(text + "-overlay=\(folder.overlay.shown)\n")) else {
      throw Findings(.fileSystem, "cannot write to standard output")
    }
  }
}
