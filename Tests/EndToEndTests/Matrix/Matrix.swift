import Foundation
import Testing
import Toolchains

/// The table of docs/compatibility.md: kinds of builds by Go versions, each on real builds. `make matrix` fills it;
/// `make test` runs the rows that are marked as its sample.
enum Matrix {
  /// The groups in the order of the table: one file each.
  static let groups: [MatrixGroup] = [
    GoCommands.group, Layouts.group, Instruments.group, Linking.group, Platforms.group, SharedCaches.group,
    OutsideRows.group, PatternRows.group, BuiltinSets.group, Debuggers.group, Reading.group, UnseenVersions.group,
    Corpus.group,
    OpenTelemetry.group, PeerRules.group,
  ]

  /// The file that takes the cells, a line each; nil for the sample of `make test`.
  static let results = ProcessInfo.processInfo.environment["ROUTINEX_MATRIX"]

  /// The rows of this run. `ROUTINEX_ROWS` keeps those whose group or name contains one of its words, split by commas.
  static let rows: [MatrixRow] = {
    let words = (ProcessInfo.processInfo.environment["ROUTINEX_ROWS"] ?? "").split(separator: ",")
    return groups.flatMap { group in
      group.rows.filter { row in
        if words.isEmpty { return results != nil || row.sample != nil }
        return words.contains { row.name.contains($0) || group.name.contains($0) }
      }
    }
  }()

  /// Each with the versions of Go that it is tried on.
  static let cells = rows.flatMap { row in
    let toolchains =
      switch row.sample {
      case .oldest: Setup.oldestOrAll
      case .newest, .newestWhereItCan: Setup.newestOrAll
      default: Setup.ends
      }
    return toolchains.map { (row, $0) }
  }

  /// Appends a cell: group, row, version, outcome, note, with tabs between.
  static func record(_ row: MatrixRow, _ toolchain: Toolchain, _ outcome: String, _ note: String) throws {
    guard let results else { return }
    let group = groups.first { $0.rows.contains { $0.name == row.name } }?.name ?? ""
    let note = note.prefix { $0 != "\n" }.replacingOccurrences(of: "\t", with: " ")
    let line = [group, row.name, toolchain.version, outcome, note].joined(separator: "\t") + "\n"
    if !FileManager.default.fileExists(atPath: results) { try Data().write(to: URL(fileURLWithPath: results)) }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: results))
    defer { try? file.close() }
    try file.seekToEnd()
    try file.write(contentsOf: Data(line.utf8))
  }
}

/// Rows of the table that belong together.
struct MatrixGroup: Sendable {
  let name: String
  let rows: [MatrixRow]
}

/// One kind of build, tried on each Go version.
struct MatrixRow: Sendable, CustomTestStringConvertible {
  /// As the table shows it; no two rows have one name.
  let name: String
  /// The versions of Go that `make test` runs it on: the oldest and the newest one, or one of them, where much is compiled for
  /// it; nil: none.
  let sample: Sample?
  /// Throws when the kind of build does not work.
  let check: @Sendable (MatrixBuild) throws -> Cell

  enum Sample {
    case ends, oldest, newest
    /// The newest one, on machines that have what it needs.
    case newestWhereItCan
  }

  init(_ name: String, sample: Sample? = nil, check: @escaping @Sendable (MatrixBuild) throws -> Cell) {
    self.name = name
    self.sample = sample
    self.check = check
  }

  var testDescription: String { name }
}

/// What a row found out, if nothing failed.
enum Cell {
  /// It was built, and run where it can be, and did what it should. The note says what the table's reader should know.
  case works(_ note: String = "")
  /// There is no such thing: this Go has none, or this machine cannot run it. The table gives the reason.
  case absent(_ reason: String)
}

extension EndToEnd {
  @Suite struct MatrixTests {
    @Test("builds of every kind", arguments: Matrix.cells)
    func cell(row: MatrixRow, toolchain: Toolchain) throws {
      do {
        switch try row.check(try MatrixBuild(toolchain)) {
        case .works(let note): try Matrix.record(row, toolchain, "works", note)
        case .absent(let reason):
          try Matrix.record(row, toolchain, "absent", reason)
          // What `make test` runs is there on every machine that it is made for.
          #expect(
            Matrix.results != nil || row.sample == nil || row.sample == .newestWhereItCan, "\(row.name): \(reason)")
        }
      } catch {
        try Matrix.record(row, toolchain, "fails", "\(error)")
        throw error
      }
    }

    @Test("no two rows of the table have one name")
    func names() {
      let names = Matrix.groups.flatMap(\.rows).map(\.name)
      #expect(Set(names).count == names.count)
    }
  }
}
