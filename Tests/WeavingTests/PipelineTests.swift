import Bytes
import SystemInterface
import Findings
import TestSupport
import Testing
import Weaving

@Suite struct PipelineTests {
  @Test func aCompileOfATargetIsWoven() throws {
    let woven = try #require(try Call.compile("/p/p.go /p/q.go").woven(in: files(and: ["/p/q.go": "package p\n"])))
    #expect(
      woven.arguments
        == "-o /objs/b1/_pkg_.a -trimpath /set=>routinex/set;/objs/b1/routinex=>routinex;/objs/b1=> -p example.com/p "
        + "-goversion go1.24.1 -pack /objs/b1/routinex/p.go /p/q.go")
    #expect(
      woven.files == [
        "/objs/b1/routinex/p.go": """
        //line /p/p.go:1:1
        package p

        func F() {
        //line /set/example.com/p/x.go:4:10
        { println() }

        //line /p/p.go:3:11
        }

        """
      ])
    #expect(woven.notes == ["example.com/p: before F, by /set/example.com/p/x.go:4:6"])
  }

  @Test func additionsComeLast() throws {
    let files = files(
      patch: "package p\n\nfunc G() {}\n",
      and: ["/set/example.com/p/y.go": "package p\n\nfunc H() {}\n", "/set/x.go": "package set\n"])
    let woven = try #require(try Call.compile("/p/p.go").woven(in: files))
    #expect(woven.arguments.hasSuffix("/p/p.go /objs/b1/routinex/added/0_x.go /objs/b1/routinex/added/1_y.go"))
    #expect(
      woven.files["/objs/b1/routinex/added/1_y.go"] == "//line /set/example.com/p/y.go:1:1\npackage p\n\nfunc H() {}\n")
    #expect(
      woven.notes == [
        "example.com/p: add G, by /set/example.com/p/x.go:3:6", "example.com/p: add H, by /set/example.com/p/y.go:3:6",
      ])
  }

  /// With `go build -overlay` compile gets the paths of what lies over the package's files.
  @Test func overlaidFilesMayHaveAnyNameAndFolder() throws {
    let files = files(
      patch: "package p\n\n//routinex:before\nfunc F() {}\n\n//routinex:before\nfunc G() {}\n",
      and: ["/o/1": "package p\n\nfunc F() {\n}\n", "/u/1": "package p\n\nfunc G() {\n}\n"])
    let woven = try #require(try Call.compile("/o/1 /u/1").woven(in: files))
    #expect(woven.arguments.hasSuffix(" /objs/b1/routinex/1 /objs/b1/routinex/overlaid/1_1"))
    #expect(woven.files["/objs/b1/routinex/1"]?.hasPrefix("//line /o/1:1:1\n") == true)
    #expect(woven.files["/objs/b1/routinex/overlaid/1_1"]?.hasPrefix("//line /u/1:1:1\n") == true)
  }

  static let passed: [Call] = [
    .compile("/q/q.go", path: "example.com/q", importPath: "example.com/q"),
    .compile("/q/q.go", path: "example.com/p/q", importPath: "example.com/p/q"),
    .compile("/q/q.go", path: "example.com", importPath: "example.com"),
    .compile("/p/p.go", path: "example.com/p_test", importPath: "example.com/p_test [example.com/p.test]"),
    .compile("/p/p.go", path: "main", importPath: "example.com/q"),
    Call(tool: "asm", arguments: "-p example.com/p -V=full"), Call(tool: "link", arguments: "-o x example.com/p"),
    Call(tool: "vet", arguments: "/objs/b1/vet.cfg", importPath: "example.com/q"),
    Call(tool: "cgo", arguments: "-V=full"),
    Call(tool: "cover", arguments: "-mode set -o /objs/b1/x.go /q/q.go", importPath: "example.com/q"),
    Call(tool: "compile", arguments: "-p example.com/p /p/p.go"),
  ]

  @Test(arguments: passed.indices)
  func whatConcernsNoTargetIsPassedOnUnread(index: Int) throws {
    let files = files()
    #expect(try Self.passed[index].woven(in: files) == nil)
    #expect(files.reads.isEmpty)
  }

  @Test func otherProgramsAreNoCalls() throws {
    #expect(try decide(words("gcc -### -x c"), [:], sets: [], in: files()) == nil)
  }

  @Test(arguments: [
    ("example.com/p", "example.com/p"), ("main", "example.com/p"),
    ("example.com/p", "example.com/p [example.com/p.test]"),
    ("main", "example.com/p [example.com/p.test]"), ("example.com/p", ""),
  ])
  func whatThePackageIsCalled(path: String, description: String) throws {
    let call = Call.compile("/p/p.go", path: path, importPath: description.isEmpty ? nil : description)
    #expect(try call.woven(in: files())?.arguments.contains("/objs/b1/routinex/p.go") == true)
  }

  @Test func aSetThatDoesNotApplyPassesTheCallOn() throws {
    #expect(try Call.compile("/p/p.go").woven(in: files(patch: "//go:build go1.25\n\npackage p\n")) == nil)
    #expect(try Call.compile("/p/p.go").woven(in: files(patch: "//go:build race\n\npackage p\n")) == nil)
  }

  @Test(arguments: [("-race", "race"), ("-msan", "msan"), ("-asan", "asan"), ("-race=true", "race")])
  func instrumentationIsATag(flag: String, tag: String) throws {
    let patch = "//go:build \(tag)\n\npackage p\n\n//routinex:before\nfunc F() { println() }\n"
    #expect(try Call.compile("/p/p.go", flags: flag).woven(in: files(patch: patch)) != nil)
    #expect(
      try Call.compile("/p/p.go", flags: "\(flag)=false").woven(in: files(patch: patch)) == nil || flag.contains("="))
  }

  @Test(arguments: [
    ("linux && amd64 && unix && gc", true), ("windows || arm64", false), ("go1.24", true), ("go1.25", false),
    ("cgo", true),
  ])
  func theContextIsTheBuilds(constraint: String, applies: Bool) throws {
    var call = Call.compile("/p/p.go")
    call.environment = ["CGO_ENABLED": "1"]
    let woven = try call.woven(in: files(patch: "//go:build \(constraint)\n\npackage p\n\nfunc G() {}\n"))
    #expect((woven != nil) == applies)
  }

  /// -goversion counts before the environment, and what cannot be read as newest.
  @Test(arguments: [
    ("go1.24.1", "go1.19", true), ("go1.19", "go1.24", false), ("", "go1.19.3", false), ("", "go1.24", true),
    ("", "devel go1.24-abc", true), ("", "devel go1.18-abc", false), ("", "devel +abc", true), ("", "", true),
  ])
  func theVersionIsTheCompilers(flag: String, variable: String, applies: Bool) throws {
    let version = flag.isEmpty ? "" : "-goversion \(flag)"
    var call = Call(arguments: "-o /objs/b1/_pkg_.a -p example.com/p \(version) -pack /p/p.go")
    call.environment = ["GOVERSION": variable]
    let woven = try call.woven(in: files(patch: "//go:build go1.20\n\npackage p\n\nfunc G() {}\n"))
    #expect((woven != nil) == applies)
  }

  @Test func responseFilesAreRead() throws {
    let call = Call(arguments: "@/objs/b1/args")
    let all = files(and: [
      "/objs/b1/args": "-o\n/objs/b1/_pkg_.a\n-p\nexample.com/p\n-goversion\ngo1.24\n-pack\n/p/p.go\n"
    ])
    #expect(try call.woven(in: all)?.arguments.hasSuffix("-pack /objs/b1/routinex/p.go") == true)
    #expect(call.failure(in: files()).count == 1)
  }

  @Test func failuresNameTheFiles() {
    #expect(
      Call.compile("/p/gone.go").failure(in: files()) == ["cannot read /p/gone.go: no such file or directory"])
    #expect(
      Call.compile("/p/p.go").failure(in: files(patch: "package p\n\n//routinex:befor\nfunc F() {}\n")) == [
        "/set/example.com/p/x.go:3:1: unknown directive //routinex:befor on a declaration; did you mean //routinex:before?"
      ])
  }

  @Test func theFaultsOfEveryPatchFileAreReportedAtOnce() {
    let files = files(
      patch: "package p\n\n//routinex:x\nfunc F() {}\n",
      and: ["/set/example.com/p/y.go": "package p\n\n//routinex:y\nfunc F() {}\n"])
    #expect(
      Call.compile("/p/p.go").failure(in: files).map { $0.prefix(27) } == [
        "/set/example.com/p/x.go:3:1", "/set/example.com/p/y.go:3:1",
      ])
  }

  @Test func whatTheGrammarCannotReadIsLeftToTheCompiler() throws {
    let decision = try Call.compile("/p/p.go").decision(
      in: files(and: ["/p/p.go": "package p\n\nfunc F(x int?) {}\n"]))
    guard case .leaveToCompiler(let failure, let output, nil) = decision else {
      Issue.record("\(String(describing: decision))")
      return
    }
    #expect(output == ByteString("/objs/b1/_pkg_.a"))
    #expect(failure.messages.count == 1)
    #expect(failure.messages.first?.hasPrefix("/set/example.com/p/x.go:4:6: /p/p.go:3:13: ") == true)
  }

  /// The compiler takes none but UTF-8 in a Go file, so that no line directive can name such a set: see `isRepresentable`.
  @Test func aSetInAFolderThatIsNoText() throws {
    let set: ByteString = ByteString("/s") + [0xfe]
    let files = MemoryFiles([
      ByteString("/p/p.go"): ByteString("package p\n\nfunc F() {}\n"),
      set + ByteString("/example.com/p/x.go"): ByteString("package p\n\n//routinex:before\nfunc F() { println() }\n"),
    ])
    let decision = try decide(
      words("/go/pkg/tool/linux_amd64/compile -o /w/_pkg_.a -p example.com/p -pack /p/p.go"),
      ["TOOLEXEC_IMPORTPATH": ByteString("example.com/p")], sets: [set], in: files)
    guard case .weave(let woven) = decision else {
      Issue.record("\(String(describing: decision))")
      return
    }
    let bytes = try #require(woven.changes.files.first?.bytes)
    #expect(bytes.text.contains("//line /w/routinex/s_/example.com/p/x.go:4:10\n"))
    #expect(bytes.isGoText)
  }

  /// Nor can one name such a file. What is not patched goes through.
  @Test func aPatchedFileWhosePathIsNoText() throws {
    let path: ByteString = ByteString("/p/") + [0xff] + ByteString(".go")
    let files = MemoryFiles([
      path: ByteString("package p\n\nfunc F() {}\n"),
      ByteString("/p/q.go"): ByteString("package p\n\nfunc G() {}\n"),
      ByteString("/set/example.com/p/x.go"): ByteString(
        "package p\n\n//routinex:before\nfunc G() { println() }\n"),
      ByteString("/bad/example.com/p/x.go"): ByteString(
        "package p\n\n//routinex:before\nfunc F() { println() }\n"),
    ])
    let call = words("/go/pkg/tool/linux_amd64/compile -o /w/_pkg_.a -p example.com/p -pack /p/q.go") + [path]
    let environment = ["TOOLEXEC_IMPORTPATH": ByteString("example.com/p")]
    guard case .weave(let woven) = try decide(call, environment, sets: [ByteString("/set")], in: files) else {
      Issue.record("not woven")
      return
    }
    #expect(woven.changes.arguments.suffix(2) == [ByteString("/w/routinex/q.go"), path])
    #expect(throws: Findings.self) { try decide(call, environment, sets: [ByteString("/bad")], in: files) }
  }

  /// Line directives cannot carry such a path, nor -trimpath: positions lie below the build's folder.
  @Test(arguments: [("/a;b", "a_b"), ("/a=>b", "a__b"), ("/x*/set", "set"), ("/x\ny/set", "set"), ("/x\ry/set", "set")])
  func setsInFoldersThatNoFlagCanCarry(set: String, name: String) throws {
    let all = files(and: ["\(set)/example.com/p/x.go": "package p\n\n//routinex:before\nfunc F() { println() }\n"])
    var call = Call.compile("/p/p.go")
    call.sets = [set]
    let woven = try #require(try call.woven(in: all))
    #expect(woven.arguments.contains("-trimpath /objs/b1/routinex=>routinex;/objs/b1=> "))
    let text = try #require(woven.files["/objs/b1/routinex/p.go"])
    #expect(text.contains("{\n//line /objs/b1/routinex/\(name)/example.com/p/x.go:4:10\n{ println() }"))
  }
}

extension PipelineTests {
  @Test func setsApplyInTheirOrder() throws {
    let all = MemoryFiles([
      "/b/example.com/p/x.go": "package p\n\n//routinex:before\nfunc F() { println(1) }\n",
      "/a/example.com/p/z.go": "package p\n\n//routinex:before\nfunc F() { println(3) }\n",
      "/a/example.com/p/y.go": "package p\n\n//routinex:before\nfunc F() { println(2) }\n",
      "/p/p.go": "package p\n\nfunc F() {}\n",
    ])
    var call = Call.compile("/p/p.go")
    call.sets = ["/b", "/a"]
    let text = try #require(try call.woven(in: all)?.files["/objs/b1/routinex/p.go"])
    let order = ["println(1)", "println(2)", "println(3)"].compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(order.count == 3)
    #expect(order == order.sorted())
    call.sets = ["/a", "/b"]
    let other = try #require(try call.woven(in: all)?.files["/objs/b1/routinex/p.go"])
    #expect(other != text)
  }

  @Test func theSameInputGivesTheSameOutput() throws {
    let all = files(
      patch:
        "package p\n\nimport \"os\"\n\n//routinex:before\nfunc F() { os.Exit(1) }\n\nfunc G() {}\n\nvar a, b = 1, 2\n")
    let call = Call(arguments: "-o /objs/b1/_pkg_.a -p example.com/p -pack /p/p.go")
    let first = try #require(try call.woven(in: all))
    for _ in 0..<5 {
      let next = try #require(try call.woven(in: all))
      #expect(next.files == first.files)
      #expect(next.arguments == first.arguments)
    }
  }
}
