import Bytes
import Testing
import Toolexec

@Suite struct ToolTests {
  @Test func everyToolIsFoundByItsName() {
    for tool in Tool.allCases { #expect(Tool(name: ByteString(tool.name)) == tool) }
  }

  @Test(arguments: ["Compile", "compile.exe", "compiler", "comp", "", "go", "gcc"])
  func otherNamesAreNoTools(name: String) {
    #expect(Tool(name: ByteString(name)) == nil)
  }

  @Test func onlyToolsThatSeePatchedFilesAreStamped() {
    #expect(Tool.allCases.filter(\.isStamped) == [.compile, .cover])
  }
}
