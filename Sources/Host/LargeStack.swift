internal import CHost
internal import CLibrary

/// Runs work that follows the nesting of a Go file, however deep that is: trees are walked by recursion, and a file of
/// hostile nesting shall end in the compiler's message and not in a crash of this program.
package enum LargeStack {
  /// Address space, not memory: pages are there when they are touched.
  private static let sizes = [4 << 30, 512 << 20, 64 << 20]

  /// - Parameter isAlone: whether the work starts no threads of its own. The heap of a second thread would grow by some pages at a
  ///   time, each with a call of the kernel; only where several allocate at once is it worth that.
  package static func run(isAlone: Bool = false, _ work: @escaping () -> Never) -> Never {
    if isAlone { routinex_use_one_heap() }
    if thread({ work() }) != nil {
      // The work ends the process.
      while true { pause() }
    }
    work()
  }

  /// Starts work on a thread of its own; nil if there can be none.
  static func thread(_ work: @escaping () -> Void) -> pthread_t? {
    let box = Unmanaged.passRetained(ThreadWork(work))
    for size in sizes {
      let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
      pthread_attr_init(attributes)
      pthread_attr_setstacksize(attributes, size)
      let thread = CurrentPlatform.startThread(attributes, box)
      pthread_attr_destroy(attributes)
      attributes.deallocate()
      if let thread { return thread }
    }
    box.release()
    return nil
  }

  /// Waits for the end of a thread.
  static func join(_ thread: pthread_t) { pthread_join(thread, nil) }
}

/// What a thread is to do.
final class ThreadWork {
  let run: () -> Void

  init(_ run: @escaping () -> Void) { self.run = run }
}
