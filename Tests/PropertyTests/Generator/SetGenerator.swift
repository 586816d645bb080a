import Bytes
@testable import GoSyntax
import TestSupport

/// Writes the patch files for a package: some directives on some declarations of some of its files.
struct SetGenerator {
  private let context: PackageContext
  private var random: Random

  init(_ package: LibraryPackage, _ library: StandardLibrary, _ purpose: Purpose, _ random: Random) {
    context = PackageContext(package, library, purpose)
    self.random = random
  }

  mutating func files() -> [GeneratedFile] {
    let package = context.package
    // A file that line directives rename already, or one of the size of a book, says nothing new.
    let usable = package.files.indices.filter {
      let bytes = package.files[$0].bytes
      return bytes.count < 150_000 && !bytes.contains("//line ") && !bytes.contains("/*line ")
    }
    let count = context.purpose == .reading ? random.number(1...3) : 4
    let targets = usable.shuffled(using: &random).prefix(count).sorted().map {
      TargetFile(index: $0, package.files[$0])
    }
    context.learn(from: targets)
    var writers: [PatchFileWriter] = []
    for target in targets {
      var decided: Set<Int> = []
      var edited: Set<Int> = []
      for _ in 0..<(random.chance(0.3) ? 2 : 1) { writers.append(writer(for: target, &decided, &edited)) }
    }
    for writer in writers where random.chance(0.4) { addCalls(to: writer, beside: writers) }
    return writers.enumerated().compactMap { $1.file(named: "p\($0).go") }
  }

  /// - Parameters:
  ///   - decided: the declarations that a patch decides alone about.
  ///   - edited: those that patches need as they are.
  private mutating func writer(
    for target: TargetFile, _ decided: inout Set<Int>, _ edited: inout Set<Int>
  ) -> PatchFileWriter {
    let writer = PatchFileWriter(target, packageName: context.package.name, &random)
    var names: [String: Int] = [:]
    for declaration in target.source.declarations { names[declaration.spelling(in: target.source), default: 0] += 1 }
    let usable = target.source.declarations.filter {
      !$0.node.hasError && names[$0.spelling(in: target.source)] == 1 && !["init", "_"].contains(target.text($0.name))
        && !$0.comments.contains { target.text($0).hasPrefix("//export") }
    }
    for declaration in usable.shuffled(using: &random).prefix(random.number(1...10)) {
      let key = declaration.name.range.lowerBound
      guard !decided.contains(key) else { continue }
      if declaration.isFunction {
        guard let kind = random.pick(Self.weighted) else { continue }
        // An edit needs the statements that a replacement takes away; a removal stands alone.
        if edited.contains(key), kind == .replace || kind == .remove { continue }
        if kind == .replace || kind == .remove { decided.insert(key) } else { edited.insert(key) }
        var patch = FunctionPatch(declaration, in: writer, context)
        patch.write(kind, &random)
      } else {
        decided.insert(key)
        // One patch per group: its lines depend on each other.
        if declaration.isGrouped { decided.formUnion(group(of: declaration, target)) }
        SpecificationPatch(declaration, in: writer, context).write(&random)
      }
    }
    if random.chance(0.5) { addDeclarations(to: writer) }
    return writer
  }

  private static let weighted: [FunctionPatch.Kind] = [
    .before, .before, .after, .after, .wrap, .wrap, .edit, .edit, .edit, .replace, .replace, .pragma, .remove,
  ]

  private mutating func group(of declaration: Declaration, _ target: TargetFile) -> [Int] {
    // Now and then a second one meets the first.
    if declaration.kind == .constant, random.chance(0.3) { return [] }
    return target.source.declarations.filter { $0.statement.range == declaration.statement.range }
      .map(\.name.range.lowerBound)
  }

  private mutating func addDeclarations(to writer: PatchFileWriter) {
    let (function, type, value) = (context.freshName(), context.freshName(), context.freshName())
    writer.add("// \(function) is new.\n//\n//go:noinline\nfunc \(function)(n int) int { return n + 1 }")
    writer.add("type \(type) struct{ n, err int }\n\nfunc (t *\(type)) next(n int) { t.n += n }")
    writer.add("var \(value), \(value)s = 1, `a\nb`")
    if random.chance(0.5), let (path, name) = random.pick(context.otherFunctions) {
      let package = writer.name(ofPackage: path, wanted: path.split(separator: "/").last.map(String.init) ?? path)
      writer.add("var \(value)f = \(package).\(name)")
    }
  }

  /// A function that stands for one of a package that the file uses.
  private mutating func addCalls(to writer: PatchFileWriter, beside writers: [PatchFileWriter]) {
    let target = writer.target
    let called = calls(in: target).map { ByteString("\($0.name)") }
    // A call in a body that is replaced cannot be redirected.
    let gone = Set(
      writers.flatMap { other in
        let ranges = other.intents.flatMap(\.gone)
        return calls(in: other.target).filter { call in ranges.contains { $0.contains(call.offset) } }.map(\.function)
      })
    var candidates: [(local: String, path: String, header: String)] = []
    for (local, path) in target.imports.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for header in context.headers(of: path.text) {
        let name = header.prefix { $0 != "(" }
        guard called.contains(ByteString("\(local.text).\(name)")), !gone.contains("\(path.text).\(name)") else {
          continue
        }
        candidates.append((local.text, path.text, header))
      }
    }
    candidates.removeAll { candidate in
      !Self.isPlain(candidate.header) || usedByCalls.contains("\(candidate.path).\(candidate.header)")
    }
    guard let (local, path, header) = random.pick(candidates) else { return }
    usedByCalls.insert("\(path).\(header)")
    let name = String(header.prefix { $0 != "(" })
    let fresh = context.freshName()
    let package = writer.name(ofImport: ByteString(local)) ?? local
    let names = Self.parameterNames(header)
    let call = "\(package).\(name)(\(names.joined(separator: ", ")))"
    let hasResult = !header.hasSuffix(")") || header.filter { $0 == ")" }.count > 1
    writer.add(
      "//routinex:calls \(path).\(name)\nfunc \(fresh)\(header.dropFirst(name.count)) {\n\t\(hasResult ? "return " : "")\(call)\n}",
      nil)
    calls.append((path: path, name: name))
  }

  /// `package.Name(` wherever it stands: the words, the import path with the name, and the offset.
  private func calls(in target: TargetFile) -> [(name: String, function: String, offset: Int)] {
    let words = GoText(target.source.bytes, file: 0, obeysDirectives: false)
    return words.tokens.indices.dropLast(3).compactMap { index in
      guard words.text(index + 1).equals("."), words.text(index + 3).equals("("),
        let path = target.imports[Array(words.text(index))]
      else { return nil }
      let name = words.text(index + 2).text
      return ("\(words.text(index).text).\(name)", "\(path.text).\(name)", words.tokens[index].range.lowerBound)
    }
  }

  private var usedByCalls: Set<String> = []
  /// The functions that `calls` replaces.
  private(set) var calls: [(path: String, name: String)] = []

  /// Whether every parameter has a name and every type is Go's own.
  private static func isPlain(_ header: String) -> Bool {
    let list = header.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
    guard !list.contains("("), !list.contains("..."), !list.isEmpty, !header.contains("func(") else { return false }
    let predeclared: Set<String> = [
      "string", "int", "bool", "byte", "rune", "error", "float64", "uint64", "int64", "uint", "uint8", "any",
    ]
    let types = header.drop { $0 != "(" }.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
    let names = Set(parameterNames(header))
    guard !names.contains("_"), names.count == list.split(separator: ",").count else { return false }
    return types.allSatisfy { predeclared.contains(String($0)) || names.contains(String($0)) }
      && list.split(separator: ",").last?.split(separator: " ").count == 2
      && names.isDisjoint(with: predeclared)
  }

  private static func parameterNames(_ header: String) -> [String] {
    header.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(separator: ",")
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }
}
