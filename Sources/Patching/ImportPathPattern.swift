package import Bytes

/// A pattern of import paths, as the go command matches it.
package enum ImportPathPattern {
  /// cmd/internal/pkgpattern, MatchPattern: `...` stands for any string, though not for one with the element `vendor`
  /// that something follows, and `/...` at the end for nothing as well.
  package static func matches(_ pattern: ByteString, _ importPath: ByteString) -> Bool {
    if !pattern.contains("...") { return pattern == importPath }
    if pattern.contains(vendor) || importPath.contains(vendor) { return false }
    let name = markingVendor(importPath)
    let marked = markingVendor(pattern)
    let vendorEnd: ByteString = [ASCII.slash, vendor] + ByteString("/...")
    let alternatives: [ByteString]
    if marked.hasSuffix(vendorEnd) {
      alternatives = [marked.dropLast(vendorEnd.count) + ByteString("/vendor"), marked]
    } else if marked == Array(vendorEnd.dropFirst()) {
      // So it is there: nothing matches.
      alternatives = [ByteString("/vendor"), vendorEnd]
    } else if marked.hasSuffix("/...") {
      alternatives = [marked.dropLast(4), marked]
    } else {
      alternatives = [marked]
    }
    return alternatives.contains { matches(glob: $0, name) }
  }

  /// Takes the place of `vendor` where `...` may not match it: no argument holds it.
  private static let vendor: UInt8 = 0

  private static func markingVendor(_ path: ByteString) -> ByteString {
    var elements = path.split(separator: ASCII.slash, omittingEmptySubsequences: false)
    for index in elements.indices.dropLast() where elements[index].equals("vendor") { elements[index] = [vendor] }
    return ByteString(elements.joined(separator: [ASCII.slash]))
  }

  private static func matches(glob: ByteString, _ name: ByteString) -> Bool {
    var pieces: [ByteString] = []
    var rest = glob
    while let dots = rest.firstIndex(of: ByteString("...")) {
      pieces.append(Array(rest[..<dots]))
      rest = Array(rest[(dots + 3)...])
    }
    pieces.append(rest)
    // Where in the name the pieces up to this one can end.
    var ends: Set<Int> = name.hasPrefix(pieces[0]) ? [pieces[0].count] : []
    for piece in pieces.dropFirst() {
      var next: Set<Int> = []
      for end in ends {
        let limit = name[end...].firstIndex(of: vendor) ?? name.endIndex
        for start in end...limit where name[start...].hasPrefix(piece) { next.insert(start + piece.count) }
      }
      ends = next
    }
    return ends.contains(name.count)
  }
}
