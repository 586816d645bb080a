internal import Bytes
internal import Host
internal import SystemInterface
internal import Findings
internal import Toolexec
internal import Weaving

/// What the program does in front of a Go tool: look at the command line, decide, and become the next program.
package enum ToolexecEntry {
  package static func run(argc: Int32, argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Never {
    if let standIn = InsideAgent.commandLine(argc: argc, argv: argv) {
      run(argc: Int32(standIn.count), argv: makeArgumentPointer(standIn))
    }
    let arguments = ArgumentVector(argc: Int(argc), argv: argv)
    let invocation: Invocation
    do throws(InvocationError) {
      invocation = try Invocation(arguments)
    } catch {
      fail(Findings(.usage, Wording(error.message)))
    }
    if invocation.options.isHelp { print(help) }
    if invocation.options.isVersion { print("routinex \(programVersion)\n") }
    if let folder = invocation.options.recordFolder {
      Recording(arguments, invocation, folder: folder).run()
    }
    Call(arguments: arguments, options: invocation.options, chainStart: invocation.chainStart).run()
  }

  /// Becomes the next program where that is all there is to do; comes back for what is `run`'s.
  ///
  /// It is called before the constructors of the Swift runtime, so that it may use what needs none of them: no casts, no
  /// printing, no look-up of conformances. Without flags it makes no array either, which would cost as much as all the rest.
  package static func passOn(argc: Int32, argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) {
    guard argc > 1, let first = argv[1], !isVersionFlag(argv[Int(argc) - 1]), !InsideAgent.isStandIn(argv) else {
      return
    }
    let arguments = ArgumentVector(argc: Int(argc), argv: argv)
    var call = Call(arguments: arguments, options: Invocation.Options(), chainStart: 0)
    if UInt8(bitPattern: first[0]) == ASCII.dash {
      guard let invocation = try? Invocation(arguments) else { return }
      call = Call(arguments: arguments, options: invocation.options, chainStart: invocation.chainStart)
    }
    guard call.isQuiet, call.started.callToDecide(with: call.started.sets) == nil else { return }
    // Should it fail, `run` meets with the same and says it.
    _ = Process.replace(with: arguments.pointer(at: call.started.chainStart))
  }

  /// Whether it is `-V=full`, which is asked for a tool's answer that may be kept, or a word that begins alike.
  private static func isVersionFlag(_ argument: UnsafePointer<CChar>?) -> Bool {
    argument.map { $0[0] == CChar(bitPattern: 0x2d) && $0[1] == CChar(bitPattern: 0x56) } ?? false
  }

  private static func print(_ text: String) -> Never { Process.end(printing: Array(text.utf8)) }

  static func fail(_ failure: Findings) -> Never {
    for message in failure.messages { ToolMessage.error(message) }
    Process.end(status: 1)
  }

  static let help = """
    Usage: go build -toolexec='routinex [FLAGS] [AGENT ...]' ...

    routinex changes Go packages while they are built. The go command starts it in front of each tool. If a patch set
    has a folder for the package being compiled, patched files replace the originals on the compiler's command line.

    Flags:
      -v, --verbose     print which declarations are changed, and by which patch
      -d, --debug       also print each command line, as received and as passed on
          --inside      start AGENT with routinex instead of the tool, so that AGENT edits first: for agents that check
                        the name of the program that they start, or the paths of the original files
          --patches LIST
                        the patch sets to apply, separated by commas: names of built-in sets and paths of folders;
                        write a comma in a path as \\,
                        (default: $ROUTINEX_PATCHES, else \(ActivePatchSets.defaultName))
      -h, --help        print this and exit
          --version     print the version and exit

    AGENT is another toolexec program. routinex starts it instead of the tool, with the tool's command line. Its
    content, and that of the files that its arguments name, is part of the go command's cache key.

    Commands that you run yourself; `routinex COMMAND --help` describes each:
      add               add a patch set that is a Go package to this module
      check             check patch sets against many versions of Go and of modules, without a build
      completions       print a script that completes commands and flags in a shell
      diff              show how patch sets change packages, as a diff
      doctor            find out in which order another toolexec program works with routinex
      explain           run a go command, and show every tool that it started
      go                run the go command with patch sets, and recompile only what they change
      list              list patch sets, the purpose of each and what it changes
      new               begin a patch set, or add patches to one, with the real signatures of declarations
      overlay           write the patched files of a build, for go build -overlay
      test              run the tests of a patch set, with and without the set, on many Go versions
      version           print the version, or which patch sets are in Go programs
      help              list the commands, or describe one

    """
}

/// One call of a tool, or of whatever else cmd/go had started through the chain.
private struct Call {
  let started: StartedCall

  init(arguments: ArgumentVector, options: Invocation.Options, chainStart: Int) {
    started = StartedCall(arguments: arguments, options: options, chainStart: chainStart)
  }

  private var arguments: ArgumentVector { started.arguments }
  private var options: Invocation.Options { started.options }
  private var chainStart: Int { started.chainStart }
  private var chain: ArgumentPointer { arguments.pointer(at: chainStart) }

  /// Whether passing the chain on is all that the flags ask for.
  var isQuiet: Bool { !options.isHelp && !options.isVersion && !options.isDebug && options.recordFolder == nil }

  func run() -> Never {
    let sets = started.sets
    guard let call = started.callToDecide(with: sets) else {
      if let kept = started.keptAnswer { answer(keeping: kept) }
      trace("runs", [])
      pass()
    }
    holdStandardDescriptors()
    if options.isInside, !call.isVersionQuery { runInside(call) }
    LargeStack.run(isAlone: true) { weave(call, sets) }
  }

  /// What patches change is left to the process that the agent starts as the tool. The tool's ID is asked for as ever.
  private func runInside(_ call: ToolCall) -> Never {
    do throws(Findings) {
      let inside = InsideAgent(
        flags: options.flags, agents: arguments[chainStart..<call.position].map { Array($0) }, call: call,
        tool: arguments[call.position...].map { Array($0) })
      let (command, temporary) = try inside.command()
      trace("runs", command)
      let pointer = makeArgumentPointer(command)
      guard let temporary else { Process.fail(toStart: pointer[0], Process.replace(with: pointer)) }
      let (outcome, _) = Process.run(pointer, capturing: false)
      temporary.remove()
      Process.end(as: outcome, running: pointer)
    } catch {
      ToolexecEntry.fail(error)
    }
  }

  private func weave(_ call: ToolCall, _ sets: ActivePatchSets) -> Never {
    do throws(Findings) {
      let pipeline = try started.pipeline(for: call, sets)
      if call.isVersionQuery { try answerVersion { () throws(Findings) in try pipeline.stamp(for: call.tool) } }
      switch try pipeline.decide(call, in: arguments) {
      // No stamp comes here: see above.
      case .pass, .stamp:
        trace("runs", [])
        pass()
      case .weave(let woven):
        try weave(woven, call, responseFileFormat: pipeline.responseFileFormat)
      case .done(let outputs):
        for output in outputs {
          try attempt { () throws(FileError) in try HostFiles().replace(output.path, with: output.bytes) }
        }
        Process.end(status: 0)
      case .leaveToCompiler(let failure, let output, let arguments):
        leaveToCompiler(failure, output, arguments.map { makeArgumentPointer(self.chain(call, with: $0)) } ?? chain)
      }
    } catch {
      ToolexecEntry.fail(error)
    }
  }

  private func pass() -> Never {
    Process.fail(toStart: chain[0], Process.replace(with: chain))
  }

  /// The chain with other arguments for its tool.
  private func chain(_ call: ToolCall, with toolArguments: [ByteString]) -> [ByteString] {
    (chainStart...call.position).map { Array(arguments[$0]) } + toolArguments
  }

  private func weave(_ woven: Woven, _ call: ToolCall, responseFileFormat: ResponseFile.Format) throws(Findings)
    -> Never
  {
    let files = HostFiles()
    var woven = woven
    if !woven.files.isEmpty { woven = try attempt { () throws(FileError) in try files.write(woven) } }
    if options.isVerbose || options.isDebug { woven.notes.forEach(ToolMessage.error) }
    let chain = chain(call, with: woven.arguments)
    trace("becomes", chain)
    let pointer = makeArgumentPointer(chain)
    var (program, code) = (pointer[0], Process.replace(with: pointer))
    if Process.isTooLong(code) {
      if woven.files.isEmpty { woven = try attempt { () throws(FileError) in try files.write(woven) } }
      let short: ArgumentPointer
      do throws(Findings) {
        short = try throughFile(woven, call, responseFileFormat)
      } catch {
        files.removeFolder(woven.folder)
        throw error
      }
      (program, code) = (short[0], Process.replace(with: short))
      files.removeFolder(woven.folder)
    } else if !woven.files.isEmpty {
      files.removeFolder(woven.folder)
    }
    Process.fail(toStart: program, code)
  }

  /// The chain with the tool's arguments in a file.
  private func throughFile(
    _ woven: Woven, _ call: ToolCall, _ format: ResponseFile.Format
  ) throws(Findings) -> ArgumentPointer {
    let contents: ByteString
    do throws(ResponseFileError) {
      contents = try ResponseFile.encode(woven.arguments, format: format)
    } catch {
      throw Findings(.responseFile, Wording(error.message))
    }
    try attempt { () throws(FileError) in try HostFiles().add(woven.responseFile, contents) }
    return makeArgumentPointer(chain(call, with: [ByteString("@") + woven.responseFile]))
  }

  /// - Parameter makeStamp: is called while the tool answers.
  private func answerVersion(_ makeStamp: () throws(Findings) -> Stamp?) throws(Findings) -> Never {
    var made: Result<Stamp?, Findings>?
    let (outcome, output) = ask(started.keptAnswer) {
      do throws(Findings) { made = .success(try makeStamp()) } catch { made = .failure(error) }
    }
    // What is wrong with the sets is said before what is wrong with the tool.
    let stamp = if let made { try made.get() } else { try makeStamp() }
    guard case .exited(0) = outcome else { Process.end(as: outcome, running: chain) }
    guard let stamp else { Process.end(printing: output) }
    try answer(output, stamp)
  }

  /// Answers as the tool does.
  private func answer(keeping kept: KeptAnswer) -> Never {
    holdStandardDescriptors()
    let (outcome, output) = ask(kept) {}
    if !output.isEmpty, !Process.print(output) { Process.end(status: 1) }
    Process.end(as: outcome, running: chain)
  }

  /// Asks the tool, unless its answer is kept.
  ///
  /// - Parameter started: is called while it answers.
  private func ask(_ kept: KeptAnswer?, started: () -> Void) -> (Process.Outcome, ByteString) {
    if let answer = kept?.read() { return (.exited(0), answer) }
    trace("runs", [])
    let start = HostFiles().now
    let (outcome, output) = Process.run(chain, capturing: true, started: started)
    if case .exited(0) = outcome { kept?.keep(output, askedAt: start) }
    return (outcome, output)
  }

  /// Answers the go command's question for the tool's ID.
  private func answer(_ output: ByteString, _ stamp: Stamp) throws(Findings) -> Never {
    do throws(VersionLineError) {
      let line = try VersionLine(output: output)
      Process.end(printing: line.stamped(hash: stamp.hash(for: line.text)))
    } catch {
      throw Findings(.versionLine, Wording(error.message))
    }
  }

  private func leaveToCompiler(_ failure: Findings, _ output: ByteString, _ chain: ArgumentPointer) -> Never {
    trace("runs", [])
    let (outcome, _) = Process.run(chain, capturing: false)
    guard case .exited(0) = outcome else { Process.end(as: outcome, running: chain) }
    // The compiler's object; never a device that someone named by hand.
    if HostFiles().isRegularFile(output) { HostFiles().remove(output) }
    ToolexecEntry.fail(failure)
  }

  private func trace(_ verb: String, _ result: [ByteString]) {
    guard options.isDebug else { return }
    let chain = arguments.copied(from: chainStart)
    Message.error("\(result.isEmpty ? verb : "got") \(Message.quoted(chain))")
    if !result.isEmpty { Message.error("\(verb) \(Message.quoted(result))") }
  }
}
