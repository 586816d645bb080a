import Foundation
import Testing
import Toolchains

/// The flag -overlay: what is compiled is not what lies on the disk.
enum Overlays {
  static let rows = [
    MatrixRow("-overlay of a patched file") { build in
      // Its line and file are what the go command says of it: the ones that it stands for.
      let source = String(decoding: try build.workspace.read("app/greet/greet.go"), as: UTF8.self)
        .replacingOccurrences(
          of: "package greet\n",
          with: """
            package greet

            import "runtime"

            func init() {
            	_, file, line, _ := runtime.Caller(0)
            	println("overlay", file, line)
            }

            """)
      // What lies over a file may have any name.
      try build.workspace.write(source, to: "overlays/1")
      try #require(try overlaid(build, ["greet/greet.go": "overlays/1"]).hasPrefix("overlay "))
      return .works()
    },
    MatrixRow("-overlay that adds a file, and one that removes a file") { build in
      try build.workspace.write("package greet\n\nfunc init() { println(\"unwanted\") }\n", to: "app/greet/unwanted.go")
      let added = "package greet\n\nfunc init() { println(\"added\", Greeting()) }\n"
      try build.workspace.write(added, to: "overlays/one.go")
      let files = ["greet/added.go": "overlays/one.go", "greet/unwanted.go": ""]
      try #require(try overlaid(build, files, patched: "added patched\n", plain: "added plain\n") == "added patched\n")
      return .works()
    },
    MatrixRow("-overlay of a file in a package for which a set adds build tags") { build in
      let name = build.workspace.path("routine/routine.go")
      try build.workspace.copy("routine/routine.go", to: "overlays/1")
      _ = try overlaid(build, [name: "overlays/1"])
      let program = try build.workspace.read("out")
      try #require(program.range(of: Data("/routine/storage_link.go".utf8)) != nil)
      try #require(program.range(of: Data("/routine/storage.go".utf8)) == nil)
      return .works()
    },
    MatrixRow("-overlay of a file in package runtime") { build in
      let name = build.toolchain.root + "/src/runtime/proc.go"
      let source = String(decoding: try build.workspace.read(name), as: UTF8.self)
      try build.workspace.write(source + "\nfunc Overlaid() string { return \"overlaid\" }\n", to: "overlays/one.go")
      try build.workspace.write(
        "package greet\n\nimport \"runtime\"\n\nfunc init() { println(runtime.Overlaid()) }\n", to: "app/greet/use.go")
      try #require(try overlaid(build, [name: "overlays/one.go"]) == "overlaid\n")
      return .works()
    },
  ]

  /// Builds the app with an overlay, plainly and patched, and answers what it says on standard error; that is the same in
  /// both unless other texts are given.
  private static func overlaid(
    _ build: MatrixBuild, _ files: [String: String], patched: String? = nil, plain: String? = nil
  ) throws -> String {
    let app = build.workspace.path("app")
    let entries = files.map { file, content in
      let original = file.hasPrefix("/") ? file : app + "/" + file
      return "\"\(original)\": \"\(content.isEmpty ? "" : build.workspace.path(content))\""
    }
    try build.workspace.write("{\"Replace\": {\(entries.joined(separator: ", "))}}", to: "overlay.json")
    let flag = "-overlay=" + build.workspace.path("overlay.json")
    let out = build.workspace.path("plain")
    try build.go("build", flag, "-o", out, ".").succeeded()
    let expected = try build.workspace.run("plain").succeeded()
    try #require(expected.outputText == MatrixBuild.plain)
    try build.buildsApp(flag)
    let result = try build.workspace.run("out").succeeded()
    try #require(expected.errorText == plain ?? expected.errorText, "\(expected)")
    try #require(result.errorText == patched ?? expected.errorText, "\(result)\n\(expected)")
    return result.errorText
  }
}
