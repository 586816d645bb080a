import Foundation
import Testing

/// Modules, workspaces, vendoring, GOPATH mode, unusual paths, overlays.
enum Layouts {
  static let group = MatrixGroup(
    name: "Where the code lies",
    rows: [])
}
