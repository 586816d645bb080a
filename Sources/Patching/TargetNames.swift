internal import Bytes
internal import Findings
internal import GoSyntax

/// What the receiver, type parameters, parameters and results of a target are called once every patch of it is in.
///
/// One object stands for one target, since all of its patches must agree: a parameter without a name gets one when some
/// patch uses it, and one whose name some patch needs for something else (a package, a builtin, another declaration)
/// makes room.
final class TargetNames {
  /// A place of the signature.
  enum Place: Hashable {
    case receiver
    case typeParameter(Int)
    case parameter(Int)
    case result(Int)
  }

  let target: Target
  let signature: Signature
  var uses: [IdentifierUse] { identifiers.uses }
  private let identifiers: Identifiers
  /// The target's body, where it is left out of the parse.
  private let leftOut: Range<Int>?
  /// Whether it is left out and has to be known all the same. Then what is said here does not hold.
  private(set) var needsBody = false
  private let keys: LiteralKeys
  /// Names that may not be given anew, besides those of the target.
  private var taken: Set<ByteString>
  private lazy var takenLabels: Set<ByteString> =
    target.declaration.isFunction ? Set(Labels.all(in: target.declaration, of: target.file).map(\.name)) : []
  private var names: [Place: ByteString] = [:]
  private var renamed: [Place: ByteString] = [:]
  private var given: [Place: ByteString] = [:]
  /// The number to try first for a name like a wanted one.
  private var numbers: [ByteString: Int] = [:]
  /// The places that the patches' own stand for, where that is not said by their order or names.
  private var demands: [ObjectIdentifier: PlaceMap] = [:]
  private var usesByDeclaration: [Int?: [IdentifierUse]] { identifiers.usesByDeclaration }

  lazy var spelling = TypeSpelling(file: target.file, signature: signature)

  /// The first place of each name in the signature.
  lazy var placesByName = Dictionary(
    Self.places(of: signature).compactMap { place, name in name.map { (Array(target.file.text($0)), place) } },
    uniquingKeysWith: { first, _ in first })

  /// The labels of the target.
  private(set) lazy var labels = LabelTable(of: target.declaration, in: target.file)

  /// - Parameters:
  ///   - matches: every patch of the target.
  init(_ target: Target, keys: LiteralKeys, matches: [Matching.Match]) throws(Finding) {
    let patches = matches.map(\.patch)
    for match in matches { demands[ObjectIdentifier(match.patch)] = match.demand }
    self.target = target
    self.keys = keys
    identifiers = target.file.identifiers(of: target.declaration)
    signature = Signature(of: target.declaration, in: target.file)
    leftOut = target.file.leftOutBody(of: target.declaration)
    taken = []
    for patch in patches { taken.formUnion(patch.uses.map(\.name)) }
    // Inside a wrapper, and for `target.Return`, the header stands once more, where the parameters' names hide what its
    // types mean.
    let hidden = patches.contains { $0.effects.contains(.nests) || $0.returnsCall } ? headerNames : []
    for (place, node) in Self.places(of: signature) {
      let name = node.map { Array(target.file.text($0)) } ?? ByteString("_")
      if name.equals("_") {
        if let wanted = wantedName(for: place, by: patches) {
          let isFree = !hasUse(of: wanted) && !patches.contains { $0.freeNames.contains(wanted) }
          given[place] = isFree ? wanted : freshName(wanted)
        } else if let wanted = Self.demandedName(for: place, by: patches) {
          given[place] = freshName(wanted)
        }
        names[place] = given[place]
      } else if let node,
        hidden.contains(name) || patches.contains(where: { Self.needsRoom($0, name, at: place) })
      {
        let fresh = freshName(name)
        needsBody = needsBody || leftOut != nil
        try checkRenaming(node, for: patches.first { $0.freeNames.contains(name) } ?? patches[0])
        renamed[place] = fresh
        names[place] = fresh
      } else {
        names[place] = name
      }
    }
    if let leftOut, !needsBody { needsBody = patches.contains { $0.mayConcern(leftOut, of: target.file) } }
  }

  /// Whether the target has a use for a name.
  private func hasUse(of name: ByteString) -> Bool {
    if identifiers.names.contains(name) { return true }
    if let leftOut, target.file.hasWord(name, in: leftOut) { needsBody = true }
    return false
  }

  /// The name of a place; nil when it has none and no patch uses it.
  func name(at place: Place) -> ByteString? { names[place] }

  /// The names of all parameters and results.
  var passed: [ByteString] {
    signature.parameters.indices.compactMap { name(at: .parameter($0)) }
      + signature.results.indices.compactMap { name(at: .result($0)) }
  }

  /// What the header's types are made of, besides type parameters.
  private var headerNames: Set<ByteString> {
    guard let body = target.declaration.body?.range else { return [] }
    return Set(uses.filter { $0.declaration == nil && $0.node.range.lowerBound < body.lowerBound }.map(\.name))
  }

  /// Every name that the header has, or means.
  var header: Set<ByteString> { headerNames.union(names.values) }

  /// The new names of the places, by where their names are declared.
  private(set) lazy var renamedDeclarations: [Int: ByteString] = {
    var renames: [Int: ByteString] = [:]
    for (place, node) in Self.places(of: signature) {
      if let node, let name = renamed[place] { renames[node.range.lowerBound] = name }
    }
    return renames
  }()

  /// What a name of the target's locals is in the end.
  lazy var locals: Set<ByteString> = Set(
    uses.compactMap { use in use.declaration.map { renamedDeclarations[$0] ?? use.name } }
  ).union(given.values)

  /// The names that were made up.
  private(set) var freshNames: Set<ByteString> = []

  /// A name like the wanted one that neither the target nor any of its patches uses.
  func freshName(_ wanted: ByteString) -> ByteString {
    let name = fresh(wanted, &taken) { hasUse(of: $0) }
    freshNames.insert(name)
    return name
  }

  /// Labels that stand in front of another one, for the `goto`s to that: by where the labelled statement starts.
  var labelsInFront: [Int: ByteString] = [:]

  func freshLabel(_ wanted: ByteString) -> ByteString {
    if takenLabels.insert(wanted).inserted { return wanted }
    return fresh(wanted, &takenLabels) { _ in false }
  }

  private func fresh(
    _ wanted: ByteString, _ taken: inout Set<ByteString>, isTaken: (ByteString) -> Bool
  ) -> ByteString {
    var number = numbers[wanted, default: 1]
    while true {
      let candidate = wanted + ByteString("_\(number)")
      number += 1
      guard !isTaken(candidate), taken.insert(candidate).inserted else { continue }
      numbers[wanted] = number
      return candidate
    }
  }

  /// Every place of a signature, with the identifier that names it.
  static func places(of signature: Signature) -> [(place: Place, name: Node?)] {
    var result: [(Place, Node?)] = []
    if let receiver = signature.receiver { result.append((.receiver, receiver.name)) }
    for (index, name) in signature.allTypeParameterNames.enumerated() { result.append((.typeParameter(index), name)) }
    for (index, parameter) in signature.parameters.enumerated() { result.append((.parameter(index), parameter.name)) }
    for (index, parameter) in signature.results.enumerated() { result.append((.result(index), parameter.name)) }
    return result
  }

  /// Whether a name means something else in a patch than the target's parameter at that place. In the target's scope it may
  /// mean that very parameter, unless the patch has a name of its own for it.
  private static func needsRoom(_ patch: Patch, _ name: ByteString, at place: Place) -> Bool {
    guard patch.freeNames.contains(name) else { return false }
    guard patch.isInTargetScope else { return true }
    let own = patch.places[place]
    return own.map { !patch.text($0).equals("_") } ?? false
  }

  /// What the first patch that uses a place calls it.
  private func wantedName(for place: Place, by patches: [Patch]) -> ByteString? {
    for patch in patches {
      if patch.bindsByName {
        guard case .result = place, patch.bindsResultsByPosition(to: signature) else { continue }
      }
      guard let node = node(of: patch, at: place), !patch.text(node).equals("_") else { continue }
      var isUsed = patch.bodyDeclarations.contains(node.range.lowerBound)
      if case .result = place, patch.hasBareReturn { isUsed = true }
      if isUsed { return Array(patch.text(node)) }
    }
    return nil
  }

  /// What a patch calls a place of the target's; nil for nothing.
  private func node(of patch: Patch, at place: Place) -> Node? {
    guard let demand = demands[ObjectIdentifier(patch)] else { return patch.places[place] }
    return demand.first { $0.value == place }.flatMap { patch.places[$0.key] }
  }

  /// The name of a place that a patch for many functions needs, whatever it calls it: to pass it on, or to return it.
  private static func demandedName(for place: Place, by patches: [Patch]) -> ByteString? {
    let passes = patches.contains { !$0.passingCalls.isEmpty }
    let returnsCall = patches.contains(where: \.returnsCall)
    switch place {
    case .receiver where returnsCall: return ByteString("receiver")
    case .typeParameter where returnsCall: return ByteString("Type")
    case .parameter where passes || returnsCall: return ByteString("parameter")
    case .result where passes || patches.contains { $0.each != nil && $0.hasBareReturn }: return ByteString("result")
    default: return nil
    }
  }

  /// Each named place of a patch's signature with the place of the target's that it stands for, where neither order nor name
  /// says that.
  func demanded(by patch: Patch) -> [(Node?, Place)]? {
    demands[ObjectIdentifier(patch)].map { demand in demand.map { (patch.places[$0.key], $0.value) } }
  }

  private func checkRenaming(_ parameter: Node, for patch: Patch) throws(Finding) {
    if target.declaration.hasUnknown {
      let name = target.file.text(parameter).text
      throw patch.finding(
        .nameClash,
        "this patch uses the name '\(name)', which is also a parameter of \(target.name); routinex cannot rename that "
          + "parameter, since it does not know the syntax at "
          + "\(target.file.place(at: target.declaration.firstError ?? 0)); use another name here")
    }
    for use in usesByDeclaration[parameter.range.lowerBound] ?? [] where keys.meaning(of: use) == .unknown {
      throw patch.finding(
        .nameClash,
        "this patch uses the name '\(use.name.text)', which is a parameter of \(target.name), and perhaps also a "
          + "field there (\(target.file.place(of: use.node))); use another name here")
    }
  }

  /// The text of a part of the target's header, with the names as they will be.
  func text(of range: Range<Int>) -> ByteString {
    var result = ByteString()
    var copied = range.lowerBound
    var (low, high) = (0, renames.count)
    while low < high {
      let middle = (low + high) / 2
      if renames[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    for rename in renames[low...].prefix(while: { range.contains($0.range.lowerBound) }) {
      result += target.file.bytes[copied..<rename.range.lowerBound] + rename.name
      copied = rename.range.upperBound
    }
    return result + target.file.bytes[copied..<range.upperBound]
  }

  /// What the places' new names change in the target, in order; of the names that are given, those of type parameters.
  private lazy var renames: [Rename] = Self.places(of: signature).flatMap { place, node -> [Rename] in
    guard let node else { return [] }
    if case .typeParameter = place, let name = given[place] { return [Rename(range: node.range, name: name)] }
    guard let name = renamed[place] else { return [] }
    return (usesByDeclaration[node.range.lowerBound] ?? []).filter { keys.meaning(of: $0) == .variable }
      .map { Rename(range: $0.node.range, name: name) }
  }.sorted { $0.range.lowerBound < $1.range.lowerBound }

  // MARK: Edits

  /// What the names change in the target.
  func edits(for origin: Patch) -> [Edit] {
    var result = renames.map { Edit(replacing: $0.range, with: [.text($0.name)], for: origin) }
    if let receiver = signature.receiver, let name = given[.receiver] {
      result.append(naming(receiver, name, origin))
    }
    result += naming(signature.parameters, origin) { .parameter($0) }
    result += naming(signature.results, origin) { .result($0) }
    if let name = given[.result(0)], let bare = signature.bareResult {
      // A single result without parentheses.
      result.removeLast()
      result.append(Edit(at: bare.lowerBound, inserting: [.text([0x28] + name + [ASCII.space])], for: origin))
      result.append(Edit(at: bare.upperBound, inserting: [.text([ASCII.closingParenthesis])], for: origin))
    }
    return result
  }

  /// A list has names for all or for none: where one is given, the others become `_`.
  private func naming(_ list: [Parameter], _ origin: Patch, _ place: (Int) -> Place) -> [Edit] {
    guard list.indices.contains(where: { given[place($0)] != nil }) else { return [] }
    return list.enumerated().compactMap { index, parameter in
      if let name = given[place(index)] { return naming(parameter, name, origin) }
      return parameter.name == nil ? naming(parameter, ByteString("_"), origin) : nil
    }
  }

  private func naming(_ parameter: Parameter, _ name: ByteString, _ origin: Patch) -> Edit {
    if let blank = parameter.name { return Edit(replacing: blank.range, with: [.text(name)], for: origin) }
    return Edit(at: parameter.start, inserting: [.text(name + [ASCII.space])], for: origin)
  }
}

extension Patch {
  /// Whether its results stand for the target's by their order; with `by-name` if it lists as many.
  func bindsResultsByPosition(to target: Signature) -> Bool {
    !bindsByName || signature.results.count == target.results.count
  }
}
