import Foundation
import Testing
import Toolchains

/// cgo and the ways of linking.
enum Linking {
  static let group = MatrixGroup(
    name: "C, build modes, compiler flags",
    rows: [
      MatrixRow("cgo", sample: .ends) { build in
        try build.addLinking()
        let places =
          try "native.go:\(build.markedLine("linking/native/native.go"))"
          + " sum.go:\(build.markedLine("set/example.com/linking/native/sum.go"))"
        try build.requireLine("cgo: 103 \(places)", of: try build.linking())
        return .works("a package with import \"C\" and a C file; its line numbers and the patch's are right")
      },
      MatrixRow("assembly") { build in
        try build.addLinking()
        try build.requireLine("assembly: 103 3", of: try build.linking())
        return .works("patches call assembly, which reads the size of an extended struct from go_asm.h")
      },
      MatrixRow("calls from C threads") { build in
        try build.workspace.add(fixtures: "cthreads", "locals")
        try build.go("build", build.toolexec, "-o", build.out, ".", in: "cthreads").succeeded()
        let run = try build.workspace.run("out", "-n", "200").succeeded()
        try #require(run.outputText.contains("no leaks"), "\(run)")
        return .works()
      },
      MatrixRow("-buildmode=pie") { build in
        try build.buildsApp("-buildmode=pie")
        // Of an ELF file, the type: 3 is what can be loaded anywhere.
        try #require(try build.workspace.read("out")[16] == 3)
        return .works()
      },
      MatrixRow("-buildmode=c-shared") { build in
        try build.addLinking()
        let library = build.workspace.path("library.so")
        try build.go("build", build.toolexec, "-buildmode=c-shared", "-o", library, "./library", in: "linking")
          .succeeded()
        try build.compileC("dlopen.c", "-ldl")
        try build.requirePatched(try build.workspace.run("out", library))
        return .works("loaded by a C program with dlopen")
      },
      MatrixRow("-buildmode=c-archive") { build in
        try build.addLinking()
        let archive = build.workspace.path("library.a")
        try build.go("build", build.toolexec, "-buildmode=c-archive", "-o", archive, "./library", in: "linking")
          .succeeded()
        try build.compileC("linked.c", archive, "-lpthread")
        try build.requirePatched(try build.workspace.run("out"))
        return .works("linked with a C program")
      },
      MatrixRow("-buildmode=plugin") { build in
        try build.addLinking()
        let plugin = build.workspace.path("plugin.so")
        try build.go("build", build.toolexec, "-buildmode=plugin", "-o", plugin, "./plugin", in: "linking").succeeded()
        try build.go("build", build.toolexec, "-o", build.out, "./host", in: "linking").succeeded()
        try build.requirePatched(try build.workspace.run("out", plugin))
        return .works()
      },
      MatrixRow("a plain plugin in a patched program") { build in
        try build.addLinking()
        let plugin = build.workspace.path("plugin.so")
        try build.go("build", "-buildmode=plugin", "-o", plugin, "./plugin", in: "linking").succeeded()
        try build.go("build", build.toolexec, "-o", build.out, "./host", in: "linking").succeeded()
        let run = try build.workspace.run("out", plugin)
        try #require(run.ending == .exit(1), "\(run)")
        try #require(run.errorText.contains("plugin was built with a different version of package"), "\(run)")
        return .works("plugin.Open refuses it, as it refuses two versions of a package")
      },
      MatrixRow("-buildmode=shared, -linkshared") { build in
        let libraries = build.workspace.path("libraries")
        try build.go(
          "install", build.toolexec, "-buildmode=shared", "-pkgdir", libraries, "runtime", "runtime/cgo"
        ).succeeded()
        try build.go("build", build.toolexec, "-linkshared", "-pkgdir", libraries, "-o", build.out, ".").succeeded()
        let program = try build.workspace.read("out")
        try #require(program.contains("libruntime,runtime-cgo.so"))
        try build.requirePatched(try build.workspace.run("out", environment: ["LD_LIBRARY_PATH": libraries]))
        return .works("the library contains package runtime")
      },
      MatrixRow("-ldflags=-linkmode=external") { build in
        try build.buildsApp("-ldflags=-linkmode=external")
        // The C linker leaves its mark; Go's own writes no such section.
        try #require(try build.workspace.read("out").contains(".comment"))
        return .works()
      },
    ] + Flags.rows + Experiments.rows)
}

extension MatrixBuild {
  /// The path of the program that a row builds.
  var out: String { workspace.path("out") }

  /// Adds the module of Tests/Fixtures/matrix/linking as `linking`.
  func addLinking() throws { try workspace.copy(Setup.project + "/Tests/Fixtures/matrix/linking", to: "linking") }

  /// Builds the module's own program with these flags and both sets, and runs it.
  func linking(_ flags: String...) throws -> Run {
    try go(["build", toolexec] + flags + ["-o", out, "."], in: "linking").succeeded()
    return try workspace.run("out").succeeded()
  }

  /// Builds a program of linking/programs as `out`.
  func compileC(_ file: String, _ arguments: String...) throws {
    let command = ["/usr/bin/cc", "-Wall", "-Werror", "-o", out, "linking/programs/" + file] + arguments
    try Command(command, in: workspace.root, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C"]).run().succeeded()
  }

  /// Requires that a program has printed the line.
  func requireLine(_ line: String, of run: Run, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try #require(
      run.outputText.split(separator: "\n").contains { $0 == line }, "\(run)", sourceLocation: sourceLocation)
  }

  /// The number of the line of a file that ends in `// the place`.
  func markedLine(_ file: String) throws -> Int {
    let lines = String(decoding: try workspace.read(file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.hasSuffix("// the place") }) + 1
  }
}

extension Data {
  /// Whether the text's bytes are somewhere in here.
  func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
