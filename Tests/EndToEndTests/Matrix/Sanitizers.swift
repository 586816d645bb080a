import Foundation
import Testing

/// The race detector and C compilers' sanitizers. Each has to be content with the app, and to find an error in a package
/// that is patched.
enum Sanitizers {
  static let rows = [
    MatrixRow("-race") { build in
      let race = """
        package greet

        func init() {
        	shared, done := 0, make(chan bool)
        	go func() {
        		shared++
        		done <- true
        	}()
        	shared++
        	<-done
        }
        """
      try check("-race", finds: "WARNING: DATA RACE", in: race, build)
      return .works()
    },
    MatrixRow("go test -race with coverage") { build in
      let flags = ["-race", "-covermode=atomic", "-coverprofile=" + build.workspace.path("profile")]
      let run = try build.go(["test", "-v", build.toolexec] + flags + ["./greet"]).succeeded()
      try #require(run.outputText.contains("--- PASS: TestGreeting"), "\(run)")
      try #require(build.workspace.exists("profile"))
      return .works()
    },
    MatrixRow("-asan") { build in
      let freed = """
        package greet

        // #include <stdlib.h>
        // int value(int *p) { return *p; }
        import "C"
        import "unsafe"

        func init() {
        	p := C.malloc(4)
        	C.free(p)
        	println(C.value((*C.int)(unsafe.Pointer(p))))
        }
        """
      var build = build
      guard let compiler = try compiler(with: "address", of: ["gcc", "clang"], build) else {
        return .absent("needs a C compiler with -fsanitize=address: Debian's package gcc")
      }
      build.environment["CC"] = compiler
      try check("-asan", finds: "AddressSanitizer: heap-use-after-free", in: freed, build)
      return .works("C compiler: \((compiler as NSString).lastPathComponent)")
    },
    MatrixRow("-msan") { build in
      let unset = """
        package greet

        // #include <stdio.h>
        // #include <stdlib.h>
        // void show(int *p) { if (*p) puts("set"); }
        import "C"
        import "unsafe"

        func init() { C.show((*C.int)(unsafe.Pointer(C.malloc(4)))) }
        """
      var build = build
      guard let compiler = try compiler(with: "memory", of: ["clang"], build) else {
        return .absent("needs a C compiler with -fsanitize=memory: Debian's package clang")
      }
      build.environment["CC"] = compiler
      try check("-msan", finds: "MemorySanitizer: use-of-uninitialized-value", in: unset, build)
      return .works("C compiler: \((compiler as NSString).lastPathComponent)")
    },
  ]

  private static func check(_ flag: String, finds error: String, in source: String, _ build: MatrixBuild) throws {
    try build.requirePatched(try build.go("run", build.toolexec, flag, "."))
    try build.workspace.write(source + "\n", to: "app/greet/error.go")
    let run = try build.go("run", build.toolexec, flag, ".")
    try #require(run.failed && run.errorText.contains(error), "\(run)")
  }

  /// The first of these compilers on the PATH of the tests that builds a working program with a sanitizer.
  static func compiler(with sanitizer: String, of names: [String], _ build: MatrixBuild) throws -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    try build.workspace.write("int main(void) { return 0; }\n", to: "probe.c")
    for path in names.flatMap({ name in folders.map { "\($0)/\(name)" } }) where build.workspace.exists(path) {
      let arguments = ["-fsanitize=" + sanitizer, "-o", build.workspace.path("probe"), "probe.c"]
      let command = Command([path] + arguments, in: build.workspace.root, environment: ["PATH": "/usr/bin:/bin"])
      if try command.run().ending == .exit(0), try build.workspace.run("probe").ending == .exit(0) { return path }
    }
    return nil
  }
}
