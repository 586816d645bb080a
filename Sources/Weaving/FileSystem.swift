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
  private let value: (StaticString) -> ByteString?

  package init(_ value: @escaping (StaticString) -> ByteString?) { self.value = value }

  package subscript(_ name: StaticString) -> ByteString? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
}
