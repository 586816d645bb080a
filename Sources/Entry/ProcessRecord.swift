package import Bytes
internal import Host

/// What one process of a recorded build was, as its file in the folder of `--record` holds it.
package struct ProcessRecord: Equatable {
  package enum Decision: String {
    /// Run as it came.
    case passed
    /// Run with patched files in its arguments.
    case woven
    /// Not run, since its result was written in its place.
    case written
    /// Asked for its ID, and the answer was given the patch sets' hash.
    case stamped
    /// Run so that its messages are the ones that are shown: a file of the package cannot be parsed.
    case leftToCompiler
    /// Not run, since a patch does not fit.
    case refused
  }

  /// A file that was written for the tool.
  package struct File: Equatable {
    package let path: ByteString
    package let bytes: ByteString
    /// The file that it is the patched copy of; nil for one that was added.
    package let original: ByteString?
    package let originalBytes: ByteString

    package init(path: ByteString, bytes: ByteString, original: ByteString?, originalBytes: ByteString) {
      self.path = path
      self.bytes = bytes
      self.original = original
      self.originalBytes = originalBytes
    }
  }

  package var process = 0
  /// Nanoseconds since 1970.
  package var start = 0
  package var end = 0
  /// Microseconds.
  package var userTime = 0
  package var systemTime = 0
  /// Nanoseconds that it took to find out what is to be done, planning the package included.
  package var decisionTime = 0
  /// The exit status, or nil after a signal.
  package var status: Int?
  package var signal: Int?
  /// `compile`; of another program than a Go tool the name of its file.
  package var tool: ByteString = []
  package var isGoTool = false
  package var isVersionQuery = false
  /// TOOLEXEC_IMPORTPATH.
  package var package: ByteString?
  /// The chain as it came.
  package var arguments: [ByteString] = []
  /// The tool's arguments, if it was given others.
  package var newArguments: [ByteString] = []
  package var decision = Decision.passed
  /// A line for each change, or for each thing that is wrong.
  package var notes: [ByteString] = []
  /// What a tool that was asked for its ID wrote to standard output.
  package var answer: ByteString?
  package var files: [File] = []

  package init() {}
}

// MARK: As bytes: `KEY LENGTH`, a newline, so many bytes, a newline; a key for each element of a list.

extension ProcessRecord {
  package var encoded: ByteString {
    var result = ByteString()
    func add(_ key: StaticString, _ value: ByteString) {
      result += ByteString(key) + ByteString(" \(value.count)\n") + value + [ASCII.newline]
    }
    func add(_ key: StaticString, _ value: Int) { add(key, ByteString("\(value)")) }
    add("process", process)
    add("start", start)
    add("end", end)
    add("user", userTime)
    add("system", systemTime)
    add("deciding", decisionTime)
    if let status { add("status", status) }
    if let signal { add("signal", signal) }
    add("tool", tool)
    add("go", isGoTool ? 1 : 0)
    add("query", isVersionQuery ? 1 : 0)
    if let package { add("package", package) }
    arguments.forEach { add("argument", $0) }
    newArguments.forEach { add("new", $0) }
    add("decision", ByteString(decision.rawValue))
    notes.forEach { add("note", $0) }
    if let answer { add("answer", answer) }
    for file in files {
      add("file", file.path)
      add("bytes", file.bytes)
      if let original = file.original { add("original", original) }
      add("before", file.originalBytes)
    }
    return result
  }

  /// Nil for what `encoded` did not make, or not to its end.
  package init?(encoded: ByteString) {
    var rest = encoded[...]
    var file: (path: ByteString, bytes: ByteString, original: ByteString?) = ([], [], nil)
    while !rest.isEmpty {
      guard let lineEnd = rest.firstIndex(of: ASCII.newline) else { return nil }
      let words = rest[..<lineEnd].split(separator: ASCII.space)
      guard words.count == 2, let count = Int(words[1].text), count >= 0, rest.endIndex - lineEnd - 2 >= count else {
        return nil
      }
      let value = Array(rest[(lineEnd + 1)...].prefix(count))
      rest = rest[(lineEnd + 1 + count)...].dropFirst()
      switch words[0].text {
      case "file": file = (value, [], nil)
      case "bytes": file.bytes = value
      case "original": file.original = value
      case "before":
        files.append(File(path: file.path, bytes: file.bytes, original: file.original, originalBytes: value))
      case let key:
        guard set(key, value) else { return nil }
      }
    }
    guard start > 0 else { return nil }
  }

  private mutating func set(_ key: String, _ value: ByteString) -> Bool {
    func number(_ path: WritableKeyPath<ProcessRecord, Int>) -> Bool {
      guard let number = Int(value.text) else { return false }
      self[keyPath: path] = number
      return true
    }
    switch key {
    case "process": return number(\.process)
    case "start": return number(\.start)
    case "end": return number(\.end)
    case "user": return number(\.userTime)
    case "system": return number(\.systemTime)
    case "deciding": return number(\.decisionTime)
    case "status": status = Int(value.text)
    case "signal": signal = Int(value.text)
    case "tool": tool = value
    case "go": isGoTool = value.equals("1")
    case "query": isVersionQuery = value.equals("1")
    case "package": package = value
    case "argument": arguments.append(value)
    case "new": newArguments.append(value)
    case "decision": decision = Decision(rawValue: value.text) ?? .passed
    case "note": notes.append(value)
    case "answer": answer = value
    default: return false
    }
    return true
  }
}
