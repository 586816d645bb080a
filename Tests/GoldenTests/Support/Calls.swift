package import Bytes
internal import SystemInterface
package import Findings
package import Toolexec
package import Weaving

/// What the pipeline decides about a call in an environment.
package func decide(
  _ chain: [ByteString], _ environment: [String: ByteString], sets: [ByteString], from folders: [ByteString] = [],
  in files: MemoryFiles, usesPackageKeys: Bool = false
) throws(Findings) -> Decision? {
  try withToolCall(chain) { (call, vector) throws(Findings) in
    let pipeline = Pipeline(
      files: files, environment: Environment { environment["\($0)"] },
      sets: try PatchSet.find(sets, from: folders, in: files), program: "test",
      usesPackageKeys: usesPackageKeys,
      agents: Agents(vector[..<call.position].map { Array($0) }, findProgram: { $0 }), folders: { folders })
    return try pipeline.decide(call, in: vector)
  }
}

/// The tool's call in a chain, with the argument list that it stands in, for as long as the body runs; nil without a tool.
package func withToolCall<Result>(
  _ chain: [ByteString], _ body: (ToolCall, ArgumentVector) throws(Findings) -> Result
) throws(Findings) -> Result? {
  let argv = CArguments([ByteString("routinex")] + chain)
  defer { withExtendedLifetime(argv) {} }
  let vector = ArgumentVector(argc: chain.count + 1, argv: argv.pointer)
  guard let call = ToolCall.find(in: vector, from: 0) else { return nil }
  return try body(call, vector)
}

/// Arguments as a C program's `argv`, freed with their owner.
private final class CArguments {
  let pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ arguments: [ByteString]) {
    count = arguments.count
    pointer = .allocate(capacity: count + 1)
    for (index, argument) in arguments.enumerated() {
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: argument.count + 1)
      for (offset, byte) in argument.enumerated() { copy[offset] = CChar(bitPattern: byte) }
      copy[argument.count] = 0
      pointer[index] = copy
    }
    pointer[count] = nil
  }

  deinit {
    for index in 0..<count { pointer[index]?.deallocate() }
    pointer.deallocate()
  }
}

extension Woven {
  /// The files and the arguments without the file that says which patch sets are in the object, if it says no more: what that
  /// holds is for ProvenanceTests.
  package var changes: (files: [NewFile], arguments: [ByteString]) {
    let marks = files.filter {
      $0.isOwn && $0.path.hasSuffix("/joining/routinex.go") && !$0.bytes.contains("routinexOutsideCode")
    }
    .map(\.path)
    return (files.filter { !marks.contains($0.path) }, arguments.filter { !marks.contains($0) })
  }
}
