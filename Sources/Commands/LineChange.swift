/// Lines of an old text that gave way to lines of a new one; one of the two ranges may be empty.
struct LineChange: Equatable {
  var old: Range<Int>
  var new: Range<Int>

  /// The fewest lines removed and added that lead from `old` to `new`, in order; or, for texts that have next to nothing in
  /// common, one change.
  static func between(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [LineChange] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let (old, new) = (old.map(number), new.map(number))
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let whole = LineChange(old: start..<(old.count - end), new: start..<(new.count - end))
    if whole.old.isEmpty, whole.new.isEmpty { return [] }
    if whole.old.isEmpty || whole.new.isEmpty || surplus(old[whole.old], new[whole.new]) > limit { return [whole] }
    return changes(Array(new[whole.new]).difference(from: Array(old[whole.old])), in: whole)
  }

  /// The library keeps what it has found at each step, so that it takes memory by the square of the number of changes.
  private static let limit = 4096

  /// How many lines are removed and added at least, wherever they stand.
  private static func surplus(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> Int {
    var counts: [Int: Int] = [:]
    for number in old { counts[number, default: 0] += 1 }
    for number in new { counts[number, default: 0] -= 1 }
    return counts.values.reduce(0) { $0 + abs($1) }
  }

  /// Lines that follow each other as one change.
  private static func changes(_ difference: CollectionDifference<Int>, in whole: LineChange) -> [LineChange] {
    let removed = Set(difference.removals.map { $0.offset + whole.old.lowerBound })
    let added = Set(difference.insertions.map { $0.offset + whole.new.lowerBound })
    var result: [LineChange] = []
    var (old, new) = (whole.old.lowerBound, whole.new.lowerBound)
    while old < whole.old.upperBound || new < whole.new.upperBound {
      var change = LineChange(old: old..<old, new: new..<new)
      while removed.contains(change.old.upperBound) { change.old = old..<(change.old.upperBound + 1) }
      while added.contains(change.new.upperBound) { change.new = new..<(change.new.upperBound + 1) }
      if change.old.isEmpty, change.new.isEmpty {
        (old, new) = (old + 1, new + 1)
      } else {
        result.append(change)
        (old, new) = (change.old.upperBound, change.new.upperBound)
      }
    }
    return result
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }
}
