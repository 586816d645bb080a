import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What a name in a patch means, where only the compiler can tell whether it was taken right.
  @Suite struct NamesTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      let files = [
        "m/go.mod": "module example.com/n\n\ngo 1.18\n",
        "m/go-redis/a.go": "package redis\n\ntype Client struct{ N int }\n\nfunc Get() int { return 1 }\n",
        "m/driver/a.go": "package store\n\ntype DB struct{}\n\nfunc Open() int { return 2 }\n",
        "m/app/redis/a.go": "package other\n\nfunc Get() int { return 3 }\n",
        "m/lib/lib.go": Self.library, "m/lib/text.txt": "embedded",
        "m/lib/q.go": "package lib\n\nfunc Q(driver int) { println(\"Q\", driver) }\n",
        "m/main.go": Self.program, "set/example.com/n/lib/lib.go": Self.patch,
        "set/example.com/.../main.go": "package main\n\n//routinex:before\nfunc main() { println(\"main\") }\n",
      ]
      for (path, text) in files { try workspace.write(text, to: path) }
    }

    @Test(
      "imports by their packages' names, parameters, labels, main of 'example.com/...'", arguments: Setup.toolchains)
    func program(toolchain: Toolchain) throws {
      let run = try Command(
        [Setup.routinex, "go", "run", "--patches", workspace.path("set"), "."], in: workspace.path("m"),
        environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      #expect(
        run.errorText.split(separator: "\n").filter { !$0.hasPrefix("#") } == [
          "main", "before F 1 3", "F 3", "43 replaced", "H 1", "M 0 0", "2 4", "n 0", "n 1", "n 2", "loop 3", "loop 4",
          "loop 5", "loop 9", "loop 10", "loop 11", "11", "1 2 1 3", "Q 1", "1 1",
        ])
    }

    private static let library = """
      package lib

      import (
      \t_ "embed"

      \t"example.com/n/app/redis"
      \t"example.com/n/driver"
      \t"example.com/n/go-redis"
      )

      //go:embed text.txt
      var Text string

      func F(c *redis.Client, s store.DB, fn func(redis.Client)) { println("F", other.Get()) }

      func G() int { return store.Open() }

      func H(int, func(*T), func(T) int) (int, chan T) { return 1, nil }

      type T struct{ N int }

      func (T T) M(x int) int { return T.N + x }

      func Nil(nil int) int { return nil }

      func Run(n int) int {
      \tc := 0
      retry:
      \tn++
      \tc++
      \tif n < 3 {
      \t\tgoto retry
      \t}
      loop:
      \tfor {
      \t\tif c > 10 {
      \t\t\tbreak loop
      \t\t}
      \t\tif c == 5 {
      \t\t\tc += 3
      \t\t\tcontinue loop
      \t\t}
      \t\tc++
      \t\tgoto loop
      \t}
      \treturn c
      }

      type Pos struct{ a int }

      func Use() { println(Pos{a: 1}.a, redis.Get()) }

      """

    private static let program = """
      package main

      import (
      \t"example.com/n/driver"
      \t"example.com/n/lib"
      )

      func main() {
      \tlib.F(nil, store.DB{}, nil)
      \tprintln(lib.G(), lib.Text)
      \tlib.H(1, nil, nil)
      \tprintln(lib.T{}.M(2), lib.Nil(3))
      \tprintln(lib.Run(0))
      \tlib.Q(1)
      \tlib.Use()
      }

      """

    private static let patch = """
      package lib

      import (
      \t_ "unsafe"

      \t"example.com/n/app/redis"
      \t"example.com/n/driver"
      \t"example.com/n/go-redis"
      )

      //routinex:before
      func F(c *redis.Client, s store.DB, fn func(redis.Client)) {
      \tprintln("before F", redis.Get(), other.Get())
      }

      //routinex:replace
      func G() int {
      \treturn 40 + other.Get()
      }

      //routinex:replace
      var Text = "replaced"

      //routinex:wrap
      func H(a int, f func(*T), g func(T) int) (n int, c chan T) {
      \tprintln("H", a)
      \treturn original(a, f, g)
      }

      //routinex:before
      func (t T) M(x int) int {
      \tvar zero T
      \tprintln("M", t.N, zero.N)
      }

      //routinex:wrap
      func Nil(n int) int {
      \tvar p *int
      \tif p == nil {
      \t\treturn original(n) + 1
      \t}
      \treturn 0
      }

      //routinex:edit
      func Run(n int) int {
      \t//routinex:before n++
      \tprintln("n", n)
      \t//routinex:before for { if c > 10 { break loop }; if c == 5 { c += 3; continue loop }; c++; goto loop }
      \tv := c
      \tprintln("loop", v)
      }

      //routinex:before
      func Q(driver int) {
      \tprintln(driver, store.Open(), redis.Get(), other.Get())
      }

      //routinex:extend
      type Pos struct {
      \tb int
      }

      var added = store.Open()

      //routinex:pragma go:linkname Use example.com/n/lib.use
      func Use()

      """
  }
}
