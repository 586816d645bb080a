package import Bytes
internal import Findings
internal import GoSyntax

extension Patch {
  /// What each place of the patch's signature stands for in a target: the first one of its type that is free. Others may
  /// stand between. nil: the target is not what the signature demands.
  ///
  /// - Parameter home: the target's package, whose types stand in it without the package's name.
  func demand(of target: Target, in home: ByteString) -> PlaceMap? {
    var result: PlaceMap = [:]
    let theirs = Signature(of: target.declaration, in: target.file)
    if let receiver = signature.receiver, let type = declaration.receiverType {
      guard let other = theirs.receiver, let otherType = target.declaration.receiverType,
        text(type) == target.file.text(otherType),
        signature.receiverTypeParameters.isEmpty
          || signature.receiverTypeParameters.count == theirs.receiverTypeParameters.count
      else { return nil }
      if let name = receiver.name, !text(name).equals("_"), receiver.stars != other.stars { return nil }
      result[.receiver] = .receiver
      for index in signature.receiverTypeParameters.indices { result[.typeParameter(index)] = .typeParameter(index) }
    }
    let spelling = TypeSpelling(file: target.file, signature: theirs)
    if each?.isExact == true,
      signature.parameters.count != theirs.parameters.count || signature.results.count != theirs.results.count
    {
      return nil
    }
    let ownSpelling = self.spelling(in: home)
    func bind(_ mine: [Parameter], _ others: [Parameter], _ place: (Int) -> TargetNames.Place) -> Bool {
      var free = Array(others.indices)
      let spellings = mine.isEmpty ? [] : others.map(spelling.spell)
      for (index, parameter) in mine.enumerated() {
        let wanted = ownSpelling.spell(parameter)
        guard let found = free.firstIndex(where: { spellings[$0] == wanted }) else { return false }
        if each?.isExact == true, free[found] != index { return false }
        result[place(index)] = place(free.remove(at: found))
      }
      return true
    }
    guard bind(signature.parameters, theirs.parameters, { .parameter($0) }),
      bind(signature.results, theirs.results, { .result($0) })
    else { return nil }
    return result
  }
}

extension PatchFile {
  /// The names of the imports that only say what a package has to have for the file's patches to apply: those of the types in
  /// signatures with `each`, of the function or the type that `calls` and `literal` name, and of what a call is told.
  package var importsOfDemands: Set<ByteString> {
    let uses = importUses
    return uses.ofDemands.union(uses.implied).subtracting(uses.others)
  }

  /// The packages of whose types, in signatures with `each`, parameters and results are. In such a package they are its own.
  package var packagesOfSignatures: Set<ByteString> {
    Set(importUses.ofDemands.compactMap { source.importItem(called: $0)?.path })
  }
}

/// The names of a patch file's imports, by what uses them.
struct ImportUses {
  /// Types in signatures with `each`.
  private(set) var ofDemands: Set<ByteString> = []
  /// What `calls` and `literal` name.
  private(set) var implied: Set<ByteString> = []
  private(set) var others: Set<ByteString> = []

  init(of file: PatchFile) {
    let each = Set(file.patches.filter { $0.each != nil }.map(\.declaration.node.range.lowerBound))
    var implied: [Int: Set<ByteString>] = [:]
    for patch in file.patches {
      guard let directive = patch.directive as? any PackageDirective else { continue }
      implied[patch.declaration.node.range.lowerBound, default: []].formUnion(directive.implied(by: patch))
    }
    if each.isEmpty, implied.isEmpty { return }
    let source = file.source
    for declaration in source.declarations where declaration.isFirstOfNode {
      let place = declaration.node.range.lowerBound
      let body = declaration.body?.range
      for qualifier in source.qualifiers(of: declaration) {
        let isOfHeader = each.contains(place) && body?.contains(qualifier.node.range.lowerBound) != true
        let isImplied = source.importItem(called: qualifier.name).map { implied[place]?.contains($0.path) ?? false }
        if isOfHeader {
          ofDemands.insert(qualifier.name)
        } else if isImplied == true {
          self.implied.insert(qualifier.name)
        } else {
          others.insert(qualifier.name)
        }
      }
    }
  }
}

/// Places of a patch's signature, and those of its target's that they stand for.
typealias PlaceMap = [TargetNames.Place: TargetNames.Place]
