import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// Whatever decides about a package is flipped, and back, in one cache: each build gets what it asks for.
  @Suite struct DecisionInputsTests {
    /// How a build gets its patches.
    enum Way: String, CaseIterable { case toolexec, keys }

    /// A package without imports, so that a build compiles it alone, and a set that makes `Text` say something else.
    private struct Library {
      let way: Way
      let toolchain: Toolchain
      let workspace: Workspace
      /// What stands in front of this program in the chain.
      var agent = ""
      var folder = "m"
      var package = "./p"
      var flags: [String] = []

      init(_ way: Way, _ toolchain: Toolchain) throws {
        self.way = way
        self.toolchain = toolchain
        workspace = try Workspace()
        try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
        try workspace.write(Self.source("plain"), to: "m/p/p.go")
      }

      static func source(_ text: String) -> String {
        "package p\n\nfunc Text() string { return \"\(text) text\" }\n"
      }

      /// Writes the set's file for the package: with lines above the package clause.
      func patch(_ header: String, saying text: String, for path: String = "example.com/m/p") throws {
        try workspace.write(
          header + "\n\npackage p\n\n//routinex:replace\nfunc Text() string { return \"\(text) text\" }\n",
          to: "set/\(path)/patch.go")
      }

      func build(_ extra: [String: String] = [:]) throws -> Run {
        let environment = toolchain.environment(in: workspace).merging(["GOCACHE": workspace.path("cache")]) { $1 }
        let set = workspace.path("set")
        let command =
          switch way {
          case .toolexec:
            [toolchain.root + "/bin/go", "build", "-toolexec=\(agent)\(Setup.routinex) --patches \(set)"]
          case .keys: [Setup.routinex, "go", "build", "--patches", set]
          }
        return try Command(
          command + flags + ["-o", workspace.path("out.a"), package], in: workspace.path(folder),
          environment: environment.merging(extra) { $1 }
        ).run()
      }

      /// Which of the texts the object holds.
      func says(_ texts: String..., environment: [String: String] = [:]) throws -> [String] {
        try build(environment).succeeded()
        let object = try workspace.read("out.a")
        return texts.filter { object.range(of: Data("\($0) text".utf8)) != nil }
      }
    }

    @Test("cgo", arguments: Way.allCases, Setup.newest)
    func cgo(way: Way, toolchain: Toolchain) throws {
      let library = try Library(way, toolchain)
      try library.patch("//go:build cgo", saying: "cgo")
      for _ in 0..<2 {
        #expect(try library.says("cgo", "plain", environment: ["CGO_ENABLED": "1"]) == ["cgo"])
        #expect(try library.says("cgo", "plain", environment: ["CGO_ENABLED": "0"]) == ["plain"])
      }
    }

    @Test("the version in vendor/modules.txt", arguments: Way.allCases, Setup.newest)
    func vendored(way: Way, toolchain: Toolchain) throws {
      var library = try Library(way, toolchain)
      library.package = "v.example/p"
      library.flags = ["-mod=vendor"]
      try library.workspace.write(Library.source("plain"), to: "m/vendor/v.example/p/p.go")
      try library.patch("//routinex:module >=v1.3.0", saying: "new", for: "v.example/p")
      for _ in 0..<2 {
        for (version, text) in [("v1.2.0", "plain"), ("v1.3.0", "new")] {
          try library.workspace.write(
            "module example.com/m\n\ngo 1.18\n\nrequire v.example/p \(version)\n", to: "m/go.mod")
          try library.workspace.write(
            "# v.example/p \(version)\n## explicit; go 1.18\nv.example/p\n", to: "m/vendor/modules.txt")
          #expect(try library.says("new", "plain") == [text])
        }
      }
    }

    @Test("a file that tags admit", arguments: Way.allCases, Setup.newest)
    func admitted(way: Way, toolchain: Toolchain) throws {
      let library = try Library(way, toolchain)
      try library.workspace.write("//routinex:tags fast\n\npackage p\n", to: "set/example.com/m/p/patch.go")
      func write(_ text: String?) throws {
        let file = "m/p/fast.go"
        guard let text else { return try FileManager.default.removeItem(atPath: library.workspace.path(file)) }
        try library.workspace.write(
          "//go:build fast\n\npackage p\n\nfunc Fast() string { return \"\(text) text\" }\n", to: file)
      }
      for _ in 0..<2 {
        for text in ["one", "two"] {
          try write(text)
          #expect(try library.says("one", "two") == [text])
        }
        try write(nil)
        #expect(try library.says("one", "two") == [])
      }
    }

    @Test(
      "the platform and the instrumentation, which the go command tells apart", arguments: Way.allCases, Setup.newest)
    func platform(way: Way, toolchain: Toolchain) throws {
      let library = try Library(way, toolchain)
      try library.patch("//go:build arm64 || windows", saying: "other")
      for _ in 0..<2 {
        #expect(try library.says("other", "plain", environment: ["GOARCH": "amd64", "GOOS": "linux"]) == ["plain"])
        #expect(try library.says("other", "plain", environment: ["GOARCH": "arm64", "GOOS": "linux"]) == ["other"])
        #expect(try library.says("other", "plain", environment: ["GOARCH": "amd64", "GOOS": "windows"]) == ["other"])
      }
    }

    @Test("a main module in a folder that is called like a version", arguments: Way.allCases, Setup.newest)
    func folderLikeAVersion(way: Way, toolchain: Toolchain) throws {
      var library = try Library(way, toolchain)
      library.package = "."
      try library.workspace.write("module example.com/work\n\ngo 1.18\n", to: "example.com/work@v1.3.0/go.mod")
      try library.workspace.write(Library.source("plain"), to: "example.com/work@v1.3.0/p.go")
      library.folder = "example.com/work@v1.3.0"
      // Of the version of a main module nothing is known, and the patch applies.
      try library.patch("//routinex:module <v1.0.0", saying: "old", for: "example.com/work")
      #expect(try library.says("old", "plain") == ["old"])
    }

    @Test("a set that is edited, or loses a file, while the build runs", arguments: Way.allCases, Setup.newest)
    func changed(way: Way, toolchain: Toolchain) throws {
      var library = try Library(way, toolchain)
      let workspace = library.workspace
      let file = workspace.path("set/example.com/m/p/patch.go")
      // Once the tools have given their IDs, or `routinex go` has read the set.
      try workspace.write(
        """
        #!/bin/sh
        case "$1 $*" in
          build*) set -- "$REAL" "$@"; sh -c "$EDIT" ;;
          *-V=full*) ;;
          */compile*) sh -c "$EDIT" ;;
          *) [ -x "$1" ] || set -- "$REAL" "$@" ;;
        esac
        exec "$@"

        """, to: "bin/go")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: workspace.path("bin/go"))
      library.agent = workspace.path("bin/go") + " "
      var environment = ["REAL": toolchain.root + "/bin/go"]
      if way == .keys { environment["PATH"] = "\(workspace.path("bin")):/usr/bin:/bin" }

      try library.patch("", saying: "one")
      try workspace.copy(file, to: "one.go")
      try library.patch("", saying: "two")
      try workspace.copy(file, to: "two.go")
      let put = { (text: String) in "cp \(workspace.path(text)).go \(file)" }
      try Command(["/bin/sh", "-c", put("one")], in: workspace.root, environment: [:]).run().succeeded()
      for edit in [put("two"), "rm \(file)", "mv \(workspace.path("two.go")) \(file)"] {
        let run = try library.build(environment.merging(["EDIT": edit]) { $1 })
        #expect(run.failed && run.errorText.contains("the patches changed while the build ran; run it again"), "\(run)")
        // What it would have kept is asked for only now, after the text went back.
        try Command(["/bin/sh", "-c", put("one")], in: workspace.root, environment: [:]).run().succeeded()
        #expect(try library.says("one", "two", environment: environment.merging(["EDIT": ":"]) { $1 }) == ["one"])
        // Else nothing is compiled, and nothing can go wrong.
        for name in ["cache", "out.a"] { try FileManager.default.removeItem(atPath: workspace.path(name)) }
      }
    }
  }
}
