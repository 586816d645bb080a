import Bytes
@testable import GoSyntax
import TestSupport

/// A file of the package, as the generator reads it.
final class TargetFile {
  let index: Int
  let source: SourceFile
  /// The import paths by the names that the file gives them, as far as a patch may use them.
  let imports: [ByteString: ByteString]

  init(index: Int, _ file: (path: String, bytes: ByteString)) {
    self.index = index
    source = SourceFile(path: ByteString(file.path), bytes: file.bytes)
    var imports: [ByteString: ByteString] = [:]
    for item in source.imports where item.localName.allSatisfy(\.isIdentifierByte) && !item.localName.equals("_") {
      imports[item.localName] = item.path
    }
    self.imports = imports
  }

  func text(_ range: Range<Int>) -> String { source.bytes[range].text }
  func text(_ node: Node) -> String { text(node.range) }
}

/// Writes the patch file for some declarations of one target file.
final class PatchFileWriter {
  let target: TargetFile
  private(set) var intents: [Intent] = []

  private let packageName: String
  /// What this file calls the imports of the target's file.
  private let names: [ByteString: String]
  private var used: [String: String] = [:]
  private var declarations: [String] = []

  init(_ target: TargetFile, packageName: String, _ random: inout Random) {
    self.target = target
    self.packageName = packageName
    let local = target.imports.keys.map(\.text).sorted()
    var mine = local
    for index in mine.indices where random.chance(0.2) { mine[index] += "pkg" }
    // Two that trade their names.
    if mine.count > 1, random.chance(0.15) { mine.swapAt(0, random.number(1...(mine.count - 1))) }
    names = Dictionary(uniqueKeysWithValues: zip(local.map { ByteString($0) }, mine))
  }

  /// The names that mean packages here. Nothing else is called so, that the patch may say what it likes.
  var packageNames: Set<String> { Set(names.values).union(used.keys) }

  /// What the patch calls one of the target's imports.
  func name(ofImport local: ByteString) -> String? {
    guard let name = names[local], let path = target.imports[local] else { return nil }
    used[name] = path.text
    return name
  }

  /// The name for an import that the target's file may lack.
  func name(ofPackage path: String, wanted: String) -> String {
    if let local = target.imports.first(where: { $0.value.equals(ByteString(path)) })?.key,
      let name = name(ofImport: local)
    {
      return name
    }
    var name = wanted
    while packageNames.contains(name), used[name] != path { name += "x" }
    used[name] = path
    return name
  }

  func add(_ declaration: String, _ intent: Intent? = nil) {
    declarations.append(declaration)
    if let intent { intents.append(intent) }
  }

  /// The text of a part of a declaration as this file spells it.
  ///
  /// - Parameters:
  ///   - uses: those of the declaration.
  ///   - renaming: new names by the offsets at which the target declares them.
  func copy(_ range: Range<Int>, _ uses: [IdentifierUse], renaming: [Int: String] = [:]) -> String {
    var result = ""
    var copied = range.lowerBound
    for use in uses where range.contains(use.node.range.lowerBound) {
      let name: String
      if let declaration = use.declaration {
        guard let new = renaming[declaration] else { continue }
        name = new
      } else if Self.isQualifier(use.node), let new = self.name(ofImport: use.name) {
        name = new
      } else {
        continue
      }
      result += target.text(copied..<use.node.range.lowerBound) + name
      copied = use.node.range.upperBound
    }
    return result + target.text(copied..<range.upperBound)
  }

  private static func isQualifier(_ node: Node) -> Bool {
    guard let parent = node.parent else { return false }
    if parent.kind == .selectorExpression { return parent.child(.operand)?.range == node.range }
    return parent.kind == .qualifiedIdentifier && node.kind == .packageIdentifier
  }

  /// The file; nil when nothing was added to it.
  func file(named name: String) -> GeneratedFile? {
    guard !declarations.isEmpty else { return nil }
    // Not everything that was thought of was written.
    let words = GoText(ByteString(declarations.joined(separator: "\n")), file: 0, obeysDirectives: false)
    let qualifiers = Set(
      words.tokens.indices.dropLast().filter { words.text($0 + 1).equals(".") }.map { words.text($0).text })
    let written = used.filter { name, _ in qualifiers.contains(name) }
    let imports = written.sorted { $0.key < $1.key }.map { "\t\($0.key) \"\($0.value)\"\n" }.joined()
    let list = imports.isEmpty ? "" : "import (\n\(imports))\n\n"
    let text = "package \(packageName)\n\n\(list)\(declarations.joined(separator: "\n\n"))\n"
    return GeneratedFile(name: name, text: text, intents: intents)
  }
}
