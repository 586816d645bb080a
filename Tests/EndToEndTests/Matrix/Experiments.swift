import Foundation
import Testing
import Toolchains

/// GOEXPERIMENT: settings that change package runtime, `g` or what the compiler makes of them.
enum Experiments {
  /// Each in the other state than a release has. A name has `no` in front where the state is on.
  static let rows = [
    row("staticlockranking"), row("fieldtrack"), row("boringcrypto"), row("cgocheck2"), row("pagetrace"),
    row("noallocheaders"), row("noexectracer2"), row("rangefunc"), row("synctest"), row("noswissmap"),
    row("nospinbitmutex"), row("greenteagc"), row("nogreenteagc"), row("goroutineleakprofile"), row("runtimesecret"),
    row("runtimefreegc"), row("sizespecializedmalloc"), row("nosizespecializedmalloc"), row("mapsplitgroup"),
  ]

  private static func row(_ setting: String) -> MatrixRow {
    MatrixRow("GOEXPERIMENT=" + setting) { build in
      let isOff = setting.hasPrefix("no")
      let name = isOff ? String(setting.dropFirst(2)) : setting
      // internal/goexperiment has a file for each experiment of this Go.
      let file = "\(build.toolchain.root)/src/internal/goexperiment/exp_\(name)_on.go"
      guard FileManager.default.fileExists(atPath: file) else {
        return .absent("this Go has no experiment \(name)")
      }
      var build = build
      build.environment["GOEXPERIMENT"] = setting
      // What is the release's own state leaves no mark in the version.
      let version = try build.go("tool", "compile", "-V").succeeded().outputText
      guard version.contains(setting) else {
        return .absent("\(name) is \(isOff ? "off" : "on") in this Go's releases")
      }
      try build.buildsApp()
      // The program's own version tells the experiments that it was built with.
      try #require(try build.workspace.read("out").contains("X:" + setting))
      return .works()
    }
  }
}
