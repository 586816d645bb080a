internal import Bytes
internal import Findings
internal import GoSyntax
internal import Host
internal import Patching
internal import Weaving

/// The errors of a report in the Static Analysis Results Interchange Format, 2.1.0 (OASIS), for code hosts and editors.
struct CheckSARIF {
  let report: CheckReport
  /// What relative paths are meant from.
  let workingFolder: ByteString

  init(_ report: CheckReport, workingFolder: ByteString = workingFolders().first ?? ByteString("/")) {
    self.report = report
    self.workingFolder = workingFolder
  }

  var text: String {
    let rules = Finding.ID.allCases.map { id in
      JSON.object([
        ("id", .string(id.rawValue)), ("shortDescription", .object([("text", .string(id.summary))])),
      ])
    }
    let driver = JSON.object([
      ("name", .string("routinex")), ("version", .string("\(programVersion)")), ("rules", .array(rules)),
    ])
    let run = JSON.object([
      ("tool", .object([("driver", driver)])),
      ("results", .array(report.errors.map(result) + report.remarks.map { result($0, "note", $0.wording.text) })),
    ])
    return JSON.object([
      (
        "$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      ),
      ("version", .string("2.1.0")), ("runs", .array([run])),
    ]).text + "\n"
  }

  private func result(_ error: CheckReport.Report) -> JSON {
    let finding = error.finding
    let builds = error.builds.map { builds in
      (builds.module.map { "\($0) with " } ?? "") + "go" + builds.version
        + (builds.platforms.map { " (\($0.joined(separator: ", ")))" } ?? "")
    }.joined(separator: ", ")
    return result(
      finding, "error", finding.wording.text + "\nin " + (builds.isEmpty ? "every build" : builds))
  }

  private func result(_ finding: Finding, _ level: String, _ text: String) -> JSON {
    .object([
      ("ruleId", .string(finding.id.rawValue)), ("level", .string(level)),
      ("message", .object([("text", .string(text))])),
      ("locations", .array(finding.place.map { [location($0)] } ?? [])),
      ("relatedLocations", .array(finding.otherPlaces.filter(isFile).map(location))),
    ])
  }

  /// Whether an editor could open it: a place that stands for one in several toolchains has no path.
  private func isFile(_ place: Place) -> Bool { Path.isAbsolute(place.path) }

  private func location(_ place: Place) -> JSON {
    var members = [("artifactLocation", JSON.object([("uri", .string(uri(place.path)))]))]
    if let line = place.line {
      members.append(
        (
          "region",
          .object(
            [("startLine", .number(line))] + (place.column.map { [("startColumn", .number($0))] } ?? []))
        ))
    }
    return .object([("physicalLocation", .object(members))])
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
