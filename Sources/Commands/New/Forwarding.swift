internal import Bytes
internal import Findings
internal import GoSyntax

/// The header of a function whose body calls another one with what it is given.
struct Forwarding {
  private let file: SourceFile
  private let declaration: Declaration
  private var edits: [(range: Range<Int>, text: String)] = []
  private var arguments: [String] = []

  /// - Parameter name: what the body is to call, or qualifies: no parameter hides it.
  init(of declaration: Declaration, in file: SourceFile, calling name: String) {
    self.file = file
    self.declaration = declaration
    let signature = Signature(of: declaration, in: file)
    let taken = Set((signature.parameters + signature.results).compactMap { $0.name.map { file.text($0).text } })
    func fresh(_ wanted: String) -> String {
      var result = wanted
      while taken.contains(result) { result += "_" }
      return result
    }
    for (index, parameter) in signature.parameters.enumerated() {
      var word = parameter.name.map { file.text($0).text } ?? "_"
      if word == "_" || word == name {
        word = fresh("p\(index)")
        if let node = parameter.name {
          edits.append((node.range, word))
        } else {
          edits.append((parameter.start..<parameter.start, word + " "))
        }
      }
      arguments.append(word + (parameter.isVariadic ? "..." : ""))
    }
    for (index, result) in signature.results.enumerated() {
      if let node = result.name, file.text(node).text == name { edits.append((node.range, fresh("r\(index)"))) }
    }
  }

  /// Everything above the body, with a name for every parameter.
  var header: String {
    var result = ByteString()
    var copied = declaration.node.range.lowerBound
    // A name stands in front of a package's.
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for edit in sorted.map(\.element) {
      result += file.text(copied..<edit.range.lowerBound) + ByteString(edit.text)
      copied = edit.range.upperBound
    }
    result += file.text(copied..<declaration.headerEnd)
    return result.trimmed.text
  }

  /// The call.
  func call(_ function: String) -> String { "\(function)(\(arguments.joined(separator: ", ")))" }

  mutating func rename(to name: String) { edits.append((declaration.name.range, name)) }

  /// Names a package in front of what it declares.
  ///
  /// - Parameter declared: the names of the package's types and constants.
  /// - Throws: that one of them is not exported.
  mutating func qualify(_ declared: Set<ByteString>, with package: String) throws(Findings) {
    let signature = Signature(of: declaration, in: file)
    let ranges = (signature.typeParameters + signature.parameters + signature.results).map(\.typeRange)
    let names = Set(signature.allTypeParameterNames.map { Array(file.text($0)) })
    let tokens = file.tokens(of: declaration.node).map(\.range)
    var previous = ByteString()
    for token in tokens {
      let text = Array(file.text(token))
      defer { previous = text }
      guard ranges.contains(where: { $0.contains(token.lowerBound) }), !previous.equals("."), declared.contains(text),
        !names.contains(text)
      else { continue }
      guard isExported(text) else {
        throw Findings(
          .unpatchable,
          "no other package can write the signature of \(declaration.spelling(in: file)): \(text.text) is not "
            + "exported; use wrap, which patches the function itself")
      }
      edits.append((token.lowerBound..<token.lowerBound, package + "."))
    }
  }
}

/// Whether other packages may use the name.
func isExported(_ name: some Sequence<UInt8>) -> Bool {
  String(decoding: Array(name), as: UTF8.self).first?.isUppercase ?? false
}
