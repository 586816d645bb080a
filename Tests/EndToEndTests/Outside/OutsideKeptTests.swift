import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// Answers of `go list` are kept from build to build, and no build is wrong for it.
  @Suite struct OutsideKeptTests {
    /// A go command that notes down what it is asked for.
    private func spy(_ program: OutsideProgram) throws -> [String: String] {
      let (real, log) = (program.toolchain.root + "/bin/go", program.workspace.path("asked"))
      try program.write("spy/go", "#!/bin/sh\necho \"$1\" >>'\(log)'\nexec '\(real)' \"$@\"\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.workspace.path("spy/go"))
      return ["PATH": program.workspace.path("spy") + ":/usr/local/bin:/usr/bin:/bin"]
    }

    /// What has been let alone for two seconds is trusted.
    private func wait() { Thread.sleep(forTimeInterval: 2.2) }

    @Test("a build with nothing to do asks for nothing, and one after any edit is right", arguments: Setup.ends)
    func edits(toolchain: Toolchain) throws {
      let program = try OutsideProgram(toolchain)
      try program.write("dep/go.mod", "module example.com/dep\n\ngo 1.18\n")
      try program.write("dep2/go.mod", "module example.com/dep\n\ngo 1.18\n")
      for (folder, text) in [("dep", "one"), ("dep2", "two")] {
        try program.write("\(folder)/d.go", "package dep\n\n//go:noinline\nfunc Name() string { return \"\(text)\" }\n")
      }
      func requireDep(_ folder: String) throws {
        try program.write(
          "m/go.mod",
          "module example.com/m\n\ngo 1.18\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ../\(folder)\n"
        )
      }
      try requireDep("dep")
      try program.writeSet(
        "set", imports: ["example.com/m/logger", "example.com/dep"],
        does: "logger.Log(\(program.target.text) + dep.Name())")
      let environment = try spy(program)
      func says() throws -> String { try program.says(environment: environment) }
      func asked() throws -> [Substring] {
        let text = String(decoding: try program.workspace.read("asked"), as: UTF8.self)
        try program.write("asked", "")
        return text.split(separator: "\n")
      }
      func expect(_ text: String, asks words: [Substring], _ comment: Comment) throws {
        #expect(try says() == text, comment)
        #expect(Set(try asked()) == Set(words), comment)
      }
      let (first, asking): (String, [Substring]) = ("logger begins\nlog: /pathone\n", ["env", "list", "build"])
      try expect(first, asks: asking, "the first")
      wait()
      try expect(first, asks: asking, "what was new then counts now")
      try expect(first, asks: ["env", "build"], "nothing has changed")

      try program.writeText("edited")
      try expect("logger begins\nedited: /pathone\n", asks: asking, "a function's body, two imports away")
      try requireDep("dep2")
      try expect("logger begins\nedited: /pathtwo\n", asks: asking, "another copy of a module")
      wait()
      try expect("logger begins\nedited: /pathtwo\n", asks: asking, "these count now")
      try expect("logger begins\nedited: /pathtwo\n", asks: ["env", "build"], "nothing has changed")

      try program.write("m/text/more.go", "package text\n\nfunc init() { println(\"more\") }\n")
      try expect("more\nlogger begins\nedited: /pathtwo\n", asks: asking, "a file more")
      try FileManager.default.removeItem(atPath: program.workspace.path("m/text/more.go"))
      try expect("logger begins\nedited: /pathtwo\n", asks: ["env", "build"], "a file less: as it was before")
    }
  }
}
