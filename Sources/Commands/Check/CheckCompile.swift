internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host
internal import Patching
internal import Toolexec
internal import Weaving

/// Builds the patched packages as `routinex go` does, with the go command of each toolchain, in a temporary folder, which is gone
/// at the end. What is compiled stays in the user's build cache, where the next check and the next build find it.
struct CheckCompile {
  /// The elements of `--patches`, paths absolute.
  let patches: [ByteString]
  let roots: [GoRoot]
  let platforms: [Platform]
  let wanted: [Platform]
  let workingFolder: ByteString
  /// What is known of packages that patches bring in.
  let outside: CheckImports.Answer

  /// What the shell does. Its arguments: the folder to build in (empty: a new module), the new module's go.mod, the folder of the
  /// module's copy that is to be built and its PATH@VERSION (or nothing), GOROOT, GOOS, GOARCH, this program, the value of
  /// --patches, a program to link (or nothing), and the packages. Where folder and copy are given, the copy takes the place of what
  /// the folder's module requires.
  private static let script = """
    temporary=$(mktemp -d "${TMPDIR:-/tmp}/routinex-check-XXXXXX") || exit 125
    trap 'chmod -R u+w "$temporary"; rm -rf "$temporary"' EXIT
    trap 'exit 130' INT TERM HUP
    mkdir "$temporary/work" || exit 125
    folder=$1 gomod=$2 source=$3 copy=$4 routinex=$8 patches=$9
    export GOROOT="$5" GOOS="$6" GOARCH="$7" TMPDIR="$temporary/work" PATH="$5/bin:$PATH" \\
      GOPROXY=off GOTOOLCHAIN=local GOTELEMETRY=off GONOSUMDB='*' GONOSUMCHECK=1
    shift 9
    program=$1 modfile=
    shift
    if [ -z "$folder" ]; then
      export GOFLAGS=-mod=mod GOWORK=off GO111MODULE=on
      folder=$temporary/module
      mkdir "$folder" || exit 125
      printf '%s' "$gomod" >"$folder/go.mod" || exit 125
      [ -z "$source" ] || [ ! -e "$source/go.sum" ] || cp "$source/go.sum" "$folder/go.sum"
    elif [ -n "$source" ]; then
      export GOFLAGS=-mod=mod GOWORK=off GO111MODULE=on
      file=$(cd "$folder" && go env GOMOD) modfile=$temporary/go.mod
      cp "$file" "$modfile" || exit 125
      go mod edit -dropreplace="${copy%@*}" -require="$copy" -replace="${copy%@*}=$source" "$modfile" || exit 125
      for file in "${file%.mod}.sum" "$source/go.sum"; do
        [ ! -e "$file" ] || cat "$file" >>"$temporary/go.sum"
      done
    else
      case " ${GOFLAGS-} " in *' -mod=mod '*) export GOFLAGS="$GOFLAGS -mod=readonly" ;; esac
    fi
    cd "$folder" || exit 125
    build() { "$routinex" go build --patches="$patches" -o /dev/null ${modfile:+"-modfile=$modfile"} "$@" 2>&1; }
    build -- "$@" || exit
    [ -n "$program" ] || exit 0
    printf '%s' "$program" >"$temporary/main.go" || exit 125
    build "$temporary/main.go"
    """

  /// A call of the go command: packages that are built together.
  private struct Call {
    let build: CheckBuild
    let folder: ByteString
    /// The copy to build, where the folder does not have it.
    let copy: ModuleCopy?
    var packages: [ByteString]
    /// Those whose patches say what is to be linked with them, and the functions that this is to define.
    var linked: [(importPath: ByteString, functions: [ByteString])]
  }

  /// Builds what was planned without an error.
  func run(_ subjects: CheckSubjects, _ findings: CheckFindings) throws(Findings) -> [CheckFindings.Sighting] {
    let program = try ownProgram()
    let list = ByteString(patches.map(PatchSetList.quoted).joined(separator: [ASCII.comma]))
    let failed = Set(findings.findings.compactMap(\.build))
    var result: [CheckFindings.Sighting] = []
    let calls = calls(subjects).filter { !failed.contains($0.build) && !outside.unknown.contains($0.build.row) }
    let progress = Progress()
    defer { progress.clear() }
    for (number, call) in calls.enumerated() {
      let root = roots[call.build.root]
      let platform = platforms[call.build.platform]
      progress.show("building with \(root.version.text) for \(platform.text), \(number + 1) of \(calls.count)")
      let shell = ["/bin/sh", "-c", Self.script, "sh"].map { ByteString($0) }
      let place = [
        call.folder, Self.goMod(requiring: call.copy), call.copy?.folder ?? [],
        call.copy.map { $0.path + [ASCII.at] + Self.version(of: $0.path) } ?? [],
      ]
      let settings = [root.path, platform.goos, platform.goarch, program, list, Self.program(linking: call.linked)]
      let (outcome, output) = Process.run(
        makeArgumentPointer(shell + place + settings + call.packages), capturing: true)
      switch outcome {
      case .exited(0): continue
      case .exited, .signalled:
        let text = Self.errors(output)
        let message =
          text.isEmpty
          ? "the go command failed without a message"
          : Wording(goOutput: text.replacing(root.sourcePrefix, with: GoRoot.shownSources))
        result.append(.init(finding: Finding(.compiler, message), build: call.build))
      case .notStarted(let code): throw Findings(.goCommand, "cannot run /bin/sh: \(systemMessage(code))")
      case .lost(let reason): throw Findings(.goCommand, "the go command: \(reason)")
      }
    }
    return result
  }

  /// What was said, but for sets that such a call has no package of.
  private static func errors(_ output: ByteString) -> ByteString {
    let lines = output.trimmedNewlines.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    let idle = ByteString("routinex: this build compiles no package that the patch set ")
    return ByteString(lines.filter { !$0.hasPrefix(idle) }.joined(separator: [ASCII.newline]))
  }

  /// It says Go 1.17, from which on not everything that a requirement requires has to be on this machine (The Go Modules
  /// Reference, "Module graph pruning").
  static func goMod(requiring module: ModuleCopy?) -> ByteString {
    let start = ByteString("module check\n\ngo 1.17\n")
    guard let module else { return start }
    let (path, folder) = (GoMod.quoted(module.path), GoMod.quoted(module.folder))
    return start + ByteString("\nrequire ") + path + [ASCII.space] + version(of: module.path)
      + ByteString("\n\nreplace ") + path + ByteString(" => ") + folder + [ASCII.newline]
  }

  /// The lowest version that a module path allows: `v2.0.0` of `example.com/m/v2` and `gopkg.in/m.v2`.
  private static func version(of module: ByteString) -> ByteString {
    let separators = module.hasPrefix("gopkg.in/") ? [ASCII.slash, ASCII.dot] : [ASCII.slash]
    let last = module.lastIndex(where: separators.contains).map { module[($0 + 1)...] } ?? []
    let isVersion = last.first == 0x76 && last.count > 1 && last.dropFirst().allSatisfy(\.isDigit)
    return (isVersion ? Array(last) : ByteString("v0")) + ByteString(".0.0")
  }

  /// A command that has the packages; empty where there are none. It has to use a function for the linker to look for it.
  private static func program(linking packages: [(importPath: ByteString, functions: [ByteString])]) -> ByteString {
    if packages.isEmpty { return [] }
    var text = ByteString("package main\n\nimport (\n\t_ \"unsafe\"\n")
    for package in packages { text += ByteString("\t_ \"") + package.importPath + ByteString("\"\n") }
    text += ByteString(")\n\nvar uses bool\n")
    var calls = ByteString()
    for (number, function) in packages.flatMap({ item in item.functions.map { (item.importPath, $0) } }).enumerated() {
      let name = ByteString("function\(number)")
      text += ByteString("\n//go:linkname ") + name + [ASCII.space] + function.0 + [ASCII.dot] + function.1
      text += ByteString("\nfunc ") + name + ByteString("()\n")
      calls += ByteString("\t\t") + name + ByteString("()\n")
    }
    return text + ByteString("\nfunc main() {\n\tif uses {\n") + calls + ByteString("\t}\n}\n")
  }

  private func calls(_ subjects: CheckSubjects) -> [Call] {
    var calls: [Call] = []
    for job in subjects.jobs where job.folder != nil {
      for (platform, configuration) in job.builds where wanted.contains(platforms[platform]) {
        let build = CheckBuild(root: job.root, platform: platform, copy: job.copy?.index)
        let linked = job.linked(in: configuration).map { [(importPath: job.importPath, functions: $0)] } ?? []
        if let index = calls.firstIndex(where: { $0.build == build }) {
          calls[index].packages.append(job.importPath)
          calls[index].linked += linked
          continue
        }
        let module = job.copy?.module
        let isLocal = module.map { [.main, .replaced, .vendor].contains($0.origin) } ?? false
        calls.append(
          Call(
            build: build, folder: isLocal || outside.ofModules.contains(build.row) ? workingFolder : [],
            copy: isLocal ? nil : module, packages: [job.importPath], linked: linked))
      }
    }
    return calls
  }
}

extension CheckBuild {
  /// Whatever the copy of a module.
  fileprivate var row: CheckBuild { CheckBuild(root: root, platform: platform, copy: nil) }
}

extension CheckJob {
  /// The functions that what patches link is to define; nil where they link nothing, or where no other package may import this one.
  fileprivate func linked(in build: BuildConfiguration) -> [ByteString]? {
    let hidden: [StaticString] = ["internal", "vendor"]
    let isHidden = importPath.split(separator: ASCII.slash).contains { word in hidden.contains { word.equals($0) } }
    let applying = files.filter { $0.file.file.applies(in: build.patchContext) }
    let isCommand = applying.contains { file in
      let source = file.file.file.source
      return source.packageName.map { source.text($0).equals("main") } ?? false
    }
    guard !isHidden, !isCommand, applying.contains(where: { $0.wanted.contains(where: \.isLink) }) else { return nil }
    return applying.flatMap { $0.file.file.pushedFunctions }
  }
}

extension PatchFile {
  /// The added functions without a body that `//go:linkname` opens for another package to define: with the name alone.
  fileprivate var pushedFunctions: [ByteString] {
    declared.filter { $0.word == "add" && $0.declaration.kind == .function && $0.declaration.body == nil }
      .filter { function in
        function.declaration.comments.contains { comment in
          let words = source.text(comment).split(whereSeparator: \.isSpace)
          return words.count == 2 && words[0].equals("//go:linkname") && function.name == words[1].text
        }
      }.map { ByteString($0.name) }
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
