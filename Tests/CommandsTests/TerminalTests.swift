import Bytes
import Testing

@testable import Commands

@Suite struct TerminalTests {
  private func terminal(_ environment: [String: String], isTerminal: Bool = true) -> Terminal {
    Terminal(isTerminal: isTerminal) { environment["\($0)"].map { ByteString($0) } }
  }

  @Test func colour() {
    #expect(terminal(["TERM": "xterm"]).hasColour)
    #expect(terminal(["TERM": "xterm", "NO_COLOR": "", "CI": "false"]).hasColour)
    #expect(!terminal(["TERM": "xterm"], isTerminal: false).hasColour)
    #expect(!terminal(["TERM": "xterm", "NO_COLOR": "1"]).hasColour)
    #expect(!terminal(["TERM": "xterm", "CI": "true"]).hasColour)
    #expect(!terminal(["TERM": "dumb"]).hasColour)
    #expect(!terminal([:]).hasColour)
  }

  @Test func noColourStillAllowsLinesThatChange() {
    #expect(terminal(["TERM": "xterm", "NO_COLOR": "1"]).isInteractive)
    #expect(!terminal(["TERM": "xterm", "CI": "1"]).isInteractive)
  }

  @Test func styles() {
    #expect(terminal(["TERM": "xterm"]).styled("text", .red) == "\u{1b}[31mtext\u{1b}[0m")
    #expect(terminal(["TERM": "xterm"]).styled("", .red) == "")
    #expect(terminal([:]).styled("text", .red) == "text")
    #expect(terminal(["TERM": "xterm"]).styled(ByteString("text"), .bold) == ByteString("\u{1b}[1mtext\u{1b}[0m"))
  }
}

@Suite struct ProgressTests {
  /// What is written while time goes by: each step is the time, in milliseconds, at which a text is shown.
  private func written(_ steps: [(Int, String)], in environment: [String: String] = ["TERM": "xterm"]) -> [String] {
    var time = 0
    var result: [String] = []
    let terminal = Terminal(isTerminal: true, width: 20) { environment["\($0)"].map { ByteString($0) } }
    let progress = Progress(on: terminal, now: { time }, write: { result.append($0.text) })
    for (milliseconds, text) in steps {
      time = milliseconds
      progress.show(text)
    }
    progress.clear()
    progress.clear()
    return result
  }

  @Test func nothingInTheFirstSecond() {
    #expect(written([(0, "a"), (500, "b"), (999, "c")]) == [])
  }

  @Test func aLineAfterThatAndNoneInTheEnd() {
    #expect(
      written([(1000, "one"), (1050, "two"), (1100, "three")])
        == ["\r\u{1b}[Kone", "\r\u{1b}[Kthree", "\r\u{1b}[K"])
  }

  @Test func onATerminalAlone() {
    #expect(written([(2000, "a")], in: ["TERM": "xterm", "CI": "true"]) == [])
    #expect(written([(2000, "a")], in: [:]) == [])
  }

  @Test func aLineFitsAndHoldsNoControlCharacter() {
    #expect(written([(2000, "a\u{1b}[2J\n567890123456789012345")]).first == "\r\u{1b}[Ka\\x1b[2J\\n567890123")
    #expect(written([(2000, "日本語日本語日本語日本語")]).first == "\r\u{1b}[K日本語日本語日本語")
  }
}
