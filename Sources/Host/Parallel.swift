internal import CLibrary

/// Work on every core.
package enum Parallel {
  /// Calls the body for each number below `count`, in order but side by side, each on a large stack; comes back when all calls have.
  ///
  /// - Parameter state: makes what a thread takes along from call to call.
  package static func forEach<State>(
    _ count: Int, with state: @escaping @Sendable () -> State, _ body: @escaping @Sendable (Int, State) -> Void
  ) {
    let work = Work(count: count) { next in
      let state = state()
      while let index = next() { body(index, state) }
    }
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let threads = (0..<min(cores, count)).compactMap { _ in LargeStack.thread { work.run() } }
    // Without a single thread there is still this one.
    if threads.isEmpty { work.run() }
    threads.forEach(LargeStack.join)
  }

  private final class Work: @unchecked Sendable {
    private let count: Int
    private let body: @Sendable (() -> Int?) -> Void
    private var next = 0
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init(count: Int, body: @escaping @Sendable (() -> Int?) -> Void) {
      self.count = count
      self.body = body
      pthread_mutex_init(lock, nil)
    }

    deinit {
      pthread_mutex_destroy(lock)
      lock.deallocate()
    }

    func run() { body(take) }

    private func take() -> Int? {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }
}
