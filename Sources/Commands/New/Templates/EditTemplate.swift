internal import Bytes
internal import Findings
internal import GoSyntax

/// There is a template for each statement that may serve as an anchor.
enum EditTemplate: DeclarationTemplate {
  static let word = "edit"

  static func ofFunction(_ function: NamedFunction) throws(Findings) -> [PatchTemplate] {
    try anchors(in: function.body, of: function.file).map { anchor throws(Findings) in
      try PatchTemplate(
        word, function.named, repeating: function.signature,
        function.header
          + " {\n\t//routinex:before \(anchor)\n\t// Statements here are inserted before that statement.\n}",
        "Inserts statements into \(function.name), before or after those named; they see its variables.")
    }
  }

  /// The statements on one line, those of the body itself before those further in.
  private static func anchors(in body: Body, of file: SourceFile) throws(Findings) -> [String] {
    let ordered = body.statements.enumerated()
      .map { (depth: $0.element.depth, offset: $0.offset, text: file.text($0.element.node)) }
      .filter { !$0.text.contains(ASCII.newline) }
      .sorted { ($0.depth, $0.offset) < ($1.depth, $1.offset) }
    guard !ordered.isEmpty else {
      throw Findings(
        .unpatchable,
        "this function has no one-line statement that an edit could name; use before, after or wrap"
      )
    }
    return ordered.prefix(20).map(\.text.trimmed.text)
  }
}
