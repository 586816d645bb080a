internal import Bytes
internal import Entry
internal import Findings
internal import Host
internal import SystemInterface
internal import Toolexec
internal import Weaving

/// A call of a tool at the end of a chain: what really reaches the tool. `routinex doctor` has each call of its builds
/// written down, by this program itself in the tool's place, which then becomes the tool.
///
/// It keeps no files: what was the same for the compiler has the same digest.
struct RecordedCall: Equatable {
  /// The tool's name.
  let tool: ByteString
  /// What the go command calls the package, whatever an agent has made of `-p`.
  let package: ByteString
  /// What the call consists of, by name: its Go and assembly files, the file of its imports, and the rest of its arguments.
  private(set) var parts: [ByteString: ByteString] = [:]
  /// The patch files that the Go files name as the places of added code: `routinex/SET/IMPORT/PATH/FILE`.
  private(set) var marks: Set<ByteString> = []
  /// A digest of the folders that the Go files lie in.
  private(set) var places = ByteString()

  /// The part that all arguments are which are no files of source.
  static let flags = ByteString("arguments")

  /// - Parameters:
  ///   - arguments: the tool's, response files expanded.
  ///   - temporary: the folder that holds all that one build has and another has not. Paths in it count without their
  ///     digits, as `go-build123/b042` has them.
  ///   - read: the content of a file; nil where there is none.
  init(
    tool: ByteString, package: ByteString?, arguments: [ByteString], temporary: ByteString,
    read: (ByteString) -> ByteString?
  ) {
    self.tool = tool
    let command = tool.equals("compile") ? CompileCommand(arguments) : nil
    self.package = package ?? command?.packagePath ?? []
    let arguments = command?.arguments ?? arguments
    let firstFile = command.map { arguments.count - $0.files.count } ?? 0
    let place = { (path: ByteString) in Self.withoutDigits(path, in: temporary) }
    var flags = SHA256()
    var folders: Set<ByteString> = []
    var isValueToDrop = false
    for (index, argument) in arguments.enumerated() {
      if isValueToDrop {
        isValueToDrop = false
      } else if Self.isOfOneBuild(argument) {
        isValueToDrop = !argument.contains(ASCII.equals)
      } else if index >= firstFile, Self.isSource(argument) {
        let content = read(argument) ?? []
        folders.insert(place(Path.directory(argument)))
        add(Path.lastComponent(argument), GoCode.digest(content))
        marks.formUnion(GoCode.marks(content))
      } else if !argument.hasPrefix("-c=") {
        flags.update(field: place(argument))
        if index > 0, arguments[index - 1].equals("-importcfg"), let content = read(argument) {
          add(ByteString("imports"), Self.imports(content))
        }
      }
    }
    add(Self.flags, flags.hexadecimal())
    var hash = SHA256()
    for folder in folders.sorted(by: { $0.lexicographicallyPrecedes($1) }) { hash.update(field: folder) }
    places = hash.hexadecimal()
  }

  private static func isSource(_ argument: ByteString) -> Bool {
    argument.first != ASCII.dash && (argument.hasSuffix(".go") || argument.hasSuffix(".s"))
  }

  /// Two files of one name are one part.
  private mutating func add(_ name: ByteString, _ digest: ByteString) {
    parts[name] = (parts[name] ?? []) + digest
  }

  /// Flags whose value says which build it is: the build ID, and the folders that are cut off the names of files.
  private static func isOfOneBuild(_ argument: ByteString) -> Bool {
    let name = argument.prefix { $0 != ASCII.equals }
    return name.equals("-buildid") || name.equals("-trimpath")
  }

  /// What is imported, and not from which object: those are in the work folder or in the cache.
  private static func imports(_ config: ByteString) -> ByteString {
    let lines = config.split(separator: ASCII.newline).filter { !$0.hasPrefix("modinfo ") }.map { line in
      line.hasPrefix("packagefile ") ? Array(line.prefix { $0 != ASCII.equals }) : Array(line)
    }
    var hash = SHA256()
    for line in lines.sorted(by: { $0.lexicographicallyPrecedes($1) }) { hash.update(field: line) }
    return hash.hexadecimal()
  }

  private static func withoutDigits(_ path: ByteString, in folder: ByteString) -> ByteString {
    guard let start = path.firstIndex(of: folder) else { return path }
    return path[..<start] + path[(start + folder.count)...].filter { !$0.isDigit }
  }

  // MARK: On disk

  /// The record as fields that each end in a NUL byte.
  var encoded: ByteString {
    let sorted = parts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let fields =
      [tool, package, places, ByteString("\(parts.count)")] + sorted.flatMap { [$0.key, $0.value] }
      + marks.sorted { $0.lexicographicallyPrecedes($1) }
    return fields.flatMap { $0 + [0] }
  }

  /// nil for what `encoded` has not made.
  init?(encoded: ByteString) {
    guard encoded.last == 0 else { return nil }
    let fields = encoded.dropLast().split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
    guard fields.count >= 4, let count = Int(fields[3].text), count >= 0, fields.count >= 4 + 2 * count else {
      return nil
    }
    (tool, package, places) = (fields[0], fields[1], fields[2])
    for index in 0..<count { parts[fields[4 + 2 * index]] = fields[5 + 2 * index] }
    marks = Set(fields[(4 + 2 * count)...])
  }

  // MARK: In the tool's place

  /// What stands behind `doctor` where this process is in a tool's place: the folder for records, the folder that holds all of
  /// the builds, and the tool's call. No agent is called so.
  static let flag: StaticString = "--record-call"

  /// Writes the call down and becomes the tool, if that is what the process was started for.
  static func runIfNamed() throws(Findings) {
    let given = ArgumentVector.ofProcess.copied()
    guard given.count >= 5, given[0].equals("doctor"), given[1].equals(flag) else { return }
    let (folder, temporary, tool, arguments) = (given[2], given[3], given[4], Array(given[5...]))
    if !(arguments.count == 1 && arguments[0].equals("-V=full")) {
      let files = HostFiles()
      let call = RecordedCall(
        tool: Path.lastComponent(tool), package: environmentValue("TOOLEXEC_IMPORTPATH"),
        arguments: try expanded(arguments), temporary: temporary, read: { try? files.read($0) })
      let record = Path.join(folder, ByteString("\(call.tool.text)-\(now())"))
      try attempt { () throws(FileError) in
        let own = try files.makeOwnFolder(record)
        try files.add(Path.join(own, ByteString("call")), call.encoded)
      }
    }
    let pointer = makeArgumentPointer([tool] + arguments)
    Process.fail(toStart: pointer[0], Process.replace(with: pointer))
  }

  private static func expanded(_ arguments: [ByteString]) throws(Findings) -> [ByteString] {
    let format = ResponseFile.Format(goVersion: environmentValue("GOVERSION") ?? [])
    do throws(ResponseFileError) {
      return try ResponseFile.expand(arguments, format: format) { try HostFiles().read($0) }
    } catch {
      throw Findings(.responseFile, Wording(error.message))
    }
  }
}
