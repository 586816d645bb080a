import Bytes
@testable import GoSyntax
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
    ("example.com/v2x", "v2x"), ("C", "C"), ("example.com/a.b", "ab"),
    ("example.com/go-redis", "redis"), ("example.com/redis-go", "redis"), ("example.com/redis.go/v2", "redis"),
    ("example.com/go-redis-v9", "redis"), ("vendor/golang.org/x/net/idna", "idna"),
    ("example.com/x/a-b-c", "abc"),
  ])
  func localNames(path: String, name: String) throws {
    let file = goFile("package p\nimport \"\(path)\"\n")
    #expect(try #require(file.imports.first).localName.text == name)
  }

  /// What the file uses is the likelier name, the nearer to the path the better.
  @Test(arguments: [
    ("example.com/a-b", "a.X()", "a"), ("example.com/a-b", "b.X()", "b"), ("example.com/a-b", "a_b.X(); b.X()", "a_b"),
    ("example.com/a-b", "x.a.X()", nil), ("example.com/a-b", "xa.X()", nil),
    ("example.com/n/go-redis", "goredis.X()", "goredis"),
    ("example.com/n/gofoo", "foo.X()", "foo"), ("example.com/foo/v2", "foo.X()", "foo"),
    ("example.com/foo/go", "foo.X()", "foo"),
    ("example.com/n/driver", "pq.X()", nil),
  ])
  func namesByUse(path: String, text: String, name: String?) throws {
    let file = goFile("package p\nimport \"\(path)\"\nfunc F() { \(text) }\n")
    let item = try #require(file.imports.first)
    #expect((item.isNameCertain ? item.localName.text : nil) == name)
  }

  @Test func whatIsKnownIsNotGuessed() throws {
    let file = goFile("package p\nimport \"example.com/a\"\nimport \"example.com/b\"\nfunc F() { a.X() }\n")
    #expect(file.imports.map(\.localName.text) == ["a", "b"])
    file.learnPackageNames { $0.equals("example.com/a") ? ByteString("c") : nil }
    #expect(file.imports.map(\.localName.text) == ["c", "b"])
    #expect(file.imports.map(\.isNameCertain) == [true, false])
    #expect(file.importItem(qualifying: ByteString("q"))?.path.text == "example.com/b")
  }

  @Test func aGivenNameIsTheLocalName() throws {
    let file = goFile("package p\nimport h \"net/http\"\n")
    #expect(try #require(file.imports.first).localName.text == "h")
  }
}
