import Bytes
import Testing
import Toolexec

@Suite struct WorkFolderTests {
  @Test(arguments: [
    ("/tmp/go-build42/b001", "/tmp/go-build42"), ("/a b/go-build1/b1", "/a b/go-build1"), ("/tmp/go-build42", nil),
    ("/tmp/go-build42/b001/exe", nil), ("/tmp/go-build/b001", nil), ("/tmp/go-build42/b", nil),
    ("/tmp/go-build4x/b001", nil), ("/tmp/go-build42/c001", nil), ("/tmp/go-build42/b00x", nil), ("/", nil), ("", nil),
  ])
  func holding(folder: String, work: String?) {
    #expect(WorkFolder.holding(ByteString(folder))?.text == work)
  }
}
