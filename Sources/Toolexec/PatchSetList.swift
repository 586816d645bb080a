package import Bytes

/// A list of patch sets, as `--patches` and `ROUTINEX_PATCHES` have it: elements between commas, empty ones dropped. `\,` is a
/// comma that belongs to an element; any other backslash stands for itself.
package enum PatchSetList {
  package static func elements<List: RandomAccessCollection<UInt8>>(of list: List) -> [ByteString]
  where List.Index == Int {
    var result: [ByteString] = []
    // What stands before a comma that does not end the element, with that comma.
    var beginning = ByteString()
    var start = list.startIndex
    var position = start
    while true {
      let isEnd = position == list.endIndex
      if isEnd || list[position] == ASCII.comma {
        if !isEnd, position > start, list[position - 1] == ASCII.backslash {
          beginning += list[start..<(position - 1)]
          beginning.append(ASCII.comma)
        } else {
          if beginning.isEmpty {
            if start < position { result.append(Array(list[start..<position])) }
          } else {
            result.append(beginning + list[start..<position])
            beginning = []
          }
          if isEnd { return result }
        }
        start = position + 1
      }
      position += 1
    }
  }

  /// The element as it stands in a list.
  package static func quoted(_ element: ByteString) -> ByteString {
    element.flatMap { $0 == ASCII.comma ? [ASCII.backslash, ASCII.comma] : [$0] }
  }
}
