import Foundation
import Testing

/// What a debugger sees of patched code.
enum Debuggers {
  static let group = MatrixGroup(
    name: "Debuggers and cores",
    rows: [])
}
