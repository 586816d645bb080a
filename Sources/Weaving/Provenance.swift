package import Bytes
internal import GoSyntax
package import Patching

package let programVersion: StaticString = "0.1.0"

/// The patch files that changed something: in a package, whose object holds them as the value of a variable that nothing uses;
/// in a program, whose build information names their sets.
///
/// What goes into an object must be decided by the package's key alone, so that it has the files of the package and not its whole
/// sets; and what goes into a program must be decided by its objects, since the go command links anew only where one of them differs.
package struct Provenance: Equatable {
  package struct Part: Hashable {
    /// The set's name.
    package let set: ByteString
    /// The file's path below the set's root.
    package let path: ByteString
    /// The start of the SHA-256 of its bytes, 16 hexadecimal digits.
    package let digest: ByteString

    init(set: ByteString, path: ByteString, digest: ByteString) {
      self.set = set
      self.path = path
      self.digest = digest
    }

    package init(_ file: PatchFile) {
      var hash = SHA256()
      hash.update(file.source.bytes)
      self.init(set: file.set, path: file.path, digest: Array(hash.hexadecimal().prefix(16)))
    }

    fileprivate static func precedes(_ left: Part, _ right: Part) -> Bool {
      for (one, other) in [(left.set, right.set), (left.path, right.path)] where one != other {
        return one.lexicographicallyPrecedes(other)
      }
      return left.digest.lexicographicallyPrecedes(right.digest)
    }
  }

  package var parts: Set<Part> = []

  package init(_ parts: Set<Part> = []) { self.parts = parts }

  package var isEmpty: Bool { parts.isEmpty }

  private var sorted: [Part] { parts.sorted(by: Part.precedes) }

  // MARK: In an object

  private static let start = ByteString("routinex patch sets, version 1: ")
  private static let end = ByteString("end of routinex patch sets\n")

  /// The value of the variable.
  package var mark: ByteString {
    func field(_ bytes: ByteString) -> ByteString { ByteString("\(bytes.count):") + bytes }
    return Self.start + ByteString(programVersion) + [ASCII.newline]
      + sorted.flatMap { field($0.set) + field($0.path) + field($0.digest) + [ASCII.newline] } + Self.end
  }

  /// Adds what an archive's mark says; nothing if it has none. The text stands elsewhere in the archive as well: a symbol may be
  /// named by the start of a string.
  package mutating func add(marksIn archive: ByteString) {
    var position = 0
    while let found = archive.firstIndex(of: Self.start, from: position) {
      position = found + Self.start.count
      if let parts = Self.parts(in: archive, from: position) {
        self.parts.formUnion(parts)
        return
      }
    }
  }

  private static func parts(in text: ByteString, from start: Int) -> [Part]? {
    guard let line = text[start...].firstIndex(of: ASCII.newline) else { return nil }
    var position = line + 1
    func field() -> ByteString? {
      guard let colon = text[position...].prefix(8).firstIndex(of: ASCII.colon),
        let count = Int(text[position..<colon].text), count >= 0, count < text.count - colon
      else { return nil }
      position = colon + 1 + count
      return Array(text[(colon + 1)..<position])
    }
    var result: [Part] = []
    while position < text.count {
      if text[position...].starts(with: end) { return result }
      guard let set = field(), let path = field(), let digest = field(), position < text.count,
        text[position] == ASCII.newline
      else { return nil }
      position += 1
      result.append(Part(set: set, path: path, digest: digest))
    }
    return nil
  }

  // MARK: In a program

  /// The name of the setting in a program's build information.
  package static var setting: StaticString { "routinex" }

  /// The sets, by name, each with what stands for those of its files that changed something: 12 hexadecimal digits.
  package var sets: [(name: ByteString, hash: ByteString)] {
    var hashes: [(name: ByteString, hash: SHA256)] = []
    for part in sorted {
      if hashes.last?.name != part.set { hashes.append((part.set, SHA256())) }
      hashes[hashes.count - 1].hash.update(field: part.path)
      hashes[hashes.count - 1].hash.update(field: part.digest)
    }
    return hashes.map { name, hash in
      var hash = hash
      return (name, Array(hash.hexadecimal().prefix(12)))
    }
  }

  /// The setting's value: this program's version, and `SET@HASH` for each set.
  package var value: ByteString {
    let sets = sets.map { $0.name.flatMap { $0 == ASCII.comma ? [ASCII.backslash, $0] : [$0] } + [ASCII.at] + $0.hash }
    return ByteString(([ByteString(programVersion)] + sets).joined(separator: [ASCII.comma]))
  }
}
