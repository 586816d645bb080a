import Bytes
import Testing
import Toolexec

@Suite struct PatchSetListTests {
  private static let lists: [(list: String, elements: [String])] = [
    ("", []), (",", []), ("a", ["a"]), ("a,b", ["a", "b"]), (",a,,b,", ["a", "b"]), (#"a\,b"#, ["a,b"]),
    (#"a\,b,c"#, ["a,b", "c"]), (#"\,"#, [","]), (#"a\,"#, ["a,"]), (#"a\,\,b"#, ["a,,b"]),
    (#"a\,,b"#, ["a,", "b"]), (#"a\\,b"#, [#"a\,b"#]), (#"a\b,\c\"#, [#"a\b"#, #"\c\"#]),
    ("a\u{301},\u{301}b", ["a\u{301}", "\u{301}b"]),
  ]

  @Test(arguments: lists.indices) func elements(index: Int) {
    let (list, elements) = Self.lists[index]
    #expect(PatchSetList.elements(of: ByteString(list)) == elements.map { ByteString($0) })
  }

  @Test func quoted() {
    for element in ["a", "a,b", ",", ",,a,", #"a\,b"#, "\u{301}"] {
      let list = PatchSetList.quoted(ByteString(element)) + ByteString(",x")
      #expect(PatchSetList.elements(of: list) == [ByteString(element), ByteString("x")])
    }
  }
}
