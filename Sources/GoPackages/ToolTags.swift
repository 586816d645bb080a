internal import Bytes
internal import SystemInterface

/// The build tags that a toolchain sets by itself, beside the platform's names and the release's (internal/buildcfg, cfg.go:
/// toolTags): its experiments, `goexperiment.NAME`, and what the processor is expected to have, `amd64.v1`.
package enum ToolTags {
  static func all(
    of root: GoRoot, on platform: Platform, environment: Environment, in files: some FileSystem
  ) -> [ByteString] {
    Experiments.tags(of: root, on: platform, override: environment["GOEXPERIMENT"], in: files)
      + architecture(of: root, on: platform, environment: environment, in: files)
  }

  /// internal/buildcfg, cfg.go: gogoarchTags, which Go 1.21 brought.
  static func architecture(
    of root: GoRoot, on platform: Platform, environment: Environment, in files: some FileSystem
  ) -> [ByteString] {
    guard root.minor >= 21 else { return [] }
    let path = Path.join(root.sources, ByteString("internal/buildcfg/zbootstrap.go"))
    let defaults = (try? files.read(path)) ?? []
    func value(_ name: StaticString) -> ByteString {
      environment[name] ?? constant("Default\(name)", in: defaults) ?? []
    }
    func tags(_ names: [String]) -> [ByteString] { names.map { ByteString("\(platform.goarch.text).\($0)") } }
    func number(_ text: ByteString, after prefix: Int) -> Int {
      Int(text.dropFirst(prefix).prefix(while: \.isDigit).text) ?? 0
    }
    switch platform.goarch.text {
    case "386": return tags([value("GO386").text])
    case "amd64": return tags((1...4).filter { $0 <= max(number(value("GOAMD64"), after: 1), 1) }.map { "v\($0)" })
    case "arm": return tags((5...7).filter { $0 <= number(value("GOARM"), after: 0) }.map(String.init))
    case "arm64": return root.minor >= 23 ? tags(arm64(value("GOARM64").text)) : []
    case "mips", "mipsle": return tags([value("GOMIPS").text])
    case "mips64", "mips64le": return tags([value("GOMIPS64").text])
    case "ppc64", "ppc64le":
      return tags((8...10).filter { $0 <= max(number(value("GOPPC64"), after: 5), 8) }.map { "power\($0)" })
    case "riscv64":
      guard root.minor >= 23 else { return [] }
      let profile = number(value("GORISCV64"), after: 3)
      return tags(["rva20u64", "rva22u64", "rva23u64"].filter { number(ByteString($0), after: 3) <= max(profile, 20) })
    case "wasm":
      // Until Go 1.26 GOWASM asked for them.
      let wanted = value("GOWASM").text
      return tags(["satconv", "signext"].filter { root.minor >= 26 || wanted.contains($0) })
    default: return []
    }
  }

  /// `v8.0`, `v9.1,lse`: a version has what those before it have, and v9.N what v8.(N+5) has.
  private static func arm64(_ value: String) -> [String] {
    let numbers = value.prefix { $0 != "," }.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 2, (8...9).contains(numbers[0]), (0...9).contains(numbers[1]) else { return [] }
    let own = (0...numbers[1]).map { "v\(numbers[0]).\($0)" }
    return numbers[0] == 8 ? own : own + (0...min(numbers[1] + 5, 9)).map { "v8.\($0)" }
  }

  /// The value of a string constant: of `const DefaultGOARM = ...` what stands between the backquotes.
  private static func constant(_ name: String, in source: ByteString) -> ByteString? {
    guard let start = source.firstIndex(of: ByteString("const \(name) = `")) else { return nil }
    return Array(source[start...].drop { $0 != ASCII.backquote }.dropFirst().prefix { $0 != ASCII.backquote })
  }
}
