package import Bytes
internal import Findings
package import GoSyntax

/// The directives above a patch file's package clause.
package struct FileDirectives {
  /// The words that stand above a package clause.
  static let words: [StaticString] = ["tags", "file", "module", "link", "packages"]

  /// A file of the package that no longer takes part: `//routinex:file replace NAME` puts the patch file in its place,
  /// `//routinex:file remove NAME` nothing.
  package struct Drop {
    package let name: ByteString
    package let comment: Node
  }

  /// `//routinex:tags`: build tags with which the package is compiled.
  package private(set) var tags: [ByteString] = []
  package private(set) var drops: [Drop] = []
  /// `//routinex:module`: the versions of the package's module that the file is for.
  package private(set) var module: ModuleConstraint?

  /// `//routinex:link`: packages that become part of every program that has the target package.
  package private(set) var links: [Link] = []

  package struct Link {
    package let path: ByteString
    package let comment: Node
  }

  /// `//routinex:packages`, where a file says that itself.
  package private(set) var packages: DirectiveComment?

  init() {}

  /// Whether they change which files the package has.
  package var changeFiles: Bool { !tags.isEmpty || !drops.isEmpty }

  mutating func read(_ directive: DirectiveComment, in file: PatchFile) throws(Finding) {
    if file.isForPatterns, directive.word.equals("tags") || directive.word.equals("file") {
      throw Finding(
        .misplacedDirective,
        "//routinex:\(directive.word.text) changes the files of one package, but a file in _any is for several; write "
          + "it into a file in the package's folder", at: directive.node, in: file)
    }
    if directive.word.equals("packages") {
      try readPackages(directive, in: file)
    } else if directive.word.equals("tags") {
      let words = directive.argument.split(whereSeparator: { $0.isSpace || $0 == ASCII.comma }).map(Array.init)
      let areTags = words.allSatisfy { $0.allSatisfy { $0.isIdentifierByte || $0 == ASCII.dot } }
      if words.isEmpty || !areTags {
        throw Finding(
          .directiveArgument, "//routinex:tags needs the build tags to set, such as 'tags foo'", at: directive.node,
          in: file)
      }
      tags += words
    } else if directive.word.equals("file") {
      let words = directive.argument.split(whereSeparator: \.isSpace)
      guard words.count == 2, words[0].equals("replace") || words[0].equals("remove"), words[1].hasSuffix(".go"),
        !words[1].contains(ASCII.slash)
      else {
        throw Finding(
          .directiveArgument,
          "//routinex:file takes 'replace NAME.go' or 'remove NAME.go', with the name of a file of the package",
          at: directive.node, in: file)
      }
      drops.append(Drop(name: Array(words[1]), comment: directive.node))
    } else if directive.word.equals("module") {
      guard let constraint = ModuleConstraint(directive.argument) else {
        throw Finding(
          .directiveArgument,
          "//routinex:module takes bounds on the module's version, such as 'module >=v1.1.5 <v2.0.0'",
          at: directive.node,
          in: file)
      }
      module = constraint
    } else if directive.word.equals("link") {
      let path = Array(directive.argument.trimmed)
      guard !path.isEmpty, !path.contains(where: { $0.isSpace || $0 == ASCII.doubleQuote }), path.first != ASCII.dot,
        path.first != ASCII.slash, path.first != ASCII.dash
      else {
        throw Finding(
          .directiveArgument, "//routinex:link takes an import path, such as 'link example.com/hooks'",
          at: directive.node, in: file)
      }
      links.append(Link(path: path, comment: directive.node))
    } else {
      throw file.unknown(
        directive, known: Self.words.map { ByteString($0) },
        place: "before a package clause")
    }
  }

  private mutating func readPackages(_ directive: DirectiveComment, in file: PatchFile) throws(Finding) {
    guard file.isForPatterns else {
      throw Finding(
        .misplacedDirective,
        "//routinex:packages works only in the folder _any; a file in this folder patches the package of its path",
        at: directive.node, in: file)
    }
    let patterns = PackagePatterns(directive.argument)
    if directive.argument.isEmpty || patterns.malformed != nil {
      let what = patterns.malformed.map { "'\($0.text)' is not a package pattern; " } ?? ""
      throw Finding(
        .directiveArgument,
        "\(what)//routinex:packages takes import paths and patterns of the go command, such as 'packages work "
          + "!example.com/hooks/...'", at: directive.node, in: file)
    }
    packages = directive
  }
}
