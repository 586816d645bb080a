import Bytes
@testable import GoSyntax
import TestSupport

/// A patch of a function or a method: its signature with names of its own, and a body for the directive.
struct FunctionPatch {
  enum Kind: CaseIterable {
    case before, after, wrap, edit, replace, pragma, remove
  }

  private let declaration: Declaration
  private let writer: PatchFileWriter
  private let context: PackageContext
  private let signature: Signature
  private let uses: [IdentifierUse]
  private let body: Node?
  /// What the patch calls each place, by the offset of the target's name or, where it has none, of the type.
  private var names: [Int: String] = [:]
  private var taken: Set<String> = []

  private var target: TargetFile { writer.target }

  init(_ declaration: Declaration, in writer: PatchFileWriter, _ context: PackageContext) {
    self.declaration = declaration
    self.writer = writer
    self.context = context
    signature = Signature(of: declaration, in: writer.target.source)
    uses = Scopes.uses(in: declaration, of: writer.target.source)
    body = declaration.body?.node
  }

  /// Adds a patch of one of the kinds to the file.
  mutating func write(_ kind: Kind, _ random: inout Random) {
    if kind == .pragma || kind == .remove { return writeWithoutBody(kind, &random) }
    guard let body, fits(kind, body) else { return }
    let isByName = kind != .wrap && kind != .replace && random.chance(0.12)
    guard chooseNames(kind, isByName: isByName, &random) else { return }
    var intent = intent()
    let text: String
    switch kind {
    case .before: text = bodyWriter(&random).block(0...4, &random)
    case .after: text = bodyWriter(&random).block(0...4, &random)
    case .wrap: text = wrapper(&random)
    case .edit:
      guard let edit = edit(body, &random) else { return }
      text = edit
    default:
      intent.gone.append((body.range.lowerBound + 1)..<(body.range.upperBound - 1))
      guard let replacement = replacement(body, &random) else { return }
      text = replacement
    }
    var word = "//routinex:\(kind)"
    if isByName { word += "\n//routinex:by-name" }
    if random.chance(0.1) { word += "\n//routinex:pragma go:noinline" }
    writer.add(
      "// \(target.text(declaration.name)) is patched.\n//\n\(word)\n\(header(isByName: isByName)) \(text)", intent)
  }

  private func intent() -> Intent {
    var result = Intent(
      file: target.index, declaration: declaration.node.range, name: declaration.name.range.lowerBound)
    result.renamable = Set(places.compactMap { $0.name.map { target.text($0) } })
    return result
  }

  private func fits(_ kind: Kind, _ body: Node) -> Bool {
    let pragmas = declaration.comments.map { target.text($0) }.filter { $0.hasPrefix("//go:") }
    if kind == .wrap {
      let refused = ["//go:nosplit", "//go:systemstack", "//go:nowritebarrierrec"]
      if pragmas.contains(where: { pragma in refused.contains { pragma.hasPrefix($0) } }) { return false }
    }
    guard context.purpose == .building else { return true }
    // A wrapped function is no longer the deferred one; a body beside it is no leaf.
    return pragmas.isEmpty && !(kind == .wrap && target.text(body).contains("recover()"))
  }

  private mutating func writeWithoutBody(_ kind: Kind, _ random: inout Random) {
    guard body != nil || kind == .pragma, kind == .pragma || context.purpose == .reading else { return }
    guard chooseNames(kind, isByName: false, &random) else { return }
    var intent = intent()
    if kind == .remove {
      intent.gone.append(declaration.node.range)
      intent.gone += declaration.comments.map(\.range)
    }
    let word = kind == .remove ? "remove" : "pragma go:noinline"
    writer.add("//routinex:\(word)\n\(header(isByName: false))\(random.chance(0.5) ? "" : " {}")", intent)
  }

  // MARK: Signature

  private struct Position {
    let name: Node?
    let type: Node?
    let isVariadic: Bool
    let list: Int

    /// What stands for the place in `names`.
    var key: Int { name?.range.lowerBound ?? type?.range.lowerBound ?? 0 }
  }

  /// Receiver, type parameters, parameters, results.
  private var places: [Position] {
    func positions(_ list: [Parameter], _ number: Int) -> [Position] {
      list.map { Position(name: $0.name, type: $0.type, isVariadic: $0.isVariadic, list: number) }
    }
    return positions(signature.receiver.map { [$0] } ?? [], 0)
      + signature.receiverTypeParameters.map { Position(name: $0, type: nil, isVariadic: false, list: 1) }
      + positions(signature.typeParameters, 2) + positions(signature.parameters, 3) + positions(signature.results, 4)
  }

  /// Gives every place a name; false when the function is of no use to this test.
  private mutating func chooseNames(_ kind: Kind, isByName: Bool, _ random: inout Random) -> Bool {
    let locals = Set(uses.filter { $0.declaration == $0.node.range.lowerBound }.map(\.name.text))
    let everywhere = Set(uses.map(\.name.text))
    let needsAll = kind == .wrap || kind == .replace
    let style = isByName ? 0 : random.number(0...4)
    let isUnnamed = Dictionary(
      uniqueKeysWithValues: (3...4).map {
        ($0, !isByName && !needsAll && random.chance(0.15))
      })
    let hasResultNames = signature.results.contains { $0.name != nil }
    // An identical body needs the results' names as they are used; a wrapper has no use for them.
    let leavesResults = kind == .replace ? !hasResultNames : random.chance(kind == .after ? 0.2 : 0.5)
    for place in places {
      let theirs = place.name.map { target.text($0) } ?? "_"
      if isUnnamed[place.list] == true || (place.list == 4 && !isByName && leavesResults) { continue }
      let isType = place.list == 1 || place.list == 2
      if theirs == "_", isByName || isType || (!needsAll && random.chance(0.3)) { continue }
      if !isType, !needsAll, random.chance(0.1) { continue }
      var candidates: [String] = []
      if style == 0 || (style == 1 && random.chance(0.5)) { candidates.append(theirs) }
      if isByName, candidates.isEmpty { return false }
      if style >= 3, kind != .replace, !isType {
        candidates += [
          locals.sorted(), ["len", "string", "error", "append", "cap", "max"], target.imports.keys.map(\.text).sorted(),
        ]
        .compactMap { random.pick($0) }.shuffled(using: &random)
      }
      candidates += (1...40).map { isType ? "T\($0)" : "q\($0)" }
      let name = candidates.first { name in
        name != "_" && !taken.contains(name) && !writer.packageNames.contains(name) && name != "init"
          && name != "original"
          && (name == theirs || kind != .replace || !everywhere.contains(name))
          && !(isType && everywhere.contains(name) && name != theirs)
      }
      guard let name, !isByName || name == theirs else { return false }
      names[place.key] = name
      taken.insert(name)
    }
    return true
  }

  private func header(isByName: Bool) -> String {
    var result = "func "
    if let receiver = signature.receiver, let place = places.first {
      result += "(" + (names[place.key].map { $0 + " " } ?? "") + type(receiver.type) + ") "
    }
    result += target.text(declaration.name)
    if let list = declaration.node.child(.typeParameters) { result += copy(list.range) }
    result += "(" + list(3, isByName: isByName) + ")"
    if signature.results.isEmpty { return result }
    let results = list(4, isByName: isByName)
    return results.isEmpty ? result : result + " (" + results + ")"
  }

  private func list(_ number: Int, isByName: Bool) -> String {
    let list = places.filter { $0.list == number && (!isByName || names[$0.key] != nil) }
    let isNamed = list.contains { names[$0.key] != nil }
    return list.map { place in
      let name = isNamed ? (names[place.key] ?? "_") + " " : ""
      return name + (place.isVariadic ? "..." : "") + (place.type.map { type($0) } ?? "")
    }.joined(separator: ", ")
  }

  private func type(_ node: Node) -> String { copy(node.range) }

  private func copy(_ range: Range<Int>) -> String { writer.copy(range, uses, renaming: names) }

  // MARK: Bodies

  private func bodyWriter(inTargetScope: Bool = false, _ random: inout Random) -> BodyWriter {
    let locals = uses.filter { $0.declaration == $0.node.range.lowerBound }.map(\.name.text)
    let own = Set(places.compactMap { $0.name.map { target.text($0) } })
    var values: [BodyWriter.Value] = []
    for place in places where place.list != 1 && place.list != 2 {
      guard let name = names[place.key], let node = place.type else { continue }
      // In the target's scope a local may hide the parameter.
      let count = place.name.map { node in locals.filter { $0 == target.text(node) }.count } ?? 0
      if inTargetScope, count > 1 { continue }
      let inside = uses.filter { node.range.contains($0.node.range.lowerBound) }
      let canSpell = inside.allSatisfy { use in
        if let declaration = use.declaration { return names[declaration] != nil || !taken.contains(use.name.text) }
        return !taken.contains(use.name.text) && !(inTargetScope && locals.contains(use.name.text))
      }
      let isPlain = node.kind != .functionType || !canSpell
      let spelled = (place.isVariadic ? "[]" : "") + type(node)
      values.append(.init(name: name, type: canSpell && isPlain && !spelled.contains("\n") ? spelled : nil))
    }
    let functions = target.imports.keys.map(\.text).sorted().flatMap { local -> [String] in
      guard let path = target.imports[ByteString(local)] else { return [] }
      return context.functions(of: path.text).prefix(6).map { local + "\u{0}" + $0 }
    }
    var chosen: [String] = []
    if let function = random.pick(functions) {
      let parts = function.split(separator: "\u{0}")
      if let name = writer.name(ofImport: ByteString(String(parts[0]))) { chosen.append("\(name).\(parts[1])") }
    } else if let (path, function) = random.pick(context.otherFunctions) {
      let wanted = path.split(separator: "/").last.map(String.init) ?? path
      if !taken.contains(wanted) { chosen.append("\(writer.name(ofPackage: path, wanted: wanted)).\(function)") }
    }
    chosen.removeAll { taken.contains(String($0.prefix { $0 != "." })) }
    // The names of packages stay free, and what the target calls its own is popular.
    return BodyWriter(
      values: values, taken: taken.union(writer.packageNames), hidden: inTargetScope ? own.union(locals) : [],
      popular: Array(Set(locals).subtracting(["_"])).sorted(), functions: chosen, types: context.structs)
  }

  private func wrapper(_ random: inout Random) -> String {
    var writer = bodyWriter(&random)
    writer.taken.insert("original")
    let parameters = places.filter { $0.list == 3 }.map { (names[$0.key] ?? "_") + ($0.isVariadic ? "..." : "") }
    let call = "original(\(parameters.joined(separator: ", ")))"
    let before = writer.statements(0...3, &random)
    return "{\n\(before)\n\t\(signature.results.isEmpty ? "" : "return ")\(call)\n}"
  }

  /// The same body with the patch's names, or one that panics.
  private func replacement(_ body: Node, _ random: inout Random) -> String? {
    if context.purpose == .reading, random.chance(0.4) {
      var writer = bodyWriter(&random)
      let text = writer.statements(0...3, &random)
      return "{\n\(text)\n\tpanic(\"replaced\")\n}"
    }
    let renamed = uses.filter { use in use.declaration.map { names[$0] != nil && names[$0] != use.name.text } ?? false }
    if renamed.contains(where: { $0.literal != nil }) { return nil }
    // A local of the body would hide a package that this file calls so.
    let locals = Set(uses.filter { $0.declaration != nil }.map(\.name.text))
    if uses.contains(where: { use in
      use.declaration == nil && target.imports[use.name] != nil
        && writer.name(ofImport: use.name).map(locals.contains) ?? false
    }) {
      return nil
    }
    return copy(body.range)
  }

  /// Statements at one or two anchors.
  private func edit(_ body: Node, _ random: inout Random) -> String? {
    let candidates = Statements.candidates(in: body, of: target).filter { !(Avoided.repeatedAnchors && $0.isRepeated) }
    guard !candidates.isEmpty else { return nil }
    var writer = bodyWriter(inTargetScope: true, &random)
    let hasJumps = target.text(body).contains("goto ")
    var text = "{\n"
    for _ in 0..<random.number(1...2) {
      guard let candidate = random.pick(candidates) else { continue }
      let isBefore = candidate.onlyBefore || random.chance(0.5)
      var statements = writer.statements(1...3, &random)
      if hasJumps || candidate.isRepeated { statements = "\t{\n\(statements)\n\t}" }
      let anchor = (candidate.isRepeated ? "all " : "") + candidate.text
      text += "\t//routinex:\(isBefore ? "before" : "after") \(anchor)\n\(statements)\n"
    }
    return text == "{\n" ? nil : text + "}"
  }
}

extension BodyWriter {
  fileprivate mutating func statementsOrNothing(_ count: ClosedRange<Int>, _ random: inout Random) -> String {
    let text = statements(count, &random)
    return text.isEmpty ? "" : "\n\(text)\n"
  }

  fileprivate func block(_ count: ClosedRange<Int>, _ random: inout Random) -> String {
    var copy = self
    return "{\(copy.statementsOrNothing(count, &random))}"
  }
}
