package import Bytes
package import GoSyntax

/// Makes the text of a patched file.
///
/// Every byte of the original keeps the file, line and column that it had: a `//line` directive above the text
/// names the original, and behind each edit a `/*line*/` comment leads back to it. What comes from a patch file has the
/// patch file's positions.
package enum Rendering {
  /// - Parameter edits: edits of that file, in the order in which they apply; those at one offset stand in this order.
  /// - Throws: two edits that overlap, as a problem of the later one.
  package static func render(_ file: SourceFile, edits: [Edit]) throws(Problem) -> ByteString {
    let sorted = try inOrder(edits)
    let start = byteOrderMark(of: file)
    var output = ByteString()
    output.reserveCapacity(file.bytes.count + 4096)
    output += ByteString("//line ") + file.path + ByteString(":1:\(start + 1)\n")
    var copied = start
    for (index, edit) in sorted.enumerated() {
      output += file.bytes[copied..<edit.range.lowerBound]
      append(edit, of: file, to: &output)
      copied = edit.range.upperBound
      let isLastHere = index + 1 == sorted.count || sorted[index + 1].range.lowerBound > copied
      if isLastHere { appendDirective(file.directiveText(at: copied), to: &output) }
    }
    output += file.bytes[copied...]
    return output
  }

  /// The file with the ranges blanked: every byte but line ends becomes a space, so that positions stay.
  ///
  /// - Parameter packageName: what the package clause is to say instead.
  package static func render(
    _ file: SourceFile, blanking ranges: [Range<Int>], packageName: ByteString? = nil
  ) -> ByteString {
    var bytes = file.bytes
    for range in ranges {
      for index in range where bytes[index] != ASCII.newline && bytes[index] != ASCII.carriageReturn {
        bytes[index] = ASCII.space
      }
    }
    if let packageName, let clause = file.packageName { bytes.replaceSubrange(clause.range, with: packageName) }
    let start = byteOrderMark(of: file)
    return ByteString("//line ") + file.path + ByteString(":1:\(start + 1)\n") + bytes[start...]
  }

  /// The length of the byte-order mark that the file starts with. It may only be a file's first character; without it the
  /// first line's columns start behind it.
  private static func byteOrderMark(of file: SourceFile) -> Int {
    file.bytes.hasPrefix([0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  private static func inOrder(_ edits: [Edit]) throws(Problem) -> [Edit] {
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.element.layer, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.element.layer, $1.offset)
    }.map(\.element)
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.range.upperBound > right.range.lowerBound {
      throw right.origin.problem(
        "this changes the same text as \(left.origin.place); one of the two must go, or they must be one patch")
    }
    return sorted
  }

  private static func append(_ edit: Edit, of file: SourceFile, to output: inout ByteString) {
    let source = edit.origin.file.source
    for piece in edit.pieces {
      switch piece {
      case .text(let text):
        output += text
      case .mark(let offset):
        appendDirective(source.directiveText(at: offset), to: &output)
      case .original(let offset):
        appendDirective(file.directiveText(at: offset), to: &output)
      case .patch(let range, let renames):
        var copied = range.lowerBound
        appendDirective(source.directiveText(at: copied), to: &output)
        for rename in renames.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
          output += source.bytes[copied..<rename.range.lowerBound]
          output += rename.name
          copied = rename.range.upperBound
          appendDirective(source.directiveText(at: copied), to: &output)
        }
        output += source.bytes[copied..<range.upperBound]
      }
    }
  }

  private static func appendDirective(_ position: ByteString, to output: inout ByteString) {
    output += ByteString("/*line ") + position + ByteString("*/")
  }
}
