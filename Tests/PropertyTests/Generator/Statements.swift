import Bytes
@testable import GoSyntax

/// The statements of a body that a one-line anchor can name.
enum Statements {
  struct Candidate {
    let text: String
    /// Whether nothing may come behind it, or nothing should.
    let onlyBefore: Bool
    /// Whether the body may have it more than once.
    let isRepeated: Bool
  }

  static func candidates(in body: Node, of file: TargetFile) -> [Candidate] {
    let words = GoText(Array(file.source.bytes[body.range]), file: 0, obeysDirectives: false)
    var result: [Candidate] = []
    body.walk { node in
      guard node.kind == .block else { return node.kind != .functionLiteral }
      for child in node.children where child.isNamed && child.kind != .comment && child.kind != .emptyStatement {
        let text = file.text(child)
        guard !text.contains("\n"), !text.contains("/*"), !text.contains("//"), text.count < 100 else { continue }
        let isSimple =
          child.kind == .shortVarDeclaration || child.kind == .assignment
          || child.kind == .incrementOrDecrement
          || (child.kind == .expressionStatement && !text.hasPrefix("panic"))
        result.append(
          Candidate(text: text, onlyBefore: !isSimple, isRepeated: occurrences(of: text, in: words) != 1))
      }
      return true
    }
    return result
  }

  private static func occurrences(of statement: String, in body: GoText) -> Int {
    let wanted = GoText(ByteString(statement), file: 0, obeysDirectives: false)
    let count = wanted.tokens.count
    guard count > 0, body.tokens.count >= count else { return 0 }
    return (0...(body.tokens.count - count)).filter { start in
      (0..<count).allSatisfy { body.text(start + $0).elementsEqual(wanted.text($0)) }
    }.count
  }
}
