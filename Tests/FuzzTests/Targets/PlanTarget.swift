import Bytes
import Findings
import Foundation
import GoSyntax
import Patching
import SystemInterface

/// The files of a package and of patch sets to the plan of the package, as in a golden case: `in/p.go`,
/// `patch/example.com/p/x.go`.
extension FuzzTarget {
  static let plan = FuzzTarget(name: "plan", pieces: GoPieces.all + GoPieces.patches, otherSeeds: GoldenSeeds.all) {
    (input) throws(Defect) in
    // Other paths never come so far: see `PatchSet`.
    let archive = Archive(input).byPath.filter { $0.key.hasSuffix(".go") && LineDirective.canCarry($0.key) }
    let paths = archive.keys.sorted { $0.lexicographicallyPrecedes($1) }
    func files(_ prefix: StaticString) -> [(path: ByteString, bytes: ByteString)] {
      paths.filter { $0.hasPrefix(prefix) }.map { ($0, archive[$0] ?? []) }
    }
    try PlanCase(
      sources: files("/in/").map { TargetPackage.File(path: $0.path, bytes: $0.bytes) }, patches: files("/patch")
    ).check()
  }
}

/// A package, and patches of it.
struct PlanCase {
  let sources: [TargetPackage.File]
  let patches: [(path: ByteString, bytes: ByteString)]

  private enum Planned {
    case planned(PackagePlan, [PatchFile], TargetPackage)
    case refused([Finding])
  }

  /// - Parameter isExpected: whether the package knows the patches beforehand, so that it parses as little as it can.
  private func outcome(isExpected: Bool) -> Planned {
    var files: [PatchFile] = []
    var problems: [Finding] = []
    for (path, bytes) in patches {
      do throws(Findings) {
        files.append(try PatchFile(PatchFileSource(displayPath: path, positionPath: path, bytes: bytes)))
      } catch {
        problems += error.list
      }
    }
    if !problems.isEmpty { return .refused(problems) }
    let package = TargetPackage(
      description: "p", files: sources, expecting: isExpected ? files.flatMap(\.patches) : [])
    let planning = Planning(package, with: files)
    return planning.plan.map { .planned($0, files, package) } ?? .refused(planning.findings)
  }

  func check() throws(Defect) {
    if sources.isEmpty || patches.isEmpty { return }
    let first = outcome(isExpected: true)
    let second = outcome(isExpected: true)
    try require(same(first, second), "the same input gave two plans")
    switch first {
    case .refused(let problems):
      try require(!problems.isEmpty, "refused without a message")
      for problem in problems { try check(problem) }
    case .planned(let plan, let files, let package):
      // The grammar takes statements for declarations, and Go does not.
      let isGo =
        sources.indices.allSatisfy { !package.source(at: $0).hasError && TopLevel(sources[$0].bytes) != nil }
        && files.allSatisfy { !$0.source.hasError && TopLevel($0.source.bytes) != nil }
      if isGo {
        try require(
          same(first, outcome(isExpected: false)),
          "two plans of the same patches differ, one with parts of files and one with whole files parsed")
      }
      for rewrite in plan.rewrites {
        try require(sources.indices.contains(rewrite.fileIndex), "a rewrite of no file of the package")
        let fidelity = PlanFidelity(
          source: package.source(at: rewrite.fileIndex), output: rewrite.bytes, patches: files,
          changes: plan.changes, isGo: isGo)
        try fidelity.check()
      }
      for addition in plan.additions {
        let file = SourceFile(path: addition.file.source.path, bytes: addition.bytes)
        try require(!isGo || !file.hasError, "an added file is no Go: \(shown(addition.bytes))")
      }
    }
  }

  private func same(_ left: Planned, _ right: Planned) -> Bool {
    switch (left, right) {
    case (.planned(let a, _, _), .planned(let b, _, _)):
      a.rewrites.map(\.fileIndex) == b.rewrites.map(\.fileIndex) && a.rewrites.map(\.bytes) == b.rewrites.map(\.bytes)
        && a.additions.map(\.bytes) == b.additions.map(\.bytes)
    case (.refused(let a), .refused(let b)): a == b
    default: false
    }
  }

  private func check(_ finding: Finding) throws(Defect) {
    guard let place = finding.place, let text = patches.first(where: { $0.path == place.path })?.bytes else {
      throw Defect(description: "a finding in no file: \(finding.text)")
    }
    let lines = text.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    let (line, column) = (place.line ?? 0, place.column ?? 0)
    let isThere = lines.indices.contains(line - 1) && (1...(lines[line - 1].count + 1)).contains(column)
    try require(isThere && !finding.message.text.isEmpty, "a finding at no place of its file: \(finding.text)")
    try require(finding.id != .brokenResult, finding.text)
  }
}
