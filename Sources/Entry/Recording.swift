internal import Bytes
internal import Host
internal import SystemInterface
internal import Findings
internal import Toolexec
internal import Weaving

/// A call under `--record FOLDER`: this program runs itself without the flag and writes down what happened. So what is
/// recorded is the very path that every other build takes, which knows nothing of it.
struct Recording {
  private let arguments: ArgumentVector
  private let options: Invocation.Options
  private let chainStart: Int
  private let folder: ByteString

  init(_ arguments: ArgumentVector, _ invocation: Invocation, folder: ByteString) {
    self.arguments = arguments
    options = invocation.options
    chainStart = invocation.chainStart
    self.folder = folder
  }

  func run() -> Never {
    holdStandardDescriptors()
    LargeStack.run { record() }
  }

  private func record() -> Never {
    let call = ToolCall.find(in: arguments, from: chainStart)
    var record = ProcessRecord()
    record.arguments = arguments.copied(from: chainStart)
    record.tool = call.map { ByteString($0.tool.name) } ?? Path.lastComponent(record.arguments.first ?? [])
    record.isGoTool = call != nil
    record.isVersionQuery = call?.isVersionQuery == true
    record.package = environmentValue("TOOLEXEC_IMPORTPATH")
    if call != nil {
      let before = now()
      decide(&record)
      record.decisionTime = now() - before
    }
    let command = makeArgumentPointer(command)
    let supervision = Supervision(running: command, capturing: record.isVersionQuery)
    record.process = supervision.process
    record.start = supervision.start
    record.end = supervision.end
    record.userTime = supervision.userTime
    record.systemTime = supervision.systemTime
    switch supervision.outcome {
    case .exited(let status): record.status = Int(status)
    case .signalled(let signal): record.signal = Int(signal)
    case .notStarted, .lost: break
    }
    if record.isVersionQuery {
      record.answer = supervision.output
      if !Process.print(supervision.output) { Process.end(status: 1) }
    }
    write(record)
    supervision.endAlike(running: command)
  }

  /// What the call without the flag is about to find out for itself. It is pure, and asked before that call writes anything.
  private func decide(_ record: inout ProcessRecord) {
    let started = StartedCall(arguments: arguments, options: options, chainStart: chainStart)
    let sets = started.sets
    guard let call = started.callToDecide(with: sets) else { return }
    do throws(Findings) {
      let pipeline = try started.pipeline(for: call, sets)
      switch try pipeline.decide(call, in: arguments) {
      case .pass:
        break
      case .weave(let woven):
        record.decision = .woven
        record.newArguments = woven.arguments
        record.notes = woven.notes.map { ByteString($0) }
        record.files = woven.files.filter { !$0.isOwn }.map(file)
      case .done(let files):
        record.decision = .written
        record.files = files.map(file)
      case .stamp:
        record.decision = .stamped
      case .leaveToCompiler(let failure, _, _):
        record.decision = .leftToCompiler
        record.notes = failure.messages.map { ByteString($0) }
      }
    } catch {
      record.decision = .refused
      record.notes = error.messages.map { ByteString($0) }
    }
  }

  private func file(_ new: Woven.NewFile) -> ProcessRecord.File {
    let before = new.original.flatMap { path in try? HostFiles().read(path) }
    return ProcessRecord.File(path: new.path, bytes: new.bytes, original: new.original, originalBytes: before ?? [])
  }

  private var command: [ByteString] {
    var result = [executablePath() ?? ByteString("routinex")] + options.flags
    if options.isInside { result.append(ByteString("--inside")) }
    return result + [ByteString("--")] + arguments.copied(from: chainStart)
  }

  /// A build goes on without its record.
  private func write(_ record: ProcessRecord) {
    let path = Path.join(folder, ByteString("\(record.start)-\(record.process)"))
    do throws(FileError) {
      try HostFiles().write(record.encoded, to: path)
    } catch {
      Message.error(error.message)
    }
  }
}
