package import Bytes

/// A file of `Patches/`, as it was when the program was built.
package struct EmbeddedFile: Sendable {
  /// The name of the patch set.
  package let set: StaticString
  /// The folder below the set's root: the import path that the file patches; empty for a file of the root.
  package let importPath: StaticString
  package let name: StaticString
  package let content: StaticString

  init(top set: StaticString, folder importPath: StaticString, name: StaticString, content: StaticString) {
    self.set = set
    self.importPath = importPath
    self.name = name
    self.content = content
  }

  /// Every file of every built-in set, in path order.
  package static var all: [EmbeddedFile] { (0...).lazy.map(embeddedFile).prefix { $0 != nil }.compactMap(\.self) }

  /// Whether a built-in set has files for a package. This is asked for each package of a build, so it compares bytes in
  /// place and makes nothing.
  package static func exists(in set: UnsafeRawBufferPointer, for importPath: UnsafeRawBufferPointer) -> Bool {
    var number = 0
    while let file = embeddedFile(number) {
      if file.importPath.equals(importPath), file.set.equals(set) { return true }
      number += 1
    }
    return false
  }

  /// Whether a built-in set has the name; asked as often.
  package static func isSet(_ name: UnsafeRawBufferPointer) -> Bool {
    var number = 0
    while let file = embeddedFile(number) {
      if file.set.equals(name) { return true }
      number += 1
    }
    return false
  }

  /// `SET/IMPORT/PATH/NAME`.
  package var path: ByteString {
    [ByteString(set), ByteString(importPath), ByteString(name)].filter { !$0.isEmpty }.joined(separator: [ASCII.slash])
      .map(\.self)
  }
}

extension StaticString {
  /// Not generic, unlike the comparisons of Bytes: see `exists`.
  fileprivate func equals(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard utf8CodeUnitCount == bytes.count else { return false }
    for index in bytes.indices where utf8Start[index] != bytes[index] { return false }
    return true
  }
}
