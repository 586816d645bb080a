import Bytes
import Host
import Findings
import Testing
import Toolexec
import Weaving

@testable import Entry

@Suite struct StartedCallTests {
  /// What the tool's answer to `-V=full` gets.
  private func stamp(_ words: String...) throws -> ByteString {
    let arguments = (words + ["/go/pkg/tool/linux_amd64/compile", "-V=full"]).map { ByteString($0) }
    let pointer = makeArgumentPointer([ByteString("routinex")] + arguments)
    let vector = ArgumentVector(argc: arguments.count + 1, argv: pointer)
    let invocation = try Invocation(vector)
    let started = StartedCall(arguments: vector, options: invocation.options, chainStart: invocation.chainStart)
    let sets = started.sets
    let call = try #require(started.callToDecide(with: sets))
    return try #require(try started.pipeline(for: call, sets).stamp(for: call.tool)).hash(for: [])
  }

  @Test func whereTheAgentStandsCounts() throws {
    let behind = try stamp("--patches=", "/bin/sh")
    #expect(try stamp("--patches=", "--inside", "/bin/sh") != behind)
    #expect(try stamp("--patches=", "/bin/sh") == behind)
    // The call under `explain --record` has the same.
    #expect(try stamp("--record", "/records", "--patches=", "/bin/sh") == behind)
    #expect(try stamp("--patches=", "/bin/sh", "-x") != behind)
  }

  @Test func anAgentInsideIsAsked() throws {
    #expect(throws: Findings.self) { try stamp("--patches=routine", "--inside") }
  }
}
