package import Bytes

/// What a go.mod file says about where packages come from (cmd/vendor/golang.org/x/mod/modfile, rule.go).
package struct GoMod {
  struct Replacement {
    let path: ByteString
    /// nil: every version.
    let version: ByteString?
    /// A folder, which starts with `/` or `.`, or a module's path.
    let newPath: ByteString
    let newVersion: ByteString?

    var isByFolder: Bool { newPath.first == ASCII.dot || Path.isAbsolute(newPath) }

    /// The words of its line: `replace MODULE [VERSION] => PATH [VERSION]`.
    var words: [ByteString] {
      let old = [path] + (version.map { [$0] } ?? [])
      return [ByteString("replace")] + old + [ByteString("=>"), newPath] + (newVersion.map { [$0] } ?? [])
    }
  }

  package private(set) var path: ByteString?
  /// `1.21.3`, of the line `go`.
  package private(set) var goVersion: ByteString?
  /// The folders of a go.work file.
  private(set) var uses: [ByteString] = []
  private(set) var replacements: [Replacement] = []
  /// The version that is required of each module, by the module's path.
  private(set) var requirements: [ByteString: ByteString] = [:]

  package init(_ text: ByteString) { ModuleFile.statements(of: text).forEach { read($0) } }

  private mutating func read(_ words: [ByteString]) {
    guard let verb = words.first else { return }
    if verb.equals("module"), words.count > 1 {
      path = words[1]
    } else if verb.equals("go"), words.count > 1 {
      goVersion = words[1]
    } else if verb.equals("use"), words.count > 1 {
      uses.append(words[1])
    } else if verb.equals("require"), words.count > 2 {
      requirements[words[1]] = words[2]
    } else if verb.equals("replace"), let arrow = words.firstIndex(where: { $0.equals("=>") }), arrow > 1,
      arrow + 1 < words.count
    {
      replacements.append(
        Replacement(
          path: words[1], version: arrow > 2 ? words[2] : nil, newPath: words[arrow + 1],
          newVersion: arrow + 2 < words.count ? words[arrow + 2] : nil))
    }
  }

  /// A word as go.mod takes it: as it is where that is one word, else an interpreted string of Go, whose escapes stand for any
  /// byte (cmd/vendor/golang.org/x/mod/modfile, rule.go: MustQuote, and read.go).
  package static func quoted(_ word: ByteString) -> ByteString {
    let plain = Set(ByteString("-+./:=@%~!_"))
    if !word.isEmpty, word.firstIndex(of: ByteString("//")) == nil,
      word.allSatisfy({ $0 < 0x80 && $0.isIdentifierByte || plain.contains($0) })
    {
      return word
    }
    return GoLiteral.quoted(word)
  }
}
