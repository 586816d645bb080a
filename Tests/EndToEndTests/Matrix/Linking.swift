import Foundation
import Testing

/// cgo, build modes, and flags for the compiler and the linker.
enum Linking {
  static let group = MatrixGroup(
    name: "C, build modes, compiler flags",
    rows: [])
}
