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
  private var meanings: [ByteString: Meaning] = [:]

  init(package: TargetPackage, files: [PatchFile]) {
    self.package = package
    self.files = files
  }

  func meaning(of use: IdentifierUse) -> Meaning {
    switch use.literal {
    case nil: .variable
    case .unknown: .unknown
    case .named(let name): meaning(inLiteralOf: name)
    }
  }

  /// Each type is looked up once.
  private func meaning(inLiteralOf name: ByteString) -> Meaning {
    if let known = meanings[name] { return known }
    let result = meaning(inLiteralOf: name, depth: 8)
    meanings[name] = result
    return result
  }

  /// - Parameter depth: how often a type may be looked up; broken code may define one by itself.
  private func meaning(inLiteralOf name: ByteString, depth: Int) -> Meaning {
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
    return meaning(of: type, in: file, depth: depth)
  }

  private func meaning(of type: TypeExpression, in file: SourceFile, depth: Int) -> Meaning {
    switch type.form {
    case .structure: .field
    case .slice, .array, .map: .variable
    case .name: meaning(inLiteralOf: Array(file.text(type.range)), depth: depth - 1)
    case .generic(let base), .parenthesized(let base): meaning(of: base, in: file, depth: depth)
    case .qualified, .pointer, .interface, .channel, .function, .other: .unknown
    }
  }
}
