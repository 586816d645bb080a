import Bytes
import Testing

@Suite struct GoVersionTests {
  @Test func versionsAreInTheOrderOfReleases() {
    let list = ["go1.9", "go1.24beta1", "go1.24rc1", "go1.24rc2", "go1.24", "go1.24.2", "go1.24.11", "devel"]
    #expect(list.reversed().map { GoVersion(ByteString($0)) }.sorted() == list.map { GoVersion(ByteString($0)) })
  }

  @Test(arguments: [
    ("go1.24.3", 24), ("go1.24-custom", 24), ("devel go1.24-0123abc Thu Jan 1", 24), ("go1.27rc1", 27), ("devel", .max),
    ("", .max), ("go1.", .max), ("go1.99999999999999999999", .max),
  ])
  func minor(text: String, minor: Int) { #expect(GoVersion(ByteString(text)).minor == minor) }

  @Test(arguments: [
    ("go1.21", 21), ("go1.1", 1), ("go1.021", nil), ("go1.0", nil), ("go1.", nil), ("go1.21.3", nil), ("go2", nil),
    ("linux", nil), ("xgo1.21", nil),
  ])
  func tagsOfVersions(tag: String, minor: Int?) { #expect(GoVersion.minor(ofTag: ByteString(tag)) == minor) }
}
