package import Bytes

/// What can be said of a declaration that holds text which the grammar does not know, perhaps Go of a later version.
extension Declaration {
  /// Whether something in it is not known.
  package var hasUnknown: Bool { node.hasError }

  /// The first place in it where the text is not known.
  package var firstError: Int? { node.firstError?.range.lowerBound }

  /// Whether it ends where it seems to, and what is not known stands inside of the body. Then the header and the place of
  /// the body are what they seem to be.
  package func isKnown(outsideOfBodyIn file: SourceFile) -> Bool {
    guard let body, isWhole(in: file) else { return false }
    let inside = (body.range.lowerBound + 1)..<(body.range.upperBound - 1)
    var isKnown = true
    node.walk { node -> Node.Step in
      guard node.hasError || node.isError else { return .over }
      guard node.isError else { return .into }
      let range = node.range
      isKnown = isKnown && range.lowerBound >= inside.lowerBound && range.upperBound <= inside.upperBound
      return isKnown ? .over : .out
    }
    return isKnown && file.bytes[body.range.upperBound - 1] == ASCII.closingBrace
  }

  /// Whether a scan that knows only brackets, strings and comments lets it end at the same place as the parser does, who
  /// guesses where the text is not known.
  package func isWhole(in file: SourceFile) -> Bool {
    guard let part = file.topLevel?.parts.first(where: { $0.range.contains(node.range.lowerBound) }) else {
      return false
    }
    let rest = file.bytes[statement.range.upperBound..<max(statement.range.upperBound, part.range.upperBound)]
      .drop { $0.isSpace || $0 == ASCII.semicolon }
    return statement.range.upperBound <= part.range.upperBound
      && (rest.isEmpty || rest.hasPrefix("//") || rest.hasPrefix("/*"))
  }

  /// Every word in it that may be a name, those in comments and strings too.
  func words(in file: SourceFile) -> Set<ByteString> {
    Set(file.text(node).split { !$0.isIdentifierByte }.map { Array($0) })
  }

  /// Every word in it that stands before a dot.
  private func wordsBeforeDots(in file: SourceFile) -> Set<ByteString> {
    let text = file.text(node)
    var result: Set<ByteString> = []
    for dot in text.indices where text[dot] == ASCII.dot {
      let word = text[..<dot].reversed().drop(while: \.isSpace).prefix(while: \.isIdentifierByte)
      if !word.isEmpty { result.insert(word.reversed()) }
    }
    return result
  }

  /// The names that it has for packages; where something in it is not known, the names that it may have.
  package func packageNames(in file: SourceFile) -> Set<ByteString> {
    if hasUnknown { return wordsBeforeDots(in: file) }
    return Set(file.qualifiers(of: self).map(\.name))
  }
}

extension SourceFile {
  /// The first place where the text is not known, but for declarations that end where they seem to and are tolerated.
  package func firstError(where isTolerated: (Declaration) -> Bool) -> Int? {
    if limit != nil || !hasError { return firstError }
    let tolerated = Set(
      declarations.filter { $0.hasUnknown && isTolerated($0) && $0.isWhole(in: self) }
        .map(\.statement.range.lowerBound))
    for child in root.children where child.hasError || child.isError {
      // A token that the parser made up may stand where the declaration starts.
      if !child.isError, tolerated.contains(child.range.lowerBound) { continue }
      return child.firstError?.range.lowerBound ?? child.range.lowerBound
    }
    return nil
  }
}
