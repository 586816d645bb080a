import ArgumentParser
import Foundation
import Testing

@testable import Commands
@testable import Entry

/// docs/routinex.1 has every command and every flag.
@Suite struct ManualPageTests {
  private let page: String

  init() throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    page = try String(contentsOf: project.appendingPathComponent("docs/routinex.1"), encoding: .utf8)
  }

  private struct Tool: Decodable {
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }
      let kind: String
      let names: [Name]?
    }
    let command: Command
  }

  /// The text below `.Ss routinex NAME`.
  private func section(of name: String) -> Substring? {
    guard let start = page.range(of: ".Ss routinex \(name)\n") else { return nil }
    let rest = page[start.upperBound...]
    return rest[..<(rest.firstMatch(of: #/\n\.S[sh] /#)?.range.lowerBound ?? rest.endIndex)]
  }

  /// The long flags that a text has, in mdoc(7)'s spelling: `Fl -output`.
  private func flags(_ text: Substring) -> Set<String> {
    Set(text.matches(of: /\b(?:Fl|,) -([a-z][a-z-]*)/).map { String($0.1) })
  }

  @Test("each command has a section, with its flags and no others")
  func commands() throws {
    let tool = try JSONDecoder().decode(Tool.self, from: Data(Root._dumpHelp().utf8))
    let commands = try #require(tool.command.subcommands)
    #expect(commands.count == Root.configuration.subcommands.count + 1)
    for command in commands {
      let text = try #require(section(of: command.commandName), "\(command.commandName)")
      let names = (command.arguments ?? []).filter { $0.kind != "positional" }.flatMap { $0.names ?? [] }
        .filter { $0.kind == "long" }.map(\.name)
      // What follows a command that it passes on is described as its own flags are.
      let passesOn = ["explain", "go"].contains(command.commandName)
      let expected = Set(names).subtracting(["help", "version"])
      #expect(passesOn ? expected.isSubset(of: flags(text)) : flags(text) == expected, "\(command.commandName)")
    }
  }

  @Test("the flags in front of a tool")
  func toolexecFlags() {
    for flag in ToolexecEntry.help.matches(of: /--([a-z]+)/) {
      #expect(page.contains("Fl -\(flag.1)\n") || page.contains("Fl -\(flag.1) "), "\(flag.1)")
    }
  }

  @Test("the sections that a page of section 1 has")
  func sections() {
    for name in ["NAME", "SYNOPSIS", "DESCRIPTION", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES"] {
      #expect(page.contains("\n.Sh \(name)\n"), "\(name)")
    }
  }
}
