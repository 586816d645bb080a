/// Lines of an old text that gave way to lines of a new one; one of the two ranges may be empty.
struct LineChange: Equatable {
  var old: Range<Int>
  var new: Range<Int>

  /// The fewest lines removed and added that lead from `old` to `new`, in order.
  static func between(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [LineChange] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    var comparison = LineComparison(old: old.map(number), new: new.map(number))
    comparison.compare(0..<old.count, 0..<new.count)
    return comparison.changes
  }
}

/// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, in its linear-space form: a point in the middle
/// of a shortest path splits the texts in two.
private struct LineComparison {
  /// Equal lines have equal numbers.
  let old: [Int]
  let new: [Int]
  private(set) var changes: [LineChange] = []

  init(old: [Int], new: [Int]) {
    self.old = old
    self.new = new
  }

  mutating func compare(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    var (old, new) = (oldRange, newRange)
    while let line = old.first, let other = new.first, self.old[line] == self.new[other] {
      old = old.dropFirst()
      new = new.dropFirst()
    }
    while let line = old.last, let other = new.last, self.old[line] == self.new[other] {
      old = old.dropLast()
      new = new.dropLast()
    }
    if old.isEmpty || new.isEmpty {
      if !old.isEmpty || !new.isEmpty { record(LineChange(old: old, new: new)) }
      return
    }
    // Both begin and end differently, so the path has two steps or more, and each half has at least one.
    let middle = middle(old, new)
    compare(old.lowerBound..<middle.old, new.lowerBound..<middle.new)
    compare(middle.old..<old.upperBound, middle.new..<new.upperBound)
  }

  private mutating func record(_ change: LineChange) {
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1].old = last.old.lowerBound..<change.old.upperBound
      changes[changes.count - 1].new = last.new.lowerBound..<change.new.upperBound
    } else {
      changes.append(change)
    }
  }

  /// A point that a shortest path goes through, half-way: paths from both ends are made longer step by step, until two
  /// meet.
  private func middle(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> (old: Int, new: Int) {
    let (width, height) = (oldRange.count, newRange.count)
    var forward = Frontier(width: width, height: height)
    var backward = Frontier(width: width, height: height)
    let distance = width - height
    var length = 0
    while true {
      for diagonal in forward.diagonals(length) {
        forward.extend(diagonal) { old[oldRange.lowerBound + $0] == new[newRange.lowerBound + $1] }
        if !distance.isMultiple(of: 2), forward.meets(backward, at: diagonal) {
          let x = forward[diagonal]
          return (oldRange.lowerBound + x, newRange.lowerBound + x - diagonal)
        }
      }
      for diagonal in backward.diagonals(length) {
        backward.extend(diagonal) { old[oldRange.upperBound - 1 - $0] == new[newRange.upperBound - 1 - $1] }
        if distance.isMultiple(of: 2), backward.meets(forward, at: diagonal) {
          let x = backward[diagonal]
          return (oldRange.upperBound - x, newRange.upperBound - x + diagonal)
        }
      }
      length += 1
    }
  }
}

/// For each diagonal (lines taken of the old text less lines taken of the new one), how many lines of the old text the
/// furthest path with so many steps takes.
private struct Frontier {
  private let width: Int
  private let height: Int
  private var reached: [Int]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    reached = Array(repeating: -1, count: width + height + 3)
  }

  /// Negative where no path has come yet.
  private(set) subscript(diagonal: Int) -> Int {
    get { reached[diagonal + height + 1] }
    set { reached[diagonal + height + 1] = newValue }
  }

  /// The diagonals inside the rectangle that a path with `length` steps can end on.
  func diagonals(_ length: Int) -> StrideThrough<Int> {
    let low = length <= height ? -length : -height + (length - height) % 2
    let high = length <= width ? length : width - (length - width) % 2
    return stride(from: low, through: high, by: 2)
  }

  mutating func extend(_ diagonal: Int, isEqual: (Int, Int) -> Bool) {
    let across = self[diagonal - 1]
    let down = self[diagonal + 1]
    var x = across >= 0 && across < width ? across + 1 : -1
    if down > x, down - diagonal <= height { x = down }
    if across < 0, down < 0, diagonal == 0 { x = 0 }
    guard x >= 0 else { return }
    while x < width, x - diagonal < height, isEqual(x, x - diagonal) { x += 1 }
    self[diagonal] = x
  }

  /// Whether the path on the diagonal overlaps the one that came from the other end.
  func meets(_ other: Frontier, at diagonal: Int) -> Bool {
    let opposite = width - height - diagonal
    guard (-height...width).contains(opposite), self[diagonal] >= 0, other[opposite] >= 0 else { return false }
    return self[diagonal] + other[opposite] >= width
  }
}
