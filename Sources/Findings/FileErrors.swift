package import SystemInterface

extension Findings {
  /// What a file system's error ends a call or a command with.
  package init(_ error: FileError) { self.init(.fileSystem, Wording(error.message)) }
}

/// What the body answers; a file system's error as what the call ends with.
package func attempt<Value>(_ body: () throws(FileError) -> Value) throws(Findings) -> Value {
  do throws(FileError) { return try body() } catch { throw Findings(error) }
}
