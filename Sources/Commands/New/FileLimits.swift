internal import Bytes
internal import GoSyntax

/// To which builds a file of a package belongs, as a build constraint for the patch of what it declares.
enum FileLimits {
  /// The expression behind `//go:build`; nil for a file of every build.
  static func constraint(of path: ByteString, _ bytes: ByteString) -> String? {
    var parts = nameParts(Path.lastComponent(path))
    let file = SourceFile(path: path, bytes: bytes)
    let line = file.topLevelComments.first {
      $0.range.lowerBound < file.packageClauseStart && file.text($0).hasPrefix("//go:build ")
    }
    if let line {
      let text = file.text(line).dropFirst(10).trimmed.text
      parts.append(parts.isEmpty || !text.contains("||") ? text : "(\(text))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " && ")
  }

  /// The same; nil for a constraint that a patch file cannot carry: of tags other than Go's own, such as
  /// `goexperiment.NAME`, the tools are told nothing, so that a patch with them would never apply.
  static func constraint(of path: ByteString, _ bytes: ByteString, in context: BuildContext) -> String? {
    guard let text = constraint(of: path, bytes),
      let parsed = try? BuildConstraint.of(ByteString("//go:build \(text)\n"))
    else { return nil }
    let told = BuildContext(
      goos: context.goos, goarch: context.goarch, goMinor: context.goMinor,
      tags: context.tags.filter(BuildContext.isVocabulary))
    return parsed.isSatisfied(told.isSet) ? text : nil
  }

  /// GOOS and GOARCH at the end of the name.
  private static func nameParts(_ name: ByteString) -> [String] {
    let words = name.prefix { $0 != ASCII.dot }.split(separator: ASCII.underscore, omittingEmptySubsequences: false)
    var result: [String] = []
    for count in 1...2 where words.count > count {
      let tail = words.suffix(count)
      guard isLimiting(ByteString("x_") + ByteString(tail.joined(separator: [ASCII.underscore]))) else { break }
      // Before an architecture any word may stand, and only a system counts.
      if count == 2, !isLimiting(ByteString("x_") + Array(tail.first ?? [])) { break }
      result.insert(tail.first?.text ?? "", at: 0)
    }
    return result
  }

  /// Whether a file name has a suffix that some build does not fit.
  static func isLimiting(_ name: ByteString) -> Bool {
    !BuildContext(goos: [], goarch: [], goMinor: .max, tags: []).admits(fileName: name + ByteString(".go"))
  }
}
