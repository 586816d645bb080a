internal import Commands
internal import Host

// The toolexec path touches nothing of the commands but their names. Most of its calls do not come here: see EarlyStart.swift.
if let name = CommandLine.argc > 1 ? CommandLine.unsafeArgv[1] : nil, Routinex.isCommand(name) {
  Routinex.start()
}
ToolexecEntry.run(argc: CommandLine.argc, argv: CommandLine.unsafeArgv)
