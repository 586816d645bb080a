package import Bytes
internal import Findings
internal import GoSyntax

/// What a patch for many functions knows of its target: the constants of `routinex/target`, a package that patches alone can
/// import and that no build has. Where they stand, the text gets literals. For `Return`, which it has too, see `TargetReturn`.
package enum TargetConstants {
  package static let importPath = ByteString("routinex/target")

  private static let names =
    ["Name", "Package", "File", "Line", "Comment"].map { ByteString($0 as StaticString) } + [TargetReturn.name]

  /// The literals of a part of a patch, and what `Return` is.
  static func renames(
    of part: Range<Int>, in patch: Patch, for names: TargetNames, of package: TargetPackage
  ) -> [Rename] {
    patch.targetUses.filter { part.contains($0.range.lowerBound) }.flatMap { use -> [Rename] in
      guard use.name == TargetReturn.name, let argument = use.call?.arguments.first?.range else {
        return [Rename(range: use.range, name: text(use, names.target, package))]
      }
      let (front, back) = TargetReturn.text(in: names)
      return [
        Rename(range: use.range.lowerBound..<argument.lowerBound, name: front),
        Rename(range: argument.upperBound..<use.range.upperBound, name: back),
      ]
    }
  }

  /// A use of the package.
  struct Use {
    let name: ByteString
    let range: Range<Int>
    /// Of `Comment` and `Return`.
    var call: Call?
    /// Of `Comment`.
    var argument: ByteString?
  }

  private static func qualifiers(in declaration: Declaration, of file: PatchFile) -> [Qualifier] {
    guard file.source.imports(of: importPath).isEmpty == false else { return [] }
    return file.source.qualifiers(of: declaration).filter {
      file.source.importItem(called: $0.name)?.path == importPath
    }
  }

  static func uses(in declaration: Declaration, of file: PatchFile) -> [Use] {
    let qualifiers = qualifiers(in: declaration, of: file)
    if qualifiers.isEmpty { return [] }
    let calls = Dictionary(
      Call.all(in: declaration).map { ($0.function.range, $0) }, uniquingKeysWith: { first, _ in first })
    return qualifiers.map { qualifier in
      let name = Array(file.source.text(qualifier.selected))
      guard name.equals("Comment") || name == TargetReturn.name, let call = calls[qualifier.range] else {
        return Use(name: name, range: qualifier.range)
      }
      return Use(
        name: name, range: call.range, call: call,
        argument: call.arguments.count == 1 ? file.source.plainString(call.arguments[0]) : nil)
    }
  }

  private static func text(_ use: Use, _ target: Target, _ package: TargetPackage) -> ByteString {
    let position = target.file.effectivePosition(at: target.declaration.name.range.lowerBound)
    return switch use.name.text {
    case "Name": ByteString(target.name).goString
    case "Package": package.importPath.goString
    case "File": Path.lastComponent(position.file).goString
    case "Line": ByteString("\(position.line)")
    default:
      (use.argument.flatMap { Each.comment($0, of: target.declaration, in: target.file) } ?? []).goString
    }
  }

  /// What is wrong with the uses in a declaration of a patch file.
  ///
  /// - Parameter isForEach: whether the declaration is a patch for many functions.
  static func problems(in declaration: Declaration, of file: PatchFile, isForEach: Bool) -> [Finding] {
    let uses = uses(in: declaration, of: file)
    if let first = uses.first, !isForEach {
      return [
        Finding(
          .unfitDirective,
          "package \(importPath.text) can be used only in the body of a function with //routinex:each",
          at: first.range.lowerBound, in: file)
      ]
    }
    let body = declaration.body?.range
    return uses.compactMap { use in
      let problem: Wording?
      if !names.contains(use.name) {
        let near = nearest(to: use.name, among: names).map { "; did you mean \($0.text)?" }
        problem =
          "package \(importPath.text) has no \(use.name.text)\(near ?? ": it has \(names.map(\.text).joined(separator: ", "))")"
      } else if use.name.equals("Comment"), use.argument?.hasPrefix("//") != true {
        problem =
          "Comment takes the first word of a directive comment as a string, such as target.Comment(\"//app:span\")"
      } else if body?.contains(use.range.lowerBound) != true {
        problem = "package \(importPath.text) has no types; use its constants in the body"
      } else if use.name == TargetReturn.name {
        problem = TargetReturn.problem(use.call, in: declaration)
      } else {
        problem = nil
      }
      return problem.map { Finding(.unfitDirective, $0, at: use.range.lowerBound, in: file) }
    }
  }
}

extension ByteString {
  /// The bytes as a string literal of Go.
  fileprivate var goString: ByteString {
    let isText = isGoText
    var result: ByteString = [ASCII.doubleQuote]
    for byte in self {
      switch byte {
      case ASCII.doubleQuote, ASCII.backslash: result += [ASCII.backslash, byte]
      case 0x20..<0x7f: result.append(byte)
      case 0x80... where isText: result.append(byte)
      default: result += ByteString("\\x") + [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
      }
    }
    return result + [ASCII.doubleQuote]
  }
}
