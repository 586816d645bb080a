internal import Bytes
internal import SystemInterface

/// The GOEXPERIMENT settings that a toolchain builds with, as build tags `goexperiment.NAME`: they decide which files
/// package runtime has.
enum Experiments {
  /// - Parameter override: the value of GOEXPERIMENT, such as `noswissmap,rangefunc`.
  static func tags(
    of root: GoRoot, on platform: Platform, override: ByteString?, in files: some FileSystem
  ) -> [ByteString] {
    let path = Path.join(root.sources, ByteString("internal/buildcfg/exp.go"))
    var names = baseline((try? files.read(path)) ?? [], on: platform)
    for word in (override ?? []).split(separator: ASCII.comma) {
      if word.equals("none") {
        names = []
      } else if word.hasPrefix("no") {
        names.remove(Array(word.dropFirst(2)))
      } else {
        names.insert(Array(word))
      }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { ByteString("goexperiment.") + $0 }
  }

  /// The names in `baseline := goexperiment.Flags{...}` of internal/buildcfg, exp.go (ParseGOEXPERIMENT), in lower case.
  ///
  /// A value is `true`, or a variable that is set for some architectures (`case "amd64", "arm64":` and then `v = true`) or
  /// for all systems but some (`v := goos != "aix"`).
  static func baseline(_ source: ByteString, on platform: Platform) -> Set<ByteString> {
    var result: Set<ByteString> = []
    var variables: Set<ByteString> = [ByteString("true")]
    var isCase = false
    var isInBaseline = false
    for line in source.split(separator: ASCII.newline).map(\.trimmed) {
      let words = line.split(whereSeparator: { $0.isSpace }).map { Array($0) }
      guard let first = words.first else { continue }
      if isInBaseline {
        if first.equals("}") { break }
        guard words.count >= 2, first.last == ASCII.colon else { continue }
        let value = words[1].last == ASCII.comma ? Array(words[1].dropLast()) : words[1]
        if variables.contains(value) { result.insert(first.dropLast().map(\.lowercased)) }
      } else if line.hasPrefix("baseline := goexperiment.Flags{") {
        isInBaseline = true
      } else if first.equals("case") {
        isCase = Array(line).contains(quoted: platform.goarch)
      } else if words.count == 3, words[1].equals("="), words[2].equals("true"), isCase {
        variables.insert(first)
      } else if words.count > 3, words[1].equals(":="), Array(line).contains("goos != ") {
        if !Array(line).contains(quoted: platform.goos) { variables.insert(first) }
      }
    }
    return result
  }
}

extension ByteString {
  fileprivate func contains(quoted word: ByteString) -> Bool {
    firstIndex(of: ByteString("\"") + word + ByteString("\"")) != nil
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { (0x41...0x5a).contains(self) ? self | 0x20 : self }
}
