import Bytes
import Testing
import Toolexec

@Suite struct CompileCommandTests {
  static let go119 = """
    -o /tmp/go-build5/b002/_pkg_.a -trimpath /m/sub=>example.com/m/sub;/tmp/go-build5/b002=> -p example.com/m/sub \
    -lang=go1.18 -complete -buildid 4ZOg/4ZOg -goversion go1.19.8 -N -c=2 -nolocalimports \
    -importcfg /tmp/go-build5/b002/importcfg -pack /m/sub/x.go /m/sub/y.go
    """
  static let go122 = """
    -o /tmp/go-build3/b001/_pkg_.a -trimpath /tmp/go-build3/b001=> -p main -lang=go1.18 -complete -buildid FDa_/FDa_ \
    -goversion go1.22.10 -coveragecfg=/tmp/go-build3/b001/coveragecfg -c=2 -nolocalimports \
    -importcfg /tmp/go-build3/b001/importcfg -pack /tmp/go-build3/b001/covervars.go /tmp/go-build3/b001/main.cover.go
    """
  static let go124 = """
    -o /tmp/go-build4/b012/_pkg_.a -trimpath /tmp/go-build4/b012=> -p internal/cpu -lang=go1.24 -std -buildid 6sz/6sz \
    -goversion go1.24.11 -symabis /tmp/go-build4/b012/symabis -race -c=2 -nolocalimports \
    -importcfg /tmp/go-build4/b012/importcfg -pack -asmhdr /tmp/go-build4/b012/go_asm.h /go/src/internal/cpu/cpu.go
    """
  static let go127 = """
    -o /tmp/go-build8/b112/_pkg_.a -trimpath /tmp/go-build8/b112=> -p main -lang=go1.18 -complete -buildid XN6/XN6 \
    -dwarf=false -goversion go1.27.3 -shared -c=2 -N -nolocalimports -importcfg /tmp/go-build8/b112/importcfg \
    -embedcfg /tmp/go-build8/b112/embedcfg -pack /m/main.go
    """

  @Test func go1_19() {
    let command = CompileCommand(words(Self.go119))
    #expect(command.output == ByteString("/tmp/go-build5/b002/_pkg_.a"))
    #expect(command.packagePath == ByteString("example.com/m/sub"))
    #expect(command.goVersion == ByteString("go1.19.8"))
    #expect(command.importcfg == ByteString("/tmp/go-build5/b002/importcfg"))
    #expect(command.trimpath?.position == 3)
    #expect(command.trimpath?.offset == 0)
    #expect(!command.isStandard)
    #expect(!command.isRace)
    #expect(command.embedcfg == nil)
    #expect(command.files == words("/m/sub/x.go /m/sub/y.go"))
  }

  @Test func go1_22() {
    let command = CompileCommand(words(Self.go122))
    #expect(command.packagePath == ByteString("main"))
    #expect(command.coveragecfg == ByteString("/tmp/go-build3/b001/coveragecfg"))
    #expect(command.files == words("/tmp/go-build3/b001/covervars.go /tmp/go-build3/b001/main.cover.go"))
  }

  @Test func go1_24() {
    let command = CompileCommand(words(Self.go124))
    #expect(command.packagePath == ByteString("internal/cpu"))
    #expect(command.isStandard)
    #expect(command.isRace)
    #expect(command.files == words("/go/src/internal/cpu/cpu.go"))
    #expect(command.fileStart == command.arguments.count - 1)
  }

  @Test func go1_27() {
    let command = CompileCommand(words(Self.go127))
    #expect(command.embedcfg == ByteString("/tmp/go-build8/b112/embedcfg"))
    #expect(command.goVersion == ByteString("go1.27.3"))
    #expect(command.files == words("/m/main.go"))
  }

  @Test func sanitizers() {
    let command = CompileCommand(words("-msan -asan=1 f.go"))
    #expect(command.isMSan)
    #expect(command.isASan)
    #expect(!command.isRace)
    #expect(!CompileCommand(words("-msan=0 f.go")).isMSan)
  }

  @Test(arguments: [go119, go122, go124, go127, "-pack f.go", "-p a -p=b f.go", "-o -p f.go", ""])
  func packagePathWithoutACopy(line: String) {
    let arguments = words("-v agent /go/pkg/tool/linux_amd64/compile \(line)")
    withArgumentVector(arguments) { vector in
      let call = ToolCall.find(in: vector, from: 1)
      #expect(
        call.flatMap { CompileCommand.packagePath(in: vector, of: $0) }.map { ByteString($0) }
          == CompileCommand(words(line)).packagePath)
    }
  }

  @Test(arguments: [go119, go122, go124, go127, "-race -- -odd.go", "", "-p"])
  func nothingToRewriteChangesNothing(line: String) {
    let command = CompileCommand(words(line))
    #expect(command.rewritten(files: command.files, trimpath: []) == words(line))
  }

  @Test func rewriting() {
    let rewrites = [
      PathRewrite(from: ByteString("/b/x.go"), to: ByteString("/m/sub/x.go")),
      PathRewrite(from: ByteString("/b/y.go"), to: ByteString("routinex/a/y.go")),
    ]
    let rewritten = CompileCommand(words(Self.go119)).rewritten(files: words("/b/x.go /b/y.go"), trimpath: rewrites)
    let expected = Self.go119
      .replacing(" /m/sub=>", with: " /b/x.go=>/m/sub/x.go;/b/y.go=>routinex/a/y.go;/m/sub=>")
      .replacing(" /m/sub/x.go /m/sub/y.go", with: " /b/x.go /b/y.go")
    #expect(rewritten == words(expected))
    #expect(CompileCommand(rewritten).files == words("/b/x.go /b/y.go"))
  }

  @Test(arguments: [
    ("-trimpath=T -p x f.go", "-trimpath=F=>;T -p x f.go"),
    ("--trimpath=T f.go", "--trimpath=F=>;T f.go"),
    ("-trimpath= f.go", "-trimpath=F=> f.go"),
    ("-trimpath A -trimpath B f.go", "-trimpath A -trimpath F=>;B f.go"),
    ("-p x -- f.go", "-trimpath F=> -p x -- f.go"),
    ("-o -trimpath f.go", "-trimpath F=> -o -trimpath f.go"),
  ])
  func spellingsOfTrimpath(line: String, rewritten: String) {
    let command = CompileCommand(words(line))
    let rewrite = PathRewrite(from: ByteString("F"), to: [])
    #expect(command.rewritten(files: command.files, trimpath: [rewrite]) == words(rewritten))
  }

  @Test func bytesThatAreNotTextAndEmptyArgumentsAreKept() {
    let arguments: [ByteString] = [ByteString("-o"), [0xff, 0x0a], ByteString("-trimpath"), [], [0xfe], []]
    let rewrite = PathRewrite(from: [0xfd], to: [0x0a])
    let rewritten = CompileCommand(arguments).rewritten(files: [[0xfc], []], trimpath: [rewrite])
    #expect(
      rewritten == [
        ByteString("-o"), [0xff, 0x0a], ByteString("-trimpath"), [0xfd, 0x3d, 0x3e, 0x0a], [0xfc], [],
      ])
  }
}
