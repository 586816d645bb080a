internal import Commands
internal import Host

// The toolexec path comes first: cmd/go takes it hundreds of times in one build, and nothing of the commands is touched on
// it but their names.
if let name = CommandLine.argc > 1 ? CommandLine.unsafeArgv[1] : nil, Routinex.isCommand(name) {
  Routinex.start()
}
ToolexecEntry.run(argc: CommandLine.argc, argv: CommandLine.unsafeArgv)
