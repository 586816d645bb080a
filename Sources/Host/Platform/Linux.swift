#if os(Linux)
  internal import Bytes
  internal import CLibrary

  typealias CurrentPlatform = LinuxPlatform

  enum LinuxPlatform: PlatformSurface {
    static var noSpawnActions: posix_spawn_file_actions_t { posix_spawn_file_actions_t() }

    static func startThread(
      _ attributes: UnsafeMutablePointer<pthread_attr_t>, _ work: Unmanaged<ThreadWork>
    ) -> pthread_t? {
      var thread: pthread_t = 0
      let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { work in
        if let work { Unmanaged<ThreadWork>.fromOpaque(work).takeRetainedValue().run() }
        return nil
      }
      return pthread_create(&thread, attributes, start, work.toOpaque()) == 0 ? thread : nil
    }

    /// nil without /proc.
    static func executablePath() -> ByteString? { linkTarget("/proc/self/exe") }

    static func foldersAbove() -> [ByteString] {
      var folders: [ByteString] = []
      var process = Int(getppid())
      for _ in 0..<16 where process > 1 {
        if let folder = linkTarget("/proc/\(process)/cwd") { folders.append(folder) }
        guard let status = try? HostFiles().read(ByteString("/proc/\(process)/stat")),
          let name = status.lastIndex(of: ASCII.closingParenthesis)
        else { break }
        if status[..<name].hasSuffix("(go") { break }
        // After the name in parentheses: the state, then the parent.
        process = status[(name + 1)...].split(separator: ASCII.space).dropFirst().first.flatMap { Int($0.text) } ?? 1
      }
      return folders
    }

    static func goCommandAbove() -> (arguments: [ByteString], folder: ByteString)? {
      var process = Int(getppid())
      for _ in 0..<16 where process > 1 {
        guard let status = try? HostFiles().read(ByteString("/proc/\(process)/stat")),
          let name = status.lastIndex(of: ASCII.closingParenthesis)
        else { return nil }
        if status[..<name].hasSuffix("(go") {
          guard let line = try? HostFiles().read(ByteString("/proc/\(process)/cmdline")), line.last == 0,
            let folder = linkTarget("/proc/\(process)/cwd")
          else { return nil }
          let words = line.dropLast().split(separator: 0, omittingEmptySubsequences: false)
          return (words.dropFirst().map { Array($0) }, folder)
        }
        process = status[(name + 1)...].split(separator: ASCII.space).dropFirst().first.flatMap { Int($0.text) } ?? 1
      }
      return nil
    }

    static func times(of status: stat) -> (changed: Int, modified: Int) {
      (nanoseconds(status.st_ctim), nanoseconds(status.st_mtim))
    }

    static func handler(of action: sigaction) -> Int? {
      action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) }
    }

    static var forwardingAction: sigaction {
      var action = sigaction()
      action.__sigaction_handler.sa_sigaction = { number, info, _ in
        // SI_KERNEL, that is the terminal, is greater than 0; kill(2), tgkill(2) and sigqueue(3) are not.
        receiveSignal(number, isFromProcess: (info?.pointee.si_code ?? 1) <= 0)
      }
      return action
    }
  }
#endif
