import Foundation
import Testing
import Toolchains

/// Builds for other platforms, run where this machine can.
enum Platforms {
  static let group = MatrixGroup(
    name: "Other systems and machines",
    rows: [
      row("linux/386", .here),
      row("linux/arm", .emulator("qemu-arm-static")),
      row("linux/arm64", .emulator("qemu-aarch64-static")),
      row("linux/riscv64", .emulator("qemu-riscv64-static")),
      row("linux/ppc64le", .emulator("qemu-ppc64le-static")),
      row("linux/s390x", .emulator("qemu-s390x-static")),
      row("linux/mips64le", .emulator("qemu-mips64el-static")),
      row("linux/loong64", .emulator("qemu-loongarch64-static")),
      row("js/wasm", .nodeForJS),
      row("wasip1/wasm", .nodeForWASI),
      row("windows/amd64", .nowhere, sample: .newest),
      row("windows/386", .nowhere),
      row("darwin/arm64", .nowhere),
      row("freebsd/amd64", .nowhere),
    ])

  /// What runs a platform's programs.
  private enum Runner {
    case here
    /// One of qemu's, for programs of Linux.
    case emulator(String)
    case nodeForJS, nodeForWASI
    /// Nothing on this machine: the program is looked into instead.
    case nowhere

    var note: String {
      switch self {
      case .here: ""
      case .emulator: "run by qemu"
      case .nodeForJS, .nodeForWASI: "run by node"
      case .nowhere: "built, not run"
      }
    }
  }

  private static func row(_ platform: String, _ runner: Runner, sample: MatrixRow.Sample? = nil) -> MatrixRow {
    MatrixRow(platform, sample: sample) { build in
      guard try build.go("tool", "dist", "list").succeeded().outputText.split(separator: "\n").contains(platform[...])
      else { return .absent("this Go does not know the platform") }
      let parts = platform.split(separator: "/")
      var build = build
      build.environment.merge(["GOOS": String(parts[0]), "GOARCH": String(parts[1]), "CGO_ENABLED": "0"]) { $1 }
      // Without inlining, a patched function's line is in the program even where its call is gone.
      try build.go(
        "build", build.toolexec, "-gcflags=example.com/app/greet=-l", "-o", build.out, "."
      ).succeeded()
      try build.requirePatches(in: "out")
      switch runner {
      case .here:
        try build.requirePatched(try build.workspace.run("out"))
      case .emulator(let name):
        try build.requirePatched(try build.runs([name, build.out]))
      case .nodeForJS:
        // The folder's place up to Go 1.23, and from 1.24.
        let folders = ["misc/wasm", "lib/wasm"].map { build.toolchain.root + "/" + $0 }
        let script = try #require(
          folders.map { $0 + "/wasm_exec_node.js" }.first(where: FileManager.default.fileExists(atPath:)))
        let preloaded = Setup.project + "/Tests/Fixtures/matrix/crypto.cjs"
        try build.requirePatched(try build.runs(["node", "--require", preloaded, script, build.out]))
      case .nodeForWASI:
        let script = Setup.project + "/Tests/Fixtures/matrix/wasi.mjs"
        // From node 20 on the first flag says nothing new.
        let flags = ["--experimental-wasi-unstable-preview1", "--no-warnings"]
        try build.requirePatched(try build.runs(["node"] + flags + [script, build.out]))
      case .nowhere: break
      }
      return .works(runner.note)
    }
  }
}

extension MatrixBuild {
  /// Requires that the program's line tables name the patch files of both sets, and a function that a patch adds:
  /// for one that cannot be run. It must be built with `-gcflags=example.com/app/greet=-l`.
  func requirePatches(in file: String) throws {
    let program = try workspace.read(file)
    let texts = [
      "routinex/set/example.com/app/greet/greeting.go", "routinex/routine/runtime/goroutine_locals.go", "runtime.getgp",
    ]
    for text in texts { try #require(program.contains(text), "\(text) is not in the program") }
  }

  /// Runs a program through another one.
  fileprivate func runs(_ command: [String]) throws -> Run {
    let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C"]
    return try Command(["/usr/bin/env"] + command, in: workspace.root, environment: environment).run()
  }
}
