/// A module version, `v1.2.3-pre.1+incompatible`, in the order of semver.org, section 11; the part behind `+` does not
/// count (golang.org/x/mod/semver, semver.go: Compare).
package struct SemanticVersion: Comparable {
  private let numbers: [Number]
  private let prerelease: [ByteString]

  /// nil when the text is no version. Missing numbers are 0.
  package init?(_ text: ByteString) {
    guard text.first == ASCII.v else { return nil }
    let core = text.dropFirst().prefix { $0 != 0x2b }
    let dash = core.firstIndex(of: ASCII.dash)
    let parts = core[..<(dash ?? core.endIndex)].split(separator: ASCII.dot, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Number($0) }
    guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
    self.numbers = numbers + Array(repeating: Number.zero, count: 3 - numbers.count)
    prerelease = dash.map { core[($0 + 1)...].split(separator: ASCII.dot).map(Array.init) } ?? []
  }

  package static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    // A release comes after its prereleases.
    if left.prerelease.isEmpty || right.prerelease.isEmpty {
      return !left.prerelease.isEmpty && right.prerelease.isEmpty
    }
    for (a, b) in zip(left.prerelease, right.prerelease) where a != b {
      switch (Number(a[...]), Number(b[...])) {
      case (let x?, let y?): return x < y
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return a.lexicographicallyPrecedes(b)
      }
    }
    return left.prerelease.count < right.prerelease.count
  }

  /// A decimal number of any length.
  private struct Number: Comparable {
    private let digits: ByteString

    static let zero = Number(digits: [])

    private init(digits: ByteString) { self.digits = digits }

    /// nil when the text is no number.
    init?(_ text: ArraySlice<UInt8>) {
      guard !text.isEmpty, text.allSatisfy(\.isDigit) else { return nil }
      digits = Array(text.drop { $0 == 0x30 })
    }

    static func < (left: Number, right: Number) -> Bool {
      left.digits.count == right.digits.count
        ? left.digits.lexicographicallyPrecedes(right.digits) : left.digits.count < right.digits.count
    }
  }
}
