import Foundation
import Testing

/// Programs and libraries of Debian's golang packages: with the sets they do what they do plain.
enum Corpus {
  static let group = MatrixGroup(
    name: "Real programs",
    rows: [])
}
