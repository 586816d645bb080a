internal import Bytes

/// Resolves the identifiers of a function by the scoping rules of the Go specification ("Declarations and scope").
/// Field and method names behind a dot, and labels, are not identifiers in this sense.
enum Scopes {
  /// Every use and declaration in a function, from its receiver to the end of its body, or in another specification, in
  /// file order.
  static func uses(in declaration: Declaration, of file: SourceFile) -> [IdentifierUse] {
    var resolver = Resolver(file: file)
    resolver.declaration(declaration)
    return resolver.uses.sorted { $0.node.range.lowerBound < $1.node.range.lowerBound }
  }

  /// Which of some local variables are nearest where identifiers stand: in scope, not hidden by another of the name, and declared
  /// last, the first parameter of a function before its others.
  ///
  /// - Parameters:
  ///   - variables: the group of each, by where it is declared; of every group the nearest one is wanted.
  ///   - places: where the identifiers start.
  /// - Returns: where those are declared, by the place.
  static func nearest(
    of variables: [Int: Int], at places: Set<Int>, in declaration: Declaration, of file: SourceFile
  ) -> [Int: [Int]] {
    var resolver = Resolver(file: file)
    (resolver.watched, resolver.places) = (variables, places)
    resolver.declaration(declaration)
    return resolver.nearest
  }
}

struct Resolver {
  let file: SourceFile
  var uses: [IdentifierUse] = []
  /// What is asked for: see `Scopes.nearest`.
  var watched: [Int: Int] = [:] {
    didSet { groups = Set(watched.values) }
  }
  private var groups: Set<Int> = []
  var places: Set<Int> = []
  private(set) var nearest: [Int: [Int]] = [:]
  /// Those of the variables that are in scope, the nearest one last.
  private var inScope: [(name: ByteString, declaration: Int)] = []
  /// What each name means here, the innermost scope's last, with the number of the scope.
  private(set) var meanings: [ByteString: [(scope: Int, declaration: Int)]] = [:]
  /// The definitions of the types that the declaration declares, by where their names stand.
  private(set) var localTypes: [Int: TypeExpression] = [:]
  /// The names that each open scope declares.
  private var scopes: [[ByteString]] = []

  init(file: SourceFile) { self.file = file }

  // MARK: Names

  private mutating func declare(_ node: Node) {
    let name = Array(file.text(node))
    let isBlank = name.equals("_")
    if !isBlank { bind(name, to: node.range.lowerBound) }
    uses.append(
      IdentifierUse(
        node: node, name: name, declaration: isBlank ? nil : node.range.lowerBound, literal: nil))
  }

  /// Gives a name its meaning in the innermost scope.
  private mutating func bind(_ name: ByteString, to declaration: Int) {
    guard !scopes.isEmpty else { return }
    if isDeclaredHere(name) { meanings[name]?.removeLast() } else { scopes[scopes.count - 1].append(name) }
    meanings[name, default: []].append((scopes.count, declaration))
    if watched[declaration] != nil { inScope.append((name, declaration)) }
  }

  private func isDeclaredHere(_ name: ByteString) -> Bool {
    !scopes.isEmpty && meanings[name]?.last?.scope == scopes.count
  }

  mutating func use(_ node: Node, literal: KeyedLiteral? = nil) {
    let name = Array(file.text(node))
    if places.contains(node.range.lowerBound) {
      nearest[node.range.lowerBound] = nearestInScope
    }
    let declaration = meanings[name]?.last?.declaration
    uses.append(IdentifierUse(node: node, name: name, declaration: declaration, literal: literal))
  }

  private var nearestInScope: [Int] {
    var groups = groups
    var result: [Int] = []
    for (name, declaration) in inScope.reversed() {
      if groups.isEmpty { break }
      guard let group = watched[declaration], meanings[name]?.last?.declaration == declaration else { continue }
      if groups.remove(group) != nil { result.append(declaration) }
    }
    return result
  }

  private mutating func scoped(_ body: (inout Resolver) -> Void) {
    scopes.append([])
    let count = inScope.count
    body(&self)
    inScope.removeSubrange(count...)
    for name in scopes.removeLast() { meanings[name]?.removeLast() }
  }

  // MARK: Functions

  mutating func declaration(_ declaration: Declaration) {
    declaration.isFunction ? function(declaration.node) : specification(declaration.node)
  }

  /// Type parameters are in scope from the header on; the names of the receiver, the parameters and the results only in the
  /// body, so that `func (T T) M(int int) int` means the types by its types (The Go Programming Language Specification:
  /// Declarations and scope).
  mutating func function(_ node: Node) {
    scoped { resolver in
      let receiver = node.child(.receiver)
      for parameter in receiver?.children ?? [] {
        if let type = parameter.child(.type) { resolver.receiverType(type) }
      }
      if let parameters = node.child(.typeParameters) { resolver.typeParameters(parameters) }
      resolver.parametersAndBody(of: node, receiver: receiver)
    }
  }

  /// A package-level specification; its names are not declared here, but what it says is read.
  mutating func specification(_ node: Node) {
    if let parameters = node.child(.typeParameters) {
      return scoped { resolver in
        resolver.typeParameters(parameters)
        if let type = node.child(.type) { resolver.visit(type) }
      }
    }
    if let type = node.child(.type) { visit(type) }
    if let value = node.child(.value) { visit(value) }
  }

  /// Parameters and the body share one scope; the types are looked up outside of it.
  private mutating func parametersAndBody(of node: Node, receiver: Node? = nil) {
    var names = receiver.map { Signature.parameters(in: $0, of: file).compactMap(\.name) } ?? []
    for list in [node.child(.parameters), node.child(.result)].compactMap(\.self) { names += types(in: list) }
    let count = inScope.count
    for name in names { declare(name) }
    inScope[count...].reverse()
    if let body = node.child(.body) { visitChildren(of: body) }
  }

  /// Visits the types of a parameter list (or a single type), not the names.
  ///
  /// - Returns: the names.
  @discardableResult
  private mutating func types(in list: Node) -> [Node] {
    guard list.kind == .parameters else {
      visit(list)
      return []
    }
    var last: Int?
    let parameters = Signature.parameters(in: list, of: file)
    for parameter in parameters where parameter.type.range.lowerBound != last {
      // `a, b T` has its type once.
      last = parameter.type.range.lowerBound
      visit(parameter.type)
    }
    return parameters.compactMap(\.name)
  }

  /// The type arguments of a receiver declare the type parameters of the method.
  private mutating func receiverType(_ node: Node) {
    if node.kind == .typeIdentifier { return use(node) }
    for child in node.children {
      guard child.kind == .typeArguments else {
        receiverType(child)
        continue
      }
      child.walk {
        if $0.kind == .typeIdentifier { declare($0) }
        return true
      }
    }
  }

  private mutating func typeParameters(_ list: Node) {
    for parameter in list.children {
      for name in parameter.children(.name) { declare(name) }
    }
    for parameter in list.children {
      if let constraint = parameter.child(.constraint) { visit(constraint) }
    }
  }

  // MARK: Statements and expressions

  mutating func visit(_ node: Node) {
    switch node.kind {
    case .identifier, .typeIdentifier, .packageIdentifier:
      use(node)
    case .qualifiedIdentifier:
      if let package = node.child(.package) { use(package) }
    case .functionLiteral:
      scoped { $0.parametersAndBody(of: node) }
    case .functionType, .methodElement:
      if let list = node.child(.parameters) { types(in: list) }
      if let list = node.child(.result) { types(in: list) }
    case .block, .forStatement, .ifStatement, .expressionSwitch, .expressionCase, .typeCase, .communicationCase:
      scoped { $0.visitChildren(of: node) }
    case .shortVarDeclaration, .rangeClause, .receiveStatement:
      let declares = node.firstChild(.define) != nil
      if let right = node.child(.right) { visit(right) }
      if let left = node.child(.left) { declares ? assignNew(left) : visit(left) }
    case .varSpecification, .constSpecification:
      if let type = node.child(.type) { visit(type) }
      if let value = node.child(.value) { visit(value) }
      for name in node.children(.name) { declare(name) }
    case .typeDefinition, .aliasDeclaration:
      if let name = node.child(.name) {
        declare(name)
        // Names mean here what they need not mean where the type is used.
        localTypes[name.range.lowerBound] = node.child(.type).flatMap {
          definition(of: TypeExpression(node: $0))?.type
        }
      }
      scoped { resolver in
        if let parameters = node.child(.typeParameters) { resolver.typeParameters(parameters) }
        if let type = node.child(.type) { resolver.visit(type) }
      }
    case .typeSwitch:
      scoped { $0.typeSwitch(node) }
    case .compositeLiteral:
      compositeLiteral(node)
    default:
      visitChildren(of: node)
    }
  }

  mutating func visitChildren(of node: Node) {
    node.forEachChild { child, _ in visit(child) }
  }

  /// The left side of `:=`: a name that the innermost scope has is assigned, another is declared.
  private mutating func assignNew(_ left: Node) {
    for child in left.children where child.kind == .identifier {
      if isDeclaredHere(Array(file.text(child))) { use(child) } else { declare(child) }
    }
  }

  /// The symbol is declared anew in each clause, behind its types; one declaration stands for all of them.
  private mutating func typeSwitch(_ node: Node) {
    let symbol = node.child(.name)
    for child in node.children where child.range != symbol?.range {
      guard let symbol, child.kind == .typeCase || child.kind == .expressionCase else {
        visit(child)
        continue
      }
      let colon = child.firstChild(.colon)?.range.lowerBound ?? child.range.lowerBound
      for part in child.children where part.range.lowerBound < colon { visit(part) }
      scoped { resolver in
        resolver.bind(Array(resolver.file.text(symbol)), to: symbol.range.lowerBound)
        for part in child.children where part.range.lowerBound > colon { resolver.visit(part) }
      }
    }
    if let symbol {
      uses.append(
        IdentifierUse(
          node: symbol, name: Array(file.text(symbol)), declaration: symbol.range.lowerBound, literal: nil))
    }
  }
}
