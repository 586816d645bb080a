import Foundation
import Testing

/// A Go release that came after this program.
enum UnseenVersions {
  static let group = MatrixGroup(
    name: "Versions not seen yet",
    rows: [])
}
