package import Bytes
package import Findings
package import GoSyntax
package import SystemInterface

/// A package's folder, and what a build in some context takes from it (go/build, build.go: Context.Import).
package struct SourceFolder {
  /// The Go files that take part, in the order of their names; test files never do.
  package let goFiles: [ByteString]
  let assemblyFiles: [ByteString]

  /// - Throws: that the folder cannot be read.
  package init(_ folder: ByteString, context: BuildContext, in files: some FileSystem) throws(Findings) {
    guard let names = try attempt({ () throws(FileError) in try files.names(in: folder) }) else {
      throw Findings(.existing, "there is no folder \(folder.text)")
    }
    let allowsCgo = context.isSet(ByteString("cgo"))
    var (goFiles, assemblyFiles): ([ByteString], [ByteString]) = ([], [])
    for name in names
    where name.first != ASCII.dot && name.first != ASCII.underscore && context.admits(fileName: name) {
      let isGo = name.hasSuffix(".go") && !name.hasSuffix("_test.go")
      guard isGo || name.hasSuffix(".s") else { continue }
      let path = Path.join(folder, name)
      // A constraint that cannot be read is the go command's to report.
      guard let bytes = try? files.read(path),
        let isChosen = try? BuildConstraint.of(bytes)?.isSatisfied(context.isSet) ?? true, isChosen,
        allowsCgo || !isGo || !Self.importsC(bytes)
      else { continue }
      if isGo { goFiles.append(path) } else { assemblyFiles.append(path) }
    }
    self.goFiles = goFiles
    self.assemblyFiles = assemblyFiles
  }

  private static func importsC(_ bytes: ByteString) -> Bool {
    ImportClause.paths(bytes).contains { $0.equals("C") }
  }

  /// The functions of the package that its assembly refers to: `·name(SB)` anywhere but behind TEXT, DATA and GLOBL, which
  /// define it; with the package's own path in front of the dot or nothing (cmd/asm/internal/asm, parse.go: symRefType).
  package func assemblyReferences(of importPath: ByteString, in files: some FileSystem) -> Set<ByteString> {
    // An assembler's identifier spells . as · (U+00B7) and / as ∕ (U+2215).
    let dot = ByteString("\u{b7}")
    let own = importPath.replacing([ASCII.slash], with: ByteString("\u{2215}"))
    var result: Set<ByteString> = []
    for path in assemblyFiles {
      for line in ((try? files.read(path)) ?? []).split(separator: ASCII.newline) {
        var line = Array(line.trimmed)
        if let comment = line.firstIndex(of: ByteString("//")) { line.removeSubrange(comment...) }
        let defines = line.hasPrefix("TEXT") || line.hasPrefix("DATA") || line.hasPrefix("GLOBL")
        var start = 0
        var count = 0
        while let found = line.firstIndex(of: dot, from: start) {
          start = found + dot.count
          count += 1
          if defines && count == 1 { continue }
          let owner = line[..<found].reversed().prefix { $0.isIdentifierByte || $0 == ASCII.dot }.reversed()
          guard owner.isEmpty || Array(owner) == own else { continue }
          let name = line[start...].prefix(while: \.isIdentifierByte)
          // `name<>` is a symbol of the assembly file alone.
          let isLocal = line[(start + name.count)...].first == 0x3c
          if !name.isEmpty, !isLocal { result.insert(Array(name)) }
        }
      }
    }
    return result
  }

  /// What the files import, which is what the compiler will have export data of.
  package func imports(in files: some FileSystem) -> Set<ByteString> {
    var result: Set<ByteString> = []
    for path in goFiles {
      guard let bytes = try? files.read(path) else { continue }
      result.formUnion(ImportClause.paths(bytes))
    }
    // What cgo makes of a package imports these (cmd/cgo/out.go: writeDefs).
    if result.contains(ByteString("C")) {
      for path: StaticString in ["runtime/cgo", "syscall", "unsafe"] { result.insert(ByteString(path)) }
    }
    return result
  }
}
