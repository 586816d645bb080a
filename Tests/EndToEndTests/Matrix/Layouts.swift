import Foundation
import Testing
import Toolchains

/// Modules, workspaces, vendoring, GOPATH mode, unusual paths, overlays.
enum Layouts {
  static let group = MatrixGroup(name: "Where the code is", rows: modes + places + Overlays.rows)

  private static let modes = [
    MatrixRow("a dependency from the module cache") { build in
      var build = build
      try build.useDependency()
      try build.buildsApp()
      try build.requireDependency("patched plain")
      return .works()
    },
    MatrixRow("a vendor folder", sample: .newest) { build in
      var build = build
      try build.useDependency()
      try build.go("mod", "tidy").succeeded()
      try build.go("mod", "vendor").succeeded()
      for gone in ["routine", "modules", "proxy"] { try build.remove(gone) }
      build.environment["GOPROXY"] = "off"
      build.environment["GOFLAGS"] = "-mod=vendor"
      try build.buildsApp()
      try build.requireDependency("patched plain")
      return .works()
    },
    MatrixRow("a replaced dependency") { build in
      try build.workspace.copy(MatrixBuild.fixtures + "/dep", to: "dep")
      try build.requireDependency()
      try build.append("\nreplace example.com/dep => ../dep\n", to: "app/go.mod")
      try build.buildsApp()
      // Its version is not known, so that the set's file for older ones applies too.
      try build.requireDependency("patched older")
      return .works()
    },
    MatrixRow("a workspace of several modules", sample: .ends) { build in
      var build = build
      try build.move("app/greet", to: "greet")
      try build.workspace.write("module example.com/app/greet\n\ngo 1.18\n", to: "greet/go.mod")
      try build.workspace.write("module example.com/app\n\ngo 1.18\n", to: "app/go.mod")
      try build.workspace.write("go 1.18\n\nuse (\n\t./app\n\t./greet\n\t./routine\n)\n", to: "go.work")
      build.environment["GOWORK"] = ""
      build.environment["GOFLAGS"] = ""
      try build.buildsApp()
      return .works()
    },
    MatrixRow("GOPATH mode") { build in
      var build = build
      try build.useGOPATH()
      try build.move("routine", to: "path/src/github.com/timandy/routine")
      try build.buildsApp(in: "path/src/example.com/app")
      return .works()
    },
    MatrixRow("GOPATH mode, with a vendor folder") { build in
      var build = build
      try build.useGOPATH()
      let app = "path/src/example.com/app"
      try build.move("routine", to: "path/src/github.com/timandy/routine")
      try build.workspace.copy(MatrixBuild.fixtures + "/dep", to: app + "/vendor/example.com/dep")
      try build.workspace.write(MatrixBuild.dependent, to: app + "/dep.go")
      try build.buildsApp(in: app)
      try build.requireDependency("patched in the vendor folder plain")
      return .works("a set uses the path that go list prints: `example.com/app/vendor/example.com/dep`")
    },
    MatrixRow("a file outside of any module") { build in
      var build = build
      build.environment["GOFLAGS"] = ""
      try build.workspace.copy(Setup.project + "/Tests/Fixtures/hello/main.go", to: "loose/main.go")
      let out = build.workspace.path("out")
      try build.go("build", build.toolexec, "-o", out, "main.go", in: "loose").succeeded()
      try #require(try build.workspace.run("out").succeeded().outputText == "hello, patched\n")
      return .works()
    },
    MatrixRow("-modfile") { build in
      try build.move("app/go.mod", to: "other.mod")
      try build.workspace.write("module example.com/app\n", to: "app/go.mod")
      try build.buildsApp("-modfile=" + build.workspace.path("other.mod"))
      return .works()
    },
    MatrixRow("import paths with /v2, a dot and internal; an embedded file") { build in
      try build.workspace.copy(MatrixBuild.fixtures + "/paths", to: "app/paths")
      let run = try build.go("run", build.toolexec, "./paths").succeeded()
      try #require(run.errorText == "main v2 x.v3 deep embedded, patched\n", "\(run)")
      return .works()
    },
    MatrixRow("GOFLAGS=-toolexec=routinex", sample: .newest) { build in
      var build = build
      build.setToolexecInGOFLAGS()
      try build.requirePatched(try build.go("run", "."))
      return .works()
    },
    MatrixRow("GOFLAGS with flags of routinex in quotes") { build in
      if build.toolchain.minor < 20 { return .absent("Go 1.19 splits GOFLAGS at every space, quotes or not") }
      var build = build
      build.environment["GOFLAGS"] = "-mod=mod '" + build.toolexec + "'"
      try build.requirePatched(try build.go("run", "."))
      return .works()
    },
  ]

  private static let places = [
    MatrixRow("paths with spaces and non-ASCII letters") { build in
      let odd = "a b/ä мод 模"
      for name in ["app", "set", "routine"] { try build.move(name, to: "\(odd)/\(name)") }
      try build.workspace.copy(Setup.routinex, to: odd + "/routinex")
      try build.workspace.makeFolder(odd + "/tmp")
      try build.link(odd + "/cache", to: build.cache())
      var build = build
      let folder = build.workspace.path(odd)
      build.environment.merge(["GOCACHE": folder + "/cache", "TMPDIR": folder + "/tmp"]) { $1 }
      let flag = "-toolexec=\"\(folder)/routinex\" \"--patches=routine,\(folder)/set\""
      let out = folder + "/out"
      try build.go("build", flag, "-o", out, ".", in: odd + "/app").succeeded()
      try build.requirePatched(try build.workspace.run(out))
      return .works()
    },
    MatrixRow("GOROOT through a symbolic link") { build in
      try build.link("goroot", to: build.toolchain.root)
      var build = build
      build.toolchain.root = build.workspace.path("goroot")
      try build.buildsApp()
      return .works()
    },
    MatrixRow("the module, the set and TMPDIR through symbolic links") { build in
      var build = build
      for name in ["app", "set", "tmp"] {
        try build.move(name, to: "real/" + name)
        try build.link(name, to: "real/" + name)
      }
      build.environment["PWD"] = build.workspace.path("app")
      try build.buildsApp()
      return .works()
    },
    MatrixRow("read-only GOROOT, module cache and set") { build in
      try ReadOnly.build(build)
      return .works()
    },
  ]
}
