internal import Bytes
internal import Findings
internal import GoSyntax

/// Composite literals without field names of a struct type, which lack a value once the type has more fields. The compiler
/// would say "too few values" of them, and nothing of the patch.
struct PositionalLiterals {
  /// A literal, and where.
  private struct Place {
    let file: SourceFile
    let fileIndex: Int
    let node: Node
  }

  private let target: Target
  private let package: TargetPackage
  /// The types of the package with the struct in them: itself, and what is defined by it.
  private var shapes: [ByteString: LiteralShape]
  /// Where their names stand, by the index of the file.
  private var places: [ByteString: [(fileIndex: Int, list: [Int])]] = [:]

  init(of target: Target, in package: TargetPackage) {
    self.target = target
    self.package = package
    let name = Array(target.file.text(target.declaration.name))
    shapes = [name: .subject(nil)]
    var pending = [name]
    while let name = pending.popLast() {
      places[name] = package.files.enumerated().map { ($0.offset, Self.places(of: name, in: $0.element.bytes)) }
      for (source, _) in excerpts(holding: name, where: Self.mayDefine) {
        for declaration in source.declarations where declaration.kind == .type {
          let defined = Array(source.text(declaration.name))
          guard shapes[defined] == nil, let type = declaration.type,
            let shape = shape(of: type, in: source, LocalTypes(of: declaration, in: source))
          else { continue }
          shapes[defined] = shape
          pending.append(defined)
        }
      }
    }
  }

  /// - Parameter isRemoved: whether a range of the package's file of that index goes away.
  func findings(for patch: Patch, isRemoved: (Range<Int>, Int) -> Bool) -> [Finding] {
    guard let place = all.first(where: { !isRemoved($0.node.range, $0.fileIndex) }) else { return [] }
    let text = place.file.text(place.node)
    let line = text.prefix { $0 != ASCII.newline }
    let shown = line.count > 60 || line.count < text.count ? line.prefix(60).text + "…" : text.text
    return [
      patch.finding(
        .positionalLiteral,
        "a literal of \(target.name) at \(place.file.place(of: place.node)) (\(shown)) has no field names, "
          + "and would lack a value for the field appended here; write the field names there, replace that "
          + "declaration too, or keep the data elsewhere")
    ]
  }

  private var all: [Place] {
    var result: [Place] = []
    var seen: Set<[Int]> = []
    for name in shapes.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      for (source, index) in excerpts(
        holding: name, where: { Self.mayBeginLiteral($0, $1) || Self.mayDefineLocally($0, $1) })
      {
        for declaration in source.declarations where declaration.isFirstOfNode {
          var locals: LocalTypes?
          for literal in CompositeLiteral.all(in: declaration, of: source) {
            let known = locals ?? LocalTypes(of: declaration, in: source)
            locals = known
            guard let shape = shape(of: literal.type, in: source, known) else { continue }
            let built =
              [(literal.node, literal.value, shape)]
              + shape.elided(in: literal.value).map {
                ($0.value.node, $0.value, $0.shape)
              }
            for (node, value, shape) in built where Self.isPositional(value, shape) {
              if seen.insert([index, node.range.lowerBound]).inserted {
                result.append(Place(file: source, fileIndex: index, node: node))
              }
            }
          }
        }
      }
    }
    return result.sorted { ($0.fileIndex, $0.node.range.lowerBound) < ($1.fileIndex, $1.node.range.lowerBound) }
  }

  // MARK: Types and literals

  /// - Parameter depth: how often a local type may still be looked up; one can be defined by itself.
  private func shape(
    of type: TypeExpression, in file: SourceFile, _ locals: LocalTypes, depth: Int = 8
  ) -> LiteralShape? {
    LiteralShape(of: type) { type in
      switch type.form {
      case .generic(let base): return shape(of: base, in: file, locals, depth: depth)
      case .qualified: return nil
      default: break
      }
      guard let place = locals.declarations[type.range.lowerBound] else { return shapes[Array(file.text(type.range))] }
      guard depth > 0, let definition = locals.types[place]?.definition else { return nil }
      return shape(of: definition, in: file, locals, depth: depth - 1)
    }
  }

  /// Whether a literal of the struct has values without names.
  private static func isPositional(_ value: LiteralValue, _ shape: LiteralShape) -> Bool {
    guard case .subject = shape, let first = value.elements.first else { return false }
    return first.key == nil
  }

  // MARK: Where to look

  /// As much of each file as holds a name at a place that may matter; few are parsed.
  private func excerpts(
    holding name: ByteString, where mayMatter: (ByteString, Range<Int>) -> Bool
  ) -> [(SourceFile, Int)] {
    (places[name] ?? []).compactMap { index, list in
      let file = package.files[index]
      let places = list.filter { mayMatter(file.bytes, $0..<($0 + name.count)) }
      return places.isEmpty ? nil : (package.excerpt(at: index, holding: places), index)
    }
  }

  /// Where a name stands in front of what follows a type where a literal begins with it, as gofmt writes that (`T{1}`,
  /// `T[int]{1}`, `map[T]V{}`), or where it ends a definition. A name may be a letter: the whole package is read once.
  private static func places(of name: ByteString, in bytes: ByteString) -> [Int] {
    var result: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      name.withUnsafeBufferPointer { name in
        guard let first = name.first, bytes.count > name.count else { return }
        var place = 0
        let end = bytes.count - name.count
        while place < end {
          defer { place += 1 }
          guard bytes[place] == first else { continue }
          if place > 0, bytes[place - 1].isIdentifierByte || bytes[place - 1] == 0x2e { continue }
          var length = 1
          while length < name.count, bytes[place + length] == name[length] { length += 1 }
          guard length == name.count else { continue }
          switch bytes[place + length] {
          case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"), UInt8(ascii: "\n"),
            UInt8(ascii: "\r"):
            result.append(place)
          case UInt8(ascii: " ") where place + length + 1 < bytes.count:
            let next = bytes[place + length + 1]
            if next == UInt8(ascii: "{") || next == UInt8(ascii: "/") { result.append(place) }
          default: break
          }
        }
      }
    }
    return result
  }

  /// Whether a literal may begin with the type, and have a value.
  private static func mayBeginLiteral(_ bytes: ByteString, _ name: Range<Int>) -> Bool {
    switch bytes[name.upperBound] {
    case ASCII.openingBracket, ASCII.closingBracket: return true
    case ASCII.openingBrace, ASCII.space: break
    default: return false
    }
    let behind = bytes[name.upperBound...].drop(while: \.isSpace)
    return behind.first == ASCII.openingBrace && behind.dropFirst().first { !$0.isSpace } != ASCII.closingBrace
  }

  /// Whether the line may define a type inside a function by the name.
  private static func mayDefineLocally(_ bytes: ByteString, _ name: Range<Int>) -> Bool {
    guard let text = line(of: bytes, before: name) else { return true }
    return text.first?.isSpace == true && text.trimmed.hasPrefix("type ")
  }

  /// Whether the line may define a type by the name: `type U T`, `type L []T`, the same in a group.
  private static func mayDefine(_ bytes: ByteString, _ name: Range<Int>) -> Bool {
    guard let text = line(of: bytes, before: name), !text.hasPrefix("type ") else { return true }
    let isPlain = !text.contains(ASCII.openingParenthesis) && !text.contains(ASCII.openingBrace)
    return text.first?.isSpace == true && isPlain && bytes.contains("type (")
  }

  /// What stands before a name on its line; nil if that is no line that a person wrote.
  private static func line(of bytes: ByteString, before name: Range<Int>) -> ArraySlice<UInt8>? {
    let near = bytes[max(0, name.lowerBound - 512)..<name.lowerBound]
    if let end = near.lastIndex(of: ASCII.newline) { return near[(end + 1)...] }
    return near.startIndex == 0 ? near : nil
  }
}
