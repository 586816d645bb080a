/// Bytes as the operating system and Go files hold them: command-line arguments, paths and sources need not be UTF-8,
/// so they are never decoded on their way through, only for messages.
package typealias ByteString = [UInt8]

extension Array where Element == UInt8 {
  @inlinable package init(_ text: StaticString) {
    self = text.withUTF8Buffer { Array($0) }
  }

  package init(_ text: String) {
    self = Array(text.utf8)
  }
}

extension Collection where Element == UInt8 {
  /// The bytes for a person to read; what is not UTF-8 becomes U+FFFD.
  @inlinable package var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether a Go file may hold the bytes: UTF-8, without a NUL or a byte order mark (The Go Programming Language
  /// Specification: Source code representation).
  package var isGoText: Bool {
    let text = String(decoding: self, as: UTF8.self)
    return text.utf8.elementsEqual(self) && !text.unicodeScalars.contains { $0.value == 0 || $0.value == 0xfeff }
  }

  @inlinable package func hasPrefix(_ prefix: some Collection<UInt8>) -> Bool { starts(with: prefix) }

  @inlinable package func equals(_ other: some Collection<UInt8>) -> Bool { elementsEqual(other) }

  @inlinable package func equals(_ other: StaticString) -> Bool {
    guard count == other.utf8CodeUnitCount else { return false }
    var letter = other.utf8Start
    for byte in self {
      if byte != letter.pointee { return false }
      letter += 1
    }
    return true
  }

  @inlinable package func hasPrefix(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { starts(with: $0) }
  }
}

extension BidirectionalCollection where Element == UInt8 {
  @inlinable package func hasSuffix(_ suffix: some BidirectionalCollection<UInt8>) -> Bool {
    reversed().starts(with: suffix.reversed())
  }

  @inlinable package func hasSuffix(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { hasSuffix($0) }
  }

  /// The slice without spaces, tabs, carriage returns and newlines at both ends.
  @inlinable package var trimmed: SubSequence {
    var slice = self[...]
    while let byte = slice.first, byte.isSpace { slice.removeFirst() }
    while let byte = slice.last, byte.isSpace { slice.removeLast() }
    return slice
  }
}

extension Array<UInt8> {
  /// The first place at or after `start` where `pattern` (not empty) stands, or nil.
  package func firstIndex(of pattern: [UInt8], from start: Int = 0) -> Int? {
    withUnsafeBufferPointer { bytes in
      pattern.withUnsafeBufferPointer { pattern in
        let last = pattern.count - 1
        // Horspool: how far a byte below the pattern's last place lets the pattern move on.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { steps in
          steps.initialize(repeating: UInt8(clamping: pattern.count))
          for (place, byte) in pattern.dropLast().enumerated() { steps[Int(byte)] = UInt8(clamping: last - place) }
          var index = start + last
          while index < bytes.count {
            let byte = bytes[index]
            if byte == pattern[last] {
              var length = 0
              while length < last, bytes[index - last + length] == pattern[length] { length += 1 }
              if length == last { return index - last }
            }
            index += Int(steps[Int(byte)])
          }
          return nil
        }
      }
    }
  }

  package func contains(_ pattern: StaticString) -> Bool { firstIndex(of: [UInt8](pattern)) != nil }
}

extension UInt8 {
  @inlinable package var isSpace: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
  @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether the byte may stand in a Go identifier. Every byte of a multi-byte letter counts.
  @inlinable package var isIdentifierByte: Bool {
    isDigit || self == 0x5f || (0x41...0x5a).contains(self) || (0x61...0x7a).contains(self) || self >= 0x80
  }
}

/// The Levenshtein distance: how many bytes must be put in, taken out or changed. Texts of more than 500 bytes, and texts
/// whose lengths differ by more than the limit, are as far apart as can be: `Int.max`.
package func editDistance(_ left: ByteString, _ right: ByteString, limit: Int = .max) -> Int {
  guard max(left.count, right.count) <= 500, abs(left.count - right.count) <= limit else { return .max }
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let substituted = diagonal + (a == b ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}
