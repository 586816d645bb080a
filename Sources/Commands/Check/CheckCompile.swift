internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import Weaving

/// Builds the patched packages with the go command of each toolchain, in a temporary folder with a build cache of its own,
/// which is gone at the end.
struct CheckCompile {
  /// The elements of `--patches`, paths absolute.
  let patches: [ByteString]
  let roots: [GoRoot]
  let platforms: [Platform]
  let wanted: [Platform]
  let workingFolder: ByteString

  /// What the shell does. Its arguments: the folder to build in (empty: a new module), the new module's go.mod, the folder of the
  /// module that it requires (or nothing), GOROOT, GOOS, GOARCH, the value of -toolexec, and the packages.
  private static let script = """
    temporary=$(mktemp -d "${TMPDIR:-/tmp}/routinex-check-XXXXXX") || exit 125
    trap 'chmod -R u+w "$temporary"; rm -rf "$temporary"' EXIT
    trap 'exit 130' INT TERM HUP
    folder=$1 gomod=$2 source=$3 root=$4 goos=$5 goarch=$6 toolexec=$7
    shift 7
    mode=readonly
    if [ -z "$folder" ]; then
      folder=$temporary/module mode=mod
      mkdir "$folder" || exit 125
      printf '%s' "$gomod" >"$folder/go.mod" || exit 125
      [ -z "$source" ] || [ ! -e "$source/go.sum" ] || cp "$source/go.sum" "$folder/go.sum"
    fi
    cd "$folder" || exit 125
    mkdir "$temporary/cache" "$temporary/work" || exit 125
    GOROOT=$root GOOS=$goos GOARCH=$goarch GOCACHE=$temporary/cache TMPDIR=$temporary/work GOFLAGS=-mod=$mode \\
      GOPROXY=off GOTOOLCHAIN=local GOTELEMETRY=off GOWORK=off GO111MODULE=on GONOSUMDB='*' GONOSUMCHECK=1 \\
      "$root/bin/go" build -toolexec="$toolexec" -- "$@" 2>&1
    """

  /// A call of the go command: packages that are built together.
  private struct Call {
    let build: CheckBuild
    let folder: ByteString
    let module: ModuleCopy?
    var packages: [ByteString]
  }

  /// Builds what was planned without an error.
  func run(_ subjects: CheckSubjects, _ findings: CheckFindings) throws(Findings) -> [CheckFindings.Sighting] {
    let toolexec = try ToolexecValue.make([], patchSets: patches)
    let failed = Set(findings.findings.compactMap(\.build))
    var result: [CheckFindings.Sighting] = []
    let calls = calls(subjects).filter { !failed.contains($0.build) }
    let progress = Progress()
    defer { progress.clear() }
    for (number, call) in calls.enumerated() {
      let root = roots[call.build.root]
      let platform = platforms[call.build.platform]
      progress.show("building with \(root.version.text) for \(platform.text), \(number + 1) of \(calls.count)")
      let arguments =
        [ByteString("/bin/sh"), ByteString("-c"), ByteString(Self.script), ByteString("sh")]
        + [
          call.folder, Self.goMod(requiring: call.module), call.module?.folder ?? [], root.path, platform.goos,
          platform.goarch,
        ]
        + [toolexec] + call.packages
      let (outcome, output) = Process.run(makeArgumentPointer(arguments), capturing: true)
      switch outcome {
      case .exited(0): continue
      case .exited, .signalled:
        let text = output.trimmedNewlines
        let message =
          text.isEmpty
          ? "the go command failed, and said nothing"
          : Wording(goOutput: text.replacing(root.sourcePrefix, with: GoRoot.shownSources))
        result.append(.init(finding: Finding(.compiler, message), build: call.build))
      case .notStarted(let code): throw Findings(.goCommand, "cannot run /bin/sh: \(systemMessage(code))")
      case .lost(let reason): throw Findings(.goCommand, "the go command: \(reason)")
      }
    }
    return result
  }

  /// It says Go 1.17, from which on not everything that a requirement requires has to be on this machine (The Go Modules
  /// Reference, "Module graph pruning").
  static func goMod(requiring module: ModuleCopy?) -> ByteString {
    let start = ByteString("module check\n\ngo 1.17\n")
    guard let module else { return start }
    let (path, folder) = (GoMod.quoted(module.path), GoMod.quoted(module.folder))
    return start + ByteString("\nrequire ") + path + ByteString(" v0.0.0\n\nreplace ") + path + ByteString(" => ")
      + folder
      + [ASCII.newline]
  }

  private func calls(_ subjects: CheckSubjects) -> [Call] {
    var calls: [Call] = []
    for job in subjects.jobs where job.folder != nil {
      for (platform, _) in job.builds where wanted.contains(platforms[platform]) {
        let build = CheckBuild(root: job.root, platform: platform, copy: job.copy?.index)
        if let index = calls.firstIndex(where: { $0.build == build }) {
          calls[index].packages.append(job.importPath)
          continue
        }
        let module = job.copy?.module
        let isLocal = module.map { [.main, .replaced, .vendor].contains($0.origin) } ?? false
        calls.append(
          Call(
            build: build, folder: isLocal ? workingFolder : [], module: isLocal ? nil : module,
            packages: [job.importPath]))
      }
    }
    return calls
  }
}

extension ByteString {
  fileprivate var trimmedNewlines: ByteString {
    var bytes = self[...]
    while bytes.last == ASCII.newline { bytes.removeLast() }
    return Array(bytes)
  }
}

extension Wording {
  /// What Go's tools print, with the places in it: `FILE.go:LINE:COLUMN`.
  init(goOutput text: ByteString) {
    var parts: [Part] = []
    var copied = 0
    var search = 0
    while let end = text.firstIndex(of: ByteString(".go:"), from: search) {
      search = end + 4
      let start = text[copied..<end].lastIndex { $0.isSpace || $0 == ASCII.openingParenthesis }.map { $0 + 1 } ?? copied
      var numbers: [Int] = []
      var position = end + 3
      while numbers.count < 2, position < text.count, text[position] == ASCII.colon {
        let digits = text[(position + 1)...].prefix(while: \.isDigit)
        guard let number = Int(digits.text) else { break }
        numbers.append(number)
        position += 1 + digits.count
      }
      guard let line = numbers.first else { continue }
      if copied < start { parts.append(.text(Array(text[copied..<start]))) }
      parts.append(.place(Place(Array(text[start..<(end + 3)]), line: line, column: numbers.dropFirst().first)))
      copied = position
      search = position
    }
    if copied < text.count { parts.append(.text(Array(text[copied...]))) }
    self.init(parts: parts)
  }
}
