import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What `make dist` and `make deb` make works where there is no Swift and nothing of this project.
  @Suite struct PackageTests {
    #if os(Linux)
      private let workspace: Workspace
      private static let licences = [
        "README", "gcc", "glibc", "swift", "swift-argument-parser", "tree-sitter", "tree-sitter-golang",
      ]

      init() throws { workspace = try Workspace() }

      /// - Returns: the path of the package.
      private func make(_ kind: String) throws -> String {
        // The licence of Swift lies with Swift.
        let environment = ["PATH": HandedOver.value("PATH") ?? "", "LC_ALL": "C"]
        let run = try Command(
          [Setup.project + "/scripts/package", kind, Setup.routinex, workspace.path("packages")], in: workspace.root,
          environment: environment
        ).run().succeeded()
        return run.outputText.trimmingCharacters(in: .newlines)
      }

      @discardableResult
      private func shell(_ script: String, _ arguments: String...) throws -> Run {
        try Command(
          ["/bin/sh", "-ec", script, "sh"] + arguments, in: workspace.root, environment: ["PATH": "/usr/bin:/bin"]
        ).run().succeeded()
      }

      /// Builds and runs a Go program with the installed routinex.
      private func build(with prefix: String, by toolchain: Toolchain) throws {
        try workspace.write("module example.com/m\n\ngo 1.18\n", to: "m/go.mod")
        try workspace.write(
          "package main\n\nfunc main() { println(text()) }\n\nfunc text() string { return \"plain\" }\n",
          to: "m/main.go")
        try workspace.write(
          "package main\n\n//routinex:replace\nfunc text() string { return \"patched\" }\n",
          to: "set/example.com/m/main.go")
        var environment = toolchain.environment(in: workspace)
        environment["PATH"] = [prefix + "/bin", toolchain.root + "/bin", "/usr/bin", "/bin"].joined(separator: ":")
        let command = "! command -v swift >/dev/null && exec routinex go run --patches ../set ."
        let run = try Command(["/bin/sh", "-ec", command], in: workspace.path("m"), environment: environment).run()
        #expect(try run.succeeded().errorText == "patched\n", "\(run)")
        try #require(
          toolchain.go(
            "run", "-toolexec=\(prefix)/bin/routinex --patches \(workspace.path("set"))", ".", in: "m", of: workspace
          ).succeeded().errorText == "patched\n")
      }

      /// What both kinds have below their prefix.
      private func requireContent(of prefix: String, zsh: String, licence: String, manual: String) throws {
        let files = Set(workspace.files(below: prefix))
        let documents = "share/doc/routinex/"
        var expected = [
          "bin/routinex", manual, documents + licence, documents + "README.md", documents + "manual.md",
          "share/bash-completion/completions/routinex", zsh + "/_routinex",
          "share/fish/vendor_completions.d/routinex.fish", "share/routinex/Patches/routine/routine.go",
        ]
        expected += Self.licences.map { documents + "licences/" + $0 }
        #expect(files.isSuperset(of: expected), "\(Set(expected).subtracting(files))")
        for name in expected {
          #expect(try workspace.read(prefix + "/" + name).count > 100, "\(name)")
        }
        func text(_ name: String) throws -> String {
          String(decoding: try workspace.read("\(prefix)/\(documents)licences/\(name)"), as: UTF8.self)
        }
        #expect(try text("swift").contains("Runtime Library Exception"))
        #expect(try text("tree-sitter").contains("Max Brunsfeld") && text("tree-sitter-golang").contains("MIT"))
      }

      @Test("a tarball", arguments: Setup.newest)
      func tarball(toolchain: Toolchain) throws {
        let package = try make("dist")
        try shell("mkdir unpacked && tar -C unpacked -xzf \"$1\"", package)
        let name = String((package as NSString).lastPathComponent.dropLast(".tar.gz".count))
        #expect(name.hasPrefix("routinex-"))
        try requireContent(
          of: "unpacked/" + name, zsh: "share/zsh/site-functions", licence: "LICENSE",
          manual: "share/man/man1/routinex.1")
        try build(with: workspace.path("unpacked/" + name), by: toolchain)
      }

      @Test(
        "a Debian package", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg-deb")),
        arguments: Setup.newest)
      func debian(toolchain: Toolchain) throws {
        let package = try make("deb")
        try shell("dpkg-deb -x \"$1\" unpacked", package)
        let fields = try shell("dpkg-deb -f \"$1\" Package Depends Recommends", package).outputText
        #expect(fields == "Package: routinex\nRecommends: golang-go\n")
        try requireContent(
          of: "unpacked/usr", zsh: "share/zsh/vendor-completions", licence: "copyright",
          manual: "share/man/man1/routinex.1.gz")
        try build(with: workspace.path("unpacked/usr"), by: toolchain)
      }
    #endif
  }
}
