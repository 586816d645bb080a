package import Bytes
package import GoSyntax

/// The bytes of a file of a patch set, and its names.
package struct PatchFileSource {
  /// What messages call the file: the real path, or `routinex/SET/PATH` for a built-in set, which has none.
  package let displayPath: ByteString
  /// The absolute path that line directives name the file by.
  package let positionPath: ByteString
  package let bytes: ByteString

  package init(displayPath: ByteString, positionPath: ByteString, bytes: ByteString) {
    self.displayPath = displayPath
    self.positionPath = positionPath
    self.bytes = bytes
  }
}

/// A parsed file of a patch set.
package final class PatchFile {
  package let displayPath: ByteString
  package let source: SourceFile
  /// nil: the file always applies.
  private var constraint: BuildConstraint?
  package private(set) var patches: [Patch] = []
  /// The build tags of `//routinex:tags`.
  package private(set) var tags: [ByteString] = []

  /// Reads a patch file.
  /// - Throws: everything that is wrong with it.
  package init(_ file: PatchFileSource) throws(Problems) {
    displayPath = file.displayPath
    source = SourceFile(path: file.positionPath, bytes: file.bytes)
    var problems: [Problem] = []
    readSyntax(&problems)
    // A tree with errors attaches comments to the wrong declarations: one message is better than ten wrong ones.
    if problems.isEmpty {
      readFileDirectives(&problems)
      readDeclarations(&problems)
    }
    problems.sort { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
    if !problems.isEmpty { throw Problems(problems) }
  }

  /// Whether the file takes part in a build of that context.
  package func applies(in context: BuildContext) -> Bool {
    constraint?.isSatisfied(context.isSet) ?? true
  }

  /// The ranges of the declarations that are added as they stand.
  package lazy var additions: [Declaration] = {
    let patched = Set(patches.map { $0.declaration.node.range.lowerBound })
    return source.declarations.filter { !patched.contains($0.node.range.lowerBound) }
  }()

  // MARK: Reading

  private func readSyntax(_ problems: inout [Problem]) {
    do throws(BuildConstraint.Malformed) {
      constraint = try BuildConstraint.of(source.bytes)
    } catch {
      problems.append(Problem("malformed build constraint; see 'go help buildconstraint'", at: error.offset, in: self))
    }
    if let error = source.root.firstError {
      problems.append(
        Problem("syntax error in this patch; 'gofmt -e' on the file says what is wrong", at: error, in: self))
    } else if source.packageName == nil {
      problems.append(Problem("no package clause; a patch is a Go file of the package it patches", at: 0, in: self))
    }
  }

  private func readFileDirectives(_ problems: inout [Problem]) {
    let attached = Set(source.declarations.flatMap(\.comments).map(\.range.lowerBound))
    for comment in source.topLevelComments {
      guard let directive = DirectiveComment(comment, in: source),
        !attached.contains(comment.range.lowerBound)
      else { continue }
      let isFileLevel = comment.range.lowerBound < source.packageClauseStart
      if isFileLevel, directive.word.equals("tags") {
        let words = directive.argument.split(whereSeparator: { $0.isSpace || $0 == ASCII.comma }).map(Array.init)
        if words.isEmpty {
          problems.append(Problem("//routinex:tags needs the build tags to set, such as 'tags foo'", at: comment, in: self))
        }
        tags += words
      } else if isFileLevel {
        problems.append(unknown(directive, known: [ByteString("tags")], place: "before a package clause"))
      } else {
        problems.append(
          Problem(
            "//routinex:\(directive.word.text) belongs to no declaration; it stands directly above one, without a "
              + "blank line", at: comment, in: self))
      }
    }
  }

  private func readDeclarations(_ problems: inout [Problem]) {
    var seen: Set<Int> = []
    for declaration in source.declarations {
      var chosen: [any Directive] = []
      var modifiers: [(Modifier, DirectiveComment)] = []
      for comment in declaration.comments {
        guard let directive = DirectiveComment(comment, in: source) else { continue }
        if let type = Patching.directives.first(where: { directive.word.equals($0.word) }) {
          do throws(Problem) {
            chosen.append(try type.init(directive, on: declaration, in: self))
          } catch {
            if seen.insert(comment.range.lowerBound).inserted { problems.append(error) }
          }
        } else if let modifier = Modifier(rawValue: directive.word.text) {
          modifiers.append((modifier, directive))
        } else if seen.insert(comment.range.lowerBound).inserted {
          let known = Patching.directives.map { ByteString($0.word) } + Modifier.allCases.map { Array($0.rawValue.utf8) }
          problems.append(unknown(directive, known: known, place: "on a declaration"))
        }
      }
      if chosen.isEmpty, problems.isEmpty, let (modifier, comment) = modifiers.first {
        problems.append(
          Problem(
            "//routinex:\(modifier.rawValue) qualifies another directive, and there is none here; an added "
              + "declaration has no target", at: comment.node, in: self))
      }
      for directive in chosen {
        patches.append(
          Patch(
            file: self, declaration: declaration, directive: directive,
            isOptional: modifiers.contains { $0.0 == .optional }))
      }
    }
  }

  private func unknown(_ directive: DirectiveComment, known: [ByteString], place: String) -> Problem {
    let suggestion = nearest(to: directive.word, among: known).map { "did you mean //routinex:\($0.text)?" }
    let list = known.map(\.text).joined(separator: ", ")
    return Problem(
      "unknown directive //routinex:\(directive.word.text) \(place); \(suggestion ?? "known here: \(list)")",
      at: directive.node, in: self)
  }
}

/// A declaration of a patch file that changes another.
package struct Patch {
  package let file: PatchFile
  package let declaration: Declaration
  package let directive: any Directive
  package let isOptional: Bool

  /// The word of the directive, for messages.
  package var word: StaticString { type(of: directive).word }

  func problem(_ message: String) -> Problem { Problem(message, at: declaration.name, in: file) }
}

extension Node {
  /// The first place where the text is not Go.
  package var firstError: Node? {
    var found: Node?
    walk { node in
      guard found == nil, node.hasError || node.isError else { return false }
      if node.isError { found = node }
      return found == nil
    }
    return found
  }
}
