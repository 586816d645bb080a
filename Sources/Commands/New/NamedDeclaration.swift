internal import Bytes
internal import Findings
internal import GoPackages
internal import GoSyntax
internal import Host

/// A declaration of a package that a person has named.
struct NamedDeclaration {
  let located: LocatedPackage
  let file: SourceFile
  let declaration: Declaration
  /// The files of the package.
  private let files: [SourceFile]

  var spelling: String { declaration.spelling(in: file) }

  /// Finds what the text means: the first reading whose package and declaration exist.
  ///
  /// - Throws: what there is instead.
  static func find(_ text: ByteString, with finder: LocatedPackage.Finder) throws(Findings) -> NamedDeclaration {
    let readings = DeclarationPath.readings(of: text)
    guard let first = readings.first else {
      throw Findings(
        .usage,
        "'\(text.shown)' is not a declaration; write IMPORTPATH.NAME, such as net/http.Get or 'net/http.(*Client).Do'")
    }
    var known: (DeclarationPath, LocatedPackage)?
    for reading in readings {
      guard let located = finder.find(reading.importPath) else { continue }
      let sources = try sources(of: located)
      for file in sources {
        if let found = file.declarations.first(where: { reading.names($0, in: file) }) {
          return NamedDeclaration(located: located, file: file, declaration: found, files: sources)
        }
      }
      if known == nil { known = (reading, located) }
    }
    if let (reading, located) = known {
      let near = nearest(to: reading, in: try sources(of: located))
      throw Findings(
        .missingDeclaration,
        "package \(located.description) has no declaration \(reading.declaration.text)"
          + Wording(near.isEmpty ? "" : "; the nearest are \(near.joined(separator: ", "))"))
    }
    let near = readings.flatMap { nearestPaths(to: $0.importPath, among: finder.standardPackages) }
    let hint =
      near.isEmpty
      ? "; name its module with --module PATH=FOLDER" : "; did you mean \(near.prefix(3).joined(separator: ", "))?"
    throw Findings(
      .missingPackage,
      "no package \(first.importPath.shown) in \(finder.root.path.shown), the working folder's module or the module cache\(hint)"
    )
  }

  /// Whether the package has literals of the type that do not name their fields: with a further field they do not compile.
  var hasUnkeyedLiterals: Bool {
    let name = Array(file.text(declaration.name))
    return files.contains { file in
      guard file.bytes.firstIndex(of: name + ByteString("{")) != nil else { return false }
      return CompositeLiteral.all(in: file).contains { literal in
        guard file.text(literal.type.range).equals(name), let first = literal.value.elements.first else { return false }
        return first.key == nil
      }
    }
  }

  var importPath: String { located.package.importPath.text }

  /// Whether no package can import the one that it is of.
  var isOfCommand: Bool { packageName == "main" }

  /// All of it that stands above a body.
  var header: Range<Int> {
    let start = declaration.node.range.lowerBound
    return start..<max(start, declaration.headerEnd)
  }

  /// The names of the package's types and constants.
  var declaredNames: Set<ByteString> {
    Set(
      files.flatMap { file in
        file.declarations.filter { $0.kind == .type || $0.kind == .constant }.map { Array(file.text($0.name)) }
      })
  }

  /// What a function is called that joins packages in which it means this one: `patchedHttpGet`.
  var patchedName: String {
    "patched"
      + [packageName, file.text(declaration.name).text].map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  var packageName: String { file.packageName.map { file.text($0).text } ?? "main" }

  /// How a file imports the package beside others.
  ///
  /// - Parameter others: import specifications.
  /// - Returns: what it is called there, and all specifications.
  func packageImport(besides others: [String]) -> (name: String, imports: [String]) {
    let path = "\"\(importPath)\""
    let isPlain = Path.lastComponent(located.package.importPath).text == packageName
    func isTaken(_ name: String) -> Bool {
      others.contains {
        $0.hasPrefix(name + " ") || $0 == "\"\(name)\"" || !$0.contains(" ") && $0.hasSuffix("/\(name)\"")
      }
    }
    guard !isTaken(packageName) else { return ("own", others + ["own \(path)"]) }
    let all = others + [isPlain ? path : "\(packageName) \(path)"]
    return (packageName, all.sorted { $0.drop { $0 != "\"" } < $1.drop { $0 != "\"" } })
  }

  private static func sources(of located: LocatedPackage) throws(Findings) -> [SourceFile] {
    let files = HostFiles()
    let folder = try SourceFolder(located.package.folder, context: located.package.context, in: files)
    return folder.goFiles.compactMap { path in
      (try? files.read(path)).map { SourceFile(path: path, bytes: $0) }
    }
  }

  private static func nearest(to reading: DeclarationPath, in files: [SourceFile]) -> [String] {
    var distances: [String: Int] = [:]
    for file in files {
      for declaration in file.declarations {
        let name = Array(file.text(declaration.name))
        let receiver = declaration.receiverType.map { Array(file.text($0)) + [ASCII.dot] } ?? []
        var distance = editDistance(receiver + name, reading.declaration)
        // The method of another type, or a function that became one.
        if name == reading.name { distance = min(distance, 1) }
        distances[declaration.spelling(in: file)] = distance
      }
    }
    return distances.filter { $0.value <= max(2, reading.declaration.count / 3) }
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map(\.key)
  }
}

extension DeclarationPath {
  fileprivate func names(_ declaration: Declaration, in file: SourceFile) -> Bool {
    file.text(declaration.name).equals(name) && declaration.receiverType.map { Array(file.text($0)) } == receiver
  }
}
