package import Bytes

/// An identifier in a function, and what declares it there.
package struct IdentifierUse {
  package let node: Node
  package let name: ByteString
  /// The offset of the identifier that declares it inside the function (parameters and type parameters included); nil
  /// when it is declared outside: by the package, an import or Go itself.
  package let declaration: Int?
  /// Whether the identifier is the key of a composite literal, which may be a field's name rather than a value: the
  /// literal's type does not show which.
  package let mayBeField: Bool
}

/// Resolves the identifiers of a function by the scoping rules of the Go specification ("Declarations and scope").
/// Field and method names behind a dot, and labels, are not identifiers in this sense.
package enum Scopes {
  /// Every use and declaration in a function, from its receiver to the end of its body, or in another specification, in
  /// file order.
  package static func uses(in declaration: Declaration, of file: SourceFile) -> [IdentifierUse] {
    var resolver = Resolver(file: file)
    if declaration.isFunction {
      resolver.function(declaration.node)
    } else {
      resolver.specification(declaration.node)
    }
    return resolver.uses.sorted { $0.node.range.lowerBound < $1.node.range.lowerBound }
  }
}

private struct Resolver {
  let file: SourceFile
  var uses: [IdentifierUse] = []
  /// What each name means here, the innermost scope's last, with the number of the scope.
  private var meanings: [ByteString: [(scope: Int, declaration: Int)]] = [:]
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
        node: node, name: name, declaration: isBlank ? nil : node.range.lowerBound, mayBeField: false))
  }

  /// Gives a name its meaning in the innermost scope.
  private mutating func bind(_ name: ByteString, to declaration: Int) {
    guard !scopes.isEmpty else { return }
    if isDeclaredHere(name) { meanings[name]?.removeLast() } else { scopes[scopes.count - 1].append(name) }
    meanings[name, default: []].append((scopes.count, declaration))
  }

  private func isDeclaredHere(_ name: ByteString) -> Bool {
    !scopes.isEmpty && meanings[name]?.last?.scope == scopes.count
  }

  private mutating func use(_ node: Node, mayBeField: Bool = false) {
    let name = Array(file.text(node))
    let declaration = meanings[name]?.last?.declaration
    uses.append(IdentifierUse(node: node, name: name, declaration: declaration, mayBeField: mayBeField))
  }

  private mutating func scoped(_ body: (inout Resolver) -> Void) {
    scopes.append([])
    body(&self)
    for name in scopes.removeLast() { meanings[name]?.removeLast() }
  }

  // MARK: Functions

  /// Type parameters are in scope from the header on; the names of the receiver, the parameters and the results only in the
  /// body, so that `func (T T) M(int int) int` means the types by its types (The Go Programming Language Specification:
  /// Declarations and scope).
  mutating func function(_ node: Node) {
    scoped { resolver in
      let receiver = node.child(field: "receiver")
      for parameter in receiver?.children ?? [] {
        if let type = parameter.child(field: "type") { resolver.receiverType(type) }
      }
      if let parameters = node.child(field: "type_parameters") { resolver.typeParameters(parameters) }
      resolver.parametersAndBody(of: node, receiver: receiver)
    }
  }

  /// A package-level specification; its names are not declared here, but what it says is read.
  mutating func specification(_ node: Node) {
    if let parameters = node.child(field: "type_parameters") {
      return scoped { resolver in
        resolver.typeParameters(parameters)
        if let type = node.child(field: "type") { resolver.visit(type) }
      }
    }
    for field: StaticString in ["type", "value"] {
      if let child = node.child(field: field) { visit(child) }
    }
  }

  /// Parameters and the body share one scope; the types are looked up outside of it.
  private mutating func parametersAndBody(of node: Node, receiver: Node? = nil) {
    let lists = [node.child(field: "parameters"), node.child(field: "result")].compactMap(\.self)
    for list in lists { types(in: list) }
    for list in [receiver].compactMap(\.self) + lists where list.isKind("parameter_list") {
      for parameter in Signature.parameters(in: list, of: file) {
        if let name = parameter.name, Self.isName(name) { declare(name) }
      }
    }
    if let body = node.child(field: "body") {
      for child in body.children { visit(child) }
    }
  }

  /// Visits the types of a parameter list (or a single type), not the names.
  private mutating func types(in list: Node) {
    guard list.isKind("parameter_list") else { return visit(list) }
    var last: Int?
    for parameter in Signature.parameters(in: list, of: file) where parameter.type.range.lowerBound != last {
      // `a, b T` has its type once.
      last = parameter.type.range.lowerBound
      visit(parameter.type)
    }
  }

  /// The type arguments of a receiver declare the type parameters of the method.
  private mutating func receiverType(_ node: Node) {
    if node.isKind("type_identifier") { return use(node) }
    for child in node.children {
      guard child.isKind("type_arguments") else {
        receiverType(child)
        continue
      }
      child.walk {
        if $0.isKind("type_identifier") { declare($0) }
        return true
      }
    }
  }

  private mutating func typeParameters(_ list: Node) {
    for parameter in list.children {
      for name in parameter.children(field: "name") where Self.isName(name) { declare(name) }
    }
    for parameter in list.children {
      if let constraint = parameter.child(field: "type") { visit(constraint) }
    }
  }

  // MARK: Statements and expressions

  private mutating func visit(_ node: Node) {
    if Self.isName(node) || node.isKind("type_identifier") || node.isKind("package_identifier") {
      use(node)
    } else if node.isKind("qualified_type") {
      if let package = node.child(field: "package") { use(package) }
    } else if node.isKind("func_literal") {
      scoped { $0.parametersAndBody(of: node) }
    } else if node.isKind("function_type") || node.isKind("method_elem") {
      for field: StaticString in ["parameters", "result"] {
        if let list = node.child(field: field) { types(in: list) }
      }
    } else if Self.opensScope(node) {
      scoped { $0.visitChildren(of: node) }
    } else if node.isKind("short_var_declaration") {
      shortDeclaration(node)
    } else if node.isKind("range_clause") || node.isKind("receive_statement") {
      let declares = node.children.contains { $0.isKind(":=") }
      if let right = node.child(field: "right") { visit(right) }
      if let left = node.child(field: "left") { declares ? assignNew(left) : visit(left) }
    } else if node.isKind("var_spec") || node.isKind("const_spec") {
      for field: StaticString in ["type", "value"] {
        if let child = node.child(field: field) { visit(child) }
      }
      for name in node.children(field: "name") where Self.isName(name) { declare(name) }
    } else if node.isKind("type_spec") || node.isKind("type_alias") {
      if let name = node.child(field: "name") { declare(name) }
      scoped { resolver in
        if let parameters = node.child(field: "type_parameters") { resolver.typeParameters(parameters) }
        if let type = node.child(field: "type") { resolver.visit(type) }
      }
    } else if node.isKind("type_switch_statement") {
      scoped { $0.typeSwitch(node) }
    } else if node.isKind("composite_literal") {
      compositeLiteral(node)
    } else {
      visitChildren(of: node)
    }
  }

  private mutating func visitChildren(of node: Node) {
    for child in node.children { visit(child) }
  }

  /// To the grammar some predeclared names are words of the language; in Go they may be declared anew.
  private static func isName(_ node: Node) -> Bool {
    node.isKind("identifier") || node.isKind("nil") || node.isKind("true") || node.isKind("false")
      || node.isKind("iota")
  }

  private static func opensScope(_ node: Node) -> Bool {
    node.isKind("block") || node.isKind("for_statement") || node.isKind("if_statement")
      || node.isKind("expression_switch_statement") || node.isKind("expression_case") || node.isKind("default_case")
      || node.isKind("type_case") || node.isKind("communication_case")
  }

  private mutating func shortDeclaration(_ node: Node) {
    if let right = node.child(field: "right") { visit(right) }
    if let left = node.child(field: "left") { assignNew(left) }
  }

  /// The left side of `:=`: a name that the innermost scope has is assigned, another is declared.
  private mutating func assignNew(_ left: Node) {
    for child in left.children where Self.isName(child) {
      if isDeclaredHere(Array(file.text(child))) { use(child) } else { declare(child) }
    }
  }

  /// The symbol is declared anew in each clause, behind its types; one declaration stands for all of them.
  private mutating func typeSwitch(_ node: Node) {
    let alias = node.child(field: "alias")
    let symbol = alias?.children.first(where: Self.isName)
    for child in node.children where child.range != alias?.range {
      guard let symbol, child.isKind("type_case") || child.isKind("default_case") else {
        visit(child)
        continue
      }
      let colon = child.children.first { $0.isKind(":") }?.range.lowerBound ?? child.range.lowerBound
      for part in child.children where part.range.lowerBound < colon { visit(part) }
      scoped { resolver in
        resolver.bind(Array(resolver.file.text(symbol)), to: symbol.range.lowerBound)
        for part in child.children where part.range.lowerBound > colon { resolver.visit(part) }
      }
    }
    if let symbol {
      uses.append(
        IdentifierUse(
          node: symbol, name: Array(file.text(symbol)), declaration: symbol.range.lowerBound, mayBeField: false))
    }
  }

  private mutating func compositeLiteral(_ node: Node) {
    guard let type = node.child(field: "type") else { return visitChildren(of: node) }
    visit(type)
    let keysAreValues =
      type.isKind("map_type") || type.isKind("array_type") || type.isKind("slice_type")
      || type.isKind("implicit_length_array_type")
    if let body = node.child(field: "body") { literal(body, keysAreValues: keysAreValues) }
  }

  private mutating func literal(_ node: Node, keysAreValues: Bool) {
    for child in node.children {
      if child.isKind("keyed_element"), !keysAreValues, let key = child.children.first(where: \.isNamed) {
        let elements = child.children.filter(\.isNamed)
        if let name = key.children.first, key.childCount == 1, Self.isName(name) {
          use(name, mayBeField: true)
        } else {
          element(key)
        }
        for value in elements.dropFirst() { element(value) }
      } else if child.isKind("keyed_element") {
        for element in child.children where element.isNamed { self.element(element) }
      } else if child.isKind("literal_element") {
        element(child)
      }
    }
  }

  /// An element without a type of its own (`{...}` inside `[]T{...}`) may be of a struct type.
  private mutating func element(_ node: Node) {
    for child in node.children {
      if child.isKind("literal_value") { literal(child, keysAreValues: false) } else { visit(child) }
    }
  }
}
