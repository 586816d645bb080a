import Foundation
import Testing
import Toolchains

extension EndToEndCommands {
  /// Help, and completion in a shell.
  @Suite struct HelpTests {
    let workspace: Workspace

    init() throws { workspace = try Workspace() }

    /// The commands that `routinex help` lists.
    private func commands() throws -> [String] {
      let text = try workspace.routinex("help").succeeded().outputText
      let section = try #require(text.range(of: "SUBCOMMANDS:\n"))
      return text[section.upperBound...].split(separator: "\n\n")[0].split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^  ([a-z]+)\b/).map { String($0.1) }
      }
    }

    @Test("every command has help, on standard output")
    func help() throws {
      let commands = try commands()
      #expect(commands.contains("diff") && commands.contains("list") && commands.contains("new"))
      for command in commands {
        for arguments in [[command, "--help"], ["help", command]] where command != "help" {
          let run = try Command([Setup.routinex] + arguments, in: workspace.root, environment: [:]).run().succeeded()
          #expect(run.outputText.contains("USAGE: "), "\(run)")
          #expect(run.errorText == "")
        }
        #expect(try workspace.routinex("--help").succeeded().outputText.contains("\n  \(command) "), "\(command)")
      }
    }

    /// What bash completes at the end of a command line.
    private func completions(_ words: String...) throws -> [String] {
      let script = """
        source "$0" || exit
        [ "$(complete -p routinex)" = 'complete -o filenames -F _routinex routinex' ] || exit
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
        _routinex routinex "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" || exit
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      return try Command(
        ["/bin/bash", "--norc", "-c", script, workspace.path("completions")] + words, in: workspace.root,
        environment: ["PATH": "/usr/bin:/bin"]
      ).run().succeeded().outputText.split(separator: "\n").map(String.init)
    }

    @Test("bash completes commands, flags and values")
    func bash() throws {
      let script = try workspace.routinex("completions", "bash").succeeded().output
      try script.write(to: URL(fileURLWithPath: workspace.path("completions")))
      #expect(try completions("routinex", "dif") == ["diff"])
      #expect(try completions("routinex", "diff", "--ou") == ["--output"])
      #expect(try completions("routinex", "new", "x", "--directive", "wr") == ["wrap"])
      #expect(try completions("routinex", "completions", "").sorted() == ["bash", "fish", "zsh"])
    }

    @Test("a shell that there is no script for")
    func unknownShell() throws {
      let run = try workspace.routinex("completions", "tcsh")
      #expect(run.ending == .exit(1))
      #expect(run.errorText.contains("tcsh"))
    }
  }
}
