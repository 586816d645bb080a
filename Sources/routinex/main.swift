internal import Commands
internal import Entry
internal import Host

// The toolexec path touches nothing of the commands but their names. Most of its calls do not come here: see EarlyStart.swift.
RuntimePath.forget()
if let name = ProcessArguments.argc > 1 ? ProcessArguments.argv[1] : nil, Routinex.isCommand(name) {
  Routinex.start()
}
ToolexecEntry.run(argc: ProcessArguments.argc, argv: ProcessArguments.argv)
