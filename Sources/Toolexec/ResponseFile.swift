package import Bytes

/// Files of arguments, named `@FILE` on a command line that would be too long with them
/// (cmd/go/internal/work/exec.go, passLongArgsInResponseFiles; cmd/internal/objabi/flag.go, expandArgs).
package enum ResponseFile {
  package enum Format: Equatable {
    /// Through Go 1.26: an argument per line, with `\\` and `\n` for a backslash and a newline (objabi.DecodeArg).
    case lines
    /// From Go 1.27: arguments between white space, quoted as GCC takes them (objabi.ParseArgs).
    case quoted

    /// The format of a Go version, as `GOVERSION` (which cmd/go sets for the tools it starts) and `-goversion` give it:
    /// `go1.26.6`, `go1.27rc1`, `devel go1.28-0123abc Thu Jan 1`. One that cannot be read is taken for a newer one.
    package init(goVersion: some RandomAccessCollection<UInt8>) {
      self = GoVersion(goVersion).minor < 27 ? .lines : .quoted
    }
  }

  /// Go's tools follow files that name each other until their stack is full. These limits are far above what any build has: the
  /// go command writes one file, which names none.
  private struct Limits {
    static let depth = 16
    static let count = 1000
    /// MiB.
    static let size = 8

    private var count = 0
    private var size = 0

    /// - Throws: that a file is one too many, or too much.
    mutating func add(_ contents: ByteString, of name: ByteString) throws(ResponseFileError) {
      count += 1
      size += contents.count
      if count > Self.count { throw .tooMany(name: name, limit: "\(Self.count) response files") }
      if size > Self.size << 20 { throw .tooMany(name: name, limit: "\(Self.size) MiB of response files") }
    }
  }

  /// The arguments with every `@FILE`, also those found in files, replaced by that file's arguments. `read` gets the
  /// name as it is given, relative to the working directory wherever it was found, as in expandArgs.
  package static func expand(
    _ arguments: [ByteString], format: Format, read: (ByteString) throws -> ByteString
  ) throws(ResponseFileError) -> [ByteString] {
    var limits = Limits()
    return try expand(arguments, in: [], format: format, &limits, read: read)
  }

  /// - Parameter above: the files that the arguments come from, each named by the one in front of it.
  private static func expand(
    _ arguments: [ByteString], in above: [ByteString], format: Format, _ limits: inout Limits,
    read: (ByteString) throws -> ByteString
  ) throws(ResponseFileError) -> [ByteString] {
    var result: [ByteString] = []
    result.reserveCapacity(arguments.count)
    for argument in arguments {
      guard argument.first == ASCII.at else {
        result.append(argument)
        continue
      }
      let name = Array(argument.dropFirst())
      if above.contains(name) { throw .cycle(above.drop { $0 != name } + [name]) }
      if above.count == Limits.depth { throw .tooDeep(name: name) }
      let contents: ByteString
      do { contents = try read(name) } catch { throw .unreadable(name: name, error) }
      try limits.add(contents, of: name)
      result += try expand(
        try decode(contents, format: format), in: above + [name], format: format, &limits, read: read)
    }
    return result
  }

  /// The arguments in a file. An empty one holds one empty argument in the format of lines, and none in the other.
  package static func decode(_ contents: ByteString, format: Format) throws(ResponseFileError) -> [ByteString] {
    switch format {
    case .quoted:
      return GCCQuoting.parse(contents)
    case .lines:
      var arguments: [ByteString] = []
      let lines = contents.filter { $0 != ASCII.carriageReturn }.trimmed
      for line in lines.split(separator: ASCII.newline, omittingEmptySubsequences: false) {
        arguments.append(try decodeLine(line))
      }
      return arguments
    }
  }

  /// objabi.DecodeArg, without its loss of bytes that are not UTF-8; where that panics, this throws.
  private static func decodeLine(_ line: ArraySlice<UInt8>) throws(ResponseFileError) -> ByteString {
    guard line.contains(ASCII.backslash) else { return Array(line) }
    var argument: ByteString = []
    var isEscaped = false
    for byte in line {
      switch (isEscaped, byte) {
      case (false, ASCII.backslash):
        isEscaped = true
        continue
      case (false, _), (true, ASCII.backslash):
        argument.append(byte)
      case (true, ASCII.n):
        argument.append(ASCII.newline)
      case (true, _):
        throw .badEscape(line: Array(line))
      }
      isEscaped = false
    }
    return argument
  }

  /// A file that Go's tools read back as exactly these arguments, written as cmd/go/internal/work/exec.go, encodeArg
  /// does it.
  ///
  /// - Throws: `unwritable` for what the tools would read differently: a leading `@` in both formats; in that of lines
  ///   a carriage return, white space or nothing at the start or the end of the file, and bytes that are not UTF-8
  ///   together with an escape (DecodeArg makes U+FFFD of them).
  package static func encode(_ arguments: [ByteString], format: Format) throws(ResponseFileError) -> ByteString {
    var contents: ByteString = []
    for (index, argument) in arguments.enumerated() {
      if argument.first == ASCII.at { throw .unwritable(argument: argument) }
      switch format {
      case .quoted:
        GCCQuoting.append(argument, to: &contents)
      case .lines:
        let isTrimmed =
          (index == 0 && argument.first?.isTrimmed != false)
          || (index == arguments.count - 1 && argument.last?.isTrimmed != false)
        let isEscaped = argument.contains { $0 == ASCII.backslash || $0 == ASCII.newline }
        let isGarbled = isEscaped && String(validating: argument, as: UTF8.self) == nil
        if isTrimmed || isGarbled || argument.contains(ASCII.carriageReturn) { throw .unwritable(argument: argument) }
        for byte in argument {
          switch byte {
          case ASCII.backslash: contents += ByteString("\\\\")
          case ASCII.newline: contents += ByteString("\\n")
          default: contents.append(byte)
          }
        }
      }
      contents.append(ASCII.newline)
    }
    return contents
  }
}

extension UInt8 {
  /// Whether it is lost at the end of a file; a newline is escaped before that can happen.
  fileprivate var isTrimmed: Bool { isSpace && self != ASCII.newline }
}

package enum ResponseFileError: Error {
  case unreadable(name: ByteString, any Error)
  /// The files of which each names the next; the last one is the first.
  case cycle([ByteString])
  case tooDeep(name: ByteString)
  case tooMany(name: ByteString, limit: String)
  case badEscape(line: ByteString)
  case unwritable(argument: ByteString)

  package var message: String {
    switch self {
    case .unreadable(let name, let error):
      "cannot read the response file \(name.text): \(error)"
    case .cycle(let names):
      "the response file \(names.first?.text ?? "") names itself (\(names.map(\.text).joined(separator: " names ")))"
    case .tooMany(let name, let limit):
      "the command line has more than \(limit); the limit is exceeded at \(name.text)"
    case .tooDeep(let name):
      "response files are nested too deeply at \(name.text); does one of them name itself?"
    case .badEscape(let line):
      "a response file has a backslash that is not part of \\\\ or \\n, in the line: \(line.text)"
    case .unwritable(let argument):
      "the command line is too long, and this argument cannot be written to a response file: \"\(argument.text)\""
    }
  }
}
