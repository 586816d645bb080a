internal import Bytes
internal import Findings
internal import GoSyntax

/// `target.Return(f)` in a patch for many functions: where f holds a function of the target's type, with the receiver as its
/// first parameter, the target returns what that function returns for the parameters as they now stand.
enum TargetReturn {
  static let name = ByteString("Return")

  /// What the function and the answer of the check are called, with a number behind.
  static let newNames = [ByteString("function"), ByteString("fits")]

  /// The text around the argument of a call: what comes in front of it, and what behind it.
  static func text(in names: TargetNames) -> (front: ByteString, back: ByteString) {
    let signature = names.signature
    let (function, fits) = (names.freshName(newNames[0]), names.freshName(newNames[1]))
    func list(_ items: [ByteString]) -> ByteString {
      ByteString("(") + ByteString(items.joined(separator: ByteString(", "))) + ByteString(")")
    }
    func types(_ parameters: [Parameter]) -> [ByteString] {
      parameters.map { ($0.isVariadic ? ByteString("...") : []) + names.text(of: $0.typeRange) }
    }
    let receiver = signature.receiver.map { [$0] } ?? []
    let type =
      ByteString("func") + list(types(receiver + signature.parameters)) + [ASCII.space]
      + (signature.results.isEmpty ? [] : list(types(signature.results)))
    let values =
      (signature.receiver == nil ? [] : [names.name(at: .receiver) ?? []])
      + signature.parameters.enumerated().map { index, parameter in
        (names.name(at: .parameter(index)) ?? []) + (parameter.isVariadic ? ByteString("...") : [])
      }
    let call = function + list(values)
    let body = signature.results.isEmpty ? call + ByteString("; return") : ByteString("return ") + call
    // `any` came with Go 1.18, and a module may be older.
    return (
      ByteString("if ") + function + ByteString(", ") + fits + ByteString(" := interface{}("),
      ByteString(").(") + type.trimmed + ByteString("); ") + fits + ByteString(" { ") + body + ByteString(" }")
    )
  }

  /// What is wrong with a use of it.
  ///
  /// - Parameter call: nil where it is no call.
  static func problem(_ call: Call?, in declaration: Declaration) -> Wording? {
    guard let call, call.arguments.count == 1, !call.isSpread,
      declaration.body?.ownStatements.contains(call.range) == true
    else {
      return
        "write target.Return(f) as a separate statement with one value, outside of function literals; if f is a "
        + "function of the target's type, it calls f with the parameters and returns the results"
    }
    return nil
  }
}

extension Patch {
  /// Whether it returns from its targets with `target.Return`.
  var returnsCall: Bool { targetUses.contains { $0.name == TargetReturn.name } }
}
