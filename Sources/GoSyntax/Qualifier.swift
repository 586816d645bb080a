package import Bytes

/// An identifier that names a package: one before a dot that no local declares.
package struct Qualifier {
  package let node: Node
  package let name: ByteString
  /// The name behind the dot.
  package let selected: Node
  /// From the one to the other.
  package let range: Range<Int>

  /// The package's name and the dot.
  package var qualification: Range<Int> { range.lowerBound..<selected.range.lowerBound }

  /// Those in a declaration, in order.
  static func all(in declaration: Declaration, of file: SourceFile) -> [Qualifier] {
    let locals = file.identifiers(of: declaration).localPlaces
    var result: [Qualifier] = []
    declaration.node.walk { node in
      let package: Node?
      let selected: Node?
      switch node.kind {
      case .qualifiedIdentifier: (package, selected) = (node.child(.package), node.child(.name))
      case .selectorExpression: (package, selected) = (node.child(.operand), node.child(.field))
      default: return true
      }
      guard let package, let selected, package.kind == .packageIdentifier || package.kind == .identifier,
        !locals.contains(package.range.lowerBound)
      else { return true }
      result.append(
        Qualifier(node: package, name: Array(file.text(package)), selected: selected, range: node.range))
      return true
    }
    return result
  }
}
