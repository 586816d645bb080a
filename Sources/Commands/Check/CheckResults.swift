internal import Bytes
internal import Patching

/// What became of a row in one build.
enum CheckState: Int, Comparable {
  /// The build constraint or `//routinex:module` is not for this build.
  case excluded
  /// The package is not there, or an optional target is not.
  case absent
  case applied
  case conflict
  case unreadable
  case invalid
  case drifted
  case missing

  static func < (left: CheckState, right: CheckState) -> Bool { left.rawValue < right.rawValue }

  init(_ kind: Problem.Kind) {
    switch kind {
    case .missing: self = .missing
    case .drifted: self = .drifted
    case .conflict: self = .conflict
    case .unreadable: self = .unreadable
    case .invalid: self = .invalid
    }
  }

  var isProblem: Bool { self > .applied }

  /// For a table.
  var word: String {
    switch self {
    case .excluded: "-"
    case .absent: "absent"
    case .applied: "applied"
    case .conflict: "conflict"
    case .unreadable: "unreadable"
    case .invalid: "error"
    case .drifted: "drifted"
    case .missing: "missing"
    }
  }

  /// For machines.
  var name: String { self == .excluded ? "not-for-this-version" : word }
}

/// A build that was looked at: a toolchain and a platform, by their indices, and a module's copy if the package is of one.
struct CheckBuild: Hashable {
  let root: Int
  let platform: Int
  let copy: Int?
}

/// What the builds of some packages gave.
struct CheckFindings {
  struct Entry {
    let row: Int
    let build: CheckBuild
    let state: CheckState
  }

  struct Finding {
    /// `FILE:LINE:COLUMN: ` and the message, without what only differs from build to build by where the toolchain lies.
    let message: String
    /// nil: not about a place in a patch file.
    let problem: Problem?
    /// nil: of every build, since it is about the sets alone.
    let build: CheckBuild?
    /// Whether a build said so.
    var isOfCompiler = false
  }

  var entries: [Entry] = []
  var findings: [Finding] = []

  static func + (left: CheckFindings, right: CheckFindings) -> CheckFindings {
    CheckFindings(entries: left.entries + right.entries, findings: left.findings + right.findings)
  }
}
