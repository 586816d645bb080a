import Foundation
import Testing
import Toolchains

/// Patches for many functions at once.
enum PatternRows {
  static let group = MatrixGroup(
    name: "Patterns, under `routinex go`", rows: [everyFunction("-short"), everyFunction("-race", "-short")])

  /// Without those whose tests count allocations of functions that are inlined, or ask which line has called them: `wrap` is known
  /// to change both.
  private static let packages = [
    "archive/zip", "bufio", "compress/flate", "container/heap", "container/list", "container/ring", "encoding/base64",
    "encoding/binary", "encoding/csv", "encoding/hex", "encoding/json", "encoding/xml", "errors", "go/format",
    "go/parser", "go/printer", "go/scanner", "hash/crc32", "html", "index/suffixarray", "mime", "net/textproto",
    "net/url",
    "path", "path/filepath", "regexp", "regexp/syntax", "sort", "strconv", "strings", "text/scanner", "text/tabwriter",
    "text/template", "text/template/parse",
  ]

  private static func everyFunction(_ flags: String...) -> MatrixRow {
    let name =
      "patterns: every function of \(packages.count) packages of Go, their own tests, \(flags.joined(separator: " "))"
    return MatrixRow(name) { build in
      try build.remove("set")
      try build.workspace.write(
        """
        //routinex:packages \(packages.joined(separator: " "))

        package p

        //routinex:each *
        //routinex:before
        func _() {}

        //routinex:each *
        //routinex:after
        func _() {}

        //routinex:each *
        //routinex:wrap
        func _() { original() }

        """, to: "set/_any/every.go")
      try build.workspace.write("module example.com/m\n\ngo 1.\(build.toolchain.minor)\n", to: "m/go.mod")
      func results(_ command: [String]) throws -> TestResults {
        let arguments = command + ["-json", "-vet=off"] + flags + packages
        return TestResults(
          try Command(
            arguments, in: build.workspace.path("m"), environment: build.goEnvironment
          ).run())
      }
      let plain = try results([build.toolchain.root + "/bin/go", "test"])
      let patched = try results([Setup.routinex, "go", "test", "--patches", "../set"])
      try #require(plain.packagesWithTests >= 30 && plain.passedTests > 1000, "\(plain.otherText)")
      let different = plain.outcomes.filter { patched.outcomes[$0.key] != $0.value }.keys.sorted()
      try #require(different.isEmpty, "\(different) \(patched.otherText.prefix(2000))")
      return .works()
    }
  }
}
