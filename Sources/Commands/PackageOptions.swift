internal import ArgumentParser
internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Weaving

/// The flags that say of which build a package is meant, for the commands that look at one package of one build.
struct PackageOptions: ParsableArguments {
  @OptionGroup var toolchain: ToolchainOption

  @Option(
    help: ArgumentHelp(
      "The platform of the build.", discussion: "Default: GOOS and GOARCH, else this machine.",
      valueName: "goos/goarch"))
  var platform: RawArgument?

  @Option(
    name: .customLong("module"),
    help: ArgumentHelp(
      "A folder of a module that the working folder's module and the module cache lack; may be repeated.",
      valueName: "path[@version]=folder"))
  var modules: [RawArgument] = []

  func target() throws(Findings) -> Platform {
    guard let platform else { return Self.usualTarget }
    guard let result = Platform(platform.bytes) else {
      throw Findings(.usage, "'\(platform.shown)' is not a platform; write GOOS/GOARCH, such as linux/arm64")
    }
    return result
  }

  /// The one without the flag.
  static var usualTarget: Platform {
    let host = Platform.host
    let words = [("GOOS", host.goos), ("GOARCH", host.goarch)].map { name, standard in
      let value = environmentValue(name == "GOOS" ? "GOOS" : "GOARCH") ?? []
      return value.isEmpty ? standard : value
    }
    return Platform(ByteString(words.joined(separator: [ASCII.slash]))) ?? host
  }

  func namedModules() throws(Findings) -> [ModuleCopy] {
    let folder = workingFolders().first ?? ByteString("/")
    var result: [ModuleCopy] = []
    for text in modules {
      guard let copy = ModuleCopy(argument: text.bytes, workingFolder: folder) else {
        throw Findings(
          .usage,
          "'\(text.shown)' is not a module; write PATH=FOLDER or PATH@VERSION=FOLDER, such as "
            + "example.com/m@v1.2.3=/home/me/m")
      }
      result.append(copy)
    }
    return result
  }
}
