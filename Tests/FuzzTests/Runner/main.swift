import Bytes
import Foundation
import TestSupport

// `fuzz TARGET LIBFUZZER-ARGUMENTS...` fuzzes; `fuzz --seeds TARGET FOLDER` writes the inputs that other tests have;
// `fuzz --list` names the targets. What it runs is in ../Targets.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argc: UnsafeMutablePointer<Int32>, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int) -> Int

private func end(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(2)
}

private func target(_ name: String?) -> FuzzTarget {
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    end("usage: fuzz TARGET LIBFUZZER-ARGUMENTS..., of: \(FuzzTarget.all.map(\.name).joined(separator: " "))")
  }
  return target
}

/// The one of this process. libFuzzer's callbacks have no argument for it.
nonisolated(unsafe) private var chosen = FuzzTarget.all[0]

@_cdecl("LLVMFuzzerCustomMutator")
func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: UInt32) -> Int {
  if seed % 3 == 0 { return mutateBytes(data, size, maximum) }
  var mutator = Mutator(chosen, seed: UInt64(seed))
  let result = mutator.mutated(ByteString(UnsafeBufferPointer(start: data, count: size)), limit: maximum)
  for (index, byte) in result.enumerated() { data[index] = byte }
  return result.count
}

let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "--list":
  for target in FuzzTarget.all { print(target.name) }
case "--seeds":
  guard arguments.count == 4 else { end("usage: fuzz --seeds TARGET FOLDER") }
  for (name, input) in target(arguments[2]).otherSeeds() {
    try Data(input).write(to: URL(filePath: arguments[3]).appending(path: name))
  }
case let name:
  // libFuzzer starts this program again to make an input smaller, with its own arguments alone.
  let inherited = ProcessInfo.processInfo.environment["ROUTINEX_FUZZ_TARGET"]
  chosen = target(inherited ?? name)
  setenv("ROUTINEX_FUZZ_TARGET", chosen.name, 1)
  // The program's name stays, the target's goes.
  let skipped = inherited == nil ? 1 : 0
  var count = CommandLine.argc - Int32(skipped)
  var pointer = CommandLine.unsafeArgv + skipped
  pointer[0] = CommandLine.unsafeArgv[0]
  exit(
    withUnsafeMutablePointer(to: &pointer) { pointer in
      pointer.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.self, capacity: 1) { argv in
        runDriver(&count, argv) { bytes, count in
          do throws(Defect) {
            try chosen.run(ByteString(UnsafeBufferPointer(start: bytes, count: count)))
          } catch {
            FileHandle.standardError.write(Data("FINDING in \(chosen.name): \(error.description)\n".utf8))
            abort()
          }
          return 0
        }
      }
    })
}
