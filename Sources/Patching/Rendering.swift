package import Bytes
internal import Findings
package import GoSyntax

/// Makes the text of a patched file.
///
/// Every byte of the original keeps the file, line and column that it had: a `//line` directive above the text names the
/// original, and behind each edit another leads back to it. What comes from a patch file has the patch file's positions.
///
/// A directive that changes the file stands on a line of its own, `//line FILE:LINE:COLUMN`, so edits that hold text of a
/// patch begin and end where Go allows a line end. One that stays in its file is `/*line :LINE:COLUMN*/`, which may stand
/// anywhere. So no column of the text depends on the length of a path: the compiler writes the columns of directives into
/// the object (cmd/compile/internal/noder, writer.go: posBaseIdx), and with `-trimpath` the same build in another folder
/// shall give the same object.
package enum Rendering {
  /// What a text says of its positions.
  package enum Positions: Sendable {
    /// Where they change.
    case said
    /// Once more behind each top-level statement that has edits: see `restated`.
    case restated
    /// Nothing: the text is for people, and laid out for them.
    case unsaid
  }

  /// - Parameters:
  ///   - edits: edits of that file, in the order in which they apply; those at one offset stand in this order.
  /// - Throws: two edits that overlap, as a problem of the later one.
  static func render(
    _ file: SourceFile, edits: [Edit], positions: Positions = .said
  ) throws(Finding) -> ByteString {
    let sorted = try inOrder(edits)
    let start = byteOrderMark(of: file)
    let isUnsaid = positions == .unsaid
    var output = Output(
      header: isUnsaid ? nil : file.path + ByteString(":1:\(start + 1)"), capacity: file.bytes.count + 4096)
    var restated = (positions == .restated ? Self.restated(file, edits: sorted) : [])[...]
    // Where no directive is in front, the mark may stay.
    var copied = isUnsaid ? 0 : start
    var isOriginal = true
    for (index, edit) in sorted.enumerated() {
      output.copy(copied..<edit.range.lowerBound, of: file, restating: &restated)
      if isOriginal {
        output.file = file.effectivePosition(at: edit.range.lowerBound).file
      } else if edit.isOfOriginal {
        output.goTo(file.effectivePosition(at: edit.range.lowerBound))
      }
      append(edit, of: file, to: &output)
      copied = edit.range.upperBound
      let next = index + 1 < sorted.count ? sorted[index + 1] : nil
      isOriginal = next.map { $0.range.lowerBound > copied || (edit.range.isEmpty && !$0.range.isEmpty) } ?? true
      if isOriginal { output.goTo(file.effectivePosition(at: copied)) }
    }
    output.copy(copied..<file.bytes.count, of: file, restating: &restated)
    return isUnsaid ? ReadableLayout.of(output.text) : output.bytes
  }

  /// Where the lines start that follow top-level statements with edits.
  ///
  /// An agent that prints the syntax tree anew indents the line directives inside of functions, which then mean nothing. One
  /// on the line behind the statement stays at the first column, and what follows keeps its positions.
  private static func restated(_ file: SourceFile, edits: [Edit]) -> [Int] {
    var rest = edits[...]
    var result: [Int] = []
    for part in file.topLevel?.parts ?? [] {
      var isEdited = false
      while let edit = rest.first, edit.range.lowerBound < part.range.upperBound {
        isEdited = true
        rest = rest.dropFirst()
      }
      if isEdited, isLineStart(part.range.upperBound, of: file) { result.append(part.range.upperBound) }
    }
    return result
  }

  /// Whether the offset is one at which a line starts, and not the file's end.
  private static func isLineStart(_ offset: Int, of file: SourceFile) -> Bool {
    offset > 0 && offset < file.bytes.count && file.bytes[offset - 1] == ASCII.newline
  }

  /// Text with line directives, or without them.
  private struct Output {
    private(set) var text = WrittenText()
    /// The file that the compiler takes the end of the text to be of.
    var file = ByteString()
    let isSaid: Bool
    /// Whether a directive would stand at the end, which keeps words apart.
    private var isGap = false

    var bytes: ByteString { text.bytes }

    /// - Parameter header: the position of the text's beginning; nil: no position is to be said.
    init(header: ByteString?, capacity: Int) {
      isSaid = header != nil
      text.reserveCapacity(capacity)
      if let header { text.append(ByteString("//line ") + header + [ASCII.newline], of: .glue) }
    }

    /// Copies a range of the original, with a line directive where a position is to be said once more.
    mutating func copy(_ range: Range<Int>, of original: SourceFile, restating offsets: inout ArraySlice<Int>) {
      var copied = range.lowerBound
      while let offset = offsets.first, offset <= range.upperBound {
        offsets = offsets.dropFirst()
        // At a statement whose end an edit has taken, the edit has said the position.
        guard offset > copied else { continue }
        append(original.bytes[copied..<offset], of: .target)
        copied = offset
        let position = original.effectivePosition(at: offset)
        text.append(ByteString("//line ") + position.text + [ASCII.newline], of: .glue)
        file = position.file
      }
      append(original.bytes[copied..<range.upperBound], of: .target)
    }

    /// What follows stands at that position.
    mutating func goTo(_ position: EffectivePosition) {
      let isInFile = position.file == file
      file = position.file
      guard isSaid else {
        if !isInFile { text.append([ASCII.newline], of: .glue) }
        isGap = true
        return
      }
      if isInFile, let column = position.column {
        text.append(ByteString("/*line :\(position.line):\(column)*/"), of: .glue)
      } else if isInFile {
        // Without a column the name may not be left out.
        text.append(ByteString("/*line ") + position.text + ByteString("*/"), of: .glue)
      } else {
        text.append(ByteString("\n//line ") + position.text + [ASCII.newline], of: .glue)
      }
    }

    mutating func append(_ more: some Collection<UInt8>, of origin: WrittenText.Origin) {
      guard let first = more.first else { return }
      if isGap, let last = text.bytes.last, Self.wouldJoin(last, first) { text.append([ASCII.space], of: .glue) }
      isGap = false
      if !isSaid, origin == .glue, first == ASCII.space, text.bytes.last == ASCII.space {
        text.append(more.drop { $0 == ASCII.space }, of: origin)
      } else {
        text.append(more, of: origin)
      }
    }

    mutating func join(from start: Int, as origin: WrittenText.Origin) { text.join(from: start, as: origin) }

    private static func wouldJoin(_ last: UInt8, _ first: UInt8) -> Bool {
      let signs = ByteString("+-*/%&|^<>=!:.~")
      return last.isIdentifierByte && first.isIdentifierByte || signs.contains(last) && signs.contains(first)
    }
  }

  /// The file with the ranges blanked: every byte but line ends becomes a space, so that positions stay. Where no position
  /// is to be said, the ranges go away.
  ///
  /// - Parameters:
  ///   - blankImports: where import paths stand that are to be imported as `_`.
  ///   - packageName: what the package clause is to say instead.
  ///   - positions: `restated`: in front of each top-level statement.
  package static func render(
    _ file: SourceFile, blanking ranges: [Range<Int>], blankImports: [Int] = [], packageName: ByteString? = nil,
    positions: Positions = .said
  ) -> ByteString {
    var insertions = blankImports.map { ($0..<$0, ByteString("_ ")) }
    if let packageName, let clause = file.packageName { insertions.append((clause.range, packageName)) }
    if positions == .unsaid {
      var text = WrittenText()
      text.append(file.bytes, of: .patch(depth: 0))
      insertions += OuterRanges(ranges).ranges.map { ($0, []) }
      insertions.sort { ($0.0.lowerBound, $0.0.upperBound) < ($1.0.lowerBound, $1.0.upperBound) }
      return ReadableLayout.of(text.replacing(insertions))
    }
    var bytes = file.bytes
    for range in ranges {
      for index in range where bytes[index] != ASCII.newline && bytes[index] != ASCII.carriageReturn {
        bytes[index] = ASCII.space
      }
    }
    if positions == .restated {
      insertions += (file.topLevel?.parts ?? []).map(\.range.lowerBound).filter { isLineStart($0, of: file) }.map {
        ($0..<$0, ByteString("//line ") + file.effectivePosition(at: $0).text + [ASCII.newline])
      }
    }
    for (range, text) in insertions.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      bytes.replaceSubrange(range, with: text)
    }
    let start = byteOrderMark(of: file)
    return ByteString("//line ") + file.path + ByteString(":1:\(start + 1)\n") + bytes[start...]
  }

  /// The length of the byte-order mark that the file starts with. It may only be a file's first character; without it the
  /// first line's columns start behind it.
  private static func byteOrderMark(of file: SourceFile) -> Int {
    file.bytes.hasPrefix([0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  private static func inOrder(_ edits: [Edit]) throws(Finding) -> [Edit] {
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.element.layer, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.element.layer, $1.offset)
    }.map(\.element)
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.range.upperBound > right.range.lowerBound {
      throw right.origin.finding(
        .overlappingPatches,
        "this changes the same text as \(left.origin.place); remove one of the two, or write them as one patch")
    }
    return sorted
  }

  private static func append(_ edit: Edit, of file: SourceFile, to output: inout Output) {
    let source = edit.origin.file.source
    for piece in edit.pieces {
      switch piece {
      case .text(let text):
        output.append(text, of: .glue)
      case .mark(let offset):
        output.goTo(source.effectivePosition(at: offset))
      case .original(let offset):
        output.goTo(file.effectivePosition(at: offset))
      case .patch(let range, let renames):
        var copied = range.lowerBound
        output.goTo(source.effectivePosition(at: copied))
        let start = output.bytes.count
        for rename in renames.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
          output.append(source.bytes[copied..<rename.range.lowerBound], of: .patch(depth: 0))
          output.append(rename.name, of: .patch(depth: 0))
          copied = rename.range.upperBound
          output.goTo(source.effectivePosition(at: copied))
        }
        output.append(source.bytes[copied..<range.upperBound], of: .patch(depth: 0))
        output.join(from: start, as: .patch(depth: output.isSaid ? 0 : source.layoutDepth(at: range.lowerBound)))
      }
    }
  }
}
