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

      /// See "A crash" in CONTRIBUTING.md.
      @Test("has no symbols; they are in the file beside it, which it names")
      func isStripped() throws {
        let symbolTable = 2
        func types(_ program: Program) -> [Int] {
          program.headers(at: 40, size: 58, count: 60).map { program.number(at: $0 + 4, size: 4) }
        }
        let (program, symbols) = (try Program(), try Program(Setup.routinex + ".debug"))
        let (inProgram, beside) = (types(program), types(symbols))
        #expect(!inProgram.contains(symbolTable) && beside.contains(symbolTable))
        let isNamed = program.contains("routinex.debug\0")
        #expect(isNamed)
        // Of one of the program's own functions, mangled.
        let hasNames = symbols.contains("$s8Commands8Routinex")
        #expect(hasNames)
        let (build, itsBuild) = (program.buildID, symbols.buildID)
        #expect(build != nil && build == itsBuild)
      }

      /// An ELF file of 64 bits, little-endian.
      private struct Program {
        private let bytes: [UInt8]

        init(_ path: String = Setup.routinex) throws {
          bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
          try #require(
            Array(bytes.prefix(6)) == [0x7f] + Array("ELF".utf8) + [2, 1], "no 64-bit little-endian ELF file")
        }

        func number(at offset: Int, size: Int) -> Int {
          (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }

        func contains(_ text: String) -> Bool { Data(bytes).range(of: Data(text.utf8)) != nil }

        /// What follows the header of the note: a name of 4 bytes, 20 bytes of content, of the third type.
        var buildID: [UInt8]? {
          let header: [UInt8] = [4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0] + Array("GNU\0".utf8)
          return Data(bytes).range(of: Data(header)).map { Array(bytes[$0.upperBound..<($0.upperBound + 20)]) }
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
