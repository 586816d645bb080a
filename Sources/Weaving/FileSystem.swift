package import Bytes

/// What the pipeline asks of the file system. It writes nothing: the decision says what is to be written.
package protocol FileSystem {
  /// - Throws: why the file cannot be read, in the system's words.
  func read(_ path: ByteString) throws(FileError) -> ByteString
  /// The names in a directory, sorted; nil when it is none or cannot be read.
  func names(in directory: ByteString) -> [ByteString]?
  func isDirectory(_ path: ByteString) -> Bool
  func exists(_ path: ByteString) -> Bool
}

package struct FileError: Error, Equatable {
  /// `no such file or directory`.
  package let reason: String

  package init(reason: String) { self.reason = reason }
}

/// What the pipeline knows of the process's environment.
package struct Environment {
  private let read: (StaticString, (UnsafeRawBufferPointer) -> Void) -> Void

  /// - Parameter read: shows the body a variable's value; does not call it if there is no such variable.
  package init(reading read: @escaping (StaticString, (UnsafeRawBufferPointer) -> Void) -> Void) { self.read = read }

  package init(_ value: @escaping (StaticString) -> ByteString?) {
    self.init(reading: { name, body in value(name)?.withUnsafeBytes(body) })
  }

  /// A variable's value; nil if it is empty.
  package subscript(_ name: StaticString) -> ByteString? {
    var result: ByteString?
    read(name) { value in if !value.isEmpty { result = ByteString(value) } }
    return result
  }

  /// Whether that is so of a variable's value, which is looked at where it is; an empty one is none.
  func has(_ name: StaticString, where isSo: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var result = false
    read(name) { value in if !value.isEmpty { result = isSo(value) } }
    return result
  }
}
