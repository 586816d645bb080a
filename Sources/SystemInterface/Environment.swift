package import Bytes

/// What is known of the process's environment.
package struct Environment {
  @usableFromInline let read: (StaticString, (UnsafeRawBufferPointer) -> Void) -> Void

  /// - Parameter read: shows the body a variable's value; does not call it if there is no such variable.
  @inlinable package init(reading read: @escaping (StaticString, (UnsafeRawBufferPointer) -> Void) -> Void) {
    self.read = read
  }

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
  @inlinable package func has(_ name: StaticString, where isSo: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var result = false
    read(name) { value in if !value.isEmpty { result = isSo(value) } }
    return result
  }
}
