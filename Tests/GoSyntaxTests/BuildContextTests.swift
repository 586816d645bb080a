import Bytes
@testable import GoSyntax
import Testing

@Suite struct BuildContextTests {
  private func context(_ goos: String, _ goarch: String = "amd64", _ minor: Int = 24, _ tags: [String] = [])
    -> BuildContext
  {
    BuildContext(
      goos: ByteString(goos), goarch: ByteString(goarch), goMinor: minor, tags: tags.map { ByteString($0) })
  }

  @Test(arguments: [
    ("linux", "linux", true), ("linux", "amd64", true), ("linux", "arm64", false), ("linux", "unix", true),
    ("linux", "gc", true), ("linux", "gccgo", false), ("linux", "cgo", false), ("linux", "android", false),
    ("android", "android", true), ("android", "linux", true), ("android", "unix", true), ("ios", "darwin", true),
    ("ios", "ios", true), ("darwin", "ios", false), ("illumos", "solaris", true), ("solaris", "illumos", false),
    ("windows", "unix", false), ("js", "unix", false), ("plan9", "unix", false), ("wasip1", "unix", false),
    ("linux", "", false), ("linux", "ignore", false),
  ])
  func tags(goos: String, tag: String, isSet: Bool) {
    #expect(context(goos).isSet(ByteString(tag)) == isSet)
  }

  @Test(arguments: [
    ("go1.1", true), ("go1.23", true), ("go1.24", true), ("go1.25", false), ("go1.24.1", false), ("go1.", false),
    ("go1.x", false), ("go2.1", false), ("go1", false),
  ])
  func releases(tag: String, isSet: Bool) {
    #expect(context("linux").isSet(ByteString(tag)) == isSet)
  }

  @Test func furtherTags() {
    let context = context("linux", "amd64", 24, ["cgo"]).adding(tags: [ByteString("fast")])
    #expect(context.isSet(ByteString("cgo")))
    #expect(context.isSet(ByteString("fast")))
    #expect(!context.isSet(ByteString("slow")))
  }

  /// go/build, build_test.go (`TestGoodOSArchFile` and others).
  @Test(arguments: [
    ("x.go", true), ("linux.go", true), ("windows.go", true), ("windows_test.go", true), ("x_linux.go", true),
    ("x_windows.go", false), ("x_amd64.go", true), ("x_arm64.go", false), ("x_linux_amd64.go", true),
    ("x_linux_arm64.go", false), ("x_windows_amd64.go", false), ("x_linux_amd64_test.go", true),
    ("x_windows_amd64_test.go", false), ("x_windows_test.go", false), ("x_amd64_linux.go", true),
    ("x_arm64_linux.go", true), ("x_unix.go", true), ("x_foo.go", true), ("x_linux_foo.go", true),
    ("_windows.go", false), ("x_windows.y.go", false), ("x.windows.go", true), ("linux_amd64.go", true),
    ("windows_amd64.go", true), ("amd64_windows.go", false),
  ])
  func fileNames(name: String, admitted: Bool) {
    #expect(context("linux").admits(fileName: ByteString(name)) == admitted)
  }

  @Test(arguments: [
    ("android", "x_linux.go", true), ("android", "x_android.go", true), ("linux", "x_android.go", false),
    ("ios", "x_darwin.go", true), ("darwin", "x_ios.go", false), ("illumos", "x_solaris_amd64.go", true),
  ])
  func impliedSystems(goos: String, name: String, admitted: Bool) {
    #expect(context(goos).admits(fileName: ByteString(name)) == admitted)
  }

  @Test(arguments: [
    ("go1.99", true), ("linux", true), ("plan9", true), ("riscv64", true), ("unix", true), ("gc", true), ("race", true),
    ("mytag", false), ("routinex", false), ("", false),
  ])
  func vocabulary(tag: String, isGos: Bool) {
    #expect(BuildContext.isVocabulary(ByteString(tag)) == isGos)
  }
}
