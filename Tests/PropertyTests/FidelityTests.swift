import Foundation
import TestSupport
import Testing
import Toolchains

/// For packages of the standard library and patches that nobody thought of: what no patch names stays as it was.
///
/// A failure tells the case; `ROUTINEX_SEED=SEED swift test --filter PropertyTests` runs it again.
@Suite(.timed, .enabled(if: Setup.problem == nil, "see the failure of `make test gives what these tests need`"))
struct FidelityTests {
  /// Refusals that the patch language knows, and that the generator does not avoid.
  private static let refusals = [
    // A name that may be a field's cannot be given another spelling.
    "may be a field or the variable", "and perhaps also a field there",
    // A literal without its fields' names would lack a value.
    "has no field names, and would lack a value",
  ]

  @Test(arguments: Setup.toolchains, 0..<8)
  func whatNoPatchNamesStays(toolchain: Toolchain, part: Int) throws {
    let library = StandardLibrary(toolchain)
    var (failures, cases, rewritten) = (0, 0, 0)
    for number in 0..<Setup.cases where number % 8 == part && failures < 3 {
      var random = Random(Setup.seed, UInt64(toolchain.minor), UInt64(number))
      guard let path = random.pick(library.importPaths), let package = try library.package(path) else { continue }
      var generator = SetGenerator(package, library, .reading, random)
      let files = generator.files()
      guard !files.isEmpty else { continue }
      Tally.shared.add(package: 1)
      cases += 1
      let problems: [String]
      switch try PackageCase(package: package, files: files, calls: generator.calls).run() {
      case .patched(let rewrites, let found):
        rewritten += rewrites > 0 ? 1 : 0
        Tally.shared.add(rewrites: rewrites, patches: files.map(\.intents.count).reduce(0, +))
        problems = found
      case .refused(let messages):
        Tally.shared.add(refusals: 1)
        problems = messages.filter { message in !Self.refusals.contains { message.contains($0) } }
      }
      guard !problems.isEmpty else { continue }
      failures += 1
      let texts = files.map { "--- \($0.name)\n\($0.text)" }.joined(separator: "\n")
      Issue.record(
        """
        case \(number) of ROUTINEX_SEED=\(Setup.seed), Go \(toolchain.version), package \(path):
        \(problems.prefix(6).joined(separator: "\n"))
        \(texts.prefix(12000))
        """)
    }
    guard failures == 0 else { return }
    #expect(cases >= Setup.cases / 8 / 2, "\(cases) packages were found")
    #expect(rewritten >= cases / 2, "\(rewritten) of \(cases) packages were patched")
  }
}

/// How much was looked at.
final class Tally: @unchecked Sendable {
  static let shared: Tally = {
    atexit { print(Tally.shared.description) }
    return Tally()
  }()

  private let lock = NSLock()
  private var counts = (packages: 0, refusals: 0, rewrites: 0, patches: 0)

  func add(package: Int = 0, refusals: Int = 0, rewrites: Int = 0, patches: Int = 0) {
    lock.withLock {
      counts.packages += package
      counts.refusals += refusals
      counts.rewrites += rewrites
      counts.patches += patches
    }
  }

  private var description: String {
    "property tests: \(counts.packages) packages patched, \(counts.patches) patches, \(counts.rewrites) files compared, "
      + "\(counts.refusals) refused"
  }
}
