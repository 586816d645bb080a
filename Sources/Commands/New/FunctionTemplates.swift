internal import Bytes
internal import Findings
internal import GoSyntax

extension PatchTemplate {
  /// Templates for a function or a method, the first of which that fits is to be taken: of `edit` there is one for each
  /// statement that may serve as an anchor.
  static func ofFunction(_ word: Word, _ named: NamedDeclaration) throws(Findings) -> [PatchTemplate] {
    let (file, declaration, name) = (named.file, named.declaration, named.spelling)
    let range = declaration.node.range
    guard let body = declaration.body else {
      guard word == .pragma else {
        throw Findings(
          .unpatchable,
          "\(name) has no body in Go: it is implemented in assembly or elsewhere, where //routinex:\(word.rawValue) does not reach; patch "
            + "what calls it"
        )
      }
      return [
        try make(
          word, named, range, file.text(range).text, "Adds a compiler directive to \(name), which has no body in Go.")
      ]
    }
    let header = file.text(range.lowerBound..<body.range.lowerBound).trimmed.text
    let signature = range.lowerBound..<body.range.lowerBound
    switch word {
    case .before:
      return [
        try make(
          word, named, signature, header + " {\n\t// A return here returns from \(name), a defer runs when it ends.\n}",
          "Runs when \(name) is called, before what is there.")
      ]
    case .after:
      return [
        try make(
          word, named, signature,
          header + " {\n\t// Results that have names may be read and set here; recover() stops a panic.\n}",
          "Runs on every way out of \(name), a panic included.")
      ]
    case .wrap:
      let (header, call) = forwarding(declaration, file)
      let result = declaration.hasResults ? "return " : ""
      return [
        try make(
          word, named, signature, header + " {\n\t\(result)\(call)\n}",
          "Runs in the place of \(name), which original is.")
      ]
    case .replace:
      return [
        try make(
          word, named, range, header + " " + file.text(body.range).text,
          "Takes the place of the body of \(name), of which this is a copy.")
      ]
    case .edit:
      return try anchors(in: body, of: file).map { anchor throws(Findings) in
        try make(
          word, named, signature,
          header + " {\n\t//routinex:before \(anchor)\n\t// What stands here is inserted before that statement.\n}",
          "Inserts statements in \(name), beside those that are named; they see its variables.")
      }
    case .pragma, .remove:
      return [
        try make(
          word, named, signature, header,
          word == .pragma ? "Adds a compiler directive to \(name)." : "Takes \(name) away; nothing may use it any more."
        )
      ]
    case .extend:
      throw Findings(
        .unpatchable,
        "//routinex:extend appends to structs, interfaces and groups; \(name) is a \(declaration.kind.rawValue)")
    }
  }

  static func make(
    _ word: Word, _ named: NamedDeclaration, _ used: Range<Int>, _ code: String, _ remark: String
  ) throws(Findings) -> PatchTemplate {
    let signature =
      named.declaration.isFunction
      ? ["The signature is the original's, and the build stops should that change."] : []
    return PatchTemplate(
      directive: word, remarks: [remark] + signature, code: code,
      imports: word == .remove && !named.declaration.isFunction
        ? [] : try NeededImports.of(named.declaration, within: used, in: named.file))
  }

  /// The header with a name for every parameter, and a call that passes them on.
  private static func forwarding(_ declaration: Declaration, _ file: SourceFile) -> (header: String, call: String) {
    let signature = Signature(of: declaration, in: file)
    var edits: [(range: Range<Int>, text: String)] = []
    var arguments: [String] = []
    let taken = Set(signature.parameters.compactMap { $0.name.map { file.text($0).text } })
    for (index, parameter) in signature.parameters.enumerated() {
      var name = parameter.name.map { file.text($0).text } ?? "_"
      // Under that name the body calls what it wraps.
      if name == "_" || name == "original" {
        var fresh = "p\(index)"
        while taken.contains(fresh) { fresh += "_" }
        name = fresh
        if let node = parameter.name {
          edits.append((node.range, fresh))
        } else {
          edits.append((parameter.start..<parameter.start, fresh + " "))
        }
      }
      arguments.append(name + (parameter.isVariadic ? "..." : ""))
    }
    var header = ByteString()
    var copied = declaration.node.range.lowerBound
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      header += file.text(copied..<edit.range.lowerBound) + ByteString(edit.text)
      copied = edit.range.upperBound
    }
    header += file.text(copied..<declaration.headerEnd)
    return (header.trimmed.text, "original(\(arguments.joined(separator: ", ")))")
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
