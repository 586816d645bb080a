import Foundation
import Testing
import Toolchains

/// Flags of go build that show or change how it works, not what it makes.
enum BuildFlags {
  static let rows = [
    MatrixRow("-n") { build in
      let out = build.workspace.path("out")
      let plain = try build.go("build", "-a", "-n", "-o", out, ".").succeeded()
      let patched = try build.go("build", "-a", "-n", build.toolexec, "-o", out, ".").succeeded()
      try #require(!build.workspace.exists("out"))
      try #require(build.workspace.files(below: "tmp").isEmpty)
      // What would be done is what a plain build would do, with routinex in front of the tools.
      let prefix = build.toolexec.dropFirst("-toolexec=".count) + " "
      let without = patched.errorText.replacingOccurrences(of: prefix, with: "")
      let ids = /-buildid[ =]\S+/
      try #require(without.replacing(ids, with: "-buildid ID") == plain.errorText.replacing(ids, with: "-buildid ID"))
      let compilers = patched.errorLines.filter { $0.contains("/compile -o ") }
      try #require(compilers.count > 30 && compilers.allSatisfy { $0.hasPrefix(prefix) }, "\(patched)")
      return .works()
    },
    MatrixRow("-x") { build in
      let run = try build.go("build", build.toolexec, "-x", "-o", build.workspace.path("out"), ".").succeeded()
      let prefix = build.toolexec.dropFirst("-toolexec=".count) + " "
      for text in ["/compile -o $WORK/", "/link -o $WORK/"] {
        let calls = run.errorLines.filter { $0.contains(text) }
        try #require(!calls.isEmpty && calls.allSatisfy { $0.contains(prefix) }, "\(run)")
      }
      try build.requirePatched(try build.workspace.run("out"))
      return .works()
    },
    MatrixRow("-work") { build in
      try build.buildsApp("-gcflags=example.com/app/...=-N")
      try #require(build.workspace.files(below: "tmp").isEmpty, "a build leaves files behind")
      // Other flags than before: the package is compiled again.
      let flags = ["-work", "-gcflags=example.com/app/...=-l", "-o", build.workspace.path("out")]
      let run = try build.go(["build", build.toolexec] + flags + ["."])
      let kept = try #require(run.succeeded().errorLines.first { $0.hasPrefix("WORK=") }, "\(run)").dropFirst(5)
      let files = build.workspace.files(below: String(kept))
      let name = try #require(files.first { $0.hasSuffix("/routinex/greet.go") }, "\(files)")
      let source = String(decoding: try build.workspace.read("\(kept)/\(name)"), as: UTF8.self)
      try #require(source.contains("app/greet/greet.go:1"), "\(source)")
      try build.requirePatched(try build.workspace.run("out"))
      return .works()
    },
    MatrixRow("-a, -p 8") { build in
      try build.buildsApp()
      let first = try build.workspace.read("out")
      try build.buildsApp("-a", "-p", "8")
      try #require(try build.workspace.read("out") == first)
      return .works()
    },
    MatrixRow("-p 1") { build in
      try build.buildsApp("-p", "1")
      return .works()
    },
    MatrixRow("-C") { build in
      if build.toolchain.minor < 20 { return .absent("Go 1.20 added the flag") }
      let out = build.workspace.path("out")
      try build.go("build", "-C", build.workspace.path("app"), build.toolexec, "-o", out, ".", in: "").succeeded()
      try build.requirePatched(try build.workspace.run("out"))
      return .works()
    },
    MatrixRow("-json") { build in
      if build.toolchain.minor < 24 { return .absent("Go 1.24 added the flag to go build") }
      try build.workspace.write("package greet\n\nvar wrong string = 1\n", to: "app/greet/wrong.go")
      let plain = try build.go("build", "-json", "./greet")
      let patched = try build.go("build", "-json", build.toolexec, "./greet")
      try #require(plain.failed && plain.outputText.contains("build-output"), "\(plain)")
      try #require(patched.ending == plain.ending && patched.output == plain.output, "\(patched)\n\(plain)")
      return .works()
    },
  ]
}
