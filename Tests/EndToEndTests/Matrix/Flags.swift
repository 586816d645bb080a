import Foundation
import Testing
import Toolchains

/// Flags for the compiler, the linker and the go command itself.
enum Flags {
  static let rows = [
    MatrixRow("-gcflags=all=-N -l") { build in
      try build.buildsApp("-gcflags=all=-N -l")
      try build.requireSetting("-gcflags=\"all=-N -l\"")
      return .works("no optimization, no inlining")
    },
    MatrixRow("-gcflags=PATTERN=...") { build in
      let run = try build.go("build", build.toolexec, "-gcflags=example.com/app/greet=-m", "-o", build.out, ".")
        .succeeded()
      try #require(run.errorText.contains("greet.go:5:6: can inline Greeting"), "\(run)")
      try build.requirePatched(try build.workspace.run("out"))
      return .works("only for the patched package; compiler messages have the original's lines")
    },
    MatrixRow("-ldflags=-s -w") { build in
      try build.buildsApp("-ldflags=-s -w")
      let program = try build.workspace.read("out")
      try #require(
        !program.contains(".symtab") && !program.contains(".debug_info") && !program.contains(".zdebug_info"))
      return .works()
    },
    MatrixRow("-ldflags=-X") { build in
      try build.addLinking()
      try build.requireLine("stamp: patch patch", of: try build.linking())
      let flags = ["Name", "Added"].map { "-X example.com/linking/stamp.\($0)=link" }.joined(separator: " ")
      try build.requireLine("stamp: link link", of: try build.linking("-ldflags=" + flags))
      return .works("sets a variable whose value a patch replaces, and one that a patch adds")
    },
    MatrixRow("-trimpath") { build in
      try build.buildsApp("-trimpath")
      let program = try build.workspace.read("out")
      for folder in [build.workspace.root, Setup.project, build.toolchain.root] {
        try #require(!program.contains(folder), "the program tells of \(folder)")
      }
      return .works("the program contains no path of this machine")
    },
    MatrixRow("-tags") { build in
      try build.addLinking()
      try build.requireLine("tagged: common, patched", of: try build.linking())
      try build.requireLine("tagged: special, patched", of: try build.linking("-tags=special"))
      return .works("the target is in a file that the tags select")
    },
    MatrixRow("-pgo=FILE, default.pgo") { build in
      if build.toolchain.minor < 20 { return .absent("Go 1.20 added profile-guided optimization") }
      try build.addLinking()
      try build.go("build", "-o", build.out, "./profiled", in: "linking").succeeded()
      try build.workspace.run("out", build.workspace.path("profile")).succeeded()
      // Inlined where the profile says that it is hot; the patched function calls it.
      let inlined = "hot.go:8:10: inlining call to mix"
      func report(_ flags: String...) throws -> String {
        let arguments = ["build", build.toolexec, "-gcflags=example.com/linking/hot=-m"] + flags
        return try build.go(arguments + ["-o", build.out, "./profiled"], in: "linking").succeeded().errorText
      }
      let without = try report()
      try #require(!without.contains(inlined), "\(without)")
      let with = try report("-pgo=" + build.workspace.path("profile"))
      try #require(with.contains(inlined), "\(with)")
      try build.workspace.copy("profile", to: "linking/profiled/default.pgo")
      let byDefault = try report("-pgo=auto")
      try #require(byDefault.contains(inlined), "\(byDefault)")
      try build.requireSetting("-pgo=")
      return .works("a profile of the plain program works for the patched one")
    },
    MatrixRow("GOAMD64=v3") { build in
      var build = build
      build.environment["GOARCH"] = "amd64"
      build.environment["GOAMD64"] = "v3"
      try build.go("build", build.toolexec, "-gcflags=example.com/app/greet=-l", "-o", build.out, ".").succeeded()
      try build.requireSetting("GOAMD64=v3")
      let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      let words = Set(processor.split { " \n\t".contains($0) })
      guard words.isSuperset(of: ["avx2", "bmi1", "bmi2", "fma", "movbe", "f16c"]) else {
        try build.requirePatches(in: "out")
        return .works("built, not run: this machine's processor does not support v3")
      }
      try build.requirePatched(try build.workspace.run("out"))
      return .works()
    },
    MatrixRow("-buildvcs") { build in
      let commands = [
        ["init", "-q"], ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "The app"],
      ]
      for arguments in commands { try build.git(arguments) }
      try build.buildsApp("-buildvcs=true")
      let revision = try build.git(["rev-parse", "HEAD"]).trimmingCharacters(in: .whitespacesAndNewlines)
      try build.requireSetting("vcs.revision=" + revision)
      try build.requireSetting("vcs.modified=false")
      return .works()
    },
    MatrixRow("-debug-actiongraph") { build in
      let file = build.workspace.path("graph.json")
      try build.buildsApp("-debug-actiongraph=" + file)
      let actions = try #require(
        try JSONSerialization.jsonObject(with: try build.workspace.read("graph.json")) as? [[String: Any]])
      let built = actions.filter { $0["Mode"] as? String == "build" }.compactMap { $0["Package"] as? String }
      try #require(built.contains("example.com/app/greet") && built.contains("runtime"), "\(built)")
      return .works()
    },
  ]
}

extension MatrixBuild {
  /// Requires that the go command has noted a setting, `-ldflags=...` or `GOARCH=...`, in the program that it built.
  func requireSetting(_ setting: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let run = try go("version", "-m", out).succeeded()
    try #require(run.outputText.contains("build\t" + setting), "\(run)", sourceLocation: sourceLocation)
  }

  /// Runs git in the app's folder, and returns what it prints.
  @discardableResult
  fileprivate func git(_ arguments: [String]) throws -> String {
    let environment = ["PATH": "/usr/bin:/bin", "HOME": workspace.root, "GIT_CONFIG_NOSYSTEM": "1"]
    return try Command(["/usr/bin/git"] + arguments, in: workspace.path("app"), environment: environment).run()
      .succeeded().outputText
  }
}
