import Findings
import Bytes
import SystemInterface
import TestSupport
import Testing
import Weaving

@testable import Commands

@Suite struct SetListingTests {
  private func listing(_ files: [String: String]) throws -> SetListing {
    let files = MemoryFiles(Dictionary(uniqueKeysWithValues: files.map { ("/my-set/\($0.key)", $0.value) }))
    let set = try #require(try PatchSet.find([ByteString("/my-set")], from: [], in: files).first)
    return SetListing(set, isActive: false, in: files)
  }

  private let plain = Terminal(isTerminal: false) { _ in nil }

  private let files = [
    "my_set.go":
      "//go:build ignore\n\n// Package myset is for v1.2 tests. It does more.\n//\n// A paragraph.\npackage myset\n",
    "a.go": "// Not this.\npackage a\n",
    "net/http/x.go": """
    //go:build go1.22 && linux

    //routinex:module >=v1.1.5 <v2.0.0
    //routinex:tags fast
    package http

    //routinex:before
    //routinex:optional
    func (c *Client) Do(req *Request) (*Response, error) {}

    //routinex:calls time.Now
    //routinex:calls time.Since
    func now() {}

    func added() {}

    """,
    "a/.../y.go": "package any\n\n//routinex:extend\nconst (\n\tFirst = 1\n\tSecond = 2\n)\n",
  ]

  @Test("two import paths that Unicode holds for equal are two")
  func normalForms() throws {
    let paths = ["/set/\u{e9}/x.go", "/set/e\u{301}/x.go"].map { ByteString($0) }
    let files = MemoryFiles(Dictionary(uniqueKeysWithValues: paths.map { ($0, ByteString("package x\n")) }))
    let set = try #require(try PatchSet.find([ByteString("/set")], from: [], in: files).first)
    #expect(SetListing(set, isActive: false, in: files).packages.count == 2)
  }

  @Test("a file's imports that its package lacks, and its links")
  func outside() throws {
    let patch =
      "//routinex:link example.com/hooks\n\npackage p\n\nimport (\n\t\"fmt\"\n\t_ \"strings\"\n)\n\nfunc F() { fmt.Println() }\n"
    let files = MemoryFiles([
      "/set/p/x.go": patch, "/set/q/x.go": patch, "/set/p/.../x.go": "package any\n\nimport \"fmt\"\n",
    ])
    let set = try #require(try PatchSet.find([ByteString("/set")], from: [], in: files).first)
    let listing = SetListing(set, isActive: false, in: files) { $0.equals("p") ? [ByteString("fmt")] : nil }
    #expect(
      ListText.full(listing, on: plain) == """
        set (/set)

          p
            link    example.com/hooks  x.go:1
            import  strings            x.go:7
            add     F                  x.go:10

          p/...
            import  fmt  x.go:3

          q
            link    example.com/hooks  x.go:1
            import  fmt                x.go:6
            import  strings            x.go:7
            add     F                  x.go:10

        """)
    #expect(listing.json.compact.contains(#""imports":[{"path":"strings","line":7}],"patches""#))
  }

  @Test func full() throws {
    #expect(
      ListText.full(try listing(files), on: plain) == """
        my-set (/my-set)
            Package myset is for v1.2 tests. It does more.

            A paragraph.

          a/...
            extend  First  y.go:5

          net/http
            tags    fast              x.go:4   go1.22 && linux; module >=v1.1.5 <v2.0.0
            before  (*Client).Do      x.go:9   go1.22 && linux; module >=v1.1.5 <v2.0.0; optional
            calls   now (time.Now)    x.go:13  go1.22 && linux; module >=v1.1.5 <v2.0.0
            calls   now (time.Since)  x.go:13  go1.22 && linux; module >=v1.1.5 <v2.0.0
            add     added             x.go:15  go1.22 && linux; module >=v1.1.5 <v2.0.0

        """)
  }

  @Test func summary() throws {
    #expect(
      ListText.summary(try listing(files), on: plain) == """
        my-set (/my-set)
            Package myset is for v1.2 tests.
            Packages: a/..., net/http

        """)
  }

  @Test func whatCannotBeReadIsReportedBesideTheRest() throws {
    let found = try listing(["p/bad.go": "package p\n\nfunc (\n", "p/good.go": "package p\n\nvar a = 1\n"])
    #expect(found.packages.map(\.importPath) == ["p"])
    #expect(found.packages.first?.files.map(\.path) == ["p/good.go"])
    #expect(found.problems.count == 1)
    #expect(found.problems.first?.text.hasPrefix("/my-set/p/bad.go:3:") == true)
    #expect(found.description == "")
  }

  @Test func json() throws {
    let text = try listing(["p/x.go": "package p\n\n//routinex:pragma go:noinline\nfunc F()\n"]).json.text
    #expect(
      text == """
        {
          "name": "my-set",
          "folder": "/my-set",
          "version": null,
          "through": null,
          "summary": "",
          "description": "",
          "packages": [
            {
              "importPath": "p",
              "files": [
                {
                  "path": "p/x.go",
                  "build": null,
                  "module": null,
                  "imports": [],
                  "patches": [
                    {
                      "directive": "pragma",
                      "argument": "go:noinline",
                      "kind": "function",
                      "name": "F",
                      "line": 4
                    }
                  ]
                }
              ]
            }
          ],
          "problems": []
        }
        """)
  }

  @Test func comments() {
    func text(_ file: String) -> String { PackageComment.text(of: ByteString(file)) }
    #expect(text("/*\n  Block\n  comment.\n*/\npackage p\n") == "Block\ncomment.")
    #expect(text("// Apart.\n\npackage p\n") == "")
    #expect(text("// One.\n//go:generate x\n//nolint:all\npackage p\n") == "One.")
    #expect(text("package p\n// Behind.\n") == "")
  }

  @Test func sentences() {
    #expect(PackageComment.firstSentence("One\nsentence. Two.") == "One sentence.")
    #expect(PackageComment.firstSentence("It prints a.b and 1.5 things\n\nNext.") == "It prints a.b and 1.5 things")
    #expect(PackageComment.firstSentence("") == "")
  }

  @Test func lines() {
    let text = ListText.wrapped(Array(repeating: "word", count: 20).joined(separator: " "))
    #expect(text.split(separator: "\n").map(\.count) == [78, 28])
    #expect(ListText.wrapped(String(repeating: "x", count: 100)).count == 105)
  }
}
