package import Bytes

/// What a compiled package is called, read from its archive: an import path need not end in the name.
///
/// The archive's first entry is text up to a line `$$B`, then export data: from Go 1.20 on `u` and the unified format
/// (internal/pkgbits; cmd/compile/internal/noder, unified.go: writeUnifiedExport), before that `i` and the indexed one
/// (cmd/compile/internal/typecheck, iexport.go). What cannot be read, such as a format that is yet to come, gives nil.
package enum ExportData {
  /// - Parameter path: the package's import path, which the indexed format lists packages by.
  package static func packageName(_ archive: ByteString, path: ByteString) -> ByteString? {
    guard let start = archive.firstIndex(of: ByteString("\n$$B\n")) else { return nil }
    var reader = Reader(bytes: archive, position: start + 5)
    let name: ByteString?
    switch reader.byte() {
    case UInt8(ascii: "u"): name = unified(&reader, path)
    case UInt8(ascii: "i"): name = indexed(&reader, path)
    default: name = nil
    }
    return name.flatMap { !$0.isEmpty && $0.allSatisfy(\.isIdentifierByte) ? $0 : nil }
  }

  /// The sections of the unified format, by their places (internal/pkgbits, reloc.go).
  private enum Section {
    static let string = 0
    static let meta = 1
    static let package = 3
    static let count = 10
  }

  /// The public root, the first of the meta section, begins with a reference to its package, and a package with its path,
  /// which may be empty, and its name.
  private static func unified(_ reader: inout Reader, _ path: ByteString) -> ByteString? {
    guard let version = reader.word() else { return nil }
    // Markers between the values are for those who debug the compiler.
    if version >= 1, let flags = reader.word(), flags & 1 != 0 { return nil }
    var sectionEnds: [Int] = []
    for _ in 0..<Section.count {
      guard let end = reader.word(), end >= sectionEnds.last ?? 0 else { return nil }
      sectionEnds.append(end)
    }
    let table = reader.position
    let data = table + 4 * (sectionEnds.last ?? 0)
    func element(_ section: Int, _ index: Int) -> Range<Int>? {
      let number = index + (section == 0 ? 0 : sectionEnds[section - 1])
      guard index >= 0, number < sectionEnds[section] else { return nil }
      var ends = Reader(bytes: reader.bytes, position: table + 4 * max(number - 1, 0))
      guard let first = ends.word() else { return nil }
      guard let end = number == 0 ? first : ends.word() else { return nil }
      let start = number == 0 ? 0 : first
      guard start <= end, data + end <= reader.bytes.count else { return nil }
      return (data + start)..<(data + end)
    }
    /// The references that an element's table lists, and what follows the table.
    func references(_ section: Int, _ index: Int) -> (list: [(section: Int, index: Int)], rest: Reader)? {
      guard let range = element(section, index) else { return nil }
      var reader = Reader(bytes: reader.bytes, position: range.lowerBound, end: range.upperBound)
      guard let count = reader.varint(), count <= range.count else { return nil }
      var list: [(Int, Int)] = []
      for _ in 0..<count {
        guard let section = reader.varint(), let index = reader.varint() else { return nil }
        list.append((section, index))
      }
      return (list, reader)
    }
    func next(_ element: inout (list: [(section: Int, index: Int)], rest: Reader), in section: Int) -> Int? {
      guard let number = element.rest.varint(), number < element.list.count, element.list[number].section == section
      else { return nil }
      return element.list[number].index
    }
    guard var root = references(Section.meta, 0), let index = next(&root, in: Section.package),
      var package = references(Section.package, index), let its = next(&package, in: Section.string),
      let pathRange = element(Section.string, its), let name = next(&package, in: Section.string),
      let range = element(Section.string, name)
    else { return nil }
    guard pathRange.isEmpty || reader.bytes[pathRange].equals(path) else { return nil }
    return Array(reader.bytes[range])
  }

  /// Version, sizes of strings and data, both; then the index: each package's path and name as offsets into the strings.
  private static func indexed(_ reader: inout Reader, _ path: ByteString) -> ByteString? {
    guard reader.varint() != nil, let stringSize = reader.varint(), let dataSize = reader.varint() else { return nil }
    let strings = reader.position
    let index = strings + stringSize + dataSize
    guard stringSize <= reader.bytes.count, dataSize <= reader.bytes.count, index <= reader.bytes.count else {
      return nil
    }
    func string(_ offset: Int) -> ArraySlice<UInt8>? {
      guard offset < stringSize else { return nil }
      var text = Reader(bytes: reader.bytes, position: strings + offset, end: strings + stringSize)
      guard let count = text.varint(), count <= text.end - text.position else { return nil }
      return reader.bytes[text.position..<(text.position + count)]
    }
    var entries = Reader(bytes: reader.bytes, position: index)
    guard let count = entries.varint() else { return nil }
    for _ in 0..<min(count, reader.bytes.count) {
      guard let its = entries.varint().flatMap(string), let name = entries.varint().flatMap(string),
        entries.varint() != nil, let objects = entries.varint()
      else { return nil }
      if its.equals(path) || its.isEmpty { return Array(name) }
      for _ in 0..<min(objects, reader.bytes.count) {
        guard entries.varint() != nil, entries.varint() != nil else { return nil }
      }
    }
    return nil
  }

  /// Reads numbers up to an end; nil behind it.
  private struct Reader {
    let bytes: ByteString
    var position: Int
    let end: Int

    init(bytes: ByteString, position: Int, end: Int? = nil) {
      self.bytes = bytes
      self.position = position
      self.end = end ?? bytes.count
    }

    mutating func byte() -> UInt8? {
      guard position < end else { return nil }
      defer { position += 1 }
      return bytes[position]
    }

    /// 32 bits, the lowest first.
    mutating func word() -> Int? {
      guard position >= 0, position + 4 <= end else { return nil }
      defer { position += 4 }
      return bytes[position..<(position + 4)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Seven bits a byte, the lowest first (encoding/binary: Uvarint); nil also for what no file could hold.
    mutating func varint() -> Int? {
      var result = 0
      for shift in stride(from: 0, to: 35, by: 7) {
        guard let byte = byte() else { return nil }
        result |= Int(byte & 0x7f) << shift
        if byte < 0x80 { return result }
      }
      return nil
    }
  }
}
