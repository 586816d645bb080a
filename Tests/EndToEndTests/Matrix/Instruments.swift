import Foundation
import Testing

/// What go test does, and the builds that watch themselves.
enum Instruments {
  static let group = MatrixGroup(
    name: "Tests, coverage, sanitizers", rows: tests + Coverage.rows + Sanitizers.rows)

  private static let tests = [
    MatrixRow("go test ./...", sample: .newest) { build in
      let run = try build.go("test", "-v", build.toolexec, "./...").succeeded()
      for test in ["TestGreeting", "TestTitle", "FuzzGreeting/seed#0", "ExampleGreeting"] {
        try #require(run.outputText.contains("--- PASS: \(test) "), "\(run)")
      }
      // From TestMain, in the external test package.
      try #require(run.outputText.hasPrefix("greeting patched\n") || run.outputText.contains("\ngreeting patched\n"))
      let plain = try build.go("test", "-v", "./...")
      try #require(plain.failed && plain.outputText.contains("--- FAIL: TestGreeting"), "\(plain)")
      return .works()
    },
    MatrixRow("go test, the second result from the cache") { build in
      try build.go("test", build.toolexec, "./greet").succeeded()
      let second = try build.go("test", build.toolexec, "./greet").succeeded()
      try #require(second.outputText.contains("(cached)"), "\(second)")
      let plain = try build.go("test", "./greet")
      try #require(plain.failed && !plain.outputText.contains("(cached)"), "\(plain)")
      return .works()
    },
    MatrixRow("go test of a package that depends on the tested one") { build in
      // The test of greet imports it, so it is compiled anew against greet's test variant.
      try build.workspace.write(
        "package around\n\nimport \"example.com/app/greet\"\n\nfunc Text() string { return \"around \" + greet.Greeting() }\n",
        to: "app/around/around.go")
      try build.workspace.write(
        """
        package greet_test

        import (
        	"testing"

        	"example.com/app/around"
        )

        func TestAround(t *testing.T) {
        	if got := around.Text(); got != "around patched" {
        		t.Error(got)
        	}
        }

        """, to: "app/greet/around_test.go")
      let run = try build.go("test", "-v", build.toolexec, "./greet").succeeded()
      try #require(run.outputText.contains("--- PASS: TestAround "), "\(run)")
      return .works()
    },
    MatrixRow("go test -c, go test -o") { build in
      let test = build.workspace.path("greet.test")
      try build.go("test", "-c", build.toolexec, "-o", test, "./greet").succeeded()
      try #require(try build.workspace.run("greet.test").succeeded().outputText == "greeting patched\nPASS\n")
      return .works()
    },
    MatrixRow("go test -run, -count, -shuffle, -short, -failfast, -list") { build in
      let flags = ["-v", "-run=Greeting", "-count=2", "-shuffle=7", "-short", "-failfast", "-cpu=1,2"]
      let run = try build.go(["test", build.toolexec] + flags + ["./greet"]).succeeded()
      try #require(run.outputText.components(separatedBy: "--- PASS: TestGreeting").count == 1 + 4, "\(run)")
      try #require(run.outputText.contains("-test.shuffle 7\n") && !run.outputText.contains("TestTitle"), "\(run)")
      func list(_ flags: [String]) throws -> [Substring] {
        try build.go(["test"] + flags + ["-list=.", "./greet"]).succeeded().outputText.split(separator: "\n")
          .filter { !$0.hasPrefix("ok ") && !$0.hasPrefix("greeting ") }
      }
      try #require(try list([build.toolexec]) == list([]))
      return .works()
    },
    MatrixRow("go test -json") { build in
      let run = try build.go("test", "-json", build.toolexec, "./...").succeeded()
      let lines = run.outputText.split(separator: "\n")
      for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      let passes = lines.filter { $0.contains("\"Action\":\"pass\"") && $0.contains("\"Test\":\"TestGreeting\"") }
      try #require(passes.count == 1, "\(run)")
      return .works()
    },
    MatrixRow("go test -bench, with profiles in -outputdir") { build in
      try build.workspace.makeFolder("profiles")
      let folder = build.workspace.path("profiles")
      let profiles = ["cpu", "mem", "block", "mutex"].map { "-\($0)profile=\($0)" } + ["-trace=trace"]
      let flags = ["-run=^$", "-bench=.", "-benchtime=100x", "-benchmem", "-outputdir=" + folder]
      let test = ["-o", build.workspace.path("greet.test")]
      let run = try build.go(["test", build.toolexec] + flags + profiles + test + ["./greet"]).succeeded()
      try #require(run.outputText.contains("BenchmarkGreeting") && run.outputText.contains(" allocs/op"), "\(run)")
      try #require(build.workspace.files(below: "profiles") == ["block", "cpu", "mem", "mutex", "trace"])
      return .works()
    },
    MatrixRow("go test -fuzz") { build in
      let flags = ["-run=^$", "-fuzz=FuzzGreeting", "-fuzztime=2s", "-parallel=2"]
      let run = try build.go(["test", build.toolexec] + flags + ["./greet"]).succeeded()
      try #require(run.outputText.contains("fuzz: elapsed: ") && run.outputText.contains("PASS\n"), "\(run)")
      // There is one seed. What else it calls interesting, now or in an earlier run, it knows by the counters in the code.
      try #require(run.outputText.contains(/total: ([2-9]|\d\d)/), "\(run)")
      return .works()
    },
    MatrixRow("-exec, of go run and go test") { build in
      try build.workspace.write("#!/bin/sh\necho \"started by exec\"\nexec \"$@\"\n", to: "starter")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: build.workspace.path("starter"))
      let flag = "-exec=" + build.workspace.path("starter")
      let run = try build.go("run", build.toolexec, flag, ".").succeeded()
      try #require(run.outputText == "started by exec\n" + MatrixBuild.patched, "\(run)")
      let test = try build.go("test", "-v", build.toolexec, flag, "./greet").succeeded()
      try #require(test.outputText.contains("started by exec\n"), "\(test)")
      return .works()
    },
    MatrixRow("go test -vet=all") { build in
      try build.workspace.write(
        "package greet\n\nimport \"fmt\"\n\nfunc odd() { fmt.Println(fmt.Sprintf(\"%d\", Greeting())) }\n",
        to: "app/greet/odd.go")
      let run = try build.go("test", "-vet=all", build.toolexec, "./greet")
      try #require(run.failed && run.errorText.contains("wrong type"), "\(run)")
      try build.remove("app/greet/odd.go")
      try build.go("test", "-vet=all", build.toolexec, "./greet").succeeded()
      return .works()
    },
  ]
}
