import Bytes
import Findings
import GoSyntax
import Testing

@testable import Commands

@Suite struct DeclarationPathTests {
  private func readings(_ text: String) -> [String] {
    DeclarationPath.readings(of: ByteString(text)).map { "\($0.importPath.text) \($0.declaration.text)" }
  }

  @Test func whatATextMayMean() {
    #expect(readings("net/http.Get") == ["net/http Get"])
    #expect(readings("time.Time.Unix") == ["time.Time Unix", "time Time.Unix"])
    #expect(readings("gopkg.in/yaml.v3.Marshal") == ["gopkg.in/yaml.v3 Marshal", "gopkg.in/yaml v3.Marshal"])
    #expect(
      readings("example.com/a.b.T.M") == ["example.com/a.b.T M", "example.com/a.b T.M"])
  }

  @Test func methods() {
    #expect(readings("net/http.(*Client).Do") == ["net/http Client.Do"])
    #expect(readings("gopkg.in/yaml.v3.(Node).Encode") == ["gopkg.in/yaml.v3 Node.Encode"])
    #expect(readings("sync/atomic.(*Pointer[T]).Load") == ["sync/atomic Pointer.Load"])
  }

  @Test func whatNamesNothing() {
    for text in ["", "net/http", "Get", ".Get", "net/http.", "a.(T)", "a.(*T).", "a.b-c", "a.1"] {
      #expect(readings(text) == [], "\(text)")
    }
  }
}

@Suite struct FileLimitsTests {
  private func limits(_ name: String, _ text: String = "package p\n") -> String? {
    FileLimits.constraint(of: ByteString("/f/\(name)"), ByteString(text))
  }

  @Test func names() {
    #expect(limits("x.go") == nil)
    #expect(limits("linux.go") == nil)
    #expect(limits("signal_unix.go") == nil)
    #expect(limits("os_linux.go") == "linux")
    #expect(limits("os_linux_arm64.go") == "linux && arm64")
    #expect(limits("sys_x_arm64.go") == "arm64")
    #expect(limits("linux_arm64.go") == "arm64")
  }

  @Test func constraints() {
    #expect(limits("x.go", "//go:build a || b\n\npackage p\n") == "a || b")
    #expect(limits("x_linux.go", "//go:build a || b\n\npackage p\n") == "linux && (a || b)")
    #expect(limits("x_linux.go", "//go:build !race\n\npackage p\n//go:build x\n") == "linux && !race")
  }

  @Test func aTagThatNoToolIsToldOf() {
    let context = BuildContext(
      goos: ByteString("linux"), goarch: ByteString("amd64"), goMinor: 24,
      tags: [ByteString("cgo"), ByteString("goexperiment.fast")])
    func limits(_ constraint: String) -> String? {
      FileLimits.constraint(of: [], ByteString("//go:build \(constraint)\n\npackage p\n"), in: context)
    }
    #expect(limits("linux && cgo && !omitted") == "linux && cgo && !omitted")
    #expect(limits("goexperiment.fast") == nil)
    #expect(limits("linux && goexperiment.fast") == nil)
  }
}

@Suite struct PatchFileNameTests {
  @Test func names() throws {
    let file = SourceFile(
      path: [],
      bytes: ByteString(
        "package p\nfunc (c *Client) Do() {}\nfunc _Linux() {}\nfunc run_test() {}\ntype x_windows int\nvar Linux, É int\n"
      ))
    let names = file.declarations.map { NewSet.fileName($0, in: file).text }
    #expect(
      names == ["client_do.go", "linux.go", "run_test_patch.go", "x_windows_patch.go", "linux.go", "É.go"])
  }
}

@Suite struct NewSetTests {
  private func message(_ name: String) -> String? {
    do throws(Findings) {
      _ = try NewSet(ByteString(name), from: ByteString("/nowhere"))
      return nil
    } catch {
      return error.messages.first
    }
  }

  @Test func names() {
    #expect(message("mine") == nil)
    #expect(message("sets/mine") == nil)
    #expect(message("routine") == "routine is the name of a built-in set; use another")
    for name in ["", "a,b", ".hidden", "a\nb"] {
      #expect(message(name)?.contains("not a name for a patch set") == true)
    }
  }
}
