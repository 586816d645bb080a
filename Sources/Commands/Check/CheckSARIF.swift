internal import Bytes
internal import Entry
internal import GoSyntax
internal import Host
internal import Patching

/// The errors of a report in the Static Analysis Results Interchange Format, 2.1.0 (OASIS), for code hosts and editors.
struct CheckSARIF {
  let report: CheckReport
  /// What relative paths are meant from.
  let workingFolder: ByteString

  init(_ report: CheckReport, workingFolder: ByteString = workingFolders().first ?? ByteString("/")) {
    self.report = report
    self.workingFolder = workingFolder
  }

  private static let rules = [
    ("missing", "What the patch names is not there: a declaration, or the package."),
    ("drifted", "What the patch names is there, and is not what the patch says it is."),
    ("conflict", "Two patches cannot both hold, or a patch and the package."),
    ("unreadable", "Go that routinex does not know stands where the target may be."),
    ("invalid", "The patch cannot be applied."),
    ("compiler", "The patched package does not compile."),
  ]

  var text: String {
    let rules = Self.rules.map { id, text in
      JSON.object([("id", .string(id)), ("shortDescription", .object([("text", .string(text))]))])
    }
    let driver = JSON.object([
      ("name", .string("routinex")), ("version", .string("\(programVersion)")), ("rules", .array(rules)),
    ])
    let run = JSON.object([
      ("tool", .object([("driver", driver)])), ("results", .array(report.complaints.map(result))),
    ])
    return JSON.object([
      (
        "$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      ),
      ("version", .string("2.1.0")), ("runs", .array([run])),
    ]).text + "\n"
  }

  private func result(_ complaint: CheckReport.Complaint) -> JSON {
    let places = complaint.places.map { place in
      (place.module.map { "\($0) with " } ?? "") + "go" + place.version
        + (place.platforms.map { " (\($0.joined(separator: ", ")))" } ?? "")
    }.joined(separator: ", ")
    var message = complaint.message
    var locations: [JSON] = []
    if let problem = complaint.finding.problem {
      // The place has members of its own.
      let prefix = problem.description.utf8.dropLast(problem.message.utf8.count)
      if message.utf8.starts(with: prefix) { message = String(message.utf8.dropFirst(prefix.count)) ?? message }
      let region = JSON.object([
        ("startLine", .number(problem.position.line)), ("startColumn", .number(problem.position.column)),
      ])
      let artifact = JSON.object([("uri", .string(uri(problem.path)))])
      locations = [
        .object([("physicalLocation", .object([("artifactLocation", artifact), ("region", region)]))])
      ]
    }
    return .object([
      ("ruleId", .string(complaint.kind)), ("level", .string("error")),
      ("message", .object([("text", .string(message + "\nin " + (places.isEmpty ? "every build" : places)))])),
      ("locations", .array(locations)),
    ])
  }

  /// Relative to the working folder for what lies in it; the files of built-in sets lie nowhere.
  private func uri(_ path: ByteString) -> String {
    let folder = workingFolder.last == ASCII.slash ? workingFolder : workingFolder + [ASCII.slash]
    if path.hasPrefix(folder) { return Self.encoded(path.dropFirst(folder.count)) }
    return (Path.isAbsolute(path) ? "file://" : "") + Self.encoded(path[...])
  }

  /// RFC 3986, section 2.1.
  private static func encoded(_ path: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF")
    let plain = Set(ByteString("-._~/@+"))
    return path.map { byte in
      let isPlain = byte < 0x80 && byte.isIdentifierByte || plain.contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}
