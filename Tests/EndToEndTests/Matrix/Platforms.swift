import Foundation
import Testing

/// Builds for other platforms, run where this machine can.
enum Platforms {
  static let group = MatrixGroup(
    name: "Other systems and machines",
    rows: [])
}
