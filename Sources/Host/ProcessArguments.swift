/// The command line of this process. On Linux Swift's own `CommandLine` reads a file of /proc for it and ends the process where it
/// cannot, be it for lack of /proc or of descriptors.
package enum ProcessArguments {
  nonisolated(unsafe) private static var count: Int32 = -1
  nonisolated(unsafe) private static var pointer: ArgumentPointer?

  /// What `main` or a constructor of the program is given.
  package static func remember(argc: Int32, argv: ArgumentPointer) {
    count = argc
    pointer = argv
  }

  /// The number of arguments, the program's name included.
  package static var argc: Int32 { pointer == nil ? CommandLine.argc : count }
  package static var argv: ArgumentPointer { pointer ?? CommandLine.unsafeArgv }
}
