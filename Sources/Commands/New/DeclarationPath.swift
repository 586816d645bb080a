internal import Bytes
internal import Toolexec

/// `IMPORTPATH.DECL` as a person writes it, and what it may mean: import paths have dots too.
struct DeclarationPath: Equatable {
  let importPath: ByteString
  /// The base type of a method's receiver.
  let receiver: ByteString?
  let name: ByteString

  /// `Client.Do`, `Get`.
  var declaration: ByteString { receiver.map { $0 + [ASCII.dot] + name } ?? name }

  /// What the text may mean, that with the longest import path first: `gopkg.in/yaml.v3.Marshal` is `Marshal` of
  /// `gopkg.in/yaml.v3` or the method `Marshal` of type `v3` of `gopkg.in/yaml`. A method is written `Type.Method`,
  /// `(Type).Method` or `(*Type).Method`.
  static func readings(of text: ByteString) -> [DeclarationPath] {
    if let opening = text.firstIndex(of: ByteString(".(")) {
      guard let closing = text.lastIndex(of: ASCII.closingParenthesis), closing + 1 < text.count,
        text[closing + 1] == ASCII.dot
      else { return [] }
      var type = text[(opening + 2)..<closing]
      if type.first == ASCII.star { type.removeFirst() }
      return reading(text[..<opening], [type, text[(closing + 2)...]]).map { [$0] } ?? []
    }
    let start = text.lastIndex(of: ASCII.slash).map { $0 + 1 } ?? 0
    return text.indices.reversed().filter { $0 > start && text[$0] == ASCII.dot }.compactMap { dot in
      reading(text[..<dot], text[(dot + 1)...].split(separator: ASCII.dot, omittingEmptySubsequences: false))
    }
  }

  private static func reading(_ importPath: ArraySlice<UInt8>, _ words: [ArraySlice<UInt8>]) -> DeclarationPath? {
    // `Map[K, V]` is written for the type `Map` by who copies a receiver.
    let names = words.map { Array($0.prefix { $0 != ASCII.openingBracket }) }
    guard PackageIdentity.isWellFormed(Array(importPath)), (1...2).contains(names.count),
      names.allSatisfy({ $0.first.map { !$0.isDigit } ?? false && $0.allSatisfy(\.isIdentifierByte) })
    else { return nil }
    return DeclarationPath(
      importPath: Array(importPath), receiver: names.count == 2 ? names[0] : nil, name: names[names.count - 1])
  }
}
