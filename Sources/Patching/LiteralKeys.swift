internal import Bytes
internal import GoSyntax

/// Tells whether the key of a composite literal is a field's name or a variable, where the literal alone does not show it.
final class LiteralKeys {
  enum Meaning {
    case field, variable, unknown
  }

  private let package: TargetPackage
  /// The patch files for the package, which may add types to it.
  private let files: [PatchFile]
  private var meanings: [Inside: Meaning] = [:]

  init(package: TargetPackage, files: [PatchFile]) {
    self.package = package
    self.files = files
  }

  func meaning(of use: IdentifierUse) -> Meaning {
    switch use.literal {
    case nil: .variable
    case .unknown: .unknown
    case .named(let name, let level): meaning(in: Inside(name: name, level: level))
    }
  }

  /// Each type is looked up once.
  private func meaning(in literal: Inside) -> Meaning {
    if let known = meanings[literal] { return known }
    let result = meaning(in: literal, depth: 8)
    meanings[literal] = result
    return result
  }

  /// - Parameter depth: how often a type may be looked up; broken code may define one by itself.
  private func meaning(in literal: Inside, depth: Int) -> Meaning {
    let name = literal.name
    // What a patch puts in the place of a type may be for some builds only.
    let isChanged = files.contains { file in
      file.patches.contains {
        $0.declaration.kind == .type && !$0.effects.contains(.extends)
          && file.source.text($0.declaration.name).equals(name)
      }
    }
    if isChanged { return .unknown }
    let added = files.lazy.flatMap { file in file.additions.lazy.map { (file.source, $0) } }
      .first { $0.1.kind == .type && $0.0.text($0.1.name).equals(name) }
    let found = added ?? package.declaration(of: name).map { ($0.file, $0.declaration) }
    guard depth > 0, let (file, declaration) = found,
      declaration.kind == .type, let type = declaration.type
    else { return .unknown }
    // What the elements of a generic type are may be one of its arguments.
    if literal.level > 0, !Signature(of: declaration, in: file).allTypeParameterNames.isEmpty { return .unknown }
    return meaning(of: type, level: literal.level, in: file, depth: depth)
  }

  private func meaning(of type: TypeExpression, level: Int, in file: SourceFile, depth: Int) -> Meaning {
    switch type.form {
    case .structure: level == 0 ? .field : .unknown
    case .slice(let element), .array(let element), .map(_, let element):
      level == 0 ? .variable : meaning(of: element, level: level - 1, in: file, depth: depth)
    case .name: meaning(in: Inside(name: Array(file.text(type.range)), level: level), depth: depth - 1)
    case .parenthesized(let base): meaning(of: base, level: level, in: file, depth: depth)
    case .generic(let base): level == 0 ? meaning(of: base, level: 0, in: file, depth: depth) : .unknown
    // The `&` of an element may be left out.
    case .pointer(let base): level == 0 ? meaning(of: base, level: 0, in: file, depth: depth) : .unknown
    case .qualified, .interface, .channel, .function, .other: .unknown
    }
  }

  /// The type of a literal that lies inside of one whose type has a name.
  private struct Inside: Hashable {
    let name: ByteString
    let level: Int
  }
}
