import TestSupport

/// Writes statements that change nothing: they use the function's names, declare locals, jump and call.
struct BodyWriter {
  /// A name that the statements may use, and its type where that can be written down here.
  struct Value {
    let name: String
    let type: String?
  }

  /// What can be used.
  let values: [Value]
  /// Names that mean something in the function already.
  var taken: Set<String>
  /// Names that free identifiers of the statements may not have, since the target's own stand there.
  let hidden: Set<String>
  /// Locals of the target, for others to be called like them.
  let popular: [String]
  /// Functions of imported packages, qualified.
  let functions: [String]
  /// Struct types of the package.
  let types: [String]
  private var labels = 0

  init(
    values: [Value], taken: Set<String>, hidden: Set<String>, popular: [String], functions: [String], types: [String]
  ) {
    self.values = values
    self.taken = taken
    self.hidden = hidden
    self.popular = popular
    self.functions = functions
    self.types = types
  }

  mutating func statements(_ count: ClosedRange<Int>, _ random: inout Random) -> String {
    (0..<random.number(count)).map { _ in statement(&random) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static let common = ["err", "i", "n", "p", "x", "s", "b", "ok", "v", "r"]

  /// A name for a new local at the level of the function.
  private mutating func local(_ random: inout Random) -> String? {
    let candidates = (random.chance(0.5) ? popular : Self.common).filter { !taken.contains($0) }
    guard let name = random.pick(candidates) else { return nil }
    taken.insert(name)
    return name
  }

  /// Whether the statements may mean what Go means by a name.
  private func isFree(_ names: String...) -> Bool { names.allSatisfy { !taken.contains($0) && !hidden.contains($0) } }

  private mutating func label(_ random: inout Random) -> String {
    labels += 1
    return (random.pick(["L", "Loop", "loop", "out", "done"]) ?? "L") + (labels == 1 ? "" : String(labels))
  }

  private mutating func statement(_ random: inout Random) -> String {
    let value = random.pick(values)
    switch random.number(0...15) {
    case 0, 1, 2:
      guard let value, let type = value.type else { return value.map { "\t_ = \($0.name)" } ?? "" }
      return "\tfunc(_ \(type)) {}(\(value.name)) // \(value.name)"
    case 3, 4:
      guard let name = local(&random) else { return "" }
      return "\t\(name) := 1\n\t\(name)++\n\t_ = \(name) /* a \"comment */"
    case 5:
      guard let name = local(&random), isFree("string", "len") else { return "" }
      return "\tvar \(name) string = `raw\n\ttext`; _ = len(\(name))"
    case 6:
      let label = label(&random)
      return "\t{\n\t\(label):\n\t\tfor i := 0; i < 2; i++ {\n\t\t\tif i == 1 {\n\t\t\t\tbreak \(label)\n\t\t\t}\n"
        + "\t\t\tcontinue \(label)\n\t\t}\n\t}"
    case 7:
      guard isFree("int") else { return "" }
      guard let name = local(&random) else { return "" }
      return "\t\(name) := func(i int) int {\n\t\tn := i\n\t\treturn n + 1\n\t}\n\t_ = \(name)(2)"
    case 8:
      guard let value else { return "" }
      return
        "\t{\n\t\t\(value.name) := 0\n\t\t_ = \(value.name)\n\t}\n\tif \(value.name) := 1; \(value.name) > 2 {\n\t\t_ = "
        + "\(value.name)\n\t}"
    case 9:
      guard let function = random.pick(functions) else { return "" }
      return "\t_ = \(function)"
    case 10:
      guard isFree("len", "append", "int", "string") else { return "" }
      return "\t_ = append([]int{len(\"x\")}, len(string(\"y\")))"
    case 11:
      guard let type = random.pick(types), isFree(type), isFree("nil") else { return "" }
      return "\t_ = (*\(type))(nil)"
    case 12:
      guard let value, isFree("int") else { return "" }
      return "\tswitch x := interface{}(\(value.name)).(type) {\n\tcase int:\n\t\t_ = x\n\tdefault:\n\t\t_ = x\n\t}"
    case 13:
      guard isFree("int", "string"), let name = local(&random) else { return "" }
      return "\ttype \(name) struct{ one, two int }\n\t_ = \(name){one: 1}\n\t_ = map[string]\(name){\"a\": {two: 2}}"
    case 14:
      let label = label(&random)
      return "\t{\n\t\tgoto \(label)\n\t\(label):\n\t}"
    default:
      guard let value, isFree("recover") else { return "" }
      return "\tfunc() { defer func() { _ = \(value.name) }() }()"
    }
  }
}
