package import Bytes
internal import GoSyntax

/// A change of one file: bytes `range` of the original give way to the pieces. An empty range inserts.
package struct Edit {
  package let range: Range<Int>
  package let pieces: [Piece]
  /// The declaration of a patch that asked for it: its file is what the pieces' ranges are of.
  package let origin: Patch
  /// The place among edits at the same offset: see `TextOrder`.
  let layer: Int
  /// The original's text that it is for: where this goes away, so does the edit.
  let subject: Range<Int>

  /// Whether its text goes with that of the original, where it stands in a trace, and not with what a patch puts in front.
  var isOfOriginal: Bool { subject != range }

  /// - Parameter subject: the range unless it says otherwise.
  init(
    replacing range: Range<Int>, with pieces: [Piece], for origin: Patch, layer: Int = TextOrder.standard,
    subject: Range<Int>? = nil
  ) {
    self.range = range
    self.pieces = pieces
    self.origin = origin
    self.layer = layer
    self.subject = subject ?? range
  }

  init(
    at offset: Int, inserting pieces: [Piece], for origin: Patch, layer: Int = TextOrder.standard,
    subject: Range<Int>? = nil
  ) {
    self.init(replacing: offset..<offset, with: pieces, for: origin, layer: layer, subject: subject)
  }
}

/// Ranges of a file, to be asked what lies within one of them.
struct OuterRanges {
  /// Those that lie within no other, in order.
  private(set) var ranges: [Range<Int>] = []

  init(_ list: [Range<Int>]) {
    let sorted = list.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
    for range in sorted where range.upperBound > ranges.last?.upperBound ?? -1 { ranges.append(range) }
  }

  var isEmpty: Bool { ranges.isEmpty }

  /// Whether a range holds the offset.
  func contains(_ offset: Int) -> Bool { around(offset)?.contains(offset) ?? false }

  /// Whether a range is part of a larger one.
  func holds(_ range: Range<Int>) -> Bool {
    guard let outer = around(range.lowerBound), outer != range else { return false }
    return outer.contains(range.lowerBound) && range.upperBound <= outer.upperBound
  }

  /// The last of the ranges that starts at the offset or before.
  private func around(_ offset: Int) -> Range<Int>? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? ranges[low - 1] : nil
  }
}

/// A piece of the text that an edit puts in.
package enum Piece {
  /// Glue, which stands at the position of what is before it.
  case text(ByteString)
  /// A range of the patch file as its author wrote it, but for the renames, each at its own position there.
  case patch(Range<Int>, renames: [Rename])
  /// Nothing by itself: what follows stands at that offset of the patch file.
  case mark(Int)
  /// Nothing by itself: what follows stands at that offset of the edited file.
  case original(Int)
}

/// Bytes of a patch or target file that are to read otherwise.
package struct Rename {
  package let range: Range<Int>
  package let name: ByteString

  package init(range: Range<Int>, name: ByteString) {
    self.range = range
    self.name = name
  }
}
