#if canImport(Darwin)
  internal import Bytes
  internal import CLibrary

  typealias CurrentPlatform = DarwinPlatform

  enum DarwinPlatform: PlatformSurface {
    static var noSpawnActions: posix_spawn_file_actions_t? { nil }

    static func startThread(
      _ attributes: UnsafeMutablePointer<pthread_attr_t>, _ work: Unmanaged<ThreadWork>
    ) -> pthread_t? {
      var thread: pthread_t?
      let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { work in
        Unmanaged<ThreadWork>.fromOpaque(work).takeRetainedValue().run()
        return nil
      }
      return pthread_create(&thread, attributes, start, work.toOpaque()) == 0 ? thread : nil
    }

    static func executablePath() -> ByteString? {
      var size: UInt32 = 0
      _ = _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0, let path = realpath(buffer, nil) else { return nil }
      defer { free(path) }
      return bytes(of: path)
    }

    static func foldersAbove() -> [ByteString] { [] }

    static func goCommandAbove() -> (arguments: [ByteString], folder: ByteString)? { nil }

    static func times(of status: stat) -> (changed: Int, modified: Int) {
      (nanoseconds(status.st_ctimespec), nanoseconds(status.st_mtimespec))
    }

    static func handler(of action: sigaction) -> Int? {
      action.__sigaction_u.__sa_handler.map { unsafeBitCast($0, to: Int.self) }
    }

    static var forwardingAction: sigaction {
      var action = sigaction()
      action.__sigaction_u.__sa_sigaction = { number, info, _ in
        receiveSignal(number, isFromProcess: (info?.pointee.si_pid ?? 0) > 0)
      }
      return action
    }
  }
#endif
