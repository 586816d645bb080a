import Bytes
import Testing
import Toolexec

@Suite struct ToolCallTests {
  private func find(_ line: String, from start: Int = 0) -> ToolCall? {
    let arguments = words(line)
    let call = ToolCall.find(in: arguments, from: start)
    withArgumentVector(arguments) { vector in
      #expect(ToolCall.find(in: vector, from: start) == call)
    }
    return call
  }

  @Test(arguments: [
    ("/usr/lib/go-1.19/pkg/tool/linux_amd64/compile -o x.a", Tool.compile),
    ("/usr/lib/go-1.19/pkg/tool/linux_amd64/cover -mode set", .cover),
    (#"C:\Go\pkg\tool\windows_amd64\compile.exe -V=full"#, .compile),
    (#"C:\Go/pkg/tool\windows_amd64/link.exe -o x"#, .link),
    ("pkg/tool/linux_amd64/asm -p x", .asm),
    ("/go/pkg/tool/linux_amd64/pack r x.a y.o", .pack),
    ("/go/pkg/tool/linux_amd64/vet /tmp/vet.cfg", .vet),
    ("/go/pkg/tool/linux_amd64/compile @/tmp/args", .compile),
    ("/home/me/.cache/go-build/ab/abcd-d/nm -size x", .nm),
    ("/opt/gotools/compile -V=full", .compile),
    ("compile -V=full", .compile),
  ])
  func aToolAlone(line: String, tool: Tool) {
    let call = find(line)
    #expect(call?.tool == tool)
    #expect(call?.position == 0)
    #expect(call?.argumentsStart == 1)
  }

  @Test(arguments: [
    "gcc -###", "git version", "/usr/bin/gcc -o compile.o -c x.c", "/opt/compile", "cover", "/x/xcompile -V=full",
    "/go/pkg/tool/linux_amd64/Compile -V=full", "/go/pkg/tool/linux_amd64/gofmt -l x",
    "--tool=/x/pkg/tool/y/compile -x",
  ])
  func noTool(line: String) {
    #expect(find(line) == nil)
  }

  @Test(arguments: [
    "agent -v /go/pkg/tool/linux_amd64/compile -V=full",
    "agent --as link -v /go/pkg/tool/linux_amd64/compile -V=full",
    "/opt/agents/link -v /go/pkg/tool/linux_amd64/compile -V=full",
    "agent --tool=/go/pkg/tool/linux_amd64/link /go/pkg/tool/linux_amd64/compile -V=full",
    "agent /go/pkg/tool/linux_amd64/link /go/pkg/tool/linux_amd64/compile -V=full",
    "agent trace /opt/gotools/compile -V=full",
    "trace -v /opt/gotools/compile -V=full",
    "/opt/agents/agent cover compile -V=full",
    "dlv exec --headless -- /go/pkg/tool/linux_amd64/compile -V=full",
  ])
  func agentsBeforeTheTool(line: String) {
    let call = find(line)
    #expect(call?.tool == .compile)
    #expect(call?.position == words(line).count - 2)
    #expect(call?.isVersionQuery == true)
  }

  @Test func theFirstOfEqualsCounts() {
    // `go build -o GOROOT/pkg/tool/linux_amd64/compile cmd/compile`, with another flag behind the name.
    let line = "/go/pkg/tool/linux_amd64/link -o /go/pkg/tool/linux_amd64/compile -importcfg x _pkg_.a"
    #expect(find(line)?.tool == .link)
    #expect(find("agent /x/nm -v /y/pack -w")?.tool == .nm)
  }

  @Test func ownFlagsAreNotSearched() {
    let call = find("--patches compile -v /go/pkg/tool/linux_amd64/cover -mode set", from: 3)
    #expect(call?.tool == .cover)
    #expect(call?.position == 3)
    #expect(find("--help", from: 1) == nil)
  }

  @Test func argumentsNeedNotBeText() {
    let arguments: [ByteString] = [[0xff], [], [0xfe] + ByteString("/pkg/tool/\n/compile"), ByteString("-V=full")]
    let call = ToolCall.find(in: arguments, from: 0)
    #expect(call?.tool == .compile)
    #expect(call?.position == 2)
  }

  @Test(arguments: [
    ("compile -V=full", true), ("compile --V=full", true), ("compile -V", false), ("compile -V=full x.go", false),
    ("compile -o -V=full", false), ("compile -V=fuller", false),
  ])
  func versionQuery(line: String, isAsked: Bool) {
    #expect(find("/go/pkg/tool/linux_amd64/\(line)")?.isVersionQuery == isAsked)
  }

  /// `-vettool` may name any program.
  @Test(arguments: [
    ("/x/checks /tmp/go-build1/b001/vet.cfg", 0), ("checks -a=b -c $WORK/b001/vet.cfg", 0),
    ("agent --level 2 -- /x/checks -json C:\\b001\\vet.cfg", 4), ("/x/vet /tmp/b001/vet.cfg", 0),
  ])
  func aVettool(line: String, position: Int) {
    let call = find(line)
    #expect(call?.tool == .vet && call?.position == position && call?.isVersionQuery == false)
  }

  @Test(arguments: ["/b001/vet.cfg", "-x /b001/vet.cfg", "/x/checks /b001/vet.cfg -x", "/x/checks vet.cfg"])
  func noVettool(line: String) { #expect(find(line) == nil) }

  @Test(arguments: [("@/tmp/args", true), ("-o x -pack @rest", true), ("-o x@y -pack z.go", false), ("", false)])
  func responseFile(rest: String, isNamed: Bool) {
    #expect(find("@agent-file /go/pkg/tool/linux_amd64/compile \(rest)")?.hasResponseFile == isNamed)
  }
}
