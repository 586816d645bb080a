/// A version of Go in the order of releases (internal/gover, gover.go: Compare): go1.24rc1, go1.24.0, go1.24.11. Read out of a
/// longer text too: `go1.24-custom`, `devel go1.24-0123abc`.
package struct GoVersion: Comparable {
  /// What a version and a build tag for one begin with.
  private static var prefix: StaticString { "go1." }

  /// 24 of go1.24.11; `Int.max` for a text that is no version, such as `devel`, which counts as the newest.
  package let minor: Int
  /// 0 for a beta, 1 for a release candidate, 2 for a release.
  private let stage: Int
  private let number: Int

  package init(_ text: some RandomAccessCollection<UInt8>) {
    let text = Array(text)
    guard let start = text.firstIndex(of: ByteString(Self.prefix)) else {
      (minor, stage, number) = (.max, 2, 0)
      return
    }
    let rest = text[(start + Self.prefix.utf8CodeUnitCount)...]
    let digits = rest.prefix(while: \.isDigit)
    minor = Int(digits.text) ?? .max
    let tail = rest.dropFirst(digits.count)
    let names: [(StaticString, Int)] = [("beta", 0), ("rc", 1), (".", 2)]
    let found = names.first { tail.hasPrefix($0.0) }
    stage = found?.1 ?? 2
    number = found.flatMap { Int(tail.dropFirst($0.0.utf8CodeUnitCount).prefix(while: \.isDigit).text) } ?? 0
  }

  package static func < (left: GoVersion, right: GoVersion) -> Bool {
    (left.minor, left.stage, left.number) < (right.minor, right.stage, right.number)
  }

  /// Whether a build tag is of those that versions set.
  package static func isTag(_ tag: ByteString) -> Bool { tag.hasPrefix(prefix) }

  /// 21 of the build tag `go1.21`; nil for one that no version sets, as `go1.021`.
  package static func minor(ofTag tag: ByteString) -> Int? {
    let digits = tag.dropFirst(prefix.utf8CodeUnitCount)
    guard isTag(tag), digits.allSatisfy(\.isDigit), digits.first != UInt8(ascii: "0") else { return nil }
    return Int(digits.text)
  }
}
