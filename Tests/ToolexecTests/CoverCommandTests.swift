import Bytes
import Testing
import Toolexec

@Suite struct CoverCommandTests {
  static let go119 = "-mode set -var GoCover_0_3837 -o /tmp/go-build5/b043/x.cover.go /m/sub/x.go"
  static let go122 = """
    -pkgcfg /tmp/go-build3/b001/pkgcfg.txt -mode atomic -var goCover_f6e4_ \
    -outfilelist /tmp/go-build3/b001/coveroutfiles.txt /m/a.go /m/b.go
    """
  static let testmain = """
    -pkgcfg /tmp/go-build4/b112/pkgcfg.txt -mode testmain -var goCover_d204_ \
    -outfilelist /tmp/go-build4/b112/coveroutfiles.txt /tmp/go-build4/b112/_testmain.go
    """

  @Test func oneFile() {
    let command = CoverCommand(words(Self.go119))
    #expect(command.mode == ByteString("set"))
    #expect(command.output == ByteString("/tmp/go-build5/b043/x.cover.go"))
    #expect(command.pkgcfg == nil)
    #expect(command.outfilelist == nil)
    #expect(command.files == words("/m/sub/x.go"))
  }

  @Test func aPackage() {
    let command = CoverCommand(words(Self.go122))
    #expect(command.mode == ByteString("atomic"))
    #expect(command.output == nil)
    #expect(command.pkgcfg == ByteString("/tmp/go-build3/b001/pkgcfg.txt"))
    #expect(command.outfilelist == ByteString("/tmp/go-build3/b001/coveroutfiles.txt"))
    #expect(command.files == words("/m/a.go /m/b.go"))
  }

  @Test func theMainPackageOfATest() {
    let command = CoverCommand(words(Self.testmain))
    #expect(command.mode == ByteString("testmain"))
    #expect(command.files == words("/tmp/go-build4/b112/_testmain.go"))
  }

  @Test(arguments: [go119, go122, testmain])
  func nothingToRewriteChangesNothing(line: String) {
    let command = CoverCommand(words(line))
    #expect(command.rewritten(files: command.files, outfilelist: nil) == words(line))
  }

  @Test func rewriting() {
    let rewritten = CoverCommand(words(Self.go122)).rewritten(
      files: words("/b/a.go /m/b.go /b/c.go"), outfilelist: ByteString("/b/list"))
    let expected = Self.go122
      .replacing("/tmp/go-build3/b001/coveroutfiles.txt", with: "/b/list")
      .replacing("/m/a.go /m/b.go", with: "/b/a.go /m/b.go /b/c.go")
    #expect(rewritten == words(expected))
  }

  @Test func anAttachedListIsReplacedToo() {
    let command = CoverCommand(words("-pkgcfg=p -outfilelist=old f.go"))
    #expect(
      command.rewritten(files: words("g.go"), outfilelist: ByteString("new"))
        == words("-pkgcfg=p -outfilelist=new g.go"))
  }

  @Test func aCallWithoutAListGetsNone() {
    let command = CoverCommand(words(Self.go119))
    #expect(command.rewritten(files: command.files, outfilelist: ByteString("/b/list")) == words(Self.go119))
  }
}
