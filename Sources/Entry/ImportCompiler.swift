internal import Bytes
internal import Findings
internal import Host
internal import SystemInterface
internal import Weaving

/// Has packages of the standard library compiled that patches import, in a build with `-toolexec` alone. Such a build has no
/// moment before its beginning, so the call that needs them starts this program as a command, which knows the go command's
/// flags, and asks the go command that started the build for what it was told.
package enum ImportCompiler {
  /// `routinex go COMPILE-IMPORTS TARGETS PATHS GO-ARGUMENTS...`, for this program alone.
  package static let word: StaticString = "--compile-imports"
  /// The packages whose imports are being compiled, with commas between: one that is met again is a cycle.
  package static let variable: StaticString = "ROUTINEX_COMPILING"

  static func compile(_ paths: [ByteString], for target: ByteString) throws(Findings) -> OutsideCode? {
    guard let go = goCommandAbove(), let program = executablePath() else { return nil }
    let above = (environmentValue(variable) ?? []).split(separator: ASCII.comma).map { Array($0) }
    if above.contains(target) {
      let way = (above + [target]).drop { $0 != target }.map(\.shown).joined(separator: " ... ")
      throw Findings(
        .importCycle,
        "import cycle: a package that patches of \(target.shown) import depends on it (\(way)); `routinex go` says "
          + "which patch imports it, and //routinex:link can replace the import")
    }
    let targets = ByteString((above + [target]).joined(separator: [ASCII.comma]))
    let list = ByteString(paths.joined(separator: [ASCII.comma]))
    let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\""].map { ByteString($0) } + [go.folder]
    let command = makeArgumentPointer(
      words + [program, ByteString("go"), ByteString(word), targets, list] + go.arguments)
    let (outcome, output) = Process.run(command, capturing: true)
    guard case .exited(0) = outcome, let code = OutsideCode(encoded: output) else {
      let names = paths.map(\.shown).joined(separator: ", ")
      throw Findings(
        .brokenImport, "\(names), which patches of \(target.shown) import, cannot be compiled: see above")
    }
    return code
  }
}
