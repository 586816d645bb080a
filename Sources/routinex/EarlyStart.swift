internal import Commands
internal import Entry
internal import Host

#if STATIC && compiler(>=6.3)
  /// Passes most calls on before the Swift runtime and C++'s have started, which costs more than all that this program does
  /// for such a call: their constructors look for files, ask for random bytes, and touch pages all over the program.
  ///
  /// Functions in `.preinit_array` are called with the arguments of `main` and before every constructor (System V ABI,
  /// "Initialization and Termination Functions"; glibc, csu/libc-start.c, call_init). In a static program libc is ready
  /// by then, and no library is to follow.
  @section(".preinit_array") @used
  private let early:
    @convention(c) (
      Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    ) -> Void = { argc, argv, _ in
      if argc > 1, let name = argv[1], !Routinex.isCommand(name) { ToolexecEntry.passOn(argc: argc, argv: argv) }
      // It has come back: the call goes through main.
      ProcessArguments.remember(argc: argc, argv: argv)
      RuntimePath.assume(argv)
    }
#endif
