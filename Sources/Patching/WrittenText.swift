internal import Bytes
internal import GoSyntax

/// A file's text with where each part of it comes from.
struct WrittenText {
  enum Origin: Equatable {
    /// The file that is patched.
    case target
    /// A patch file, and how deep its text is nested there where the part begins.
    case patch(depth: Int)
    /// Neither: what directives put around a patch's text.
    case glue
  }

  struct Part {
    var range: Range<Int>
    let origin: Origin
  }

  private(set) var bytes = ByteString()
  /// Without gaps, in order.
  private(set) var parts: [Part] = []

  mutating func reserveCapacity(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(_ text: some Collection<UInt8>, of origin: Origin) {
    let start = bytes.count
    bytes += text
    guard bytes.count > start else { return }
    if let last = parts.last, last.origin == .glue, origin == .glue {
      parts[parts.count - 1].range = last.range.lowerBound..<bytes.count
    } else {
      parts.append(Part(range: start..<bytes.count, origin: origin))
    }
  }

  /// Makes one part of all that follows an offset.
  mutating func join(from start: Int, as origin: Origin) {
    guard start < bytes.count else { return }
    // They are in order: a look at all of them for each insertion would be quadratic.
    while let last = parts.last, last.range.lowerBound >= start { parts.removeLast() }
    parts.append(Part(range: start..<bytes.count, origin: origin))
  }

  /// The place in `parts` of the part that has the byte.
  func part(at offset: Int) -> Int {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func origin(at offset: Int) -> Origin { parts[part(at: offset)].origin }

  /// The text with each of the ranges, which are in order, replaced by glue.
  func replacing(_ edits: [(range: Range<Int>, text: ByteString)]) -> WrittenText {
    var result = WrittenText()
    var rest = edits[...]
    for part in parts {
      var position = part.range.lowerBound
      while let edit = rest.first, edit.range.lowerBound < part.range.upperBound {
        if edit.range.lowerBound > position { result.append(bytes[position..<edit.range.lowerBound], of: part.origin) }
        result.append(edit.text, of: .glue)
        position = max(position, edit.range.upperBound)
        rest = rest.dropFirst()
      }
      if position < part.range.upperBound { result.append(bytes[position..<part.range.upperBound], of: part.origin) }
    }
    for edit in rest { result.append(edit.text, of: .glue) }
    return result
  }
}
