import Bytes

/// Where a flag's value stands: in an argument of its own, or behind the `=` of the flag.
package struct FlagValue: Equatable {
  /// The argument's index in the list that was scanned.
  package let position: Int
  /// The index of the value's first byte in that argument: 0 when the argument is the value.
  package let offset: Int
}

extension [ByteString] {
  subscript(value: FlagValue) -> ByteString {
    get { ByteString(self[value.position][value.offset...]) }
    set { self[value.position].replaceSubrange(value.offset..., with: newValue) }
  }
}

/// Which flags of a tool take a value only behind `=`, and which take the next argument.
///
/// Names with a space between: an array would have to be made, in front of nearly every call of a build.
struct FlagTable: Sendable {
  /// Of Go's types bool and objabi's count.
  let booleans: StaticString
  let valued: StaticString
}

extension StaticString {
  /// Whether the word is one of the text's, which have a space between.
  func hasWord(_ word: some Collection<UInt8>) -> Bool {
    var rest = UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: ASCII.space) ?? rest.endIndex
      if rest[..<end].equals(word) { return true }
      rest = rest[end...].dropFirst()
    }
    return false
  }
}

/// Reads a Go tool's flags as the Go package flag does (FlagSet.parseOne), a file name being the first argument that
/// is no flag: `-f`, `--f`, `-f=v`, and `-f v` unless the flag is boolean.
struct FlagScanner<Arguments: RandomAccessCollection>
where Arguments.Index == Int, Arguments.Element: RandomAccessCollection<UInt8>, Arguments.Element.Index == Int {
  struct Flag {
    let name: Arguments.Element.SubSequence
    /// Nil for a boolean flag without `=`, and for a flag at the end that lacks its value.
    let value: FlagValue?
  }

  let arguments: Arguments
  let table: FlagTable

  /// Visits each flag, and returns the index of the first file.
  ///
  /// A flag that the table does not hold, of a newer Go, takes the next argument unless that looks like a flag.
  func scan(from start: Int, _ visit: (Flag) -> Void) -> Int {
    var position = start
    while position < arguments.endIndex {
      let argument = arguments[position]
      guard argument.count >= 2, argument[0] == ASCII.dash else { break }
      position += 1
      let isDouble = argument[1] == ASCII.dash
      if isDouble, argument.count == 2 { break }

      let body = argument[(isDouble ? 2 : 1)...]
      // An `=` in front is of no value: the tool will refuse the flag.
      if let equals = body.dropFirst().firstIndex(of: ASCII.equals) {
        visit(Flag(name: body[..<equals], value: FlagValue(position: position - 1, offset: equals + 1)))
      } else if position < arguments.endIndex, takesNext(body, next: arguments[position]) {
        visit(Flag(name: body, value: FlagValue(position: position, offset: 0)))
        position += 1
      } else {
        visit(Flag(name: body, value: nil))
      }
    }
    return position
  }

  private func takesNext(_ name: Arguments.Element.SubSequence, next: Arguments.Element) -> Bool {
    if table.valued.hasWord(name) { return true }
    if table.booleans.hasWord(name) { return false }
    return next.first != ASCII.dash
  }
}

/// A boolean as strconv.ParseBool reads it; nil if it is none.
package func goBoolean(_ value: some Collection<UInt8>) -> Bool? {
  let on: [StaticString] = ["1", "t", "T", "true", "TRUE", "True"]
  let off: [StaticString] = ["0", "f", "F", "false", "FALSE", "False"]
  if on.contains(where: { value.equals($0) }) { return true }
  return off.contains(where: { value.equals($0) }) ? false : nil
}

/// Lets a flag's name be switched over.
func ~= (name: StaticString, flag: some Collection<UInt8>) -> Bool { flag.equals(name) }
