import Foundation
import Testing
import Toolchains

/// A Go release that came after this program: one whose runtime is as the patches know it works, and one whose runtime is
/// not stops the build with a message.
enum UnseenVersions {
  static let group = MatrixGroup(
    name: "Versions not seen yet",
    rows: [
      MatrixRow("the next patch release") { build in
        let next = try build.nextPatchRelease()
        try build.meets(next)
        return .works("this Go with the name \(next.version)")
      },
      MatrixRow("the next minor release") { build in
        guard build.toolchain.version == Setup.newest.first?.version else {
          return .absent("the next release has its own column")
        }
        let next = try build.nextMinorRelease()
        // A module that asks for it.
        let module = String(decoding: try build.workspace.read("app/go.mod"), as: UTF8.self)
        let line = "go 1.\(build.toolchain.minor + 1)"
        try build.workspace.write(module.replacingOccurrences(of: "go 1.18", with: line), to: "app/go.mod")
        try build.meets(next)
        return .works("this Go with the name, language version and build tags of \(next.version)")
      },
    ])
}

/// What a release may change in package runtime, and what a build with the built-in set says then.
private struct Drift {
  /// A regular expression, searched in every Go file of package runtime.
  let pattern: String
  let template: String
  /// The beginning of the line of Patches/routine/runtime/FILE where the message stands.
  let patchLine: String
  var patchFile = "goroutine_locals.go"
  /// What the message says.
  let says: [String]

  static func all(for toolchain: Toolchain) -> [Drift] {
    var result = [
      Drift(
        pattern: "goexit0", template: "goexitzero", patchLine: "func goexit0(",
        says: ["has no function goexit0", " func goexit0(gp *g)\n"]),
      Drift(
        pattern: #"func goexit0\(gp \*g\) \{"#, template: "func goexit0(gp *g, why int) {", patchLine: "func goexit0(",
        says: [
          "the signature of goexit0 has drifted", "patch:  func goexit0(gp *g)\n",
          "target: func goexit0(gp *g, why int) (", "/src/runtime/proc.go:",
        ]),
      Drift(
        pattern: "(?m)^type g struct \\{", template: "type g = goroutine\ntype goroutine struct {",
        patchLine: "type g struct", says: ["g is not a struct type here (", "/src/runtime/runtime2.go:"]),
      Drift(
        pattern: "(?m)^type g struct \\{", template: "type g struct {\n\tthreadLocals uintptr",
        patchLine: "\tthreadLocals", says: ["g has a field threadLocals already (", "/src/runtime/runtime2.go:"]),
    ]
    if toolchain.minor >= 22 {
      result.append(
        Drift(
          pattern: "gdestroy", template: "gdelete", patchLine: "func gdestroy(",
          patchFile: "goroutine_locals_coro.go",
          says: ["has no function gdestroy", " func gdestroy(gp *g)\n"]))
    }
    return result
  }
}

extension MatrixBuild {
  /// This toolchain as a release that follows it: `go1.24.11` becomes `go1.24.19`.
  fileprivate func nextPatchRelease() throws -> Toolchain {
    let name = try release()
    // As long as the name that it takes the place of.
    let last = name.hasSuffix("9") ? "8" : "9"
    return try renamed(from: name, to: name.dropLast() + last)
  }

  /// This toolchain as the next minor release, `go1.27.3` as `go1.28.0`: the go command and the compiler are built anew,
  /// since the version of the language and the build tags are compiled into them.
  fileprivate func nextMinorRelease() throws -> Toolchain {
    let name = try release()
    let file = toolchain.root + "/src/internal/goversion/goversion.go"
    let text = String(decoding: try workspace.read(file), as: UTF8.self)
    let next = text.replacingOccurrences(
      of: "const Version = \(toolchain.minor)", with: "const Version = \(toolchain.minor + 1)")
    try #require(next != text)
    try workspace.write(next, to: "next/goversion.go")
    let overlay = try JSONEncoder().encode(["Replace": [file: workspace.path("next/goversion.go")]])
    try overlay.write(to: URL(fileURLWithPath: workspace.path("next/overlay.json")))
    try workspace.makeFolder("next/tools")
    var plain = self
    plain.environment["GOFLAGS"] = ""
    try plain.go(
      "build", "-pgo=off", "-overlay", workspace.path("next/overlay.json"), "-o", workspace.path("next/tools") + "/",
      "cmd/go", "cmd/compile", in: toolchain.root + "/src/cmd"
    ).succeeded()
    let patch = name.split(separator: ".").last.map { String(repeating: "0", count: $0.count) } ?? ""
    return try renamed(
      from: name, to: "go1.\(toolchain.minor + 1).\(patch)",
      tools: ["go": workspace.path("next/tools/go"), "compile": workspace.path("next/tools/compile")])
  }

  /// The name that the toolchain gives itself: `go1.24.11`.
  private func release() throws -> String {
    let name = try go("env", "GOVERSION").succeeded().outputText.trimmingCharacters(in: .whitespacesAndNewlines)
    try #require(name.wholeMatch(of: /go1\.\d+\.\d+/) != nil, "\(name)")
    return name
  }

  /// A copy of the toolchain that calls itself something else, of the same length, wherever it does. Package runtime may be
  /// changed there; `tools` are taken in the place of the toolchain's own.
  private func renamed(from old: String, to new: String, tools: [String: String] = [:]) throws -> Toolchain {
    let folder = toolchain.toolFolder.dropFirst(toolchain.root.count + 1)
    let names =
      try FileManager.default.contentsOfDirectory(atPath: toolchain.toolFolder).map { "\(folder)/\($0)" }
      + ["VERSION", "bin/go"]
    let root = try toolchain.mirrored(in: workspace, as: "unseen/goroot", copying: names + ["src/runtime"]).root
    for name in names {
      let path = root + "/" + name
      var data = try workspace.read(tools[(name as NSString).lastPathComponent] ?? path)
      var start = data.startIndex
      while let range = data.range(of: Data(old.utf8), in: start..<data.endIndex) {
        data.replaceSubrange(range, with: Data(new.utf8))
        start = range.upperBound
      }
      try data.write(to: URL(fileURLWithPath: path))
    }
    return try #require(Toolchain("\(new)=\(root)"))
  }

  /// Requires that the unseen toolchain builds the app with both sets, that each drift stops the build with its message,
  /// and that nothing of that is left in the build cache.
  fileprivate func meets(_ next: Toolchain) throws {
    let recorder = try Recorder(in: workspace)
    let environment = next.environment(in: workspace, cache: workspace.path("unseen/cache"))
      .merging(recorder.environment) { $1 }
    let flag = EndToEndTests.toolexec("--patches", "routine," + workspace.path("set"), Recorder.agent)
    func go(_ arguments: String...) throws -> Run {
      try Command([next.root + "/bin/go"] + arguments, in: workspace.path("app"), environment: environment).run()
    }
    try #require(try go("env", "GOVERSION").succeeded().outputText == next.version + "\n")
    // What the patches do not touch may change: the lines of a file, the place of a field.
    try edit(next, "(?m)^package runtime$", "package runtime\n\n// A release later, there is more here.")
    try edit(next, #"(?m)^\tgoid +u?int64"#, "\tunseen uint64\n$0")
    try go("build", flag, "-o", workspace.path("first"), ".").succeeded()
    try requirePatched(try workspace.run("first"))
    try #require(try go("version", workspace.path("first")).succeeded().outputText.hasSuffix(": \(next.version)\n"))
    try #require(try recorder.takeCompiled().contains("runtime"))

    for drift in Drift.all(for: toolchain) {
      let saved = try edit(next, drift.pattern, drift.template)
      let run = try go("build", flag, "-o", workspace.path("second"), ".")
      try #require(run.failed && !workspace.exists("second"), "\(run)")
      let position = "routinex/routine/runtime/\(drift.patchFile):\(try patchLine(drift))"
      let line = try #require(run.errorLines.dropFirst().first, "\(run)")
      try #require(line.hasPrefix("routinex: " + position), "\(run)")
      try #require(drift.says.allSatisfy(run.errorText.contains), "\(run)")
      for (path, data) in saved { try data.write(to: URL(fileURLWithPath: path)) }
      _ = try recorder.takeCompiled()
      try go("build", flag, "-o", workspace.path("third"), ".").succeeded()
      try #require(try recorder.takeCompiled() == [], "after \(drift.pattern)")
      try #require(try workspace.read("third") == workspace.read("first"))
    }
  }

  /// Replaces what matches in the Go files of package runtime, at least once, and returns the files as they were.
  @discardableResult
  private func edit(_ toolchain: Toolchain, _ pattern: String, _ template: String) throws -> [String: Data] {
    let folder = toolchain.root + "/src/runtime/"
    let expression = try NSRegularExpression(pattern: pattern)
    var saved: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".go") && !name.hasSuffix("_test.go") {
      let data = try workspace.read(folder + name)
      let text = String(decoding: data, as: UTF8.self)
      let all = NSRange(text.startIndex..., in: text)
      let changed = expression.stringByReplacingMatches(in: text, range: all, withTemplate: template)
      guard changed != text else { continue }
      saved[folder + name] = data
      try workspace.write(changed, to: folder + name)
    }
    try #require(!saved.isEmpty, "nothing in package runtime matches \(pattern)")
    return saved
  }

  /// `LINE:COLUMN` of a drift's declaration in the built-in set.
  private func patchLine(_ drift: Drift) throws -> String {
    let patch = try workspace.read(Setup.project + "/Patches/routine/runtime/" + drift.patchFile)
    let lines = String(decoding: patch, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix(drift.patchLine) })
    return "\(line + 1):"
  }
}
