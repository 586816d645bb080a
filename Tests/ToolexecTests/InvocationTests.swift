import Bytes
import Testing
import Toolexec

@Suite struct InvocationTests {
  @Test func noFlags() throws {
    let invocation = try Invocation(words("/go/pkg/tool/linux_amd64/compile -v -d"))
    #expect(invocation.options == Invocation.Options())
    #expect(invocation.chainStart == 0)
  }

  @Test(arguments: ["-v -d", "--verbose --debug", "-verbose -debug", "--verbose=true -d=1", "-v=t --debug=T"])
  func booleanFlags(flags: String) throws {
    let invocation = try Invocation(words("\(flags) agent -h"))
    #expect(invocation.options.isVerbose)
    #expect(invocation.options.isDebug)
    #expect(!invocation.options.isHelp)
    #expect(invocation.chainStart == 2)
  }

  @Test(arguments: ["-v -v=false", "--verbose --verbose=0", "-v -v=f"])
  func booleanFlagsCanBeTakenBack(flags: String) throws {
    #expect(try !Invocation(words("\(flags) agent")).options.isVerbose)
  }

  @Test(arguments: ["-h", "--help", "-help", "--version", "-version", "-v --help"])
  func helpAndVersionNeedNoProgram(flags: String) throws {
    let invocation = try Invocation(words(flags))
    #expect(invocation.options.isHelp || invocation.options.isVersion)
    #expect(invocation.chainStart == words(flags).count)
  }

  @Test(arguments: ["--patches a,./b --patches=c,d compile", "-patches a,./b -patches=,c,d, -- compile"])
  func patchesAreListsInOrder(line: String) throws {
    let invocation = try Invocation(words(line))
    #expect(invocation.options.patches == words("a ./b c d"))
    #expect(words(line)[invocation.chainStart] == ByteString("compile"))
  }

  @Test func aCommaInAPathIsEscaped() throws {
    #expect(try Invocation(words(#"--patches a\,b,c compile"#)).options.patches == words("a,b c"))
  }

  @Test func aPatchSetIsOneElement() throws {
    let line = [ByteString("--patches"), ByteString("a,b"), ByteString("--patch-set=/c,d"), ByteString("compile")]
    #expect(try Invocation(line).options.patches == words("a b /c,d"))
  }

  @Test func patchesCanBeNone() throws {
    #expect(try Invocation(words("compile")).options.patches == nil)
    #expect(try Invocation(words("--patches= compile")).options.patches == [])
    #expect(try Invocation([ByteString("--patches"), [], ByteString("compile")]).options.patches == [])
  }

  @Test func patchesNeedNotBeText() throws {
    let list: ByteString = [0xff, 0x3d, 0x2c, 0x0a]
    let invocation = try Invocation([ByteString("--patches=") + list, ByteString("compile")])
    #expect(invocation.options.patches == [[0xff, 0x3d], [0x0a]])
  }

  @Test func doubleDashEndsTheFlags() throws {
    #expect(try Invocation(words("-v -- -odd-program -d")).chainStart == 2)
    #expect(throws: InvocationError.noProgram) { try Invocation(words("-v --")) }
  }

  @Test func anEmptyArgumentIsNoFlag() throws {
    #expect(try Invocation([[], ByteString("-v")]).chainStart == 0)
  }

  @Test(arguments: [
    ("--verbos x", "unknown flag --verbos; did you mean --verbose? See `routinex --help`"),
    ("-patch=a x", "unknown flag -patch; did you mean --patches? See `routinex --help`"),
    ("--hlep", "unknown flag --hlep; did you mean --help? See `routinex --help`"),
    ("-x y", "unknown flag -x; see `routinex --help`"),
    ("--v x", "unknown flag --v; see `routinex --help`"),
    ("- x", "unknown flag -; see `routinex --help`"),
    ("-v --patches", "flag --patches needs a value: --patches LIST or --patches=LIST"),
    ("--debug=yes x", "flag --debug cannot be \"yes\": leave the value out, or use true or false"),
    ("-d= x", "flag -d cannot be \"\": leave the value out, or use true or false"),
    ("-v", "no program to run after the flags; use `go build -toolexec=routinex`, or see `routinex --help`"),
  ])
  func mistakesAreNamed(line: String, message: String) {
    let error = #expect(throws: InvocationError.self) { try Invocation(words(line)) }
    #expect(error?.message == message)
  }

  @Test(arguments: ["-v --patches=a,b -- compile -o x", "--patches a compile", "compile"])
  func bothViewsOfTheArgumentsReadTheSame(line: String) throws {
    let arguments = words(line)
    let invocation = try withArgumentVector(arguments) { vector in try Invocation(vector) }
    #expect(try invocation == Invocation(arguments))
  }
}
