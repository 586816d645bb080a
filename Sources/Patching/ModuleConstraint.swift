package import Bytes

/// Bounds on a module's version: `>=v1.1.5 <v2.0.0`, all of which must hold.
package struct ModuleConstraint: Equatable {
  private enum Comparison: Equatable {
    case less, atMost, equal, atLeast, greater
  }

  private struct Bound: Equatable {
    let comparison: Comparison
    let version: SemanticVersion
  }

  private let bounds: [Bound]

  /// nil when the text is no list of bounds.
  package init?(_ text: ByteString) {
    var bounds: [Bound] = []
    for word in text.split(whereSeparator: \.isSpace) {
      let sign = word.prefix { $0 != ASCII.v }
      let comparison: Comparison
      if sign.equals("<") {
        comparison = .less
      } else if sign.equals("<=") {
        comparison = .atMost
      } else if sign.equals("=") {
        comparison = .equal
      } else if sign.equals(">=") {
        comparison = .atLeast
      } else if sign.equals(">") {
        comparison = .greater
      } else {
        return nil
      }
      guard let version = SemanticVersion(Array(word.dropFirst(sign.count))) else { return nil }
      bounds.append(Bound(comparison: comparison, version: version))
    }
    if bounds.isEmpty { return nil }
    self.bounds = bounds
  }

  /// Whether a version is within the bounds.
  package func admits(_ version: SemanticVersion) -> Bool {
    bounds.allSatisfy { bound in
      switch bound.comparison {
      case .less: version < bound.version
      case .atMost: version <= bound.version
      case .equal: version == bound.version
      case .atLeast: version >= bound.version
      case .greater: version > bound.version
      }
    }
  }
}
