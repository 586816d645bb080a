import Foundation
import Testing
import Toolchains

extension MatrixBuild {
  /// Builds where the temporary folder has no room, cannot be written to, or is missing: the message is the system's words
  /// from go, from a tool or from routinex, and nothing crashes.
  func needsRoom() throws -> Cell {
    let folder = workspace.path("room")
    try workspace.makeFolder("room")
    // A mount that only the build sees.
    let alone = ["/usr/bin/unshare", "--user", "--map-root-user", "--mount", "/bin/sh", "-c"]
    func mount(_ options: String) -> String { "mount -t tmpfs -o \(options) t '\(folder)'" }
    let probe = Command(alone + [mount("size=64k")], in: workspace.root, environment: ["PATH": "/usr/bin:/bin"])
    if try probe.run().failed { return .absent("programs on this machine cannot mount a small file system") }

    /// Builds everything, one tool after the other, and expects that it fails, with words of the system and without a crash.
    func fail(after prologue: String, temporary: String, says text: String) throws -> Run {
      var environment = toolchain.environment(in: workspace, cache: workspace.path("cache"))
      environment["TMPDIR"] = temporary
      let go = [toolchain.root + "/bin/go", "build", "-v", "-a", "-p", "1", toolexec, "-o", workspace.path("out"), "."]
      let run = try Command(
        alone + [prologue + #" && exec "$@""#, "sh"] + go, in: workspace.path("app"), environment: environment
      ).run()
      try #require(run.failed && run.errorText.lowercased().contains(text), "\(run)")
      let crashes = ["Fatal error", "signal:", "panic:", "goroutine "]
      try #require(!crashes.contains(where: run.errorText.contains), "\(run)")
      try #require(!workspace.exists("out"))
      return run
    }
    _ = try fail(after: ":", temporary: workspace.path("missing"), says: "no such file or directory")
    _ = try fail(after: mount("ro"), temporary: folder, says: "read-only file system")

    // Package runtime's files are written by routinex, so there is a size, in KiB, at which it is the one to find no room.
    var tooSmall = 0
    var tooLarge = 8192
    while true {
      try #require(
        tooLarge - tooSmall > 4, "at no size of TMPDIR is routinex the one that finds no room: \(tooSmall) KiB")
      let size = (tooSmall + tooLarge) / 2
      let run = try fail(after: mount("size=\(size)k"), temporary: folder, says: "no space left on device")
      if run.errorText.contains("routinex: cannot write ") {
        // What failed is not taken from the cache.
        try buildsApp()
        return .works("routinex: cannot write FILE: No space left on device")
      }
      // go's own files for the package and asm's are written before routinex's; go says of its own `runtime: open ...`, of
      // a tool's below a line `# runtime`.
      let header = run.errorLines.firstIndex(of: "# runtime")
      let message = header.map { run.errorLines.dropFirst($0 + 1).first ?? "" }
      if let message, !message.contains("symabis"), !message.contains("asm:") {
        tooLarge = size
      } else {
        tooSmall = size
      }
    }
  }
}
