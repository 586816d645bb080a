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
          + " {\n\t//routinex:before \(anchor)\n\t// What stands here is inserted before that statement.\n}",
        "Inserts statements in \(function.name), beside those that are named; they see its variables.")
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
        "there is no statement on one line in this function that an edit could stand beside; take before, after or wrap"
      )
    }
    return ordered.prefix(20).map(\.text.trimmed.text)
  }
}
