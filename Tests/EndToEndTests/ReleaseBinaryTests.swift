import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// The file that is installed.
  @Suite struct ReleaseBinaryTests {
    #if os(Linux)
      @Test("needs no other file: it names no interpreter and no library")
      func isStatic() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Setup.routinex)))
        func number(at offset: Int, size: Int) -> Int {
          (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        try #require(Array(bytes.prefix(6)) == [0x7f] + Array("ELF".utf8) + [2, 1], "no 64-bit little-endian ELF file")
        // The program headers: elf(5).
        let (start, size, count) = (number(at: 32, size: 8), number(at: 54, size: 2), number(at: 56, size: 2))
        let types = (0..<count).map { number(at: start + $0 * size, size: 4) }
        let (load, dynamic, interpreter) = (1, 2, 3)
        #expect(types.contains(load))
        #expect(!types.contains(interpreter))
        #expect(!types.contains(dynamic))
      }
    #endif

    @Test("holds no Foundation")
    func hasNoFoundation() throws {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: Setup.routinex), options: .mappedIfSafe)
      // As a mangled module name, and as a library's.
      for trace in ["10Foundation", "20FoundationEssentials", "libFoundation"] {
        #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace)")
      }
    }
  }
}
