import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// The patch set `lookout`: what a policy refuses and logs of what the fixture does. That it does nothing without one,
  /// `PatchSetTests` has.
  @Suite struct LookoutTests {
    let workspace: Workspace

    init() throws {
      workspace = try Workspace()
      try workspace.add(fixtures: "lookout")
    }

    private func go(
      _ arguments: String..., environment: [String: String] = [:], with toolchain: Toolchain
    ) throws -> Run {
      let all = toolchain.environment(in: workspace).merging(environment) { $1 }
      return try Command([Setup.routinex, "go"] + arguments, in: workspace.path("lookout"), environment: all).run()
    }

    private func run(_ policy: String) throws -> Run {
      try workspace.write(policy, to: "policy")
      return try workspace.run("program", environment: ["ROUTINEX_LOOKOUT": workspace.path("policy")])
    }

    @Test("calls are refused and logged by the first rule that is for them", arguments: Setup.newestOrAll)
    func policy(toolchain: Toolchain) throws {
      try go("build", "--patches", "lookout", "-o", workspace.path("program"), ".", with: toolchain).succeeded()
      let run = try run(Self.policy).succeeded()
      let hasRoots = toolchain.minor >= 25
      // Neither ports nor the folder are the same twice.
      func known(_ text: String) -> String {
        text.replacing(workspace.path("policy"), with: "policy").replacing(#/ /[^ ]*/lookout[0-9]+/#, with: " ")
          .replacing(#/(127\.0\.0\.1|localhost):[0-9]{2,}/#) { "\($0.1):port" }
      }
      #expect(known(run.outputText) == Self.output + (hasRoots ? Self.roots : ""), "\(run)")
      let logged = try run.errorLines.map { line in
        let form = #/lookout: \d{4}/\d\d/\d\d \d\d:\d\d:\d\d\.\d{6} (.*)/#
        return known(String(try #require(line.wholeMatch(of: form), "\(line)").1))
      }
      #expect(logged.joined(separator: "\n") == Self.log + (hasRoots ? Self.logOfRoots : ""), "\(run)")
    }

    private static let policy = """
      # what it may not
      log   write,read notes.txt
      deny  write      **/folder/a/kept
      deny  *          **/link
      deny  exec       **
      log   dial       localhost:*
      deny  dial       127.0.0.1:*
      deny  listen     **/socket
      deny  dial       socket
      deny  write      other
      allow *          **
      deny  *          **

      """

    private static let output = """
      WriteFile done
      ReadFile done
      OpenFile done
      Mkdir done
      MkdirAll done
      WriteFile refused: true, open folder/a/kept: refused by policy:3
      ReadDir done
      Symlink refused: true, symlink notes.txt link: refused by policy:4
      Readlink refused: true, readlink link: refused by policy:4
      Link done
      Chmod done
      Chtimes done
      Truncate done
      Rename done
      RemoveAll done
      Remove refused: true, remove link: refused by policy:4
      Command  refused: true, fork/exec /bin/echo: refused by policy:5
      Listen done
      Dial done
      DialTCP refused: true, dial tcp 127.0.0.1:port: refused by policy:7
      DialContext refused: true, dial tcp 127.0.0.1:port: refused by policy:7
      DialUDP refused: true, dial udp 127.0.0.1:9: refused by policy:7
      ListenPacket done
      Listen unix refused: true, listen unix: refused by policy:8
      Dial unix refused: true, dial unix socket: refused by policy:9

      """

    private static let roots = """
      OpenRoot done
      Root.WriteFile done
      Root.ReadFile done
      Root.Rename refused: true, renameat below other: refused by policy:10
      Root.Remove refused: true, unlinkat other: refused by policy:10

      """

    private static let log = """
      log write /notes.txt (policy:2)
      log read /notes.txt (policy:2)
      log write /notes.txt (policy:2)
      log read /notes.txt (policy:2)
      deny write /folder/a/kept (policy:3)
      deny write /link (policy:4)
      deny read /link (policy:4)
      log write /notes.txt (policy:2)
      log write /notes.txt (policy:2)
      log write /notes.txt (policy:2)
      log write /notes.txt (policy:2)
      log write /notes.txt (policy:2)
      deny write /link (policy:4)
      deny exec /bin/echo (policy:5)
      log dial localhost:port (policy:6)
      deny dial 127.0.0.1:port (policy:7)
      deny dial 127.0.0.1:port (policy:7)
      deny dial 127.0.0.1:9 (policy:7)
      deny listen /socket (policy:8)
      deny dial /socket (policy:9)
      """

    private static let logOfRoots = "\ndeny write /other (policy:10)\ndeny write /other (policy:10)"

    @Test("a program does not start with a policy that is wrong, or missing", arguments: Setup.newest)
    func problems(toolchain: Toolchain) throws {
      try go("build", "--patches", "lookout", "-o", workspace.path("program"), ".", with: toolchain).succeeded()
      let kinds = "read, write, exec, dial, listen, or * for all"
      for (line, problem) in [
        (
          " dney read x",
          "2: 'dney' is not an action; a rule is 'allow', 'deny' or 'log', a kind and a pattern, such as 'deny write /etc/**'"
        ),
        ("deny", "5: the kind is missing after 'deny'; it is \(kinds)"),
        ("deny read,wirte x", "11: 'wirte' is not a kind; it is \(kinds); separate several with commas"),
        ("deny read, x", "11: '' is not a kind; it is \(kinds); separate several with commas"),
        ("deny read", "10: the pattern is missing; '**' matches everything"),
        (
          "deny read a/b",
          "11: a pattern with a slash begins with / or **/, since it is compared with absolute paths"
        ),
      ] {
        let run = try run("# rules\n\r\n\(line)\n")
        #expect(run.ending == .exit(2) && run.output.isEmpty, "\(run)")
        #expect(run.errorText == "lookout: \(workspace.path("policy")):3:\(problem)\n")
      }
      let missing = try workspace.run("program", environment: ["ROUTINEX_LOOKOUT": "/none"])
      #expect(missing.ending == .exit(2), "\(missing)")
      #expect(
        missing.errorText
          == "lookout: ROUTINEX_LOOKOUT=/none: no such file or directory; name the file of the policy, or unset "
          + "the variable\n")
    }

    @Test("go test knows the content of a policy in the module", arguments: Setup.newest)
    func goTest(toolchain: Toolchain) throws {
      func test(_ policy: String) throws -> Run {
        // It looks at files of the module alone.
        try workspace.write(policy, to: "lookout/policy")
        // What was written within two seconds is not kept.
        try Command(
          ["/bin/sh", "-c", "touch -d '2020-01-01T00:00:\(policy.utf8.count)' policy"], in: workspace.path("lookout"),
          environment: ["PATH": "/usr/bin:/bin"]
        ).run().succeeded()
        return try go(
          "test", "--patches", "lookout", ".", environment: ["ROUTINEX_LOOKOUT": workspace.path("lookout/policy")],
          with: toolchain)
      }
      #expect(try !test("log dial **\n").succeeded().outputText.contains("(cached)"))
      #expect(try test("log dial **\n").succeeded().outputText.contains("(cached)"))
      let refused = try test("deny read go.mod\n")
      #expect(refused.failed && refused.outputText.contains("open go.mod: refused by "), "\(refused)")
    }

    @Test("without a policy a file is opened as fast as ever", arguments: Setup.newest)
    func cost(toolchain: Toolchain) throws {
      let (plain, patched) = (workspace.path("plain.test"), workspace.path("patched.test"))
      try go("test", "--patches", "lookout", "-c", "-o", patched, ".", with: toolchain).succeeded()
      try toolchain.go("test", "-c", "-o", plain, ".", in: "lookout", of: workspace).succeeded()
      let turns = Turns(
        plain: plain, patched: patched, benchmark: "BenchmarkOpen", count: 5000, folder: workspace.path("lookout"))
      #expect(try turns.ratio(enough: 1.1) < 1.2)
    }
  }
}
