internal import ArgumentParser
internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import SystemInterface
internal import Weaving

/// `routinex check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check patch sets against many Go versions, without a build.",
    discussion: """
      Plans every patch as a build with these sets would: against the sources of each Go toolchain on this machine, \
      for several platforms, and against every version of a module in the module cache. Prints what applies where, \
      and each error once. It writes and downloads nothing.

      If a patch imports or links a package that its target lacks, each toolchain's go command looks for it, in the \
      module of the working folder: does it exist for the platform, may it be imported, does it make a cycle?

      Toolchains are found in GOROOT, on PATH, in /usr/local/go, /usr/lib/go-*, ~/sdk, the module cache, and in \
      .toolchains of this folder and those above it.

      The exit status is 1 if a build with one of them would fail, or if a folder of a set is no package on this \
      machine.
      """)

  @Argument(
    help: ArgumentHelp(
      "Names of built-in sets, paths of folders and import paths, applied together in this order.",
      discussion: "Default: \(ActiveSets.usual)."))
  var sets: [RawArgument] = []

  @OptionGroup var toolchains: ToolchainsOption

  @Option(
    name: .customLong("module"), parsing: .singleValue,
    help: ArgumentHelp("The sources of a module; may be repeated.", valueName: "path@version=folder"))
  var modules: [RawArgument] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A platform, or all; may be repeated.", valueName: "goos/goarch"))
  var platform: [RawArgument] = []

  @Flag(
    help: "Also build each patched package, as routinex go does, for the named platforms, else for this one.")
  var compile = false

  @Flag(help: "List everything that a pattern selects, instead of a count if there are more than a few.")
  var matches = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  @Flag(help: "Print the errors as SARIF 2.1.0.")
  var sarif = false

  @Option(help: "Also write a page with the table, and the diffs behind its cells.")
  var html: RawArgument?

  func validate() throws {
    if json && sarif { throw ValidationError("use --json or --sarif, not both") }
  }

  func run() throws {
    let (report, jobs) = try self.report()
    if let html {
      let diffs = CheckDiffs(of: jobs, labels: report.labels, copies: report.copies)
      try attempt { () throws(FileError) in
        try HostFiles().write(ByteString(CheckPage(report: report, diffs: diffs).text), to: html.bytes)
      }
    }
    let text: String
    if json {
      text = CheckJSON(report).text
    } else if sarif {
      text = CheckSARIF(report).text
    } else {
      text = CheckText(report: report, terminal: .output).text
    }
    guard Message.output(ByteString(text)) else { throw Findings(.fileSystem, "cannot write to standard output") }
    if report.hasProblem { throw Findings([]) }
  }

  private func report() throws -> (CheckReport, [CheckJob]) {
    let host = HostFiles()
    let environment = GoSettings.environment(.ofProcess, in: host)
    let folder = workingFolders().first ?? ByteString("/")
    let named = try modules.map { argument in
      guard let copy = ModuleCopy(argument: argument.bytes, workingFolder: folder), host.findsFolder(copy.folder) else {
        throw Findings(
          .usage,
          "--module takes PATH@VERSION=FOLDER; '\(argument.shown)' is something else, or its folder does not exist")
      }
      return copy
    }
    let roots = try toolchains.roots()
    let platforms = try CheckPlatforms.choose(platform.map(\.bytes), for: roots, in: host)
    let contents: CheckContents
    do throws(Findings) {
      contents = try CheckContents(try ActiveSets(named: sets.map(\.bytes)), in: host)
    } catch {
      guard json || sarif else { throw error }
      contents = CheckContents(error)
    }
    let subjects = try CheckSubjects(
      contents.rows, sets: contents.sets, roots: roots, platforms: platforms, modules: .ofThisMachine(named: named),
      environment: environment)
    var findings = CheckRun.run(subjects.jobs, passingBy: contents.unreadable)
    let imports = CheckImports(
      rows: contents.rows, jobs: subjects.jobs, roots: roots, platforms: platforms, environment: environment,
      workingFolder: folder)
    let outside = try imports.run(findings.lacking)
    findings = findings + outside.found
    findings.findings = contents.findings + (compile ? [] : contents.doubts) + subjects.findings + findings.findings
    findings.findings += CheckRun.conflicts(
      in: contents.rows, roots: roots, platforms: platforms, environment, except: findings)
    // With what is wrong in the sets themselves no build gets as far as a package.
    if compile, contents.findings.isEmpty {
      let build = CheckCompile(
        patches: contents.sets.map(\.element), roots: roots, platforms: platforms,
        wanted: platform.isEmpty ? [Platform.host] : platforms, workingFolder: folder, outside: outside)
      findings.findings += try build.run(subjects, findings)
    }
    let report = CheckReport(
      sets: contents.sets.map(\.name.text), roots: roots, platforms: platforms, copies: subjects.copies,
      rows: contents.rows, findings: findings, notes: subjects.notes + outside.notes, remarks: contents.remarks,
      listsMatches: matches)
    return (report, subjects.jobs)
  }
}

/// The platforms to look at.
enum CheckPlatforms {
  /// This machine's, and those that differ most in the files that packages have.
  private static let standard = ["linux/amd64", "linux/arm64", "darwin/arm64", "windows/amd64", "js/wasm"]

  static func choose(
    _ names: [ByteString], for roots: [GoRoot], in files: some FileSystem
  ) throws(Findings) -> [Platform] {
    let known = Set(roots.flatMap { $0.ports(in: files) })
    var result: [Platform] = []
    let usual = ([Platform.host.text] + standard).map { ByteString($0) }
    for name in names.isEmpty ? usual : names {
      if name.equals("all") {
        for platform in known.sorted(by: { $0.text < $1.text }) where !result.contains(platform) {
          result.append(platform)
        }
        continue
      }
      guard let platform = Platform(name), names.isEmpty || known.contains(platform) else {
        throw Findings(
          .usage,
          "no platform '\(name.shown)': write a GOOS/GOARCH that a toolchain here can build for, such as linux/arm64")
      }
      if !result.contains(platform) { result.append(platform) }
    }
    return result
  }
}
