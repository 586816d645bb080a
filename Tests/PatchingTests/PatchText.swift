import Bytes
import Findings
import GoSyntax

@testable import Patching

/// A patch file of that text, which lies at /patch/x.go.
func patchFile(_ text: String, name: String = "x.go") throws(Findings) -> PatchFile {
  let path = ByteString("/patch/\(name)")
  return try PatchFile(PatchFileSource(displayPath: path, positionPath: path, bytes: ByteString(text)))
}

/// What is wrong with a patch file: `LINE:COLUMN: MESSAGE`.
func problems(of text: String) -> [String] {
  do throws(Findings) {
    _ = try patchFile(text)
    return []
  } catch {
    return error.list.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0): \($0.message)" }
  }
}

/// What patch files make of a package of one file, /in/p.go.
enum Planned: Equatable {
  /// The file's new text, and the files that join.
  case patched(String?, added: [String])
  case problems([String])
  case unreadable(String)
}

///
/// - Parameter isExpected: whether the package knows beforehand what is looked for, and parses no more, as in a build.
func patch(_ file: String, with patches: String..., isExpected: Bool = false) throws -> Planned {
  let files = try patches.enumerated().map { try patchFile($0.element, name: "\($0.offset).go") }
  let package = TargetPackage(
    description: "p", files: [TargetPackage.File(path: ByteString("/in/p.go"), bytes: ByteString(file))],
    expecting: isExpected ? files.flatMap(\.patches) : [])
  let planning = Planning(package, with: files)
  guard let plan = planning.plan else {
    if planning.findings.map(\.id) == [.unreadableTarget] { return .unreadable(planning.findings[0].text) }
    return .problems(planning.findings.map(\.text))
  }
  return .patched(plan.rewrites.first?.bytes.text, added: plan.additions.map(\.bytes.text))
}

/// A text without routinex's line directives.
func withoutPositions(_ text: String) -> String {
  text.replacing(/\/\*line [^*]*\*\//, with: "").replacing(/\n\/\/line [^\n]*\n/, with: "")
    .replacing(/^\/\/line .*\n/, with: "")
}
