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
      Writes the patched files of the packages, and of all packages that they and their tests depend on, and an \
      overlay.json that makes the go command use these files instead of the originals:

        routinex overlay .patched
        go vet -overlay=.patched/overlay.json ./...

      The go command, with its GOFLAGS, decides which packages and files take part. If the folder is in a module, \
      begin its name with a dot or an underscore: then ./... skips it.

      From Go 1.25 on, the go command accepts no overlay for files below the module cache. The overlay leaves out the \
      packages there, and those of //routinex:link; messages name them. The plain go command does not track patch \
      sets: if a set changes, write the overlay again.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder to write, without Go sources of its own. Only files that routinex wrote are overwritten.",
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
