import Bytes
import GoSyntax
import Testing

@Suite struct ImportTests {
  @Test func spellings() {
    let file = goFile(
      """
      package p
      import "os"
      import (
      \t"net/http"
      \tstr "strings"
      \t. "math"
      \t_ `unsafe`
      )
      import ()
      import f "fmt"; import "errors"
      """)
    #expect(file.imports.map(\.path.text) == ["os", "net/http", "strings", "math", "unsafe", "fmt", "errors"])
    #expect(file.imports.map { $0.name?.text } == [nil, nil, "str", ".", "_", "f", nil])
  }

  @Test(arguments: [
    ("os", "os"), ("net/http", "http"), ("math/rand/v2", "rand"), ("example.com/x/v10", "x"),
    ("gopkg.in/yaml.v3", "yaml"), ("v2", "v2"), ("example.com/v", "v"), ("example.com/vx", "vx"),
    ("example.com/v2x", "v2x"), ("C", "C"), ("example.com/a.b", "a.b"),
  ])
  func localNames(path: String, name: String) throws {
    let file = goFile("package p\nimport \"\(path)\"\n")
    #expect(try #require(file.imports.first).localName.text == name)
  }

  @Test func aGivenNameIsTheLocalName() throws {
    let file = goFile("package p\nimport h \"net/http\"\n")
    #expect(try #require(file.imports.first).localName.text == "h")
  }
}
