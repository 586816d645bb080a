internal import Bytes
internal import Findings
internal import GoSyntax

/// The composite literals of one type that a package builds, as far as its own files show what they are of.
struct LiteralUses {
  struct Use {
    let target: Target
    /// The whole: `&T{...}`, `T{...}`, or the braces of an element whose type is left out.
    let range: Range<Int>
    /// Whether a pointer is what stands there.
    let isPointer: Bool
    /// Where the type, or `&` and the type, is left out.
    let isElided: Bool
    /// The type as it may be written there; nil where that has to be found out.
    let spelling: ByteString?

    var place: Place { target.file.place(at: range.lowerBound) }
  }

  /// In the order of the files, and of the places in each.
  private(set) var list: [Use] = []

  private let package: TargetPackage
  /// The import path; nil for a type of the package itself.
  private let path: ByteString?
  private let name: ByteString
  /// What the types of the package are that are made of the type.
  private var shapes: [ByteString: (shape: LiteralShape, isAlias: Bool)] = [:]

  /// - Parameter path: nil for a type of the package itself.
  init(of name: ByteString, from path: ByteString?, in package: TargetPackage) {
    self.name = name
    self.path = path
    self.package = package
    findTypes()
    let names = Set(shapes.keys).union([name])
    for index in package.files.indices where mayHave(names, index) {
      let literals = package.literals(at: index)
      for (declaration, literal) in literals.literals(of: names) {
        let target = Target(file: package.source(at: index), fileIndex: index, declaration: declaration)
        guard let shape = shape(of: literal.type, in: target, literals.locals(of: declaration)),
          !isMeasured(literal, in: target)
        else { continue }
        add(literal, shape, in: target)
      }
    }
    list.sort { ($0.target.fileIndex, $0.range.lowerBound) < ($1.target.fileIndex, $1.range.lowerBound) }
  }

  private mutating func add(_ literal: CompositeLiteral, _ shape: LiteralShape, in target: Target) {
    func spelling(_ type: TypeExpression?) -> ByteString? {
      guard let type else { return nil }
      guard let (package, name) = type.qualified else { return Array(target.file.text(type.range)) }
      return target.file.text(package) + [ASCII.dot] + target.file.text(name)
    }
    if case .subject(let type) = shape {
      list.append(
        Use(
          target: target, range: (literal.pointer ?? literal.node).range, isPointer: literal.pointer != nil,
          isElided: false, spelling: spelling(type)))
    }
    for (value, shape, isPointer) in shape.elided(in: literal.value) {
      guard case .subject(let type) = shape else { continue }
      list.append(
        Use(target: target, range: value.node.range, isPointer: isPointer, isElided: true, spelling: spelling(type)))
    }
  }

  // MARK: Types

  /// Finds the package's own types that are made of the type, and those that are made of these.
  private mutating func findTypes() {
    var pending = [name]
    while let name = pending.popLast() {
      for index in package.files.indices where mayHave([name], index) {
        let literals = package.literals(at: index)
        for declaration in literals.types(of: name) {
          let target = Target(file: package.source(at: index), fileIndex: index, declaration: declaration)
          let defined = Array(target.file.text(declaration.name))
          guard shapes[defined] == nil, let type = declaration.type,
            let shape = shape(of: type, in: target, literals.locals(of: declaration))
          else { continue }
          // What is defined by the type is another one.
          if case .subject = shape, !declaration.isAlias { continue }
          shapes[defined] = (shape.elsewhere, declaration.isAlias)
          pending.append(defined)
        }
      }
    }
  }

  private func mayHave(_ names: Set<ByteString>, _ index: Int) -> Bool {
    let bytes = package.files[index].bytes
    return names.contains { candidate in
      guard bytes.firstIndex(of: candidate) != nil else { return false }
      // Another package's type has to be imported where it is named.
      guard candidate == name, let path, shapes[candidate] == nil else { return true }
      return bytes.firstIndex(of: path) != nil
    }
  }

  /// - Parameter depth: how often a local type may still be looked up; one can be defined by itself.
  private func shape(
    of type: TypeExpression, in target: Target, _ locals: LocalTypes, depth: Int = 8
  ) -> LiteralShape? {
    LiteralShape(of: type) { type in
      if let (package, name) = type.qualified {
        guard let path, target.file.text(name).equals(self.name), locals.declarations[package.range.lowerBound] == nil,
          target.file.importItem(called: Array(target.file.text(package)))?.path == path
        else { return nil }
        return .subject(type)
      }
      guard case .name = type.form else { return nil }
      let name = Array(target.file.text(type.range))
      let found: LiteralShape?
      var isAlias = true
      if let place = locals.declarations[type.range.lowerBound] {
        guard depth > 0, let local = locals.types[place] else { return nil }
        found = shape(of: local.definition, in: target, locals, depth: depth - 1)?.elsewhere
        isAlias = local.isAlias
      } else if name == self.name, isVisible(in: target.file) {
        found = .subject(type)
      } else {
        found = shapes[name]?.shape
        isAlias = shapes[name]?.isAlias ?? true
      }
      // An alias is another name for it, to be written as it stands.
      if case .subject = found { return isAlias ? .subject(type) : nil }
      return found
    }
  }

  /// Whether the name alone means the type in a file: it is the package's own, or comes with a dot.
  private func isVisible(in file: SourceFile) -> Bool {
    guard let path else { return true }
    return file.imports(of: path).contains { $0.name?.equals(".") == true } && package.declaration(of: name) == nil
  }

  // MARK: Constants

  /// Whether a literal is a part of what `len` or `cap` may have the constant value of.
  private func isMeasured(_ literal: CompositeLiteral, in target: Target) -> Bool {
    guard let measure = literal.measure else { return false }
    let function = Array(target.file.text(measure))
    let isLocal = target.file.identifiers(of: target.declaration).localPlaces.contains(measure.range.lowerBound)
    return !isLocal && !package.declares(function)
  }
}
