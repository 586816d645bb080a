import Foundation
import Testing
import Toolchains

/// `routinex go` with a set that imports a package of the module, which its target does not: what is imported is compiled as the
/// build itself would compile it.
enum OutsideRows {
  static let group = MatrixGroup(
    name: "Patches that import, under `routinex go`", rows: flags + files + builds + caches)

  /// What the program says where the set is in it.
  private static let logged = "logger begins\nlog: /path\n"

  private static func flag(_ flags: String..., sample: MatrixRow.Sample? = nil) -> MatrixRow {
    MatrixRow("imports: " + flags.joined(separator: " "), sample: sample) { build in
      try requireLogged(try program(build), flags)
      return .works()
    }
  }

  /// Instead of the set of other rows.
  private static func program(_ build: MatrixBuild) throws -> OutsideProgram {
    try build.remove("set")
    let program = try OutsideProgram(build.toolchain, in: build.workspace)
    try program.writeLoggingSet()
    return program
  }

  /// Builds with flags and in an environment, and requires that the program logs.
  private static func requireLogged(
    _ program: OutsideProgram, _ flags: [String] = [], _ environment: [String: String] = [:],
    says text: String = logged
  ) throws {
    let out = program.workspace.path("out")
    let words = [Setup.routinex, "go", "build", "--patches", program.workspace.path("set"), "-o", out]
    try program.run(words + flags + ["./app"], in: "m", environment).succeeded()
    let run = try program.workspace.run("out", environment: ["GOCOVERDIR": program.workspace.path("tmp")]).succeeded()
    try #require(run.errorText == text, "\(run)")
  }

  private static let flags = [
    flag("-race"), flag("-trimpath"), flag("-tags=tag"), flag("-buildmode=pie"), flag("-ldflags=-s -w"),
    flag("-gcflags=-N -l"), flag("-gcflags=all=-l"), flag("-gcflags=./...=-N"), flag("-asmflags=-D=X"),
    MatrixRow("imports: -cover, -coverpkg") { build in
      if build.toolchain.minor < 20 { return .absent("Go 1.20 added `go build -cover`") }
      let program = try program(build)
      try requireLogged(program, ["-cover"])
      try requireLogged(program, ["-cover", "-coverpkg=container/list,example.com/m/...", "-covermode=atomic"])
      return .works()
    },
    sanitizer("address", flag: "-asan", compilers: ["gcc", "clang"]),
    sanitizer("memory", flag: "-msan", compilers: ["clang"]),
  ]

  private static let files = [
    MatrixRow("imports: GOFLAGS") { build in
      let program = try program(build)
      try requireLogged(program, [], ["GOFLAGS": "-mod=mod -trimpath -tags=tag -gcflags=all=-N"])
      return .works()
    },
    MatrixRow("imports: -C") { build in
      if build.toolchain.minor < 20 { return .absent("Go 1.20 added -C") }
      let program = try program(build)
      let set = ["--patches", build.workspace.path("set"), "-o", build.workspace.path("out")]
      try program.run([Setup.routinex, "go", "build", "-C", "m"] + set + ["./app"], in: "", [:]).succeeded()
      try #require(try build.workspace.run("out").succeeded().errorText == logged)
      return .works()
    },
    MatrixRow("imports: -overlay") { build in
      let program = try program(build)
      try program.write(
        "overlaid.go", "package text\n\n//go:noinline\nfunc Prefix() string { return \"overlaid: \" }\n")
      let paths = ["m/text/text.go", "overlaid.go"].map(build.workspace.path)
      try program.write("overlay.json", "{\"Replace\": {\"\(paths[0])\": \"\(paths[1])\"}}\n")
      try requireLogged(program, ["-overlay=../overlay.json"], says: "logger begins\noverlaid: /path\n")
      try requireLogged(program)
      return .works()
    },
    MatrixRow("imports: -modfile with another replacement, and -mod=vendor") { build in
      let program = try program(build)
      for name in ["one", "two"] {
        try program.write("\(name)/go.mod", "module example.com/dep\n\ngo 1.18\n")
        try program.write(
          "\(name)/d.go", "package dep\n\n//go:noinline\nfunc Name() string { return \"\(name): \" }\n")
        try program.write(
          name == "one" ? "m/go.mod" : "m/other.mod",
          "module example.com/m\n\ngo 1.18\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ../\(name)\n"
        )
      }
      try program.write(
        "m/text/text.go",
        "package text\n\nimport \"example.com/dep\"\n\n//go:noinline\nfunc Prefix() string { return dep.Name() }\n")
      try requireLogged(program, says: "logger begins\none: /path\n")
      try requireLogged(program, ["-modfile=other.mod"], says: "logger begins\ntwo: /path\n")
      try program.plain("mod", "vendor", environment: ["GOFLAGS": "-mod=mod"]).succeeded()
      let vendor = ["GOFLAGS": "-mod=vendor"]
      try requireLogged(program, [], vendor, says: "logger begins\none: /path\n")
      try program.write(
        "m/vendor/example.com/dep/d.go", "package dep\n\n//go:noinline\nfunc Name() string { return \"vendored: \" }\n")
      try requireLogged(program, [], vendor, says: "logger begins\nvendored: /path\n")
      return .works()
    },
    MatrixRow("imports: a default.pgo in the folder of package main") { build in
      if build.toolchain.minor < 21 { return .absent("-pgo=auto is the default from Go 1.21 on") }
      let program = try program(build)
      try program.write(
        "m/profile/main.go",
        "package main\n\nimport (\n\t\"os\"\n\t\"runtime/pprof\"\n)\n\nfunc main() {\n"
          + "\tf, _ := os.Create(os.Args[1])\n\tpprof.StartCPUProfile(f)\n\tpprof.StopCPUProfile()\n\tf.Close()\n}\n")
      try program.plain("run", "./profile", build.workspace.path("m/app/default.pgo")).succeeded()
      try requireLogged(program)
      try requireLogged(program, ["-pgo=off"])
      return .works()
    },
  ]

  /// What C code a sanitizer watches is in the package that is imported.
  private static func sanitizer(_ name: String, flag: String, compilers: [String]) -> MatrixRow {
    MatrixRow("imports: " + flag, sample: .newestWhereItCan) { build in
      guard let compiler = try Sanitizers.compiler(with: name, of: compilers, build) else {
        return .absent("needs a C compiler with -fsanitize=\(name)")
      }
      let program = try program(build)
      try program.write(
        "m/text/c.go",
        "package text\n\n// static int two(void) { return 2; }\nimport \"C\"\n\nfunc init() { println(C.two()) }\n")
      try requireLogged(program, [flag], ["CC": compiler], says: "2\n" + logged)
      return .works("C compiler: \((compiler as NSString).lastPathComponent)")
    }
  }

  private static let builds = [
    MatrixRow("imports: GOEXPERIMENT", sample: .newest) { build in
      let program = try program(build)
      // There on every Go, and off in its releases.
      let experiment = ["GOEXPERIMENT": "fieldtrack"]
      try requireLogged(program, [], experiment)
      try #require(try build.workspace.read("out").contains("X:fieldtrack"))
      try requireLogged(program)
      try #require(try !build.workspace.read("out").contains("X:fieldtrack"))
      return .works()
    },
    MatrixRow("imports: -buildmode=plugin", sample: .newest) { build in
      let program = try program(build)
      try program.write(
        "m/plugin/main.go",
        "package main\n\nimport (\n\t\"C\"\n\t\"container/list\"\n)\n\n"
          + "func Call() {\n\t\(program.target.call)\n}\n\nfunc main() {}\n")
      try program.write(
        "m/host/main.go",
        """
        package main

        import (
        	"container/list"
        	"os"
        	"plugin"
        )

        func main() {
        	\(program.target.call)
        	p, err := plugin.Open(os.Args[1])
        	if err != nil {
        		println(err.Error())
        		os.Exit(1)
        	}
        	call, _ := p.Lookup("Call")
        	call.(func())()
        }

        """)
      let plugin = build.workspace.path("plugin.so")
      let set = ["build", "--patches", build.workspace.path("set")]
      for words in [["-buildmode=plugin", "-o", plugin, "./plugin"], ["-o", build.workspace.path("out"), "./host"]] {
        try program.run([Setup.routinex, "go"] + set + words, in: "m", [:]).succeeded()
      }
      let run = try build.workspace.run("out", plugin).succeeded()
      // One logger is there for both.
      try #require(run.errorText == "logger begins\nlog: /path\nlog: /path\n", "\(run)")
      return .works()
    },
    MatrixRow("imports: another platform") { build in
      let program = try program(build)
      let foreign = ["GOOS": "windows", "GOARCH": "arm64", "CGO_ENABLED": "0"]
      if build.toolchain.minor < 17 { return .absent("this Go does not know windows/arm64") }
      let words = [Setup.routinex, "go", "build", "--patches", build.workspace.path("set")]
      try program.run(words + ["-o", build.workspace.path("out"), "./app"], in: "m", foreign).succeeded()
      try #require(try build.workspace.read("out").contains("logger begins"))
      return .works("windows/arm64, built, not run")
    },
  ]

  private static let caches = [
    MatrixRow("imports: another version of a module in go.mod, and back", sample: .newest) { build in
      let program = try program(build)
      func select(_ version: String) throws {
        try program.write(
          "m/go.mod",
          "module example.com/m\n\ngo 1.18\n\nrequire example.com/dep \(version)\n\n"
            + "replace (\n\texample.com/dep v1.0.0 => ../dep0\n\texample.com/dep v1.1.0 => ../dep1\n)\n")
      }
      for (folder, name) in [("dep0", "old"), ("dep1", "new")] {
        try program.write("\(folder)/go.mod", "module example.com/dep\n\ngo 1.18\n")
        try program.write(
          "\(folder)/d.go", "package dep\n\n//go:noinline\nfunc Name() string { return \"\(name): \" }\n")
      }
      try program.write(
        "m/text/text.go",
        "package text\n\nimport \"example.com/dep\"\n\n//go:noinline\nfunc Prefix() string { return dep.Name() }\n")
      var programs: [Data] = []
      for (version, name) in [("v1.0.0", "old"), ("v1.1.0", "new"), ("v1.0.0", "old")] {
        try select(version)
        try requireLogged(program, says: "logger begins\n\(name): /path\n")
        programs.append(try build.workspace.read("out"))
      }
      try #require(programs[0] == programs[2] && programs[0] != programs[1])
      // Going back takes the old objects.
      try #require(try program.compiled() == [])
      return .works()
    },
    MatrixRow("imports: GOCACHEPROG", sample: .newest) { build in
      if build.toolchain.minor < 24 { return .absent("Go 1.24 added GOCACHEPROG") }
      let program = try program(build)
      let cache = try build.cacheProgram()
      try build.workspace.makeFolder("objects")
      try build.workspace.makeFolder("local")
      let value = "\(cache) -shared \(build.workspace.path("objects")) -local \(build.workspace.path("local"))"
      // Packages that need nothing: the cache is empty, and a program would have all of package runtime compiled.
      let words = [
        Setup.routinex, "go", "build", "--patches", build.workspace.path("set"), "-v", "-o",
        build.workspace.path("list.a"), "container/list",
      ]
      try program.write("m/text/text.go", "package text\n\nfunc Prefix() string { return \"log: \" }\n")
      func compiled() throws -> [String] {
        try program.run(words, in: "m", ["GOCACHEPROG": value]).succeeded().errorLines.map(String.init)
      }
      let first = try compiled()
      try #require(first.contains("container/list") && !build.workspace.files(below: "objects").isEmpty, "\(first)")
      let object = try build.workspace.read("list.a")
      try #require(try compiled() == [])
      try program.writeText("edited")
      try #require(try compiled().contains("container/list"))
      try program.write("m/text/text.go", "package text\n\nfunc Prefix() string { return \"log: \" }\n")
      try #require(try compiled() == [])
      try #require(try build.workspace.read("list.a") == object)
      return .works()
    },
  ]
}
