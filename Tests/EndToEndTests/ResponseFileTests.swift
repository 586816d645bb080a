import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// Files of arguments: lines up to Go 1.26, quoted from Go 1.27 on.
  @Suite struct ResponseFileTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    @Test("compile @FILE for a package with patches", arguments: Setup.toolchains)
    func expanded(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      // A name that both formats have to escape.
      try workspace.write("package p\n", to: #"p/a\b.go"#)
      let arguments = package.flags + package.files + [workspace.path(#"p/a\b.go"#)]
      let escaped = arguments.map { $0.replacingOccurrences(of: "\\", with: "\\\\") }
      let lines = escaped.map { toolchain.minor < 27 ? $0 : "\"\($0)\"" }
      try workspace.write(lines.joined(separator: "\n") + "\n", to: "arguments")
      let run = try package.command(["@" + workspace.path("arguments")]).run().succeeded()
      #expect(run.output.isEmpty && run.errors.isEmpty, "\(run)")
      #expect(try package.isPatched())
    }

    @Test("a command line that patches make too long goes through a file", arguments: Setup.toolchains)
    func written(toolchain: Toolchain) throws {
      let recorder = try Recorder(in: workspace)
      let package = try SmallPackage(toolchain, in: workspace)
      // Each becomes an argument.
      for number in 1...30 {
        let path = "set/example.com/p/with-a-long-name-\(number).go"
        try workspace.write("package p\n\nfunc added\(number)() {}\n", to: path)
      }
      // The system takes a command line and environment of a quarter of the stack's limit, 128 KiB at least: with
      // just so much in the environment that the call comes in, what is to go out cannot fit.
      func call(_ tool: String, filler: Int) throws -> Run {
        var command = package.command(package.flags + package.files)
        command.arguments[3] = Array(tool.utf8)
        command.prologue = "ulimit -s 512"
        command.environment.merge(recorder.environment) { $1 }
        command.environment["FILLER1"] = String(repeating: "x", count: 60_000)
        command.environment["FILLER2"] = String(repeating: "x", count: filler)
        return try command.run()
      }
      let fake = try recorder.install(as: "go/pkg/tool/any/compile")
      var fits = 0
      var tooLong = 80_000
      while tooLong - fits > 1 {
        let middle = (fits + tooLong) / 2
        let run = try call(fake, filler: middle)
        if run.ending == .exit(0) { fits = middle } else { tooLong = middle }
      }
      // The limit of routinex's own call, then, is not what stopped the others.
      #expect(fits > 60_000)
      let calls = try recorder.take().map { $0.texts }
      #expect(calls.contains { $0.count > 10 })
      let file = try #require(calls.last { $0.count == 2 }?.last)
      #expect(file.hasPrefix("@" + workspace.path("work/b001/routinex")))
      let filler = fits - (toolchain.tool("compile").utf8.count - fake.utf8.count) - 16
      let run = try call(toolchain.tool("compile"), filler: filler).succeeded()
      #expect(run.output.isEmpty && run.errors.isEmpty, "\(run)")
      #expect(workspace.exists(String(file.dropFirst())))
      #expect(try package.isPatched())
    }
  }
}
