import Bytes
import Testing

@testable import Toolexec

/// The archives are written here by the formats' descriptions, as far as a name is in them; EndToEndTests reads real ones.
@Suite struct ExportDataTests {
  private static let head = ByteString(
    "!<arch>\n__.PKGDEF\ngo object linux amd64 go1.24.1 X:none\nbuild id \"a/b\"\n\n\n$$B\n")

  private func word(_ value: Int) -> ByteString { (0..<4).map { UInt8(value >> (8 * $0) & 0xff) } }

  /// - Parameter sections: the elements of each of the ten sections.
  private func unified(version: Int, flags: Int = 0, _ sections: [[ByteString]]) -> ByteString {
    var (ends, table, data) = (ByteString(), ByteString(), ByteString())
    var count = 0
    for section in sections + Array(repeating: [], count: 10 - sections.count) {
      count += section.count
      ends += word(count)
      for element in section {
        data += element
        table += word(data.count)
      }
    }
    return Self.head + [UInt8(ascii: "u")] + word(version) + (version > 0 ? word(flags) : []) + ends + table + data
      + ByteString(repeating: 7, count: 8)
  }

  /// Section 3 holds packages: two references to strings (section 0), then the numbers of both in that table.
  private func sections(path: String, name: String) -> [[ByteString]] {
    [
      [ByteString("fmt"), ByteString(name), ByteString(path)],
      [[2, 3, 1, 0, 0, 0], []],
      [],
      [[1, 0, 0, 0], [2, 0, 2, 0, 1, 0, 1, 0]],
    ]
  }

  @Test(arguments: [0, 1, 2, 5, 9], ["example.com/n/go-redis", ""])
  func unifiedFormat(version: Int, path: String) {
    var sections = sections(path: path, name: "redis")
    // The root refers to the second package, through the first entry of its table.
    sections[1][0] = [1, 3, 1, 0]
    let archive = unified(version: version, sections)
    #expect(ExportData.packageName(archive, path: ByteString("example.com/n/go-redis"))?.text == "redis")
  }

  @Test func indexedFormat() {
    let strings = ByteString("\u{3}fmt\u{5}redis\u{1}a")
    // Two packages: fmt with one object, then the archive's own.
    let index: ByteString = [2, 0, 0, 0, 1, 0, 9, 10, 4, 0, 0]
    let archive =
      Self.head + [UInt8(ascii: "i"), 2, UInt8(strings.count), 3] + strings + ByteString("xyz") + index
    #expect(ExportData.packageName(archive, path: ByteString("a"))?.text == "redis")
    #expect(ExportData.packageName(archive, path: ByteString("b")) == nil)
  }

  @Test func whatIsNotKnownHasNoName() {
    var sections = sections(path: "other", name: "redis")
    sections[1][0] = [1, 3, 1, 0]
    let path = ByteString("a")
    #expect(ExportData.packageName(unified(version: 2, sections), path: path) == nil)
    sections[0] = [ByteString("fmt"), ByteString("not a name"), ByteString("a")]
    #expect(ExportData.packageName(unified(version: 2, sections), path: path) == nil)
    sections[0][1] = ByteString("redis")
    #expect(ExportData.packageName(unified(version: 2, sections), path: path)?.text == "redis")
    #expect(ExportData.packageName(unified(version: 2, flags: 1, sections), path: path) == nil)
    for text in ["", "x", "\n$$B\n", "\n$$B\nu", "\n$$B\ni", "\n$$B\nq"] {
      #expect(ExportData.packageName(ByteString(text), path: path) == nil)
    }
  }

  /// Cut anywhere, and with any byte changed, it gives a name or none, and no trap.
  @Test func damagedArchives() {
    var sections = sections(path: "a", name: "redis")
    sections[1][0] = [1, 3, 1, 0]
    let whole = unified(version: 2, sections)
    for count in whole.indices { _ = ExportData.packageName(Array(whole[..<count]), path: ByteString("a")) }
    for index in Self.head.count..<whole.count {
      for byte: UInt8 in [0, 1, 0x7f, 0x80, 0xff] {
        var damaged = whole
        damaged[index] = byte
        _ = ExportData.packageName(damaged, path: ByteString("a"))
      }
    }
  }
}
