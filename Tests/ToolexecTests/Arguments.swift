import Bytes
import Toolexec

/// A command line's arguments, separated by spaces.
func words(_ line: String) -> [ByteString] { line.split(separator: " ").map { ByteString(String($0)) } }

/// The arguments as bytes, and as the C `argv` of a program that is called with them.
func withArgumentVector<Result>(_ arguments: [ByteString], _ body: (ArgumentVector) throws -> Result) rethrows -> Result
{
  var argv: [UnsafeMutablePointer<CChar>?] = ([ByteString("routinex")] + arguments).map { argument in
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: argument.count + 1)
    for (index, byte) in argument.enumerated() { copy[index] = CChar(bitPattern: byte) }
    copy[argument.count] = 0
    return copy
  }
  argv.append(nil)
  defer { for argument in argv { argument?.deallocate() } }
  return try argv.withUnsafeMutableBufferPointer { buffer in
    guard let first = buffer.baseAddress else { preconditionFailure("argv is never empty") }
    return try body(ArgumentVector(argc: arguments.count + 1, argv: first))
  }
}
