/// Whether a name fits a pattern whose parts stand for one byte each, but for those that stand for any bytes.
///
/// - Parameters:
///   - isAny: whether a part stands for any bytes.
///   - fits: whether another part stands for a byte.
@inlinable package func matchesWildcards<Part>(
  _ parts: [Part], _ name: [UInt8], isAny: (Part) -> Bool, fits: (Part, UInt8) -> Bool
) -> Bool {
  var (place, position) = (0, 0)
  // Where to go on if what follows the last part for any bytes does not fit: it takes one byte more.
  var retry: (place: Int, position: Int)?
  while position < name.count {
    if place < parts.count, isAny(parts[place]) {
      retry = (place, position)
      place += 1
    } else if place < parts.count, fits(parts[place], name[position]) {
      (place, position) = (place + 1, position + 1)
    } else if let (star, start) = retry {
      retry = (star, start + 1)
      (place, position) = (star + 1, start + 1)
    } else {
      return false
    }
  }
  return parts[place...].allSatisfy(isAny)
}
