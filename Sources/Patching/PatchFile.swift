package import Bytes
package import Findings
package import GoSyntax

/// The bytes of a file of a patch set, and its names.
package struct PatchFileSource {
  /// What messages call the file: the real path, or `routinex/SET/PATH` for a built-in set, which has none.
  package let displayPath: ByteString
  /// The absolute path that line directives name the file by.
  package let positionPath: ByteString
  package let bytes: ByteString
  /// The name of its set.
  package let set: ByteString
  /// Its path below the set's root.
  package let path: ByteString
  /// Whether the file is for many packages, whose names differ: below a folder (`...`), or in `_any`.
  package let isWildcard: Bool
  /// Whether it says itself for which: in `_any`.
  package let isForPatterns: Bool

  package init(
    displayPath: ByteString, positionPath: ByteString, bytes: ByteString, set: ByteString = [], path: ByteString = [],
    isWildcard: Bool = false, isForPatterns: Bool = false
  ) {
    self.set = set
    self.path = path
    self.displayPath = displayPath
    self.positionPath = positionPath
    self.bytes = bytes
    self.isWildcard = isWildcard || isForPatterns
    self.isForPatterns = isForPatterns
  }
}

/// A parsed file of a patch set.
package final class PatchFile {
  package let displayPath: ByteString
  /// The name of its set.
  package let set: ByteString
  /// Its path below the set's root.
  package let path: ByteString
  package let source: SourceFile
  package let isWildcard: Bool
  /// Whether it lies in `_any`: it applies where there is something to apply to.
  package let isForPatterns: Bool
  /// nil: the file always applies.
  private var constraint: BuildConstraint?
  package private(set) var patches: [Patch] = []
  /// What the file's own directives say.
  package private(set) var directives = FileDirectives()

  /// Reads a patch file.
  /// - Throws: everything that is wrong with it.
  package init(_ file: PatchFileSource) throws(Findings) {
    displayPath = file.displayPath
    set = file.set
    path = file.path
    isWildcard = file.isWildcard
    isForPatterns = file.isForPatterns
    source = SourceFile(path: file.positionPath, bytes: file.bytes)
    var problems: [Finding] = []
    readSyntax(&problems)
    // A tree with errors attaches comments to the wrong declarations: one message is better than ten wrong ones.
    if problems.isEmpty {
      readFileDirectives(&problems)
      readDeclarations(&problems)
    }
    problems += reported
    problems.sort { left, right in
      (left.place?.line ?? 0, left.place?.column ?? 0) < (right.place?.line ?? 0, right.place?.column ?? 0)
    }
    if !problems.isEmpty { throw Findings(problems) }
  }

  /// Whether the file is for commands alone: in a `...` folder the clause `package main` says so.
  package var isForCommands: Bool {
    isWildcard && source.packageName.map { source.text($0).equals("main") } ?? false
  }

  /// Whether the file takes part in a build of that context.
  package func applies(in context: BuildContext) -> Bool {
    context.admits(fileName: Path.lastComponent(displayPath)) && constraint?.isSatisfied(context.isSet) ?? true
  }

  /// The declarations that change others.
  package lazy var targetDeclarations: [Declaration] = {
    var seen: Set<Int> = []
    return patches.filter { $0.targetDirective != nil }.map(\.declaration)
      .filter { seen.insert($0.node.range.lowerBound).inserted }
  }()

  /// The declarations that are added as they stand.
  package lazy var additions: [Declaration] = {
    let patched = Set(targetDeclarations.map(\.node.range.lowerBound))
    return source.declarations.filter {
      !patched.contains($0.node.range.lowerBound) && groupComments[$0.statement.range.lowerBound] == nil
    }
  }()

  /// What the file's imports are for.
  lazy var importUses = ImportUses(of: self)

  // MARK: Reading

  private var reported: [Finding] = []

  /// Adds a problem beside the one that a directive's initializer may throw.
  func report(_ problem: Finding) { reported.append(problem) }

  /// What is to be said of a declaration without a directive that holds text which the grammar does not know. It is copied as
  /// it is, and the compiler judges it.
  package var unknownSyntax: Finding? {
    guard source.limit == nil, source.firstError(where: isAdded) == nil, let error = source.firstError else {
      return nil
    }
    return Finding(
      .unknownSyntax,
      "this is a syntax error, or Go that routinex does not know; it is copied unchanged, and 'gofmt -e' on the file "
        + "or 'routinex check --compile' says whether it is valid", at: error, in: self)
  }

  /// Whether a declaration carries no directive.
  private func isAdded(_ declaration: Declaration) -> Bool {
    let comments = declaration.comments + (source.commentsOfGroups[declaration.statement.range.lowerBound] ?? [])
    return !comments.contains { DirectiveComment.isOne($0, in: source) }
  }

  private func readSyntax(_ problems: inout [Finding]) {
    do throws(BuildConstraint.Malformed) {
      constraint = try BuildConstraint.of(source.bytes)
    } catch {
      problems.append(
        Finding(
          .buildConstraint, "malformed build constraint; see 'go help buildconstraint'", at: error.offset, in: self))
    }
    if let limit = source.limit {
      problems.append(
        Finding(
          .tooLarge, "\(limit.message), which is more than routinex can parse; write less of it here", at: limit.offset,
          in: self))
    } else if let error = source.firstError(where: isAdded) {
      problems.append(
        Finding(
          .unknownSyntax,
          "this is a syntax error, or Go that routinex does not know; if 'gofmt -e' on the file finds no error, move "
            + "it into a separate function without a directive, which is copied unchanged", at: error, in: self))
    } else if source.packageName == nil {
      problems.append(
        Finding(.packageClause, "no package clause; write the package clause of the patched package", at: 0, in: self))
    }
    for item in source.imports {
      if item.path.equals("C") {
        problems.append(
          Finding(
            .forbiddenImport, "a patch cannot import \"C\": cgo runs before patches are applied", at: item.node,
            in: self))
      } else if item.name?.equals(".") == true {
        problems.append(
          Finding(
            .forbiddenImport,
            "a patch cannot have a dot import: it hides which package a name is from; import the package by its name",
            at: item.node, in: self))
      }
    }
  }

  private func readFileDirectives(_ problems: inout [Finding]) {
    let comments = source.declarations.flatMap(\.comments) + groupComments.values.joined()
    var placed = Set(comments.map(\.range.lowerBound))
    for patch in source.declarations where patch.isFunction {
      // On any other function they would have no effect.
      let hasAnchors = patch.comments.contains { comment in
        DirectiveComment(comment, in: source)?.directive?.hasAnchors ?? false
      }
      if hasAnchors { patch.body?.items.forEach { placed.insert($0.node.range.lowerBound) } }
    }
    for node in source.comments where !placed.contains(node.range.lowerBound) {
      guard let directive = DirectiveComment(node, in: source) else { continue }
      do throws(Finding) {
        guard node.range.lowerBound < source.packageClauseStart else {
          if FileDirectives.words.contains(where: { directive.word.equals($0) }) {
            throw Finding(
              .misplacedDirective,
              "//routinex:\(directive.word.text) is for the whole file; write it above the package clause", at: node,
              in: self)
          }
          throw Finding(
            .misplacedDirective,
            "//routinex:\(directive.word.text) belongs to no declaration; write it directly above one, without a "
              + "blank line", at: node, in: self)
        }
        try directives.read(directive, in: self)
      } catch {
        problems.append(error)
      }
    }
    if isForPatterns, directives.packages == nil,
      !problems.contains(where: { $0.id == .directiveArgument || $0.id == .misplacedDirective })
    {
      problems.append(
        Finding(
          .misplacedDirective,
          "a file in _any must select its packages above its package clause, such as //routinex:packages work",
          at: source.packageClauseStart, in: self))
    }
  }

  private func readDeclarations(_ problems: inout [Finding]) {
    var seen: Set<Int> = []
    for declaration in source.declarations {
      var comments = declaration.comments
      if let ofGroup = groupComments[declaration.statement.range.lowerBound] {
        // The group's first name stands for all of it.
        guard seen.insert(declaration.statement.range.lowerBound).inserted else { continue }
        if let other = ofGroup.compactMap({ DirectiveComment($0, in: source) })
          .first(where: { !($0.directive?.isForGroups ?? false) && !$0.word.equals("optional") })
        {
          problems.append(
            Finding(
              .misplacedDirective,
              "//routinex:\(other.word.text) is above a group; write it inside, above the line that it is for",
              at: other.node, in: self))
          continue
        }
        comments = ofGroup
      }
      readDirectives(of: declaration, comments, &problems)
    }
    for declaration in source.declarations where declaration.isFirstOfNode {
      let place = declaration.node.range.lowerBound
      let isForEach = patches.contains { $0.each != nil && $0.declaration.node.range.lowerBound == place }
      problems += TargetConstants.problems(in: declaration, of: self, isForEach: isForEach)
    }
  }

  private func readDirectives(of declaration: Declaration, _ comments: [Node], _ problems: inout [Finding]) {
    var chosen: [(directive: any Directive, comment: DirectiveComment)] = []
    var modifiers: [(modifier: Modifier, comment: DirectiveComment)] = []
    let count = problems.count
    for comment in comments {
      guard let directive = DirectiveComment(comment, in: source) else { continue }
      if let type = directive.directive {
        if !type.mayRepeat, chosen.contains(where: { Swift.type(of: $0.directive) == type }) {
          problems.append(
            Finding(
              .repeatedDirective, "a second //routinex:\(type.word) on this declaration; remove one", at: comment,
              in: self))
          continue
        }
        do throws(Finding) {
          chosen.append((try type.init(directive, on: declaration, in: self), directive))
        } catch {
          problems.append(error)
        }
      } else if let modifier = Modifier(rawValue: directive.word.text) {
        if !modifier.hasArgument {
          do throws(Finding) { try directive.requireNoArgument(in: self) } catch { problems.append(error) }
        }
        modifiers.append((modifier, directive))
      } else {
        let known = Patching.directives.map { ByteString($0.word) } + Modifier.allCases.map { ByteString($0.rawValue) }
        problems.append(unknown(directive, known: known, place: "on a declaration"))
      }
    }
    if chosen.isEmpty, problems.count == count, let (modifier, comment) = modifiers.first {
      problems.append(
        Finding(
          .misplacedDirective,
          "//routinex:\(modifier.rawValue) needs another directive on the same declaration; without one, a "
            + "declaration is added and has no target", at: comment.node, in: self))
    }
    let each: Each?
    do throws(Finding) { each = try self.each(modifiers, on: declaration, chosen.map(\.directive)) } catch {
      problems.append(error)
      return
    }
    for (directive, comment) in chosen {
      let patch = Patch(
        file: self, declaration: declaration, directive: directive, argument: comment.argument, each: each,
        isOptional: isForPatterns || modifiers.contains { $0.modifier == .optional },
        bindsByName: modifiers.contains { $0.modifier == .byName })
      if each != nil { problems += patch.eachProblems(at: comment) }
      patches.append(patch)
    }
  }

  /// The comments above each `const (`, `var (` and `type (` that hold a directive, by where the group starts.
  private(set) lazy var groupComments: [Int: [Node]] = source.commentsOfGroups.filter { _, comments in
    comments.contains { DirectiveComment.isOne($0, in: source) }
  }

  func unknown(_ directive: DirectiveComment, known: [ByteString], place: String) -> Finding {
    let suggestion = nearest(to: directive.word, among: known).map { "did you mean //routinex:\($0.text)?" }
    let list = known.map(\.text).joined(separator: ", ")
    return Finding(
      .unknownDirective,
      "unknown directive //routinex:\(directive.word.text) \(place); \(suggestion ?? "known here: \(list)")",
      at: directive.node, in: self)
  }
}
