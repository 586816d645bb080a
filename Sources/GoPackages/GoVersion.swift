internal import Bytes

/// A version of Go in the order of releases (internal/gover, gover.go: Compare): go1.24rc1, go1.24.0, go1.24.11.
struct GoVersion: Comparable {
  private let minor: Int
  /// 0 for a beta, 1 for a release candidate, 2 for a release.
  private let stage: Int
  private let number: Int

  /// A text that is no version, such as `devel`, comes last.
  init(_ text: ByteString) {
    let marker = ByteString("go1.")
    guard let start = text.firstIndex(of: marker) else {
      (minor, stage, number) = (.max, 2, 0)
      return
    }
    let rest = text[(start + marker.count)...]
    let digits = rest.prefix(while: \.isDigit)
    minor = Int(digits.text) ?? .max
    let tail = rest.dropFirst(digits.count)
    let names: [(StaticString, Int)] = [("beta", 0), ("rc", 1), (".", 2)]
    let found = names.first { tail.hasPrefix($0.0) }
    stage = found?.1 ?? 2
    number = found.flatMap { Int(tail.dropFirst($0.0.utf8CodeUnitCount).prefix(while: \.isDigit).text) } ?? 0
  }

  static func < (left: GoVersion, right: GoVersion) -> Bool {
    (left.minor, left.stage, left.number) < (right.minor, right.stage, right.number)
  }
}
