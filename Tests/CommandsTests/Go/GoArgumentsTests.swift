import Bytes
import Findings
import Testing

@testable import Commands

@Suite struct GoArgumentsTests {
  private func arguments(_ line: String) throws -> GoArguments { try GoArguments(fields(line)) }

  private func fields(_ line: String) -> [ByteString] { line.split(separator: " ").map { ByteString(String($0)) } }

  /// Where further flags go: `^` stands for them.
  @Test(arguments: [
    ("build", "build ^"), ("build -o out .", "build ^ -o out ."), ("build -- -odd", "build ^ -- -odd"),
    ("build -gcflags=-N -v .", "build -gcflags=-N ^ -v ."), ("build -gcflags -N -v .", "build -gcflags -N ^ -v ."),
    ("build --gcflags=-N --toolexec x .", "build --gcflags=-N --toolexec x ^ ."),
    ("build -ldflags -gcflags=-N .", "build ^ -ldflags -gcflags=-N ."),
    ("build . -gcflags=-N", "build ^ . -gcflags=-N"),
    ("build -C dir -v .", "build -C dir ^ -v ."), ("build --C=dir .", "build --C=dir ^ ."),
    ("-C dir build .", "-C dir build ^ ."), ("build -v -C dir .", "build ^ -v -C dir ."),
    ("run -race . -gcflags=-N", "run ^ -race . -gcflags=-N"),
    ("run -exec echo -gcflags=-N . x", "run -exec echo -gcflags=-N ^ . x"),
    ("install -tags a,b -toolexec= x@latest", "install -tags a,b -toolexec= ^ x@latest"),
    ("list -json -gcflags=-N .", "list -json -gcflags=-N ^ ."),
    ("list -f -gcflags=-N .", "list ^ -f -gcflags=-N ."),
    ("vet -printf.funcs a -gcflags=-N .", "vet -printf.funcs a -gcflags=-N ^ ."),
    ("vet -unknown value -gcflags=-N .", "vet -unknown value -gcflags=-N ^ ."),
    ("vet -c 3 -gcflags=-N .", "vet -c 3 -gcflags=-N ^ ."),
    ("test -c -gcflags=-N .", "test -c -gcflags=-N ^ ."),
    ("test . -run X -gcflags=-N -v", "test . -run X -gcflags=-N ^ -v"),
    ("test -run -gcflags=-N", "test ^ -run -gcflags=-N"),
    ("test -test.run -gcflags=-N", "test ^ -test.run -gcflags=-N"),
    ("test ./a ./b -own x -gcflags=-N", "test ./a ./b -own x -gcflags=-N ^"),
    ("test ./a -own=y x -gcflags=-N", "test ^ ./a -own=y x -gcflags=-N"),
    ("test ./a -v x -gcflags=-N", "test ^ ./a -v x -gcflags=-N"),
    ("test ./a -args -gcflags=-N", "test ^ ./a -args -gcflags=-N"),
    ("test -gcflags=-N ./a --args -toolexec=x", "test -gcflags=-N ^ ./a --args -toolexec=x"),
    ("test ./a -- -gcflags=-N", "test ^ ./a -- -gcflags=-N"),
    ("env -w GOFLAGS=-gcflags=-N", "env ^ -w GOFLAGS=-gcflags=-N"),
  ])
  func placeOfFurtherFlags(line: String, result: String) throws {
    #expect(try arguments(line).adding(flags: [ByteString("^")]) == fields(result))
  }

  @Test(arguments: [
    ("--patches a,b build .", "build ."), ("-patches=a,b build .", "build ."), ("build --patches a,b .", "build ."),
    ("build -v --patches=a,b -x .", "build -v -x ."), ("--patches a build --patches b -C dir", "build -C dir"),
    ("-C dir --patches a,b build .", "-C dir build ."), ("test --patches a,b ./x -run y", "test ./x -run y"),
    ("mod --patches a --patches b tidy", "mod --patches a --patches b tidy"),
  ])
  func patchesAreTakenOut(line: String, rest: String) throws {
    let arguments = try arguments(line)
    #expect(arguments.adding(flags: []) == fields(rest))
    #expect(arguments.options.patches == (line.hasPrefix("mod") ? nil : fields("a b")))
  }

  @Test(arguments: [
    "build . --patches a", "build -ldflags --patches", "run . --patches a", "test ./a --patches a",
    "test -own --patches a", "test ./a -args --verbose", "build -- --verbose", "build -v -d -h -patches",
    "test -run --verbose", "vet ./a --debug",
  ])
  func whatIsTheGoCommandsStays(line: String) throws {
    let arguments = try arguments(line)
    #expect(arguments.adding(flags: []) == fields(line))
    #expect(arguments.options == GoArguments.Options())
  }

  @Test func otherFlagsOfThisProgram() throws {
    #expect(try arguments("-v -d build").options.isVerbose)
    #expect(try arguments("-v -d build").options.isDebug)
    #expect(try arguments("build --verbose --debug").options.isDebug)
    #expect(try arguments("build --verbose --debug").adding(flags: []) == fields("build"))
    #expect(try !arguments("--verbose=true build --verbose=false").options.isVerbose)
    #expect(try arguments("--help").options.isHelp)
    #expect(try !arguments("build --help").options.isHelp)
    #expect(try arguments("--patches= build").options.patches == [])
  }

  @Test(arguments: ["-x build", "--patches", "build --patches", "--verbose=maybe build", "- build"])
  func mistakes(line: String) { #expect(throws: Findings.self) { try arguments(line) } }

  @Test func whatTheUserGives() throws {
    let arguments = try arguments(
      "build -gcflags=-N -toolexec a -gcflags all=-l -toolexec=b -tags=x -race -p 2 ./a ./b")
    #expect(arguments.gcflags == fields("-N all=-l"))
    #expect(arguments.toolexec == ByteString("b"))
    #expect(arguments.selection == fields("-tags=x -race"))
    #expect(arguments.packages == fields("./a ./b"))
  }

  @Test(arguments: [
    ("run a.go b.go c.go", "a.go b.go c.go"), ("run a.go x b.go", "a.go"), ("run . x", "."), ("run -race . -x", "."),
    ("test -v ./a ./b -run x y", "./a ./b"), ("test -own ./a", ""), ("test ./a -args ./b", "./a"),
    ("build -- ./a", "./a"), ("vet -own x ./a", "./a"), ("vet -own ./a", "./a"),
  ])
  func packages(line: String, packages: String) throws { #expect(try arguments(line).packages == fields(packages)) }

  @Test func bytesAreNotTouched() throws {
    let odd: ByteString = [0x2d, 0xff, 0x20, 0x0a]
    let arguments = try GoArguments([ByteString("test"), ByteString("-ldflags"), odd, [], odd])
    #expect(arguments.adding(flags: []) == [ByteString("test"), ByteString("-ldflags"), odd, [], odd])
  }
}
