import Bytes
import Testing
import Toolexec

/// The grammar of flags, seen through compile's.
@Suite struct FlagScannerTests {
  @Test(arguments: ["-p x f.go", "-p=x f.go", "--p x f.go", "--p=x f.go", "-p x -- f.go", "-p y -p=x f.go"])
  func spellings(line: String) {
    let command = CompileCommand(words(line))
    #expect(command.packagePath == ByteString("x"))
    #expect(command.files == words("f.go"))
  }

  @Test func aValueCanLookLikeAnything() {
    let command = CompileCommand(words("-o -p -asmhdr go_asm.go -trimpath @x -p a=b f.go -p late"))
    #expect(command.output == ByteString("-p"))
    #expect(command.packagePath == ByteString("a=b"))
    #expect(command.files == words("f.go -p late"))
  }

  @Test func aBooleanTakesAValueOnlyBehindAnEqualsSign() {
    let command = CompileCommand(words("-race true.go"))
    #expect(command.isRace)
    #expect(command.files == words("true.go"))
    #expect(!CompileCommand(words("-race -race=false f.go")).isRace)
  }

  @Test(arguments: [
    ("-newflag -asmhdr h f.go", "f.go"), ("-newflag value -pack f.go", "f.go"), ("-newflag=v.go f.go", "f.go"),
    ("- f.go", "- f.go"),
  ])
  func unknownFlags(line: String, files: String) {
    #expect(CompileCommand(words(line)).files == words(files))
  }

  @Test func emptyArguments() {
    let command = CompileCommand([ByteString("-p"), [], ByteString("-pack"), [], ByteString("f.go")])
    #expect(command.packagePath == [])
    #expect(command.files == [[], ByteString("f.go")])
    #expect(CompileCommand([]).files == [])
  }

  @Test func aFlagWithoutItsValue() {
    let command = CompileCommand(words("-pack -p"))
    #expect(command.packagePath == nil)
    #expect(command.files == [])
  }
}
