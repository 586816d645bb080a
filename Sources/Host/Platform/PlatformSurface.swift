internal import Bytes
internal import CLibrary

/// What each operating system does its own way: a port is a type that conforms, in a file of this folder.
protocol PlatformSurface {
  associatedtype SpawnActions

  /// Actions of posix_spawn(3), before they are initialized.
  static var noSpawnActions: SpawnActions { get }

  /// Starts a thread, which takes the work over; nil if there can be none.
  static func startThread(
    _ attributes: UnsafeMutablePointer<pthread_attr_t>, _ work: Unmanaged<ThreadWork>
  ) -> pthread_t?

  /// The file of the running program, links resolved; nil where the system does not tell.
  static func executablePath() -> ByteString?

  /// The folders that the processes above this one run in, up to the go command, as far as the system tells.
  static func foldersAbove() -> [ByteString]
  /// The arguments, without its own name, and the folder of the go command that started this process; nil where that cannot be
  /// told.
  static func goCommandAbove() -> (arguments: [ByteString], folder: ByteString)?

  /// When a file's status and its content last changed, in nanoseconds since 1970.
  static func times(of status: stat) -> (changed: Int, modified: Int)

  /// The handler that an action names, as bits; nil for none.
  static func handler(of action: sigaction) -> Int?

  /// An action, without flags, that calls `receiveSignal`.
  static var forwardingAction: sigaction { get }
}
