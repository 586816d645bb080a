package import Bytes

/// A Go tool's call in a chain `[AGENT AGENT-ARGUMENTS...]... TOOL ARGUMENTS...`.
package struct ToolCall: Equatable {
  package let tool: Tool
  /// The index of the tool's path in the argument list that was searched.
  package let position: Int
  /// Whether the call is cmd/go's question for the tool's ID, `TOOL -V=full` (cmd/go/internal/work/buildid.go,
  /// toolID).
  package let isVersionQuery: Bool
  /// Whether the tool's arguments name a file of further ones: see `ResponseFile`.
  package let hasResponseFile: Bool

  /// The index of the tool's first argument.
  package var argumentsStart: Int { position + 1 }

  /// The tool's call in the chain that begins at `chainStart`, or nil if the chain runs something else, as cmd/go has
  /// it run `gcc -###` and `git version`.
  ///
  /// An agent's arguments can hold a tool's name by chance, so the likeliest argument counts, the first among equals:
  /// a path in a tool directory (`GOROOT/pkg/tool/OS_ARCH/NAME`) with a flag or a response file after it; one with
  /// anything after it; a tool's name in any other directory (GOTOOLDIR can be set, and from Go 1.25 cmd/go builds some
  /// tools into its cache) with a flag or a response file after it; such a name without a directory.
  package static func find(in arguments: ArgumentVector, from chainStart: Int) -> ToolCall? {
    search(arguments, from: chainStart)
  }

  package static func find(in arguments: [ByteString], from chainStart: Int) -> ToolCall? {
    search(arguments, from: chainStart)
  }

  private static func search<Arguments: RandomAccessCollection>(
    _ arguments: Arguments, from chainStart: Int
  ) -> ToolCall?
  where Arguments.Index == Int, Arguments.Element: BidirectionalCollection<UInt8> {
    var best: (tool: Tool, position: Int, likelihood: Likelihood)?
    for position in chainStart..<arguments.endIndex {
      guard let candidate = Candidate(path: arguments[position]) else { continue }
      let next = position + 1 < arguments.endIndex ? arguments[position + 1].first : nil
      let isBeforeFlag = next == ASCII.dash || next == ASCII.at
      guard let likelihood = Likelihood(candidate.place, isBeforeFlag: isBeforeFlag) else { continue }
      if best.map({ $0.likelihood < likelihood }) ?? true { best = (candidate.tool, position, likelihood) }
      if likelihood == .toolDirectoryAndFlag { break }
    }
    guard let best else { return vet(in: arguments, from: chainStart) }
    let rest = arguments[(best.position + 1)...]
    return ToolCall(
      tool: best.tool, position: best.position,
      isVersionQuery: rest.count == 1 && rest.first.map { $0.equals("-V=full") || $0.equals("--V=full") } == true,
      hasResponseFile: rest.contains { $0.first == ASCII.at })
  }

  /// The call of a tool that `go vet -vettool` names, whatever it is called: cmd/go gives it flags that are one argument each and
  /// `$WORK/b042/vet.cfg` (cmd/go/internal/vet/vetflag.go; cmd/go/internal/work/exec.go, vet).
  private static func vet<Arguments: RandomAccessCollection>(
    in arguments: Arguments, from chainStart: Int
  ) -> ToolCall?
  where Arguments.Index == Int, Arguments.Element: BidirectionalCollection<UInt8> {
    guard chainStart < arguments.endIndex, let last = arguments.last,
      last.hasSuffix("/vet.cfg") || last.hasSuffix("\\vet.cfg")
    else { return nil }
    var position = arguments.endIndex - 2
    while position > chainStart, arguments[position].first == ASCII.dash { position -= 1 }
    guard position >= chainStart, arguments[position].first != ASCII.dash else { return nil }
    return ToolCall(tool: .vet, position: position, isVersionQuery: false, hasResponseFile: false)
  }
}

/// How sure it is that an argument is the tool to run, least first.
private enum Likelihood: Comparable {
  case bareNameAndFlag, pathAndFlag, toolDirectory, toolDirectoryAndFlag

  init?(_ place: Candidate.Place, isBeforeFlag: Bool) {
    switch (place, isBeforeFlag) {
    case (.toolDirectory, true): self = .toolDirectoryAndFlag
    case (.toolDirectory, false): self = .toolDirectory
    case (.otherDirectory, true): self = .pathAndFlag
    case (.noDirectory, true): self = .bareNameAndFlag
    case (.otherDirectory, false), (.noDirectory, false): return nil
    }
  }
}

/// An argument whose last path component is a tool's name.
private struct Candidate {
  enum Place { case toolDirectory, otherDirectory, noDirectory }

  let tool: Tool
  let place: Place

  init?<Path: BidirectionalCollection<UInt8>>(path: Path) {
    // `--tool=/go/pkg/tool/linux_amd64/compile` is an agent's flag.
    guard path.first != ASCII.dash else { return nil }
    let separator = path.lastIndex(where: isSeparator)
    var name = separator.map { path[path.index(after: $0)...] } ?? path[...]
    if name.suffix(4).equals(".exe") { name = name.dropLast(4) }
    guard let tool = Tool(name: name) else { return nil }
    self.tool = tool

    guard let separator else {
      place = .noDirectory
      return
    }
    // Not `split`, which makes an array.
    var directories = path[..<separator]
    func removeLast() -> Path.SubSequence {
      guard let separator = directories.lastIndex(where: isSeparator) else {
        defer { directories = directories.prefix(0) }
        return directories
      }
      defer { directories = directories[..<separator] }
      return directories[directories.index(after: separator)...]
    }
    let isToolDirectory = !removeLast().isEmpty && removeLast().equals("tool") && removeLast().equals("pkg")
    place = isToolDirectory ? .toolDirectory : .otherDirectory
  }
}

/// Windows takes both; elsewhere a `\` in a tool's path is no worry.
private func isSeparator(_ byte: UInt8) -> Bool { byte == ASCII.slash || byte == ASCII.backslash }
