internal import Bytes
internal import Findings
internal import GoSyntax

/// The headers of two declarations one above the other, with `^` below what differs and counts: types, the receiver and the
/// name, but no names of parameters.
struct HeaderComparison {
  private struct Side {
    let declaration: Declaration
    let file: SourceFile
    let signature: Signature
    let spelling: TypeSpelling

    init(_ declaration: Declaration, in file: SourceFile) {
      self.declaration = declaration
      self.file = file
      signature = Signature(of: declaration, in: file)
      spelling = TypeSpelling(file: file, signature: signature)
    }
  }

  /// A part of a header, and how it is spelled when it is compared.
  private struct Part {
    let range: Range<Int>
    let spelling: [ByteString]
  }

  /// - Parameter label: what the other declaration is.
  static func of(_ patch: Patch, _ other: Target, label: String = "target") -> Comparison {
    let mine = Side(patch.declaration, in: patch.file.source)
    let theirs = Side(other.declaration, in: other.file)
    let (left, right) = differences(mine, theirs)
    return Comparison(side("patch", mine, left), side(label, theirs, right, other.place))
  }

  private static func side(
    _ label: String, _ side: Side, _ marked: [Range<Int>], _ place: Place? = nil
  ) -> Comparison.Side {
    let columns = side.declaration.headerColumns(in: side.file)
    let marks = marked.map { range in
      let start = columns(range.lowerBound)
      return start..<max(start + 1, columns(range.upperBound))
    }
    return Comparison.Side(label, side.declaration.header(in: side.file), marks: marks, place: place)
  }

  /// What is to be marked in each of the two.
  private static func differences(_ mine: Side, _ theirs: Side) -> ([Range<Int>], [Range<Int>]) {
    var left: [Range<Int>] = []
    var right: [Range<Int>] = []
    func compare(_ name: (Side) -> [Part], end: (Side) -> Int) {
      let (a, b) = (name(mine), name(theirs))
      let prefix = zip(a, b).prefix { $0.spelling == $1.spelling }.count
      let suffix = zip(a.dropFirst(prefix).reversed(), b.dropFirst(prefix).reversed())
        .prefix { $0.spelling == $1.spelling }.count
      guard a.count > prefix + suffix || b.count > prefix + suffix else { return }
      left += marks(a, prefix..<(a.count - suffix), end(mine))
      right += marks(b, prefix..<(b.count - suffix), end(theirs))
    }
    compare(receiver) { $0.declaration.name.range.lowerBound }
    compare({ [Part(range: $0.declaration.name.range, spelling: [Array($0.file.text($0.declaration.name))])] }) {
      $0.declaration.name.range.lowerBound
    }
    compare({ parts($0.signature.typeParameters, $0) }) { $0.declaration.name.range.upperBound }
    compare({ parts($0.signature.parameters, $0) }) { side in
      side.declaration.parametersEnd
    }
    compare({ parts($0.signature.results, $0) }, end: end)
    return (left, right)
  }

  /// The parts, or where they would stand if there are none.
  private static func marks(_ parts: [Part], _ range: Range<Int>, _ end: Int) -> [Range<Int>] {
    if !range.isEmpty { return parts[range].map(\.range) }
    let start = range.lowerBound < parts.count ? parts[range.lowerBound].range.lowerBound : end
    return [start..<start]
  }

  private static func receiver(_ side: Side) -> [Part] {
    guard let receiver = side.signature.receiver, let type = side.declaration.receiverType else { return [] }
    let stars = Array(repeating: ByteString("*"), count: receiver.stars)
    let count = ByteString("\(side.signature.receiverTypeParameters.count)")
    return [Part(range: receiver.typeRange, spelling: stars + [Array(side.file.text(type)), count])]
  }

  private static func parts(_ parameters: [Parameter], _ side: Side) -> [Part] {
    parameters.map { parameter in
      let range = parameter.start..<parameter.typeRange.upperBound
      return Part(range: range, spelling: side.spelling.spell(parameter))
    }
  }

  private static func end(of side: Side) -> Int { side.declaration.headerEnd }
}
