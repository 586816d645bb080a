package import Bytes
internal import SystemInterface
internal import Findings

/// What stands between this program and the tool: the other toolexec programs, and their arguments.
package struct Agents {
  /// As they stand on the command line.
  private let arguments: [ByteString]
  /// Whether the agent is given this program in the place of the tool.
  private let isInside: Bool
  private let findProgram: (ByteString) -> ByteString?

  package static var none: Agents { Agents([], findProgram: { $0 }) }

  /// - Parameter findProgram: gives the file that a shell would start for a name.
  package init(_ arguments: [ByteString], isInside: Bool = false, findProgram: @escaping (ByteString) -> ByteString?) {
    self.arguments = arguments
    self.isInside = isInside
    self.findProgram = findProgram
  }

  package var isEmpty: Bool { arguments.isEmpty }

  /// Their identity, as far as it can decide what a build makes.
  ///
  /// Programs and files count by what they hold, not by where they lie, so that machines can share a cache. Any other
  /// argument counts as it is written: one that differs from build to build means that everything is built anew each time.
  func hash(in files: some FileSystem) throws(Findings) -> ByteString {
    var hash = SHA256()
    hash.update(field: [isInside ? 1 : 0])
    for (index, argument) in arguments.enumerated() {
      let (name, value) = Self.parts(of: argument)
      hash.update(field: name)
      // A word may be the name of another agent, which is found on PATH as the first one is.
      let isWord = !argument.contains(ASCII.slash) && argument.first != ASCII.dash
      let program = index == 0 || isWord ? findProgram(argument) : nil
      let path = program ?? value
      guard try attempt({ () throws(FileError) in try files.kind(of: path) }) == .regular else {
        hash.update(field: value)
        continue
      }
      // What is found on PATH by chance, for a word that means something else, must not read like another word.
      if index > 0, program != nil { hash.update(field: argument) }
      hash.update(field: try Self.content(of: path, files))
    }
    return hash.hexadecimal()
  }

  /// `-config=` and `FILE` of `-config=FILE`; nothing and all of it for another argument.
  private static func parts(of argument: ByteString) -> (name: ByteString, value: ByteString) {
    guard argument.first == ASCII.dash, let equals = argument.firstIndex(of: ASCII.equals) else {
      return ([], argument)
    }
    return (Array(argument[...equals]), Array(argument[(equals + 1)...]))
  }

  /// The build ID of a Go program, which changes with its content; of any other file a hash of all of it.
  private static func content(of path: ByteString, _ files: some FileSystem) throws(Findings) -> ByteString {
    let start = try attempt { () throws(FileError) in try files.start(of: path, count: GoBuildID.headerSize) }
    if let id = GoBuildID.find(in: start) { return id }
    var hash = SHA256()
    hash.update(try attempt { () throws(FileError) in try files.read(path) })
    return hash.hexadecimal()
  }
}

/// The ID that Go's linker writes into a program (cmd/internal/buildid, buildid.go and note.go).
enum GoBuildID {
  /// The ID stands in the first 32 KiB.
  static let headerSize = 32 << 10

  /// - Parameter start: the first bytes of a file.
  /// - Returns: nil for what is no program, or one that was linked without an ID.
  static func find(in start: ByteString) -> ByteString? {
    guard isProgram(start) else { return nil }
    // In front of the text: `\xff Go build ID: "ID"\n \xff`.
    let prefix = [0xff] + ByteString(" Go build ID: \"")
    if let found = start.firstIndex(of: prefix) { return quoted(start[(found + prefix.count)...]) }
    // In a note of an ELF file: sizes of name and value, type 4, `Go\0\0`, the ID.
    let note: ByteString = [4, 0, 0, 0] + ByteString("Go\0\0")
    guard let found = start.firstIndex(of: note), found >= 4 else { return nil }
    let size = start[(found - 4)..<found].reversed().reduce(0) { $0 << 8 | Int($1) }
    let id = start.dropFirst(found + note.count).prefix(size)
    return id.count == size && size > 0 ? Array(id) : nil
  }

  private static func quoted(_ text: ArraySlice<UInt8>) -> ByteString? {
    guard let end = text.firstIndex(of: ASCII.doubleQuote), end > text.startIndex else { return nil }
    return Array(text[..<end])
  }

  /// ELF, Mach-O (64 bits, little-endian) and PE.
  private static func isProgram(_ start: ByteString) -> Bool {
    start.hasPrefix([0x7f, 0x45, 0x4c, 0x46]) || start.hasPrefix([0xcf, 0xfa, 0xed, 0xfe]) || start.hasPrefix("MZ")
  }
}
