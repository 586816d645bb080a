import Foundation
import Testing
import Toolchains

extension EndToEnd {
  /// What the operating system refuses: the call ends in a message that gives the system's reason, or it is what it would have
  /// been. The system calls one by one are the affair of scripts/faults, of which a short run stands here.
  @Suite struct FaultTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    #if os(Linux)
      @Test("system calls that fail, one in each call: some of make faults", arguments: Setup.newest)
      func systemCalls(toolchain: Toolchain) throws {
        var environment = toolchain.environment(in: workspace)
        environment["FAULTS_GOROOT"] = toolchain.root
        environment["FAULTS_CACHE"] = environment["GOCACHE"]
        let script = [Setup.project + "/scripts/faults", Setup.routinex, "--short"]
        let run = try Command(script, in: workspace.root, environment: environment).run().succeeded()
        for call in ["-V=full", "compile", "cover", "vet", "builds"] {
          #expect(run.outputText.contains("\n\(call) "), "\(run)")
        }
        let count = run.outputText.firstMatch(of: /\n0 of (\d+) faults/).flatMap { Int($0.1) } ?? 0
        #expect(count >= 150, "\(run)")
      }

      @Test("without /proc", .enabled(if: Mounts.areForUser, Mounts.reason), arguments: Setup.newest)
      func noProc(toolchain: Toolchain) throws {
        let package = try SmallPackage(toolchain, in: workspace)
        for isAnswer in [true, false] {
          var command = package.command(isAnswer ? ["-V=full"] : package.flags + package.files)
          let answer = try command.run().succeeded().output
          let shell = Mounts.asUser + [#"mount -t tmpfs t /proc && exec "$@""#, "sh"]
          command.arguments = shell.map { Array($0.utf8) } + command.arguments
          #expect(try command.run().succeeded().output == answer)
          #expect(try isAnswer || package.isPatched())
        }
      }
    #endif

    @Test("few files that may be open", arguments: Setup.newest)
    func fewDescriptors(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      var answers: Set<Data> = []
      var compilations = 0
      for limit in 3...16 {
        for arguments in [["-V=full"], package.flags + package.files] {
          try? FileManager.default.removeItem(atPath: package.object)
          var command = package.command(arguments)
          command.prologue = "ulimit -n \(limit)"
          let run = try command.run()
          if run.ending == .exit(0) {
            if arguments == ["-V=full"] {
              answers.insert(run.output)
            } else {
              #expect(try package.isPatched(), "\(run)")
              compilations += 1
            }
          } else {
            // The compiler meets with the limit too, and has its own words for it.
            #expect(run.failed && !run.errorText.contains("Swift"), "\(run)")
            if run.errorText.contains("routinex: ") { #expect(run.errorText.contains("Too many open files"), "\(run)") }
          }
        }
      }
      #expect(answers.count == 1 && compilations > 0)
    }

    @Test("standard input, output and error that are closed", arguments: Setup.newest)
    func closedDescriptors(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      for closed in ["<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"] {
        for flags in [[], ["-v"]] {
          try? FileManager.default.removeItem(atPath: workspace.path("work/b001"))
          try workspace.makeFolder("work/b001")
          var command = package.command(package.flags + package.files)
          command.arguments.insert(contentsOf: flags.map { Array($0.utf8) }, at: 1)
          command.prologue = "exec \(closed)"
          // A message in a file that took the descriptor's place would be one for the compiler too.
          #expect(try command.run().succeeded().errors.isEmpty || !closed.contains("2"))
          #expect(try package.isPatched())
        }
        var command = package.command(["-V=full"])
        command.prologue = "exec \(closed)"
        let run = try command.run()
        if closed.contains(" >") || closed.hasPrefix(">") {
          #expect(run.failed && (closed.contains("2") || run.errorText.hasPrefix("routinex: ")), "\(run)")
        } else {
          #expect(run.ending == .exit(0) && run.outputText.contains(" +routinex "), "\(run)")
        }
      }
    }

    @Test("an answer that cannot be written", arguments: Setup.newest)
    func unwritableAnswer(toolchain: Toolchain) throws {
      let package = try SmallPackage(toolchain, in: workspace)
      let cases = [
        ("exec >/dev/full", "No space left on device"),
        // A pipe that nobody reads.
        ("trap '' PIPE && mkfifo pipe && exec 3<>pipe 4>pipe 3<&- 1>&4 4>&-", "Broken pipe"),
      ]
      for (prologue, reason) in cases {
        for arguments in [[Setup.routinex, "--help"], []] {
          try? FileManager.default.removeItem(atPath: workspace.path("pipe"))
          var command = package.command(["-V=full"])
          if !arguments.isEmpty { command.arguments = arguments.map { Array($0.utf8) } }
          command.prologue = prologue
          let run = try command.run()
          #expect(run.ending == .exit(1), "\(run)")
          #expect(run.errorText.hasPrefix("routinex: ") && run.errorText.contains(reason), "\(run)")
        }
      }
    }
  }
}
