internal import CLibrary

/// Work on every core.
package enum Parallel {
  /// Calls the body for each number below `count`, in order but side by side, each on a large stack; comes back when all calls have.
  package static func forEach(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let work = Work(count: count, body: body)
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let threads = (0..<min(cores, count)).compactMap { _ in LargeStack.thread { work.run() } }
    // Without a single thread there is still this one.
    if threads.isEmpty { work.run() }
    threads.forEach(LargeStack.join)
  }

  private final class Work: @unchecked Sendable {
    private let count: Int
    private let body: @Sendable (Int) -> Void
    private var next = 0
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
      pthread_mutex_init(lock, nil)
    }

    deinit {
      pthread_mutex_destroy(lock)
      lock.deallocate()
    }

    func run() {
      while let index = take() { body(index) }
    }

    private func take() -> Int? {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }
}
