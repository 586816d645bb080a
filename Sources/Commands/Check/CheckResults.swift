internal import Bytes
internal import Findings

extension Outcome {
  /// For a table.
  var word: String {
    switch self {
    case .notForThisVersion: "-"
    case .nothingToDo: "absent"
    case .applied: "applied"
    case .conflict: "conflict"
    case .unreadable: "unreadable"
    case .invalid: "error"
    case .ambiguous: "ambiguous"
    case .drifted: "drifted"
    case .missing: "missing"
    }
  }

  /// For machines.
  var name: String { self == .notForThisVersion ? "not-for-this-version" : word }

  /// The same of an error.
  var kind: String { self == .invalid ? "invalid" : word }
}

/// A build that was looked at: a toolchain and a platform, by their indices, and a module's copy if the package is of one.
struct CheckBuild: Hashable {
  let root: Int
  let platform: Int
  let copy: Int?
}

/// A declaration or a package that a row which is for many has found.
struct CheckMatch: Hashable, Comparable {
  let importPath: ByteString
  /// nil: the package.
  let declaration: String?

  /// `net/http.(*Client).Do`, or `net/http`.
  var shown: String { importPath.shown + (declaration.map { ".\($0)" } ?? "") }

  static func < (left: CheckMatch, right: CheckMatch) -> Bool {
    left.importPath == right.importPath
      ? (left.declaration ?? "") < (right.declaration ?? "")
      : left.importPath.lexicographicallyPrecedes(right.importPath)
  }
}

/// What the builds of some packages gave.
struct CheckFindings {
  struct Entry {
    let row: Int
    let build: CheckBuild
    let outcome: Outcome
    /// What a row that is for many has found.
    var matches: [CheckMatch] = []
  }

  /// What was found, without what only differs from build to build by where the toolchain lies.
  struct Sighting {
    let finding: Finding
    /// nil: of every build, since it is about the sets alone.
    let build: CheckBuild?
  }

  var entries: [Entry] = []
  var findings: [Sighting] = []
  /// The packages whose patches import or link what they do not import by themselves, each in each build.
  var lacking: [(importPath: ByteString, build: CheckBuild)] = []

  static func + (left: CheckFindings, right: CheckFindings) -> CheckFindings {
    CheckFindings(
      entries: left.entries + right.entries, findings: left.findings + right.findings,
      lacking: left.lacking + right.lacking)
  }
}
