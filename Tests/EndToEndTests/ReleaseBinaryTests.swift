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

    @Test("of Foundation it holds the essentials alone, without ICU's tables")
    func hasNoICU() throws {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: Setup.routinex), options: .mappedIfSafe)
      // A module's name as it is mangled, and the name of the tables.
      #expect(bytes.range(of: Data("20FoundationEssentials".utf8)) != nil)
      for trace in ["10Foundation", "30FoundationInternationalization", "icudt"] {
        #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace)")
      }
    }
  }
}
