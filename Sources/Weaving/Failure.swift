package import Patching
package import SystemInterface

/// Why a call cannot go on: messages for a person, the program's name not included.
package struct Failure: Error {
  package let messages: [String]
  /// Those of the messages that are about a place in a patch file.
  package let problems: [Problem]
  /// Whether a file of the package that may hold a target cannot be read as Go: either its author made an error, which the
  /// compiler says best, or, if the compiler finds none, it has syntax that this program's grammar does not know.
  package let isUnreadable: Bool
  /// The patches that found what they change.
  package let fitting: Set<Patch.ID>

  package init(_ message: String) {
    messages = [message]
    problems = []
    isUnreadable = false
    fitting = []
  }

  package init(_ error: FileError) { self.init(error.message) }

  package init(_ problems: Problems, isUnreadable: Bool = false) {
    messages = problems.list.map(\.description)
    self.problems = problems.list
    self.isUnreadable = isUnreadable
    fitting = problems.fitting
  }
}

/// What the body answers; a file system's error as what the call ends with.
package func attempt<Value>(_ body: () throws(FileError) -> Value) throws(Failure) -> Value {
  do throws(FileError) { return try body() } catch { throw Failure(error) }
}
