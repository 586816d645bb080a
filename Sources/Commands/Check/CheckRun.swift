internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import SystemInterface
internal import Weaving

/// Runs jobs on every core.
enum CheckRun {
  /// - Parameter paths: files of the sets that are taken for absent.
  static func run(_ jobs: [CheckJob], passingBy paths: Set<ByteString> = []) -> CheckFindings {
    // Package runtime takes longest by far: what is big is begun first.
    let order = jobs.indices.sorted { (weight(jobs[$0]), $1) > (weight(jobs[$1]), $0) }
    let results = Results(count: jobs.count)
    Parallel.forEach(order.count, with: ParsedPatchFiles.init) { number, parsed in
      let index = order[number]
      results.set(jobs[index].run(in: PassingBy(files: HostFiles(), paths: paths), parsed: parsed), at: index)
    }
    return results.list.reduce(into: CheckFindings()) {
      $0.entries += $1.entries
      $0.findings += $1.findings
      $0.lacking += $1.lacking
    }
  }

  private static func weight(_ job: CheckJob) -> Int {
    job.folder == nil ? 0 : job.importPath.equals("runtime") ? 2 : 1
  }

  /// One slot for each job, each written by one thread.
  private final class Results: @unchecked Sendable {
    private let slots: UnsafeMutableBufferPointer<CheckFindings>

    init(count: Int) {
      slots = .allocate(capacity: count)
      slots.initialize(repeating: CheckFindings())
    }

    deinit {
      slots.deinitialize()
      slots.deallocate()
    }

    func set(_ value: CheckFindings, at index: Int) { slots[index] = value }

    var list: [CheckFindings] { Array(slots) }
  }

  /// Patches that exclude each other, in packages that are not here too: a build says so before it compiles anything.
  static func conflicts(
    in rows: CheckRows, roots: [GoRoot], platforms: [Platform], _ environment: Environment, except known: CheckFindings
  ) -> [CheckFindings.Sighting] {
    let host = HostFiles()
    let reported = Set(known.findings.map(\.finding))
    var memory: [[Bool]: [Finding]] = [:]
    var result: [CheckFindings.Sighting] = []
    for (root, toolchain) in roots.enumerated() {
      for (index, platform) in platforms.enumerated() where toolchain.hasPort(platform, in: host) {
        let context = BuildConfiguration(root: toolchain, platform: platform, environment: environment, in: host)
          .patchContext
        let applying = rows.files.map { $0.file.file.applies(in: context) }
        let problems = memory[applying] ?? zip(rows.files, applying).filter(\.1).map(\.0.file).conflicts
        memory[applying] = problems
        for problem in problems where !reported.contains(problem) {
          result.append(.init(finding: problem, build: CheckBuild(root: root, platform: index, copy: nil)))
        }
      }
    }
    return result
  }
}
