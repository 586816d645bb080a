internal import CLibrary

/// Keeps the Swift runtime from looking for its own folder, which this program has no use for: where it cannot ask /proc, a
/// constructor of the runtime ends the process (stdlib/public/runtime: Backtrace.cpp, BacktraceInitializer; Paths.cpp).
package enum RuntimePath {
  /// The variable that the runtime takes the folder from.
  private static let name = "SWIFT_ROOT"
  private static let nowhere = "/dev/null"

  /// To be called before the runtime's constructors. May start the program anew, with the same arguments.
  package static func assume(_ arguments: ArgumentPointer) {
    guard getenv(name) == nil else { return }
    setenv(name, nowhere, 0)
    // Where `passOn` had to make arrays, the runtime may have read the environment already, without this.
    var byte: CChar = 0
    if readlink("/proc/self/exe", &byte, 1) < 0, let program = arguments[0] { execvp(program, arguments) }
  }

  /// To be called by `main`: the programs that this one starts have the environment that it was given.
  package static func forget() {
    if let value = getenv(name), strcmp(value, nowhere) == 0 { unsetenv(name) }
  }
}
