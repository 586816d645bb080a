package import Bytes
internal import CLibrary
package import SystemInterface

/// The value of an environment variable, as bytes.
package func environmentValue(_ name: StaticString) -> ByteString? { environmentBytes(name).map { ByteString($0) } }

private func environmentBytes(_ name: StaticString) -> UnsafeRawBufferPointer? {
  getenv(name.cString).map { UnsafeRawBufferPointer(start: $0, count: strlen($0)) }
}

/// All variables, as `NAME=VALUE`.
package func environmentList() -> [ByteString] {
  var result: [ByteString] = []
  var next = environ
  while let variable = next.pointee {
    result.append(bytes(of: variable))
    next += 1
  }
  return result
}

/// Whether there is a variable of the name.
package func hasEnvironmentValue(_ name: StaticString) -> Bool { getenv(name.cString) != nil }

/// Sets a variable, for this process and those that it becomes or starts.
package func setEnvironmentValue(_ name: StaticString, _ value: ByteString) {
  setenv(name.cString, value.map { CChar(bitPattern: $0) } + [0], 1)
}

package func removeEnvironmentValue(_ name: StaticString) { unsetenv(name.cString) }

extension StaticString {
  /// A literal ends with a NUL byte.
  var cString: UnsafePointer<CChar> { UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self) }
}

extension Environment {
  /// This process's.
  package static var ofProcess: Environment {
    Environment(reading: { name, body in
      if let value = environmentBytes(name) { body(value) }
    })
  }
}
