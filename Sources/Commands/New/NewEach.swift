internal import Bytes
internal import Findings
internal import Patching

/// The file that `routinex new --each` writes: one patch for many functions, in the set's folder `_any`.
struct NewEach {
  let path: ByteString
  let content: ByteString

  /// - Throws: what is wrong with the patterns; that the file exists.
  init(
    _ patterns: ByteString, _ packages: ByteString, _ template: (any DirectiveTemplate.Type)?, in set: NewSet
  ) throws(Findings) {
    let template = template ?? BeforeTemplate.self
    guard let each = template.ofEach else {
      let known = directiveTemplates.filter { $0.ofEach != nil }.map { $0.word }.joined(separator: ", ")
      throw Findings(.usage, "--each works with \(known); \(template.word) is for one declaration")
    }
    path = try set.patchFile(
      named: Self.fileName(patterns), in: NewSet.anyFolder, for: "--each \(patterns.text)")
    content = ByteString(
      """
      //routinex:packages \(packages.trimmed.text)

      package _

      // \(each.remark)
      // Parameters and results that you write here are a condition: with (ctx context.Context) (err error) the patch
      // is for functions that have both, in any position. The import "routinex/target" has the function's Name.
      //
      //routinex:each \(patterns.trimmed.text)
      //routinex:\(each.directive)
      func _()\(each.body)

      """)
    // What is wrong with the patterns is said now, in the words of a build.
    _ = try PatchFile(
      PatchFileSource(displayPath: set.relative(path), positionPath: path, bytes: content, isForPatterns: true))
  }

  /// `handle.go` for `Handle* !HandleDebug`.
  private static func fileName(_ patterns: ByteString) -> ByteString {
    let first = patterns.trimmed.split(whereSeparator: \.isSpace).first { $0.first != ASCII.bang } ?? []
    let words = first.split { !$0.isIdentifierByte || $0 >= 0x80 }.map { Array($0) }
    let name = ByteString(words.joined(separator: [ASCII.underscore])).drop { $0 == ASCII.underscore }
    return NewSet.fileName(Array(name.isEmpty ? ByteString("each")[...] : name))
  }
}

/// What a directive does to each function that patterns select.
struct EachTemplate {
  /// With its argument.
  let directive: String
  let remark: String
  /// With the space in front; empty for none.
  let body: String
}
