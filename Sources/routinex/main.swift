internal import Commands

// The toolexec path comes first: cmd/go takes it hundreds of times in one build.
ToolexecEntry.run(argc: CommandLine.argc, argv: CommandLine.unsafeArgv)
