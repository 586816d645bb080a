internal import Host
package import Toolexec

extension ArgumentVector {
  /// The arguments of this process behind the program's name.
  package static var ofProcess: ArgumentVector {
    ArgumentVector(argc: Int(ProcessArguments.argc), argv: ProcessArguments.argv)
  }
}
