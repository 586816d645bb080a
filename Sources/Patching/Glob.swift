internal import Bytes

/// A pattern for names: `*` stands for any bytes, `?` for one.
struct Glob: Equatable {
  private let pattern: ByteString

  /// nil for what is no part of a name.
  init?(_ pattern: some Sequence<UInt8>) {
    self.pattern = Array(pattern)
    let isName = self.pattern.allSatisfy { $0.isIdentifierByte || $0 == ASCII.star || $0 == ASCII.questionMark }
    if self.pattern.isEmpty || !isName { return nil }
  }

  func matches(_ name: some Collection<UInt8>) -> Bool {
    let name = Array(name)
    var (place, position) = (0, 0)
    // Where to go on if what follows the last `*` does not fit: it takes one byte more.
    var retry: (place: Int, position: Int)?
    while position < name.count {
      if place < pattern.count, pattern[place] == ASCII.star {
        retry = (place, position)
        place += 1
      } else if place < pattern.count, pattern[place] == ASCII.questionMark || pattern[place] == name[position] {
        (place, position) = (place + 1, position + 1)
      } else if let (star, start) = retry {
        retry = (star, start + 1)
        (place, position) = (star + 1, start + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == ASCII.star }
  }
}
