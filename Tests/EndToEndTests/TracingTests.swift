import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// Examples/tracing
  @Suite struct TracingTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      try workspace.copy(Setup.project + "/Examples/tracing", to: "shop")
    }

    @Test("a service that knows nothing of it prints a tree for each request", arguments: Setup.newestOrAll)
    func trees(toolchain: Toolchain) throws {
      let service = try ["main.go", "store/store.go"].map {
        String(decoding: try workspace.read("shop/\($0)"), as: UTF8.self)
      }
      #expect(service.allSatisfy { !$0.lowercased().contains("trac") && !$0.contains("context") })

      try toolchain.go("build", "-o", workspace.path("plain"), ".", in: "shop", of: workspace).succeeded()
      let plain = try workspace.run("plain", "tea").succeeded()
      #expect(plain.outputText == "tea for 3, 39 left\n")
      #expect(plain.errorText == "")

      try Command(
        [Setup.routinex, "go", "build", "--patches", "patches", "-o", workspace.path("traced"), "."],
        in: workspace.path("shop"), environment: toolchain.environment(in: workspace)
      ).run().succeeded()
      let traced = try workspace.run("traced", "tea", "coffee", "milk").succeeded()
      #expect(
        traced.outputText.split(separator: "\n").sorted() == [
          "coffee for 4, 14 left", "tea for 3, 39 left", "there is no milk here: sql: no rows in result set",
        ], "\(traced)")
      let trees = try trees(of: traced)
      #expect(Set(trees.map(\.id)).count == 3, "\(traced)")
      let texts = trees.map(\.text).sorted()
      #expect(
        texts == [
          try Self.order(of: "coffee", in: service[0]), Self.refused, try Self.order(of: "tea", in: service[0]),
        ])
    }

    /// What the order of something that is there does. Both servers' spans are below those of the clients, and what the two
    /// goroutines do is below them.
    private static func order(of item: String, in service: String) throws -> String {
      let lines = service.components(separatedBy: "\n")
      let asking = try #require(lines.firstIndex { $0 == "\tgo func() {" }) + 1
      let counting = try #require(lines.firstIndex { $0.hasPrefix("\tgo count(") }) + 1
      return """
        client GET http://127.0.0.1/order?item=\(item): 200 OK
        └─ server GET /order
           ├─ sql SELECT price FROM items WHERE name = ?
           ├─ goroutine main.order (main.go:\(asking))
           │  └─ client GET http://127.0.0.1/reserve?item=\(item): 200 OK
           │     └─ server GET /reserve
           │        ├─ sql UPDATE items SET stock = stock - 1 WHERE name = ?
           │        └─ sql SELECT stock FROM items WHERE name = ?
           └─ goroutine main.order (main.go:\(counting))
              └─ sql UPDATE items SET sold = sold + 1 WHERE name = ?
        """
    }

    private static let refused = """
      client GET http://127.0.0.1/order?item=milk: 500 Internal Server Error
      └─ server GET /order
         └─ sql SELECT price FROM items WHERE name = ?
      """

    /// The trees on standard error, with their trace ids. Times, ports and what the compiler calls a function without a name
    /// are left out.
    private func trees(of run: Run) throws -> [(id: String, text: String)] {
      try run.errorText.components(separatedBy: "trace ").dropFirst().map { tree in
        let lines = tree.split(separator: "\n")
        let id = String(try #require(lines.first))
        #expect(id.wholeMatch(of: /[0-9a-f]{32}/) != nil, "\(run)")
        let spans = try lines.dropFirst().map { line in
          let span = try #require(line.wholeMatch(of: /\ +[0-9]+\.[0-9] ms +[0-9]+\.[0-9] ms  (.*)/), "\(run)")
          return span.1.replacing(/127\.0\.0\.1:[0-9]+/, with: "127.0.0.1")
            .replacing(/main\.order\.(func|gowrap)[0-9]+/, with: "main.order")
        }
        return (id, spans.joined(separator: "\n"))
      }
    }
  }
}
