import Testing

/// Mounts that only one command sees. Not every container lets its programs make some: a test that needs them is then skipped,
/// and the run says so.
enum Mounts {
  /// The beginning of a command line: the rest is a script of the shell, and its arguments from $0 on.
  static let asRoot = ["/usr/bin/unshare", "-m", "/bin/sh", "-c"]
  static let asUser = ["/usr/bin/unshare", "--user", "--map-root-user", "--mount", "/bin/sh", "-c"]

  static let areForRoot = work(asRoot)
  static let areForUser = work(asUser)
  static let reason: Comment = "this machine lets no program mount something for itself"

  private static func work(_ shell: [String]) -> Bool {
    let probe = Command(
      shell + ["mount -t tmpfs none /proc"], in: "/", environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    return (try? probe.run().ending) == .exit(0)
  }
}
