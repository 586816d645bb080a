import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// The file that is installed.
  @Suite struct ReleaseBinaryTests {
    #if os(Linux)
      @Test("needs no other file: it names no interpreter and no library")
      func isStatic() throws {
        let program = try Program()
        // The program headers: elf(5).
        let types = program.headers(at: 32, size: 54, count: 56).map { program.number(at: $0, size: 4) }
        let (load, dynamic, interpreter) = (1, 2, 3)
        #expect(types.contains(load))
        #expect(!types.contains(interpreter))
        #expect(!types.contains(dynamic))
      }

      #if compiler(>=6.3)
        /// Without it every call costs several times as much, and nothing else shows it: see EarlyStart.swift.
        @Test("begins before the constructors of the Swift runtime")
        func hasEarlyStart() throws {
          let program = try Program()
          // A section header: type at 4, size at 32 (elf(5)).
          let preinitArray = 16
          let sizes = program.headers(at: 40, size: 58, count: 60)
            .filter { program.number(at: $0 + 4, size: 4) == preinitArray }
            .map { program.number(at: $0 + 32, size: 8) }
          #expect(sizes == [8], "one function in .preinit_array")
        }
      #endif

      /// An ELF file of 64 bits, little-endian.
      private struct Program {
        private let bytes: [UInt8]

        init() throws {
          bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Setup.routinex)))
          try #require(
            Array(bytes.prefix(6)) == [0x7f] + Array("ELF".utf8) + [2, 1], "no 64-bit little-endian ELF file")
        }

        func number(at offset: Int, size: Int) -> Int {
          (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }

        /// Where the headers of a table start, whose place, size of each and number the file's header gives.
        func headers(at offset: Int, size: Int, count: Int) -> [Int] {
          let (start, each) = (number(at: offset, size: 8), number(at: size, size: 2))
          return (0..<number(at: count, size: 2)).map { start + $0 * each }
        }
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
