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
    let box = Box(work)
    for size in sizes {
      let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
      pthread_attr_init(attributes)
      pthread_attr_setstacksize(attributes, size)
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread: pthread_t = 0
      #endif
      let isStarted = pthread_create(&thread, attributes, start, Unmanaged.passUnretained(box).toOpaque()) == 0
      pthread_attr_destroy(attributes)
      attributes.deallocate()
      guard isStarted else { continue }
      // The work ends the process.
      while true { pause() }
    }
    work()
  }

  private final class Box {
    let work: () -> Never

    init(_ work: @escaping () -> Never) { self.work = work }
  }

  #if canImport(Darwin)
    private static let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { box in
      Unmanaged<Box>.fromOpaque(box).takeUnretainedValue().work()
    }
  #else
    private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { box in
      guard let box else { return nil }
      Unmanaged<Box>.fromOpaque(box).takeUnretainedValue().work()
    }
  #endif
}
