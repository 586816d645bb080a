package import Bytes

/// What a finding says, in parts, so that whoever presents it need not take it apart: the places that it names, and what is
/// of one build alone, are values among the text.
package struct Wording: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    /// As bytes: two texts that Unicode holds for equal may be two names to Go.
    case text(ByteString)
    case place(Place)
    /// What a build is, behind the name of a package: `(go1.24.11 linux/amd64)`.
    case build(ByteString)
  }

  package private(set) var parts: [Part]

  package init(_ text: String) { parts = [.text(ByteString(text))] }
  package init(_ place: Place) { parts = [.place(place)] }
  package init(parts: [Part]) { self.parts = parts }

  package static func + (left: Wording, right: Wording) -> Wording { Wording(parts: left.parts + right.parts) }

  /// The text as one build gives it.
  package var text: String {
    parts.map { part in
      switch part {
      case .text(let text): text.text
      case .place(let place): place.description
      case .build(let build): " \(build.text)"
      }
    }.joined()
  }

  /// The places that the text names, in order.
  package var places: [Place] {
    parts.compactMap { part in
      if case .place(let place) = part { place } else { nil }
    }
  }

  /// The same for a reader of many builds: without what is of one alone, and with the paths that it gives for places.
  package func ofAllBuilds(path: (Place) -> Place) -> Wording {
    Wording(
      parts: parts.compactMap { part in
        switch part {
        case .text: part
        case .place(let place): .place(path(place))
        case .build: nil
        }
      })
  }

  /// The same without lines and columns, which differ from one version of a target to the next.
  package var withoutPositions: Wording {
    Wording(
      parts: parts.map { part in
        if case .place(let place) = part { .place(Place(place.path)) } else { part }
      })
  }
}

extension Wording: ExpressibleByStringInterpolation, CustomStringConvertible {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { append(literal) }
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) { append("\(value)") }
    package mutating func appendInterpolation(_ place: Place) { parts.append(.place(place)) }
    package mutating func appendInterpolation(_ wording: Wording) { parts += wording.parts }
    package mutating func appendInterpolation(build: String) { parts.append(.build(ByteString(build))) }

    private mutating func append(_ text: String) {
      let text = ByteString(text)
      guard !text.isEmpty else { return }
      if case .text(let before) = parts.last {
        parts[parts.count - 1] = .text(before + text)
      } else {
        parts.append(.text(text))
      }
    }
  }

  package init(stringLiteral value: String) { self.init(value) }
  package init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  package var description: String { text }
}

extension [Wording] {
  package func joined(separator: Wording) -> Wording {
    guard let first else { return "" }
    return dropFirst().reduce(first) { $0 + separator + $1 }
  }
}
