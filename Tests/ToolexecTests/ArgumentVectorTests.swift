import Bytes
import Testing
import Toolexec

@Suite struct ArgumentVectorTests {
  @Test func bytesOfEveryKindAreSeenAsTheyAre() {
    let arguments: [ByteString] = [[], [0xff, 0xfe], ByteString("a\nb"), []]
    withArgumentVector(arguments) { vector in
      #expect(vector.copied() == arguments)
      #expect(vector.copied(from: 2) == [ByteString("a\nb"), []])
    }
  }

  @Test func pointerLeadsTheRestForExec() {
    withArgumentVector(words("-v tool flag")) { vector in
      let rest = vector.pointer(at: 1)
      #expect(rest[0].map { String(cString: $0) } == "tool")
      #expect(rest[1].map { String(cString: $0) } == "flag")
      #expect(rest[2] == nil)
      #expect(vector.pointer(at: 3)[0] == nil)
    }
  }

  @Test(arguments: [0, 1]) func noArguments(argc: Int) {
    var argv: [UnsafeMutablePointer<CChar>?] = [nil, nil]
    argv.withUnsafeMutableBufferPointer { buffer in
      #expect(ArgumentVector(argc: argc, argv: buffer.baseAddress!).isEmpty)
    }
  }
}
