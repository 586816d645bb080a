internal import Bytes
internal import GoSyntax

/// What a call may be told of the function that it stands in: `context.Context` or `*http.Request`.
enum CallContext: Int {
  case context, request

  /// By a type as it is spelled in a package.
  init?(_ spelling: [ByteString], in package: ByteString) {
    let name = spelling.drop { $0.equals("*") }
    // The package's own type is written without the package.
    let type = name.count == 1 ? package + [ASCII.dot] + name.joined() : Array(name.joined())
    switch spelling.count - name.count {
    case 0 where type.equals("context.Context"): self = .context
    case 1 where type.equals("net/http.Request"): self = .request
    default: return nil
    }
  }

  /// Its package.
  var importPath: ByteString { ByteString(self == .context ? "context" : "net/http") }

  /// The type of the first result of a function which never gives nil for it.
  static func result(of name: ArraySlice<UInt8>, from path: ByteString) -> CallContext? {
    switch (path.text, name.text) {
    case ("context", "Background"), ("context", "TODO"), ("context", "WithValue"), ("context", "WithoutCancel"),
      ("context", "WithCancel"), ("context", "WithCancelCause"), ("context", "WithDeadline"),
      ("context", "WithDeadlineCause"), ("context", "WithTimeout"), ("context", "WithTimeoutCause"),
      ("os/signal", "NotifyContext"):
      .context
    case ("net/http/httptest", "NewRequest"), ("net/http/httptest", "NewRequestWithContext"): .request
    default: nil
    }
  }

  /// The type of the result of a method of a request.
  static func result(ofRequests name: ArraySlice<UInt8>) -> CallContext? {
    switch name.text {
    case "Context": .context
    case "WithContext", "Clone": .request
    default: nil
    }
  }
}

/// The calls in a declaration, and which variables each may be told of. Only a variable counts whose type is certain: a parameter,
/// or one that is declared with its type, or with a value of a known function's.
struct CallSites {
  private var calls: [Range<Int>: Call] = [:]
  /// By where the called function is named, the nearest variable of each type.
  private var nearest: [Int: [CallContext: Variable]] = [:]

  struct Variable {
    let name: ByteString
    let declaration: Int
  }

  init(in target: Target, of package: ByteString) {
    let file = target.file
    for call in Call.all(in: target.declaration) { calls[call.function.range] = call }
    if calls.isEmpty { return }
    let variables = Self.variables(in: target, of: package)
    if variables.isEmpty { return }
    let nearest = file.nearest(
      of: variables.mapValues(\.context.rawValue), at: Set(calls.keys.map(\.lowerBound)), in: target.declaration)
    for (place, declarations) in nearest {
      for (variable, context) in declarations.compactMap({ variables[$0] }) {
        self.nearest[place, default: [:]][context] = variable
      }
    }
  }

  /// The call of what stands there; nil where it is no call.
  func call(of function: Range<Int>) -> Call? { calls[function] }

  /// The variable of the type that is nearest to a call, and that no other of its name hides.
  func variable(_ context: CallContext, nearestTo call: Call) -> Variable? {
    nearest[call.function.range.lowerBound]?[context]
  }

  private static func variables(
    in target: Target, of package: ByteString
  ) -> [Int: (variable: Variable, context: CallContext)] {
    let file = target.file
    let spelling = TypeSpelling(file: file, typeParameters: [])
    let uses = file.identifiers(of: target.declaration).uses
    let meanings = Dictionary(
      uses.compactMap { use in use.declaration.map { (use.node.range.lowerBound, $0) } },
      uniquingKeysWith: { first, _ in first })
    var result: [Int: (variable: Variable, context: CallContext)] = [:]

    func context(of type: TypeExpression) -> CallContext? {
      var named = type
      if case .pointer(let pointee) = type.form { named = pointee }
      // A local may be called like the package, or like the type.
      guard meanings[named.range.lowerBound] == nil else { return nil }
      return CallContext(spelling.spell(type), in: package)
    }
    func context(of value: LocalVariable.Value) -> CallContext? {
      switch value {
      case .name(let node): return meanings[node.range.lowerBound].flatMap { result[$0]?.context }
      case .call(let operand, let selected):
        guard let declaration = meanings[operand.range.lowerBound] else {
          return file.importItem(called: Array(file.text(operand))).flatMap {
            CallContext.result(of: file.text(selected), from: $0.path)
          }
        }
        guard result[declaration]?.context == .request else { return nil }
        return CallContext.result(ofRequests: file.text(selected))
      }
    }
    for variable in LocalVariable.all(in: target.declaration, of: file) {
      let found: CallContext? =
        switch variable.origin {
        case .typed(let type): context(of: type)
        case .value(let value, let place): place == 0 ? context(of: value) : nil
        }
      let declaration = variable.name.range.lowerBound
      guard let found, meanings[declaration] == declaration else { continue }
      let name = Array(file.text(variable.name))
      result[declaration] = (Variable(name: name, declaration: declaration), found)
    }
    return result
  }
}
