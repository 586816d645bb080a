package import Bytes

/// The arguments of `compile`, without the tool's path and with response files expanded
/// (cmd/compile/internal/base/flag.go, CmdFlags; cmd/go/internal/work/gc.go, gcToolchain.gc). Of a repeated flag the
/// last one counts.
package struct CompileCommand {
  package let arguments: [ByteString]
  /// `-o`: the object or archive to write.
  package private(set) var output: ByteString?
  /// `-p`: the package path, which is not always the import path: see `PackageIdentity`.
  package private(set) var packagePath: ByteString?
  /// `-trimpath`: `FROM=>TO;FROM=>TO`, the first prefix that fits counts (cmd/internal/objabi/line.go, ApplyRewrites).
  package private(set) var trimpath: FlagValue?
  /// `-goversion`: `go1.24.11`; devel toolchains do not give it.
  package private(set) var goVersion: ByteString?
  package private(set) var isRace = false
  package private(set) var isMSan = false
  package private(set) var isASan = false
  /// `-std`: a package of the standard library.
  package private(set) var isStandard = false
  package var importcfg: ByteString? { importcfgValue.map { arguments[$0] } }
  private var importcfgValue: FlagValue?
  package private(set) var embedcfg: ByteString?
  /// `-symabis`: what the package's assembly defines and refers to.
  package private(set) var symabis: ByteString?
  package private(set) var coveragecfg: ByteString?
  /// `-routinex`, which is this program's own and stands in `arguments` no more: the key of the package's patches.
  package let key: ByteString?
  /// The index of the first file to compile.
  package private(set) var fileStart = 0

  /// How the key stands on the command line, where the package's `-gcflags` stand.
  package static let keyFlag: StaticString = "-routinex="

  /// Whether an argument is the key's flag. No file's name begins so: cmd/go names files by absolute paths.
  package static func isKey(_ argument: ByteString) -> Bool { argument.hasPrefix(keyFlag) }

  package var files: [ByteString] { Array(arguments[fileStart...]) }

  package init(_ given: [ByteString]) {
    key = given.last(where: Self.isKey).map { Array($0.dropFirst(Self.keyFlag.utf8CodeUnitCount)) }
    let arguments = key == nil ? given : given.filter { !Self.isKey($0) }
    self.arguments = arguments
    fileStart = FlagScanner(arguments: arguments, table: Self.flags).scan(from: 0) { flag in
      let value = flag.value.map { arguments[$0] }
      // A boolean that compile will refuse counts as given.
      let isOn = value.flatMap { goBoolean($0) } ?? true
      switch flag.name {
      case "o": output = value
      case "p": packagePath = value
      case "trimpath": trimpath = flag.value
      case "goversion": goVersion = value
      case "race": isRace = isOn
      case "msan": isMSan = isOn
      case "asan": isASan = isOn
      case "std": isStandard = isOn
      case "importcfg": importcfgValue = flag.value
      case "embedcfg": embedcfg = value
      case "symabis": symabis = value
      case "coveragecfg": coveragecfg = value
      default: break
      }
    }
  }

  /// The files that `go build -overlay` puts in the place of others, and the paths that these have. The `-trimpath` list
  /// tells (cmd/go/internal/work/gc.go, Action.trimpath): with the go command's own `-trimpath` it has them below the name
  /// that it gives to the package's folder.
  package var overlaid: [ByteString: ByteString] {
    guard let trimpath else { return [:] }
    let arrow = ByteString("=>")
    let rewrites = arguments[trimpath].split(separator: ASCII.semicolon).compactMap { element -> PathRewrite? in
      element.firstRange(of: arrow).map {
        PathRewrite(from: Array(element[..<$0.lowerBound]), to: Array(element[$0.upperBound...]))
      }
    }
    var result: [ByteString: ByteString] = [:]
    for rewrite in rewrites where !rewrite.to.isEmpty {
      let folder = Path.directory(rewrite.to)
      let original = rewrites.first { $0.to == folder }.map {
        Path.join($0.from, Path.lastComponent(rewrite.to))
      }
      result[rewrite.from] = original ?? rewrite.to
    }
    return result
  }

  /// The value of `-p` in a call of compile that has no response file, in its place: what most calls are passed on for.
  package static func packagePath(in arguments: ArgumentVector, of call: ToolCall) -> UnsafeRawBufferPointer? {
    var path: FlagValue?
    _ = FlagScanner(arguments: arguments, table: flags).scan(from: call.argumentsStart) { flag in
      if flag.name.equals("p") { path = flag.value }
    }
    return path.map { UnsafeRawBufferPointer(rebasing: arguments[$0.position][$0.offset...]) }
  }

  /// Whether a call without a response file was given a key. Copies nothing.
  package static func hasKey(in arguments: ArgumentVector, of call: ToolCall) -> Bool {
    arguments[call.argumentsStart...].contains { $0.hasPrefix(keyFlag) }
  }

  /// The arguments with these files in place of the given ones, and with `rewrites` in front of the `-trimpath` list
  /// (an own flag if there is none); with another file behind `-importcfg` unless it is nil; everything else byte for byte.
  package func rewritten(
    files: [ByteString], trimpath rewrites: [PathRewrite], importcfg: ByteString? = nil
  ) -> [ByteString] {
    var result = Array(arguments[..<fileStart])
    if let importcfg, let importcfgValue { result[importcfgValue] = importcfg }
    if !rewrites.isEmpty {
      var list = ByteString(rewrites.map(\.text).joined(separator: [ASCII.semicolon]))
      if let trimpath {
        if !result[trimpath].isEmpty { list += ByteString(";") + result[trimpath] }
        result[trimpath] = list
      } else {
        result.insert(contentsOf: [ByteString("-trimpath"), list], at: 0)
      }
    }
    return result + files
  }

  /// The union over Go 1.19 to 1.27. `%` was an int in 1.19.
  static let flags = FlagTable(
    booleans: """
      % + B C E K L N S V W asan clobberdead clobberdeadreg complete dwarf dwarfbasentries dwarflocationlists \
      dynlink e errorurl h j l linkshared live m msan nolocalimports pack r race shared smallframes std t u v w \
      wb
      """,
    valued: """
      D I asmhdr bench blockprofile buildid c coveragecfg cpuprofile d embedcfg env gendwarfinl goversion \
      importcfg installsuffix json lang linkobj memprofile memprofilerate mutexprofile o p pgoprofile spectre \
      symabis traceprofile trimpath
      """)
}

/// An element of a `-trimpath` list: what compile records for files under `from`, or for the file `from`.
package struct PathRewrite: Equatable {
  package let from: ByteString
  package let to: ByteString

  package init(from: ByteString, to: ByteString) {
    self.from = from
    self.to = to
  }

  var text: ByteString { from + ByteString("=>") + to }
}
