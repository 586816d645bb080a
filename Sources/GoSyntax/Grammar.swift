internal import CTreeSitter
internal import CTreeSitterGo

/// The kinds of nodes that this layer asks for. Everything else that a grammar has is `other`.
///
/// A kind is the grammar's name of a node: `functionDeclaration` is `function_declaration`.
enum NodeKind: String, CaseIterable {
  case other = ""
  /// Text that the parser could make nothing of.
  case error = "ERROR"

  case comment
  case identifier
  case typeIdentifier = "type_identifier"
  case packageIdentifier = "package_identifier"
  case label
  case interpretedString = "interpreted_string_literal"
  case rawString = "raw_string_literal"

  case packageClause = "package_clause"
  case importDeclaration = "import_declaration"
  case importSpecification = "import_spec"
  case constDeclaration = "const_declaration"
  case constSpecification = "const_spec"
  case varDeclaration = "var_declaration"
  case varSpecification = "var_spec"
  case typeDeclaration = "type_declaration"
  case typeDefinition = "type_definition"
  case aliasDeclaration = "alias_declaration"
  case functionDeclaration = "function_declaration"
  case methodDeclaration = "method_declaration"

  case parameters
  case typeArguments = "type_arguments"
  case genericType = "generic_type"
  case qualifiedIdentifier = "qualified_identifier"
  case pointerType = "pointer_type"
  case parenthesizedType = "parenthesized_type"
  case arrayType = "array_type"
  case implicitLengthArrayType = "implicit_length_array_type"
  case sliceType = "slice_type"
  case mapType = "map_type"
  case channelType = "channel_type"
  case functionType = "function_type"
  case structType = "struct_type"
  case interfaceType = "interface_type"
  case fieldDeclaration = "field_declaration"
  case methodElement = "method_elem"

  case block
  case emptyStatement = "empty_statement"
  case labeledStatement = "labeled_statement"
  case returnStatement = "return_statement"
  case breakStatement = "break_statement"
  case continueStatement = "continue_statement"
  case gotoStatement = "goto_statement"
  case ifStatement = "if_statement"
  case forStatement = "for_statement"
  case rangeClause = "range_clause"
  case expressionSwitch = "expression_switch_statement"
  case expressionCase = "expression_case_clause"
  case typeSwitch = "type_switch_statement"
  case typeCase = "type_case_clause"
  case communicationCase = "communication_clause"
  case receiveStatement = "receive_statement"
  case shortVarDeclaration = "short_var_declaration"
  case assignment
  case incrementOrDecrement = "inc_dec_statement"
  case expressionStatement = "expression_statement"

  case compositeLiteral = "composite_literal"
  case literalValue = "literal_value"
  case keyedElement = "keyed_element"
  case selectorExpression = "selector_expression"
  case functionLiteral = "function_literal"
  case callExpression = "call_expression"
  case unaryExpression = "unary_expression"
  case parenthesizedExpression = "parenthesized_expression"

  case openingParenthesis = "("
  case openingBrace = "{"
  case colon = ":"
  case semicolon = ";"
  case star = "*"
  case ampersand = "&"
  case ellipsis = "..."
  case define = ":="

  /// Whether the grammar has a name for such a node, rather than its text.
  var isNamed: Bool {
    switch self {
    case .openingParenthesis, .openingBrace, .colon, .semicolon, .star, .ampersand, .ellipsis, .define: false
    default: true
    }
  }
}

/// The names that a node's children have in the grammar.
enum Field: Int, CaseIterable {
  case arguments, body, constraint, element, field, function, key, label, left, name, operand, package, parameters,
    path, receiver, result
  case right, type, typeParameters, value

  var name: StaticString {
    switch self {
    case .arguments: "arguments"
    case .body: "body"
    case .constraint: "constraint"
    case .element: "element"
    case .field: "field"
    case .function: "function"
    case .key: "key"
    case .label: "label"
    case .left: "left"
    case .name: "name"
    case .operand: "operand"
    case .package: "package"
    case .parameters: "parameters"
    case .path: "path"
    case .receiver: "receiver"
    case .result: "result"
    case .right: "right"
    case .type: "type"
    case .typeParameters: "type_parameters"
    case .value: "value"
    }
  }
}

/// The Go grammar, with the numbers of what this layer asks for, looked up once.
struct Grammar: @unchecked Sendable {
  static let go = Grammar()

  let language: OpaquePointer
  /// By the library's number of a kind.
  private let kinds: UnsafeMutablePointer<NodeKind>
  private let count: Int
  /// By the number of the case.
  private let fields: [TSFieldId]
  /// What is asked for and the grammar has not.
  let lacking: [String]

  private init() {
    guard let grammar = routinex_go_grammar(UInt32(TREE_SITTER_LANGUAGE_VERSION)) else { fatalError("no Go grammar") }
    language = OpaquePointer(grammar)
    count = Int(ts_language_symbol_count(language))
    kinds = .allocate(capacity: count)
    kinds.initialize(repeating: .other, count: count)
    let wanted = NodeKind.allCases.filter { $0 != .other && $0 != .error }
    var byName = Dictionary(uniqueKeysWithValues: wanted.map { ($0.rawValue, $0) })
    for symbol in 0..<count {
      // Several rules of a grammar may give nodes of one name.
      guard let name = ts_language_symbol_name(language, TSSymbol(symbol)), let kind = byName[String(cString: name)],
        ts_language_symbol_type(language, TSSymbol(symbol))
          == (kind.isNamed ? TSSymbolTypeRegular : TSSymbolTypeAnonymous)
      else { continue }
      kinds[symbol] = kind
    }
    for symbol in 0..<count { byName[kinds[symbol].rawValue] = nil }
    var lacking = byName.keys.sorted()
    var fields: [TSFieldId] = []
    for field in Field.allCases {
      let name = UnsafeRawPointer(field.name.utf8Start).assumingMemoryBound(to: CChar.self)
      fields.append(ts_language_field_id_for_name(language, name, UInt32(field.name.utf8CodeUnitCount)))
      if fields.last == 0 { lacking.append("\(field.name)") }
    }
    self.fields = fields
    self.lacking = lacking
  }

  func kind(of symbol: TSSymbol) -> NodeKind {
    let symbol = Int(symbol)
    if symbol < count { return kinds[symbol] }
    return symbol == Int(TSSymbol.max) ? .error : .other
  }

  func id(of field: Field) -> TSFieldId { fields[field.rawValue] }
}
