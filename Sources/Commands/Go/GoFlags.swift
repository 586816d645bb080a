internal import Bytes

/// The go command's flags, for as much as it takes to tell them from the packages: the union over Go 1.19 to 1.27.
struct GoFlags {
  /// One argument, or two, of a subcommand's command line (cmd/go/internal/cmdflag, ParseOne; package flag, parseOne).
  enum Item: Equatable {
    /// `name` without dashes; `count` arguments with that of the value.
    case flag(name: ByteString, value: ByteString?, count: Int, isKnown: Bool)
    /// `--`
    case terminator
    case other
  }

  let subcommand: Subcommand

  func item(at position: Int, of arguments: [ByteString]) -> Item {
    let argument = arguments[position]
    if argument.equals("--") { return .terminator }
    let body = argument.drop { $0 == ASCII.dash }
    let dashes = argument.count - body.count
    guard dashes == 1 || dashes == 2, let first = body.first, first != ASCII.equals else { return .other }
    if let equals = body.firstIndex(of: ASCII.equals) {
      let name = Array(body[..<equals])
      return .flag(
        name: name, value: Array(body[(equals + 1)...]), count: 1, isKnown: takesValue(name) != nil)
    }
    let name = Array(body)
    guard takesValue(name) == true, position + 1 < arguments.count else {
      return .flag(name: name, value: nil, count: 1, isKnown: takesValue(name) != nil)
    }
    return .flag(name: name, value: arguments[position + 1], count: 2, isKnown: true)
  }

  /// Whether the flag takes the next argument for its value; nil for one that is not known.
  private func takesValue(_ given: ByteString) -> Bool? {
    var name = given
    if subcommand == .test, name.hasPrefix("test.") { name.removeFirst(5) }
    let own = subcommand.flags
    if own.valued.contains(where: { name.equals($0) }) { return true }
    if own.booleans.contains(where: { name.equals($0) }) { return false }
    if Self.valued.contains(where: { name.equals($0) }) { return true }
    return Self.booleans.contains { name.equals($0) } ? false : nil
  }

  // cmd/go/internal/work/build.go, AddBuildFlags and AddCoverFlags; cmd/go/internal/base/flag.go.
  private static let booleans: [StaticString] = [
    "a", "asan", "buildvcs", "cover", "i", "json", "linkshared", "modcacherw", "msan", "n", "race", "trimpath", "v",
    "work", "x",
  ]
  private static let valued: [StaticString] = [
    "C", "asmflags", "buildmode", "compiler", "covermode", "coverpkg", "debug-actiongraph", "debug-runtime-trace",
    "debug-trace", "gccgoflags", "gcflags", "installsuffix", "ldflags", "mod", "modfile", "o", "overlay", "p", "pgo",
    "pkgdir", "tags", "toolexec",
  ]

  /// Those of the flags that decide which packages there are, so that `go list` must have them too.
  static func selectsPackages(_ name: ByteString) -> Bool {
    let names: [StaticString] = [
      "asan", "buildmode", "compiler", "installsuffix", "mod", "modcacherw", "modfile", "msan", "overlay", "race",
      "tags",
    ]
    return names.contains { name.equals($0) }
  }
}

/// The subcommands of the go command that compile packages.
enum Subcommand: String {
  case build, fix, install, list, run, test, vet

  /// Whether the tests of the packages that are named take part.
  var concernsTests: Bool {
    switch self {
    case .build, .install, .run: false
    case .fix, .list, .test, .vet: true
    }
  }

  var flags: (booleans: [StaticString], valued: [StaticString]) {
    switch self {
    case .build, .install: ([], [])
    case .run: ([], ["exec"])
    case .list:
      (["compiled", "deps", "e", "export", "find", "m", "retracted", "test", "u", "versions"], ["f", "reuse"])
    // cmd/vet's own flags, all of which the go command knows by asking for them, are boolean but for these.
    case .vet:
      (
        ["diff", "fix", "flags"],
        [
          "V", "c", "printf.funcs", "printfuncs", "unusedfuncs", "unusedresult.funcs", "unusedresult.stringmethods",
          "unusedstringmethods", "vettool",
        ]
      )
    case .fix: (["diff", "flags"], ["V", "c", "fix", "fixtool", "go"])
    // cmd/go/internal/test/testflag.go, init.
    case .test:
      (
        ["artifacts", "benchmem", "c", "failfast", "fullpath", "short"],
        [
          "bench", "benchtime", "blockprofile", "blockprofilerate", "count", "coverprofile", "cpu", "cpuprofile",
          "exec",
          "fuzz", "fuzzminimizetime", "fuzztime", "list", "memprofile", "memprofilerate", "mutexprofile",
          "mutexprofilefraction", "outputdir", "parallel", "run", "shuffle", "skip", "timeout", "trace", "vet",
        ]
      )
    }
  }
}
