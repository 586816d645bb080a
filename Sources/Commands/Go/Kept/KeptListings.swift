internal import Bytes
internal import GoPackages
internal import GoSyntax
internal import Host
internal import ProgramSources
internal import SystemInterface
internal import Toolexec

/// Answers of `go list`, kept in the go command's cache: to ask anew takes longer than all the rest of a build that has nothing to
/// do.
///
/// An answer depends on the question, on the settings, and on files. The first two are in the name of the file that holds the
/// answer; the state of the files is in it.
final class KeptListings {
  private let settings: GoQueries.Settings
  private let program: ByteString
  private let environment: [ByteString]
  private let workingFolder: ByteString
  /// Whether programs that are not known have a say in what is compiled.
  private let hasAgents: Bool
  private var states: [ListingInput: ListingInput.State] = [:]
  /// The time, a reading of `HostFiles.now`.
  var now = { HostFiles().now }

  /// Variables that nothing which is asked depends on. PWD counts as the working folder.
  private static let passedOver: [StaticString] = ["_", "OLDPWD", "PWD", "SHLVL"]

  /// Nil where it cannot be known whether an answer is still right.
  ///
  /// - Parameters:
  ///   - flags: the user's flags, those of GOFLAGS among them.
  ///   - environment: `NAME=VALUE`, all of them.
  ///   - hasAgents: whether there are agents behind this program.
  init?(
    _ settings: GoQueries.Settings, program: ByteString, workingFolder: ByteString, flags: [GoArguments.Flag],
    environment: [ByteString], hasAgents: Bool
  ) {
    let changing: [StaticString] = ["modfile", "overlay"]
    guard !flags.contains(where: { flag in changing.contains { flag.name.equals($0) } }),
      Path.isAbsolute(settings.cache), settings["GOMOD"]?.hasSuffix("/go.mod") == true
    else { return nil }
    self.settings = settings
    self.program = program
    self.workingFolder = workingFolder
    self.environment = environment
    self.hasAgents = hasAgents
  }

  // MARK: What the questions have in common, looked up with the first one

  private lazy var context: SHA256 = {
    var hash = SHA256()
    hash.update(field: ByteString(Self.header))
    hash.update(field: ByteString(sourceHash))
    for field in [program, workingFolder, realPath(workingFolder) ?? []] { hash.update(field: field) }
    for (name, value) in settings.all { hash.update(field: ByteString("\(name)=") + value) }
    for variable in environment.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let name = variable.prefix { $0 != ASCII.equals }
      if !Self.passedOver.contains(where: { name.equals($0) }) { hash.update(field: variable) }
    }
    return hash
  }()

  /// What all answers depend on; nil where that cannot be said.
  private lazy var common: [ListingInput]? = {
    guard
      let modules = try? BuildListFiles.all(
        goMod: settings["GOMOD"] ?? [], goWork: settings["GOWORK"] ?? [], in: HostFiles())
    else { return nil }
    let files = modules + ["go.env", "VERSION", "bin/go"].map { Path.join(settings.root, ByteString($0)) }
    let ofSettings = [settings["GOENV"] ?? []].filter { Path.isAbsolute($0) }
    return (files + ofSettings).map { .file($0) } + [.folder(settings["GOTOOLDIR"] ?? [])]
  }()

  private lazy var compilers: [ListingInput] = {
    let programs = ["CC", "CXX"].compactMap { settings[$0].flatMap { GoQuoting.split($0)?.first } }
    return programs.map { .file(findProgram(Array($0)) ?? Array($0)) }
  }()

  // MARK: Answers

  /// The answer to a question; what `ask` says where none has been kept, or it may be another by now.
  ///
  /// - Parameters:
  ///   - flags: those of `go list`.
  ///   - inputs: what an answer depends on, beside the settings and what a pattern may come to find; nil where that cannot be said.
  ///   - ask: nil where the go command fails.
  func answer<Failure: Error>(
    _ paths: [ByteString], flags: [ByteString], inputs: (ByteString) -> [ListingInput]?,
    ask: () throws(Failure) -> ByteString?
  ) throws(Failure) -> ByteString? {
    guard !(hasAgents && Self.compiles(flags)), let trees = trees(paths), let common else { return try ask() }
    var hash = context
    for word in flags + [ByteString("--")] + paths { hash.update(field: word) }
    let path = BuildCache.path(of: hash.hexadecimal(), in: settings.cache)
    if let kept = read(path) { return kept }
    let start = now()
    guard let output = try ask() else { return nil }
    if let inputs = inputs(output) {
      keep(output, inputs: common + trees + profiles(flags) + inputs, at: path, askedAt: start)
    }
    return output
  }

  private static func compiles(_ flags: [ByteString]) -> Bool { flags.contains { $0.equals("-export") } }

  /// What the patterns on the command line depend on beside the packages that they have found; nil where that cannot be said.
  private func trees(_ paths: [ByteString]) -> [ListingInput]? {
    var result: [ListingInput] = []
    for path in paths {
      let isFolder = path.first == ASCII.dot || Path.isAbsolute(path)
      if path.contains("...") {
        let base = Array(path.dropLast(4))
        guard isFolder, path.hasSuffix("/..."), !base.contains("...") else { return nil }
        let folder = base.isEmpty ? ByteString("/") : base
        result.append(.tree(Path.normalized(Path.isAbsolute(folder) ? folder : Path.join(workingFolder, folder))))
      } else if Self.groups.contains(where: { path.equals($0) })
        || path.contains(ASCII.at)
      {
        return nil
      }
    }
    return result
  }

  private static let groups: [StaticString] = ["all", "cmd", "std", "tool", "work"]

  private func profiles(_ flags: [ByteString]) -> [ListingInput] {
    let values = flags.filter { $0.hasPrefix("-pgo=") }.map { Array($0.dropFirst(5)) }
    let files = values.filter { !$0.equals("off") && !$0.equals("auto") }
    return files.map { .file(Path.isAbsolute($0) ? $0 : Path.join(workingFolder, $0)) }
  }

  /// What an answer about packages depends on.
  func inputs(of packages: [BuildGraph.Package], flags: [ByteString]) -> [ListingInput]? {
    let compiles = Self.compiles(flags)
    var result: [ListingInput] = []
    for package in packages {
      guard package.error.isEmpty, Path.isAbsolute(package.folder) else { return nil }
      // C code includes what it likes, and what is embedded may be anywhere below.
      if compiles, !package.isStandard, package.usesCgo || package.embedsFiles { return nil }
      if package.isStandard {
        result.append(package.forTest.isEmpty ? .sources(package.folder) : .folder(package.folder))
      } else {
        result.append(.package(package.folder))
      }
      if !package.file.isEmpty { result.append(.archive(package.file)) }
    }
    return compiles && packages.contains(where: \.usesCgo) ? result + compilers : result
  }

  // MARK: The file

  /// Before the digest of all states, in hexadecimal; the inputs follow, each with a NUL byte behind it, another NUL byte and the
  /// answer.
  private static let header = ByteString("routinex listing\n")
  private static let digestLength = 64

  private func read(_ path: ByteString) -> ByteString? {
    guard let text = try? HostFiles().read(path), text.hasPrefix(Self.header) else { return nil }
    var position = Self.header.count + Self.digestLength
    var inputs: [ListingInput] = []
    while position < text.count, let end = text[position...].firstIndex(of: 0) {
      if end == position {
        let digest = text[Self.header.count..<(Self.header.count + Self.digestLength)]
        guard let now = self.digest(of: inputs), digest.elementsEqual(now) else { return nil }
        return Array(text[(end + 1)...])
      }
      guard let input = ListingInput(encoded: text[position..<end]) else { return nil }
      inputs.append(input)
      position = end + 1
    }
    return nil
  }

  /// Where that cannot be, the go command is asked again.
  private func keep(_ output: ByteString, inputs: [ListingInput], at path: ByteString, askedAt start: Int) {
    var seen: Set<ListingInput> = []
    let inputs = inputs.filter { seen.insert($0).inserted }
    // What a state from before the question says may be out of date.
    states.removeAll()
    guard let digest = digest(of: inputs), inputs.allSatisfy({ states[$0].map { $0.settledFrom < start } == true })
    else { return }
    let listed = inputs.map { $0.encoded + [0] }.joined()
    try? HostFiles().replace(path, with: Self.header + digest + listed + [0] + output)
  }

  private func digest(of inputs: [ListingInput]) -> ByteString? {
    var hash = SHA256()
    for input in inputs {
      guard let state = states[input] ?? input.state else { return nil }
      states[input] = state
      hash.update(field: state.description)
    }
    return hash.hexadecimal()
  }
}
