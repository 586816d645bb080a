import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What patches import is compiled as the build itself would: each way to a difference has a test here.
  @Suite struct OutsideFlagTests {
    private static let logged = "logger begins\nlog: /path\n"

    @Test("flags of the build", arguments: Setup.newest)
    func flags(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeLoggingSet()
      for flag in ["-race", "-trimpath", "-buildmode=pie", "-tags=tag", "-ldflags=-s", "-modfile=../other.mod"] {
        if flag.hasPrefix("-modfile") {
          try program.workspace.copy(program.workspace.path("m/go.mod"), to: "other.mod")
        }
        #expect(try program.says("set", flag) == Self.logged, "\(flag)")
      }
    }

    @Test("-gcflags and -asmflags mean the packages of the build", arguments: Setup.newest)
    func gcflags(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeLoggingSet()
      // The program has the package as well, without the flags.
      try program.write("m/app/more.go", "package main\n\nimport _ \"example.com/m/logger\"\n")
      for flag in ["-gcflags=-N -l", "-gcflags=all=-l", "-gcflags=./...=-N", "-gcflags=./app=-N", "-asmflags=-D=X"] {
        #expect(try program.says("set", flag) == Self.logged, "\(flag)")
      }
      #expect(try program.says(environment: ["GOFLAGS": "-gcflags=-N"]) == Self.logged)
    }

    @Test("coverage of programs", arguments: Setup.newest)
    func coverage(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeLoggingSet()
      try program.write("m/app/more.go", "package main\n\nimport _ \"example.com/m/text\"\n")
      func runs(_ flags: String...) throws -> String {
        let out = program.workspace.path("out")
        let patches = "--patches=" + program.workspace.path("set")
        let run = try Command(
          [Setup.routinex, "go", "build", patches, "-o", out] + flags + ["./app"], in: program.workspace.path("m"),
          environment: toolchain.environment(in: program.workspace)
        ).run()
        try run.succeeded()
        return try program.workspace.run("out", environment: ["GOCOVERDIR": program.workspace.path("tmp")]).succeeded()
          .errorText
      }
      #expect(try runs("-cover") == Self.logged)
      #expect(try runs("-cover", "-coverpkg=./text") == Self.logged)
      #expect(try runs("-cover", "-coverpkg=container/list,example.com/m/...", "-covermode=atomic") == Self.logged)
    }

    @Test("files on the command line, -C, -overlay", arguments: Setup.newest)
    func placesAndFiles(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      let workspace = program.workspace
      try program.writeLoggingSet()
      #expect(try program.says(package: "app/main.go") == Self.logged)
      let run = try program.keyed("run", "--patches", "../../set", "main.go", in: "m/app")
      #expect(run.errorText == Self.logged, "\(run)")
      try program.keyed("-C", "m", "build", "--patches", "set", "-o", workspace.path("out"), "./app", in: "")
        .succeeded()
      #expect(try workspace.run("out").errorText == Self.logged)
      try program.write("overlay/text.go", "package text\n\nfunc Prefix() string { return \"overlaid: \" }\n")
      try program.write(
        "overlay.json",
        "{\"Replace\": {\"\(workspace.path("m/text/text.go"))\": \"\(workspace.path("overlay/text.go"))\"}}")
      #expect(
        try program.says("set", "-overlay=" + workspace.path("overlay.json")) == "logger begins\noverlaid: /path\n")
    }

    @Test("a profile beside main", arguments: Setup.newest)
    func profiles(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.writeLoggingSet()
      #expect(try program.says() == Self.logged)
      // Of any program: this one alone needs the packages that write a profile.
      try program.write(
        "m/profile/main.go",
        """
        package main

        import (
        	"os"
        	"runtime/pprof"
        )

        func main() {
        	f, _ := os.Create(os.Args[1])
        	pprof.StartCPUProfile(f)
        	pprof.StopCPUProfile()
        	f.Close()
        }

        """)
      try program.plain("run", "./profile", program.workspace.path("m/app/default.pgo")).succeeded()
      #expect(try program.says() == Self.logged)
      let both = try program.keyed("build", "--patches", "../set", "./app", "./text")
      #expect(both.failed && both.errorText.contains("give -pgo=off or -pgo=FILE for all"), "\(both)")
      try program.keyed("build", "--patches", "../set", "-pgo=off", "./app", "./text").succeeded()
    }
  }
}
