import Bytes
@testable import GoSyntax

/// What the generator knows of the package it patches.
final class PackageContext {
  let purpose: Purpose
  let package: LibraryPackage
  /// The package's struct types without type parameters, as far as files were read.
  private(set) var structs: [String] = []
  /// Exported functions of packages that some file of the package imports: a file without that import can get it.
  private(set) var otherFunctions: [(path: String, function: String)] = []

  private let library: StandardLibrary
  private var headersOfPackages: [String: [String]] = [:]
  private var fresh = 0
  private lazy var text = package.files.map { $0.bytes.text }.joined(separator: "\n")

  init(_ package: LibraryPackage, _ library: StandardLibrary, _ purpose: Purpose) {
    self.package = package
    self.library = library
    self.purpose = purpose
  }

  func learn(from files: [TargetFile]) {
    for file in files {
      for declaration in file.source.declarations where declaration.kind == .type {
        if declaration.node.child(.typeParameters) == nil,
          declaration.node.child(.type)?.kind == .structType
        {
          structs.append(file.text(declaration.name))
        }
      }
      for path in Set(file.imports.values.map(\.text)).sorted() {
        for function in functions(of: path).prefix(3) { otherFunctions.append((path, function)) }
      }
    }
  }

  func headers(of path: String) -> [String] {
    if let known = headersOfPackages[path] { return known }
    let headers = library.functionHeaders(of: path)
    headersOfPackages[path] = headers
    return headers
  }

  func functions(of path: String) -> [String] { headers(of: path).map { String($0.prefix { $0 != "(" }) } }

  /// A name that nothing has.
  func freshName() -> String {
    fresh += 1
    return "generated\(fresh)"
  }

  /// Whether a further field breaks nothing: no literal of the type lists values without their fields' names, and none
  /// stands inside another, where its type need not be said.
  func isExtensible(_ type: String) -> Bool {
    guard type.first?.isLowercase == true, !text.contains("]\(type){"), !text.contains("]*\(type){") else {
      return false
    }
    return text.components(separatedBy: "\(type){").dropFirst().allSatisfy { rest in
      let rest = rest.drop { $0.isWhitespace }
      return rest.first == "}" || rest.drop { $0.isLetter || $0.isNumber }.first == ":"
    }
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
