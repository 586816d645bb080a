import Foundation
import Testing

extension Workspace {
  /// The page's elements after its script has run, which must have said nothing.
  func browse(_ page: String, width: Int = 1400) throws -> String {
    let browser = try #require(
      ProcessInfo.processInfo.environment["ROUTINEX_BROWSER"], "`make test` names a browser in ROUTINEX_BROWSER")
    let flags = [
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--timeout=60000",
      "--user-data-dir=" + path("browser"), "--window-size=\(width),1000", "--dump-dom",
    ]
    let run = try Command(
      [browser] + flags + ["file://" + path(page)], in: root,
      environment: ["PATH": "/usr/bin:/bin", "HOME": root, "TMPDIR": path("tmp")]
    ).run().succeeded()
    #expect(run.errorLines.filter { $0.contains(":CONSOLE:") } == [])
    return run.outputText
  }
}
