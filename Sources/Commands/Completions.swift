internal import ArgumentParser
internal import Bytes
internal import Findings
internal import Host

/// `routinex completions`.
struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a script that lets a shell complete these commands and their flags.",
    discussion: """
      Put the output where the shell looks for such scripts; `make install` does that. For this session only:

        source <(routinex completions bash)
        source <(routinex completions zsh)     after compinit
        routinex completions fish | source
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish

    fileprivate var generator: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "The shell.")
  var shell: Shell

  func run() throws {
    let script = Root.completionScript(for: shell.generator)
    guard Message.output(ByteString(script + "\n")) else {
      throw Findings(.fileSystem, "cannot write to standard output")
    }
  }
}
