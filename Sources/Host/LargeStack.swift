#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Runs work that follows the nesting of a Go file, however deep that is: trees are walked by recursion, and a file of
/// hostile nesting shall end in the compiler's message and not in a crash of this program.
package enum LargeStack {
  /// Address space, not memory: pages are there when they are touched.
  private static let sizes = [4 << 30, 512 << 20, 64 << 20]

  package static func run(_ work: @escaping () -> Never) -> Never {
    if thread({ work() }) != nil {
      // The work ends the process.
      while true { pause() }
    }
    work()
  }

  /// Starts work on a thread of its own; nil if there can be none.
  static func thread(_ work: @escaping () -> Void) -> pthread_t? {
    let box = Unmanaged.passRetained(Box(work))
    for size in sizes {
      let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
      pthread_attr_init(attributes)
      pthread_attr_setstacksize(attributes, size)
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread: pthread_t = 0
      #endif
      let isStarted = pthread_create(&thread, attributes, start, box.toOpaque()) == 0
      pthread_attr_destroy(attributes)
      attributes.deallocate()
      if isStarted { return thread }
    }
    box.release()
    return nil
  }

  /// Waits for the end of a thread.
  static func join(_ thread: pthread_t) { pthread_join(thread, nil) }

  private final class Box {
    let work: () -> Void

    init(_ work: @escaping () -> Void) { self.work = work }
  }

  #if canImport(Darwin)
    private static let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { box in
      Unmanaged<Box>.fromOpaque(box).takeRetainedValue().work()
      return nil
    }
  #else
    private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { box in
      guard let box else { return nil }
      Unmanaged<Box>.fromOpaque(box).takeRetainedValue().work()
      return nil
    }
  #endif
}
