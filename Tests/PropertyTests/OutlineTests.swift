import Bytes
import Findings
import TestSupport
import Testing
import Toolchains

@testable import GoSyntax
@testable import Patching

/// For packages of the standard library and patches of many functions: which bodies are parsed makes no difference.
///
/// `ROUTINEX_CASES=2400` has nearly all packages.
@Suite(.timed, .enabled(if: Setup.problem == nil, "see the failure of `make test gives what these tests need`"))
struct OutlineTests {
  /// With names that many functions of the library have for something else.
  private static let patches = [
    "//routinex:before\nfunc _(n int) (err error) {\n\tif n > 0 {\n\t\t_ = err\n\t}\n}",
    "//routinex:after\nfunc _(b []byte) (n int) {\n\tif len(b) > n {\n\t\tlog.Print(string(b))\n\t}\n}",
    "//routinex:wrap\nfunc _() (err error) {\n\toriginal()\n\tif err != nil {\n\t\ti := len(err.Error())\n\t\t_ = i\n\t}\n}",
    "//routinex:wrap\nfunc _(s string) {\n\tif strings.Contains(s, \"x\") {\n\t\toriginal()\n\t}\n}",
    "//routinex:before\nfunc _(x, i int) {\n\tfor v := x; v < i; v++ {\n\t\tprintln(v)\n\t}\n}",
    "//routinex:before\nfunc _() {\n\ttarget.Return(nil)\n}",
    "//routinex:pragma go:noinline\nfunc _() {\n}",
  ]

  @Test(arguments: Setup.toolchains)
  func aPlanDoesNotDependOnWhatIsParsed(toolchain: Toolchain) throws {
    let library = StandardLibrary(toolchain)
    var (rewritten, random) = (0, Random(Setup.seed, UInt64(toolchain.minor)))
    for number in 0..<(Setup.cases / 4) {
      guard let path = random.pick(library.importPaths), let package = try library.package(path) else { continue }
      let text = Self.patches[number % Self.patches.count]
      let plans = try [true, false].map { try plan(of: package, text, isExpected: $0) }
      #expect(plans[0].map(\.bytes) == plans[1].map(\.bytes), "\(path): \(text)")
      rewritten += plans[0].isEmpty ? 0 : 1
    }
    #expect(rewritten > Setup.cases / 12)
  }

  private func plan(of package: LibraryPackage, _ text: String, isExpected: Bool) throws -> [PackagePlan.Rewrite] {
    let imports = [
      "log.": "\"log\"", "strings.": "\"strings\"", "target.": "\"routinex/target\"",
    ].filter { text.contains($0.key) }.map { "import \($0.value)\n\n" }
    let patch = "package \(package.name)\n\n\(imports.joined())//routinex:each *\n\(text)\n"
    let path = ByteString("/set/\(package.importPath)/p.go")
    let file = try PatchFile(PatchFileSource(displayPath: path, positionPath: path, bytes: ByteString(patch)))
    let target = TargetPackage(
      importPath: ByteString(package.importPath), description: "\(package.importPath)",
      files: package.files.map { TargetPackage.File(path: ByteString($0.path), bytes: $0.bytes) },
      expecting: isExpected ? file.patches : [])
    return try Planning(target, with: [file]).result().rewrites
  }
}
