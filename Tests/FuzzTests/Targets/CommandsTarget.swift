import Bytes
import SystemInterface
import Findings
import TestSupport
import Toolexec
import Weaving

/// Command lines: a file `args` with an argument a line, `env` with lines `NAME=VALUE`, and the files that they name.
extension FuzzTarget {
  static let commands = FuzzTarget(name: "commands", pieces: CommandPieces.all + GoPieces.patches) {
    (input) throws(Defect) in
    let archive = Archive(input)
    var variables: [String: ByteString] = [:]
    for line in (archive["env"] ?? []).lines {
      guard let sign = line.firstIndex(of: ASCII.equals) else { continue }
      variables[line[..<sign].text] = Array(line[(sign + 1)...])
    }
    // The operating system passes no NUL on.
    let arguments = (archive["args"] ?? []).lines.map { $0.filter { $0 != 0 } }
    try CommandCase(arguments: arguments, variables: variables, files: archive.byPath).check()
  }
}

private struct CommandCase {
  let arguments: [ByteString]
  let variables: [String: ByteString]
  let files: [ByteString: ByteString]

  func check() throws(Defect) {
    try checkReaders()
    let invocation: Invocation
    do throws(InvocationError) { invocation = try Invocation(arguments) } catch {
      return try require(!error.message.isEmpty, "refused without a message")
    }
    try require((0...arguments.count).contains(invocation.chainStart), "the chain starts outside of the arguments")
    let chain = Array(arguments[invocation.chainStart...])
    guard let call = ToolCall.find(in: chain, from: 0) else { return }
    try require(chain.indices.contains(call.position), "the tool is outside of the chain")
    let rest = Array(chain[call.argumentsStart...])
    try checkCompile(rest)
    try checkCover(rest)
    try checkDecision(invocation, chain)
  }

  /// What reads single arguments, and the answer to `-V=full`.
  private func checkReaders() throws(Defect) {
    for text in files.values {
      guard let configuration = VetConfiguration(text) else { continue }
      let names = [ByteString("/\"a\\.go"), [0xff, 0x0a]]
      let again = VetConfiguration(configuration.rewritten(goFiles: names, adding: []))
      try require(
        again?.goFiles == names && again?.importMap == configuration.importMap
          && again?.archives == configuration.archives && again?.folder == configuration.folder,
        "vet's new configuration says something else than the old one")
    }
    for argument in arguments {
      _ = try? VersionLine(output: argument)
      _ = PackageIdentity(packagePath: argument, description: variables["TOOLEXEC_IMPORTPATH"])
    }
  }

  private func checkCompile(_ list: [ByteString]) throws(Defect) {
    let command = CompileCommand(list)
    try require(
      command.rewritten(files: command.files, trimpath: []) == list.filter { !$0.hasPrefix(CompileCommand.keyFlag) },
      "compile's arguments do not come back as they were")
    _ = command.overlaid
    // As cmd/go names them. A flag without its value would take the new file for it.
    guard !command.files.isEmpty, command.files.allSatisfy(Path.isAbsolute) else { return }
    let path = ByteString("/elsewhere/x.go")
    let again = CompileCommand(
      command.rewritten(files: [path], trimpath: [PathRewrite(from: ByteString("/a"), to: ByteString("b"))]))
    try require(
      again.files == [path] && again.output == command.output && again.packagePath == command.packagePath
        && again.goVersion == command.goVersion && again.importcfg == command.importcfg,
      "compile's new arguments say something else than the old ones")
  }

  private func checkCover(_ list: [ByteString]) throws(Defect) {
    let command = CoverCommand(list)
    try require(
      command.rewritten(files: command.files, outfilelist: nil) == list,
      "cover's arguments do not come back as they were")
    _ = (command.outfilelist, command.output, command.pkgcfg, command.mode)
  }

  // MARK: What is decided

  private enum Outcome {
    case decided(Decision?)
    case failed([String])

    /// All that it says.
    var words: [ByteString] {
      switch self {
      case .failed(let messages): messages.map { ByteString($0) }
      case .decided(nil): [ByteString("no tool")]
      case .decided(.pass): [ByteString("pass")]
      case .decided(.weave(let woven)):
        woven.files.flatMap { [$0.path, $0.bytes, $0.original ?? []] } + woven.arguments + [woven.responseFile]
          + woven.notes.map { ByteString($0) }
      case .decided(.done(let files)): files.flatMap { [$0.path, $0.bytes] }
      case .decided(.stamp(let stamp)): [stamp.hash(for: [])]
      case .decided(.leaveToCompiler(let failure, let output, let arguments)):
        failure.messages.map { ByteString($0) } + [output] + (arguments ?? [])
      }
    }
  }

  private func outcome(_ invocation: Invocation, _ chain: [ByteString]) -> Outcome {
    do throws(Findings) {
      return .decided(
        try decide(
          chain, variables, sets: invocation.options.patches ?? [ByteString("/set")], in: MemoryFiles(files),
          usesPackageKeys: invocation.options.hasPackageKeys))
    } catch {
      return .failed(error.messages)
    }
  }

  private func checkDecision(_ invocation: Invocation, _ chain: [ByteString]) throws(Defect) {
    let (first, second) = (outcome(invocation, chain), outcome(invocation, chain))
    try require(first.words == second.words, "the same call is decided in two ways")
    if case .failed(let messages) = first {
      return try require(!messages.isEmpty && messages.allSatisfy { !$0.isEmpty }, "a failure without a message")
    }
    guard case .decided(let decision?) = first else { return }
    switch decision {
    case .weave(let woven): try check(woven, invocation, chain)
    case .done(let files):
      // What cover was to write, where it was to write it.
      for file in files { try require(chain.contains(file.path), "\(shown(file.path)) is none of the call's files") }
    case .pass, .stamp, .leaveToCompiler: break
    }
    if case .pass = decision { return }
    try require(isToDecide(invocation, chain), "the fast path passes on a call that would be changed")
  }

  private func check(_ woven: Woven, _ invocation: Invocation, _ chain: [ByteString]) throws(Defect) {
    for path in woven.files.map(\.path) + [woven.responseFile] {
      let components = Path.normalized(path).split(separator: ASCII.slash)
      try require(
        (components.contains { $0.equals("routinex") } && !components.contains { $0.equals("..") })
          || !hasPlainPaths(chain), "\(shown(path)) is outside of the build's own folder")
    }
    // A call that names a file twice may write it twice.
    let contents = Dictionary(woven.files.map { ($0.path, $0.bytes) }) { first, _ in first }
    try require(
      woven.files.allSatisfy { contents[$0.path] == $0.bytes },
      "two new files have one path: \(woven.files.map(\.path.text))")
    try require(
      !woven.arguments.contains { $0.hasPrefix(CompileCommand.keyFlag) }, "the tool is given a flag of this program")
  }

  /// Whether no argument has dots for components, which the build's own folder would have in its path as well.
  private func hasPlainPaths(_ chain: [ByteString]) -> Bool {
    chain.allSatisfy { !$0.contains("//") && !$0.contains("./") && !$0.hasSuffix("/") && !$0.hasSuffix(".") }
  }

  private func isToDecide(_ invocation: Invocation, _ chain: [ByteString]) -> Bool {
    let memory = MemoryFiles(files)
    let variables = variables
    let sets = ActivePatchSets(
      option: invocation.options.patches ?? [ByteString("/set")], environment: Environment { variables["\($0)"] },
      usesPackageKeys: invocation.options.hasPackageKeys)
    let answer = try? withToolCall(chain) { (call, vector) throws(Findings) in
      sets.mayDecide(about: call, in: vector) { path in
        var bytes = ByteString()
        var next = path
        while next.pointee != 0 {
          bytes.append(UInt8(bitPattern: next.pointee))
          next += 1
        }
        return memory.kind(of: Path.normalized(bytes)) == .folder
      }
    }
    return answer != false
  }
}

enum CommandPieces {
  static let all = [
    "-- args --\n", "-- env --\n", "-- /set/example.com/p/x.go --\n", "-- /p/p.go --\n", "-- /objs/b001/importcfg --\n",
    "-- /objs/b001/vet.cfg --\n", "-- /set/.../x.go --\n", "-v\n", "--verbose\n", "-d\n", "--help\n", "--version\n",
    "--patches\n", "--patches=routine\n", "--patches=/set,/set2\n", "--patch-set=/set\n", "--package-keys\n",
    "--record\n",
    "--\n", "-V=full\n", "/go/pkg/tool/linux_amd64/compile\n", "/go/pkg/tool/linux_amd64/cover\n", "compile\n",
    "cover\n",
    "/go/pkg/tool/linux_amd64/vet\n", "C:\\go\\pkg\\tool\\windows_amd64\\compile.exe\n", "go-agent\n", "gcc\n",
    "-###\n",
    "-o\n", "/objs/b001/_pkg_.a\n", "-trimpath\n", "/objs/b001=>;/p=>/q\n", "-trimpath=/a=>b;/objs/b001=>\n", "-p\n",
    "example.com/p\n", "main\n", "-p=main\n", "runtime\n", "-std\n", "-complete\n", "-goversion\n", "go1.24.1\n",
    "-race\n",
    "-race=false\n", "-importcfg\n", "/objs/b001/importcfg\n", "-symabis\n", "/objs/b001/symabis\n", "-embedcfg\n",
    "-coveragecfg=/x\n", "-pack\n", "/p/p.go\n", "/p/q.go\n", "./p.go\n", "-routinex=0123\n", "-gcflags\n", "-c=4\n",
    "-mode\n",
    "set\n", "-var\n", "goCover\n", "-outfilelist\n", "/objs/b001/list\n", "-pkgcfg\n", "/objs/b001/pkgcfg\n",
    "/objs/b001/vet.cfg\n", "@/args\n", "-- /args --\n", "@\n", "=", "-", "--=", "TOOLEXEC_IMPORTPATH=example.com/p\n",
    "TOOLEXEC_IMPORTPATH=example.com/p [example.com/p.test]\n", "TOOLEXEC_IMPORTPATH=../p\n", "GOOS=linux\n",
    "GOARCH=amd64\n",
    "GOVERSION=go1.27.0\n", "GOVERSION=devel go1.28-abc\n", "CGO_ENABLED=1\n", "packagefile fmt=/x.a\n",
    "importmap a=b\n", "ref \"\".F ABI0\n", "def \"\".F ABI0\n",
    "{\"ImportPath\": \"p\", \"Dir\": \"/p\", \"GoFiles\": [\"/p/p.go\"], \"ImportMap\": {}, \"PackageFile\": {}}",
    "\"FixArchive\": \"/x\"", "\"\\u00e9\\ud83d\"", "/x/checks\n", "-fix\n",
    "/objs/b001/p.cover.go\n", "compile version go1.24.1\n", "compile version devel buildID=a/b\n", "..", "/", "//",
    "...",
    "package p\n", "func F() {}\n",
  ]
}
