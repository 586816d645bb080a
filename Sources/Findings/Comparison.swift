package import Bytes

/// The headers of two declarations, for one above the other.
package struct Comparison: Hashable, Sendable {
  package struct Side: Hashable, Sendable {
    /// `patch`, `target`, `nearest`.
    package let label: String
    package let header: ByteString
    /// The columns of the header, from 0, that differ from the other side's.
    package let marks: [Range<Int>]
    /// nil: where the finding is.
    package let place: Place?

    package init(_ label: String, _ header: String, marks: [Range<Int>] = [], place: Place? = nil) {
      self.label = label
      self.header = ByteString(header)
      self.marks = marks
      self.place = place
    }

    fileprivate func at(_ path: (Place) -> Place) -> Side {
      Side(label, header.text, marks: marks, place: place.map(path))
    }
  }

  package let patch: Side
  package let target: Side

  package init(_ patch: Side, _ target: Side) {
    self.patch = patch
    self.target = target
  }

  /// A line for each side, indented by a tab, and below it `^` where it differs.
  package var wording: Wording {
    let width = max(patch.label.count, target.label.count) + 2
    return line(patch, width) + "\n" + line(target, width)
  }

  private func line(_ side: Side, _ width: Int) -> Wording {
    let label = side.label + ":" + String(repeating: " ", count: width - side.label.count - 1)
    var wording: Wording = "\t\(label)\(side.header.text)"
    if let place = side.place { wording = wording + " (\(place))" }
    guard let end = side.marks.map(\.upperBound).max() else { return wording }
    var marks = Array(repeating: Character(" "), count: end)
    for column in side.marks.joined() { marks[column] = "^" }
    return wording + "\n\t\(String(repeating: " ", count: label.count))\(String(marks))"
  }

  /// See `Wording.ofAllBuilds`.
  func ofAllBuilds(path: (Place) -> Place) -> Comparison { Comparison(patch.at(path), target.at(path)) }

  /// See `Wording.withoutPositions`.
  var withoutPositions: Comparison { ofAllBuilds { Place($0.path) } }
}
