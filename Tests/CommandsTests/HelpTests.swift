import ArgumentParser
import Bytes
import Testing

@testable import Commands
@testable import Entry

@Suite struct HelpTests {
  private var commands: [String] {
    Root.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  @Test("every command is known as one, and nothing else is")
  func names() {
    for name in commands { #expect(Routinex.isCommand(name), "\(name)") }
    for name in ["", "lis", "lists", "-h", "compile"] { #expect(!Routinex.isCommand(name), "\(name)") }
  }

  @Test("routinex --help has every command, and no other")
  func staticText() throws {
    let section = try #require(ToolexecEntry.help.split(separator: "\n\n").last { $0.hasPrefix("Commands") })
    let names = section.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(names.sorted() == commands.sorted())
  }

  @Test("every command says what it does, in a sentence")
  func abstracts() {
    for command in Root.configuration.subcommands {
      #expect(command.configuration.abstract.hasSuffix("."), "\(command)")
    }
  }
}
