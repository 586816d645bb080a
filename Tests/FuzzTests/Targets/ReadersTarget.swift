import Bytes
import Entry
import Findings
import GoSyntax
import Host
import Patching
import SystemInterface
import TestSupport
import Toolexec
import Weaving

@testable import Commands
@testable import GoPackages

/// The files and values of the go command that the authoring commands and `routinex go` read: go.mod, vendor/modules.txt,
/// VERSION, exp.go, go/env, the action graph, records, and a file `args` with what stands behind `routinex go`.
extension FuzzTarget {
  static let readers = FuzzTarget(name: "readers", pieces: ReaderPieces.all) { (input) throws(Defect) in
    let archive = Archive(input)
    let files = archive.byPath
    readFiles(MemoryFiles(files), archive)
    try checkArguments((archive["args"] ?? []).lines.map { $0.filter { $0 != 0 } })
    for (name, bytes) in archive.files {
      if name.equals("graph.json") { _ = ActionGraph(bytes) }
      if name.equals("record") { try checkRecord(bytes) }
      if name.equals("fields") { try checkFields(bytes) }
      if name.equals("patterns") { checkPatterns(bytes.lines) }
      if name.equals("times") { for line in bytes.lines { _ = nanoseconds(since1970: line.text) } }
    }
  }

  private static func readFiles(_ files: MemoryFiles, _ archive: Archive) {
    let environment = Environment { (name) -> ByteString? in
      switch "\(name)" {
      case "HOME": ByteString("/home")
      case "GOMODCACHE": ByteString("/cache")
      case "GOEXPERIMENT": archive["experiment"]
      default: nil
      }
    }
    let settings = GoSettings.environment(environment, in: files)
    _ = settings["GOFLAGS"]
    let modules = Modules(workingFolder: ByteString("/module/sub"), environment: environment, files: files)
    for path in ["example.com/m/p", "example.com/d", "example.com/d/sub", "golang.org/x/y", ""] {
      _ = modules.packages(ByteString(path as String))
      _ = modules.packages(below: ByteString(path as String))
    }
    _ = modules.packages(below: [])
    if let root = GoRoot(ByteString("/go"), in: files) {
      for name in ["linux/amd64", "linux/arm64", "js/wasm", "linux/riscv64", "linux/arm"] {
        guard let platform = Platform(name) else { continue }
        _ = ToolTags.all(of: root, on: platform, environment: settings, in: files)
      }
    }
    for (_, bytes) in archive.files { _ = ImportClause.paths(bytes) }
  }

  // MARK: Values

  private static func checkArguments(_ arguments: [ByteString]) throws(Defect) {
    let read: GoArguments
    do throws(Findings) { read = try GoArguments(arguments) } catch { return }
    try require(
      (0...read.arguments.count).contains(read.insertion), "flags would be put outside of the go command's arguments")
    // What is no flag of this program is handed on, in its order.
    var rest = read.adding(flags: [])[...]
    for argument in arguments where argument == rest.first { rest = rest.dropFirst() }
    try require(rest.isEmpty, "the go command is given \(rest.map(\.text)), which nobody wrote there")
    let keys = [PackageKey(pattern: ByteString("example.com/..."), key: ByteString("0"))]
    let merged = KeyedGcflags(keys: keys, given: read.gcflags, goMinor: 25) { _ in false }
    _ = merged.merged(packages: [], tools: [], workingFolder: ByteString("/module"))
    _ = GoBuild.flags(inEnvironment: ByteString(arguments.joined(separator: [ASCII.space])))
  }

  private static func checkFields(_ bytes: ByteString) throws(Defect) {
    let fields = bytes.lines
    let quoted = fields.compactMap(GoQuoting.quoted)
    if quoted.count == fields.count {
      let text = ByteString(quoted.joined(separator: [ASCII.space]))
      try require(GoQuoting.split(text) == fields, "fields are quoted as \(shown(text)), which reads otherwise")
    }
    _ = GoQuoting.split(bytes)
    try require(VersionOrder.isOrder(fields), "versions of Go have no order: \(shown(bytes))")
  }

  private static func checkPatterns(_ lines: [ByteString]) {
    for pattern in lines.prefix(12) {
      for path in lines.prefix(12) {
        _ = ImportPathPattern.matches(pattern, path)
        _ = PackagePattern.matches(relative: pattern, folder: path, from: ByteString("/module"))
      }
      _ = PackagePattern(pattern, goMinor: 25)
    }
  }

  private static func checkRecord(_ bytes: ByteString) throws(Defect) {
    guard let record = ProcessRecord(encoded: bytes) else { return }
    try require(ProcessRecord(encoded: record.encoded) == record, "a record is written as another")
  }
}

private enum VersionOrder {
  static func isOrder(_ texts: [ByteString]) -> Bool {
    let versions = texts.prefix(8).map { GoVersion($0) }
    return versions.allSatisfy { a in versions.allSatisfy { b in !(a < b && b < a) } }
  }
}

private enum ReaderPieces {
  static let all = [
    "-- /module/go.mod --\n", "-- /module/vendor/modules.txt --\n", "-- /go/VERSION --\n",
    "-- /go/src/runtime/proc.go --\n",
    "-- /go/src/internal/buildcfg/exp.go --\n", "-- /go/src/internal/buildcfg/zbootstrap.go --\n",
    "-- /home/.config/go/env --\n", "-- args --\n", "-- graph.json --\n", "-- record --\n", "-- fields --\n",
    "-- patterns --\n", "-- times --\n", "-- experiment --\n", "-- /cache/example.com/d@v1.0.0/p.go --\n",
    "-- /cache/example.com/!d@v1.2.0-pre/p.go --\n", "module example.com/m\n", "go 1.24\n",
    "require example.com/d v1.0.0\n",
    "require (\n", ")\n", "replace example.com/d => ../d\n",
    "replace example.com/d v1.0.0 => example.com/!d v1.2.0-pre\n",
    "replace example.com/d => .\n", "=>", "\"", "`", "// indirect\n", "# example.com/d v1.0.0\n",
    "## explicit; go 1.20\n",
    "# example.com/d v1.0.0 => ../d\n", "example.com/d/sub\n", "go1.24.3\n", "go1.24rc1\n",
    "go1.99999999999999999999\n",
    "devel\n", "time 2026-01-01T00:00:00Z\n", "baseline := goexperiment.Flags{\n", "\tRegabi: true,\n", "}\n",
    "case \"amd64\", \"arm64\":\n", "x := goos != \"aix\"\n", "const DefaultGOARM64 = `v8.0`\n",
    "const DefaultGOAMD64 = `v1`\n",
    "GOFLAGS=-mod=mod\n", "GOARM64=v9.999999999999\n", "GOAMD64=v99999999999999999999\n", "GOARM=7\n",
    "GORISCV64=rva22u64\n",
    "GOENV=off\n", "build\n", "test\n", "run\n", "vet\n", "list\n", "-C\n", "dir\n", "-C=dir\n", "--patches\n",
    "--patches=a,b\n",
    "-v\n", "--verbose=true\n", "-gcflags\n", "-gcflags=all=-N -l\n", "-gcflags=./...=-N\n", "-toolexec=agent 'a b'\n",
    "--\n",
    "-args\n", "-tags=a,b\n", "./...\n", "main.go\n", "-run\n", "-test.v\n", "-json\n", "'", "a 'b c' \"d\"", "...",
    "/...",
    "a/...", ".../b", "vendor/...", "a/vendor/b\n", "all\n", "std\n", "cmd\n", "......",
    "[{\"ID\": 0, \"Mode\": \"build\"}]\n",
    "\"TimeStart\": \"2026-11-21T09:41:04.952983875+01:00\"", "\"Deps\": [1, 2]", "start 1\n1\n", "argument 3\na b\n",
    "status 1\n0\n", "file 1\n/\n", "bytes 0\n\n", "before 0\n\n", "end 20\n", "2026-11-21T09:41:04.952983875+01:00\n",
    "9999-99-99T99:99:99Z\n", "noswissmap,rangefunc,none\n", "import (\n", "import \"a\"\n", "package p\n", "\r", "\t",
    "/*",
    "//", "import . \"\n", "+", "9999",
  ]
}
