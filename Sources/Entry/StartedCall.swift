internal import Bytes
internal import Host
internal import Findings
internal import ProgramSources
internal import Toolexec
internal import Weaving

/// What this program was started for, and how that is decided about: one way for the call itself and for its record.
struct StartedCall {
  let arguments: ArgumentVector
  let options: Invocation.Options
  let chainStart: Int

  var sets: ActivePatchSets {
    ActivePatchSets(
      option: options.patches, environment: .ofProcess, usesPackageKeys: options.hasPackageKeys)
  }

  /// The call of a tool that there may be something to decide about; nil if the chain is to be run as it came.
  func callToDecide(with sets: ActivePatchSets) -> ToolCall? {
    guard let call = ToolCall.find(in: arguments, from: chainStart),
      sets.mayDecide(
        about: call, in: arguments, hasAgents: call.position > chainStart, isFolder: HostFiles.mayBeFolder)
    else { return nil }
    return call
  }

  /// The tool's answer to `-V=full`, where that is asked for, may have been kept, and no other program has a say in it.
  var keptAnswer: KeptAnswer? {
    guard !options.isDebug, let call = ToolCall.find(in: arguments, from: chainStart), call.isVersionQuery,
      call.position == chainStart
    else { return nil }
    return KeptAnswer(
      of: Array(arguments[chainStart]), environment: environmentList(), cache: environmentValue("GOCACHE"))
  }

  func pipeline(for call: ToolCall, _ sets: ActivePatchSets) throws(Findings) -> Pipeline<HostFiles> {
    if options.isInside, call.isVersionQuery, call.position == chainStart {
      throw Findings(.usage, "--inside needs an agent: routinex --inside AGENT [ARGUMENTS]")
    }
    return try sets.pipeline(
      from: workingFolders, in: HostFiles(), program: sourceHash, outsideFile: options.outsideFile,
      agents: agents(for: call), compileImports: ImportCompiler.compile)
  }

  /// The agent inside starts the tool's stand-in, behind which no agent is left.
  private func agents(for call: ToolCall) -> Agents {
    if options.isInside, !call.isVersionQuery { return .none }
    return Agents(
      arguments[chainStart..<call.position].map { Array($0) }, isInside: options.isInside,
      findProgram: Host.findProgram)
  }
}
