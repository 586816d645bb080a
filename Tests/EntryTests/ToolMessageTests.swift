import Bytes
import Testing

@testable import Entry

/// Paths that the go command would cut.
@Suite struct ToolMessageTests {
  @Test(
    "a folder whose name begins like the package's keeps its path",
    arguments: [
      ("/src/app-patches/x.go:4:6: no", "/src//app-patches/x.go:4:6: no"),
      ("by /src/apps/x.go and (/src/apps/y.go)", "by /src//apps/x.go and (/src/apps/y.go)"),
      ("/src/app/x.go:1:1", "/src/app/x.go:1:1"), ("in /src/app: no", "in /src/app: no"), ("/src/app", "/src/app"),
      ("is /opt/src/apps", "is /opt/src/apps"),
    ])
  func keeps(text: String, shown: String) {
    #expect(ToolMessage.kept(ByteString(text), from: [ByteString("/src/app"), ByteString("/")]) == ByteString(shown))
  }
}
