internal import Bytes
internal import GoSyntax

/// The composite literals and the types of a file, by the names in their types.
struct FileLiterals {
  /// Each with the declaration that it stands in.
  private var literals: [ByteString: [(declaration: Declaration, literal: CompositeLiteral)]] = [:]
  private var types: [ByteString: [Declaration]] = [:]
  private let locals: [Int: LocalTypes]
  private let source: SourceFile

  init(_ file: SourceFile) {
    source = file
    var locals: [Int: LocalTypes] = [:]
    for declaration in file.declarations where declaration.isFirstOfNode {
      let place = declaration.node.range.lowerBound
      if declaration.kind == .type, let type = declaration.type {
        for name in Self.names(in: type, of: file) { types[name, default: []].append(declaration) }
        locals[place] = LocalTypes(of: declaration, in: file)
      }
      // A constant's value builds nothing: `unsafe.Sizeof(T{})`.
      guard declaration.kind != .constant else { continue }
      let all = CompositeLiteral.all(in: declaration, of: file)
      if all.isEmpty { continue }
      let known = LocalTypes(of: declaration, in: file)
      locals[place] = known
      for literal in all {
        for name in Self.names(in: literal.type, of: file, known) {
          literals[name, default: []].append((declaration, literal))
        }
      }
    }
    self.locals = locals
  }

  /// The literals in whose types one of the names stands, in order.
  func literals(of names: Set<ByteString>) -> [(declaration: Declaration, literal: CompositeLiteral)] {
    var seen: Set<Int> = []
    return names.flatMap { literals[$0] ?? [] }.filter { seen.insert($0.literal.node.range.lowerBound).inserted }
      .sorted { $0.literal.node.range.lowerBound < $1.literal.node.range.lowerBound }
  }

  /// The type declarations of the file that are made of the name.
  func types(of name: ByteString) -> [Declaration] { types[name] ?? [] }

  func locals(of declaration: Declaration) -> LocalTypes {
    locals[declaration.node.range.lowerBound] ?? LocalTypes()
  }

  /// The names that a type is made of; a local one counts for what it is made of.
  private static func names(
    in type: TypeExpression, of file: SourceFile, _ locals: LocalTypes = LocalTypes(), depth: Int = 8
  ) -> Set<ByteString> {
    var result: Set<ByteString> = []
    _ = LiteralShape(of: type) { type in
      if let name = type.qualified?.name {
        result.insert(Array(file.text(name)))
      } else if case .name = type.form {
        let definition = locals.declarations[type.range.lowerBound].flatMap { locals.types[$0]?.definition }
        if let definition, depth > 0 {
          result.formUnion(names(in: definition, of: file, locals, depth: depth - 1))
        } else {
          result.insert(Array(file.text(type.range)))
        }
      }
      return nil
    }
    return result
  }
}
