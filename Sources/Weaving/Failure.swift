package import Patching

/// Why a call cannot go on: messages for a person, the program's name not included.
package struct Failure: Error, Equatable {
  package let messages: [String]

  package init(_ message: String) { messages = [message] }

  package init(_ problems: Problems) { messages = problems.list.map(\.description) }
}
