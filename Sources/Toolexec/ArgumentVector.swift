package import Bytes

/// The arguments of a C `argv` after the program's own name, read in place: the program is started hundreds of times
/// in one build and most often passes its arguments on untouched, so none is copied to be looked at.
///
/// The view is valid as long as `argv` is: for the process's own, always.
package struct ArgumentVector: RandomAccessCollection {
  package typealias Element = UnsafeRawBufferPointer

  private let first: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  package let count: Int

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  /// `argc` and `argv` as `main` gets them; `argc` may be 0.
  package init(argc: Int, argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) {
    first = argc > 0 ? argv + 1 : argv
    count = Swift.max(argc - 1, 0)
  }

  package subscript(position: Int) -> UnsafeRawBufferPointer {
    precondition(indices.contains(position), "argument \(position) of \(count)")
    guard let start = first[position] else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    var length = 0
    while start[length] != 0 { length += 1 }
    return UnsafeRawBufferPointer(start: start, count: length)
  }

  /// The NULL-terminated rest of `argv` from the argument at `position` on, ready for `execvp`.
  package func pointer(at position: Int) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    precondition((0...count).contains(position), "argument \(position) of \(count)")
    return first + position
  }

  /// The arguments from `position` on.
  package func copied(from position: Int = 0) -> [ByteString] { self[position...].map { Array($0) } }
}
