import Foundation
import Testing

/// What go test does, and the builds that watch themselves.
enum Instruments {
  static let group = MatrixGroup(
    name: "Tests, coverage, sanitizers",
    rows: [])
}
