import ArgumentParser
import Bytes
import Findings
import Host
import Testing

@testable import Commands
@testable import GoPackages

/// Text from outside on its way into HTML, JSON, diffs, shells, go.mod and the argument parser. Signs with a meaning there
/// have a combining mark behind them too: to Swift the two are one character.
@Suite struct OutsideTextTests {
  private static let before = "\u{600}"
  private static let mark = "\u{301}"

  @Test func html() {
    let text = "\(Self.before)<script>&\"'\(Self.mark)<\(Self.mark)\u{1b}"
    let escaped = "\(Self.before)&lt;script&gt;&amp;&quot;&#39;\(Self.mark)&lt;\(Self.mark)\\x1b"
    #expect(Array(Page.escaped(text).utf8) == Array(escaped.utf8))
  }

  @Test("no JSON holds a control character, and none for a page holds a <")
  func json() {
    let text = "\(Self.before)</script><!--\u{2028}\"\(Self.mark)\\\u{1b}\u{9b}\u{202e}\u{e0001}\n"
    let escaped =
      #"\#(Self.before)\u003c/script>\u003c!--\u2028\"\#(Self.mark)\\\u001b\u009b\u202e\udb40\udc01\n"#
    let compact = JSON.object([(text, .string(text))]).compact
    #expect(Array(compact.utf8) == Array(#"{"\#(escaped)":"\#(escaped)"}"#.utf8))
    let pretty = JSON.string(text).text
    #expect(!pretty.unicodeScalars.contains(where: Printable.isControl))
  }

  private static let words: [(word: ByteString, quoted: String)] = [
    (ByteString("plain"), "plain"), (ByteString("a b"), "'a b'"), ([], "''"),
    (ByteString("it's"), #"'it'\''s'"#), (ByteString("'\(mark)x"), #"''\''\#(mark)x'"#),
    (ByteString("a\u{1b}[31m'\\1"), #"$'a\033[31m\'\\1'"#), (ByteString("a\nb"), #"$'a\nb'"#),
    (ByteString("\u{202e}"), #"$'\342\200\256'"#), ([0xff, 0x31], #"$'\3771'"#),
  ]

  @Test(arguments: words.indices) func shell(index: Int) {
    let (word, quoted) = Self.words[index]
    #expect(Array(Message.quoted([word, word]).utf8) == Array("\(quoted) \(quoted)".utf8))
  }

  @Test("names in a diff that would end the line, or be taken for others, are quoted as C does")
  func diff() {
    func name(_ name: String) -> String {
      UnifiedDiff.between([], ByteString("x\n"), oldName: ByteString("/dev/null"), newName: ByteString(name))
        .split(separator: ASCII.newline)[1].text
    }
    #expect(name("b/x\n+++ b/evil") == #"+++ "b/x\012+++ b/evil""#)
    #expect(name(#"b/a "q" \"#) == #"+++ "b/a \"q\" \\""#)
    #expect(name("b/a b") == "+++ b/a b\t")
    #expect(name("b/é") == "+++ b/é")
  }

  @Test("a diff is exact but on a terminal")
  func diffOnATerminal() {
    let change = PackageChanges.Change(path: ByteString("x.go"), old: nil, new: ByteString("a\u{1b}[2J\r\n\tb\n"))
    func text(isTerminal: Bool) -> String {
      DiffText.of(change, on: Terminal(isTerminal: isTerminal) { _ in nil }).text
    }
    #expect(text(isTerminal: false).hasSuffix("@@ -0,0 +1,2 @@\n+a\u{1b}[2J\r\n+\tb\n"))
    #expect(text(isTerminal: true).hasSuffix("@@ -0,0 +1,2 @@\n+a\\x1b[2J\r\n+\tb\n"))
  }

  @Test func goMod() {
    let module = ModuleCopy(
      path: ByteString("example.com/m"), version: nil, folder: ByteString("/a b\n\"c\\//é"), origin: .named)
    #expect(
      CheckCompile.goMod(requiring: module).text == #"""
        module check

        go 1.17

        require example.com/m v0.0.0

        replace example.com/m => "/a b\x0a\"c\\//\xc3\xa9"

        """#)
  }

  @Test("a module is required at a version that its path allows")
  func goModVersions() {
    for (path, version) in [
      ("example.com/m", "v0.0.0"), ("example.com/m/v2", "v2.0.0"), ("gopkg.in/yaml.v3", "v3.0.0"),
      ("example.com/m.v3", "v0.0.0"), ("example.com/v", "v0.0.0"), ("example.com/vm2", "v0.0.0"),
    ] {
      let module = ModuleCopy(path: ByteString(path), version: nil, folder: ByteString("/m"), origin: .named)
      #expect(CheckCompile.goMod(requiring: module).text.contains("\nrequire \(path) \(version)\n"), "\(path)")
    }
  }

  @Test func arguments() throws {
    let bytes: ByteString = ByteString("--html=") + [0xcc, 0x81, 0xff] + ByteString("a\u{10ffff}")
    let text = RawArgument.encoded(bytes)
    #expect(RawArgument.decoded(text) == bytes)
    #expect(RawArgument.decoded("é \(text)!") == ByteString("é ") + bytes + ByteString("!"))
    let explain = try #require(try Root.parseAsRoot(["explain", text, "go", "build"]) as? Explain)
    #expect(explain.html?.bytes == Array(bytes.dropFirst(7)))
    let none = try #require(
      try Root.parseAsRoot(["explain", RawArgument.encoded(ByteString("--patches=")), "go"]) as? Explain)
    #expect(none.patches.patches == [RawArgument([])])
    let check = try #require(try Root.parseAsRoot(["check", RawArgument.encoded([0x61, 0xff])]) as? Check)
    #expect(check.sets == [RawArgument([0x61, 0xff])])
  }

  @Test("what Unicode holds for equal are two import paths, and two messages")
  func normalForms() {
    #expect(Finding(.compiler, "m \u{e9}").kernel != Finding(.compiler, "m e\u{301}").kernel)
    func row(_ package: String) -> CheckRows.Row {
      CheckRows.Row(set: [], package: ByteString(package), declaration: [], directive: "add")
    }
    #expect(row("\u{e9}") != row("e\u{301}"))
  }
}
