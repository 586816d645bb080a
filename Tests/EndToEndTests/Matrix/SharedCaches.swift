import Foundation
import Testing

/// What several builds do to each other.
enum SharedCaches {
  static let group = MatrixGroup(
    name: "Caches, parallel builds, killed builds",
    rows: [])
}
