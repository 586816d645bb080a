package import Bytes

/// A file of `Patches/`, as it was when the program was built.
package struct EmbeddedFile: Sendable {
  /// The path below `Patches/`, with the set's name first.
  package let path: StaticString
  package let content: StaticString

  /// The files of the set with that name, in path order; none when there is no such set.
  package static func all(of set: some Collection<UInt8>) -> [EmbeddedFile] {
    embeddedFiles.filter { file in
      file.path.withUTF8Buffer { $0.count > set.count && $0[set.count] == ASCII.slash && $0.starts(with: set) }
    }
  }

  /// The names of the built-in sets.
  package static var setNames: [ByteString] {
    var names: [ByteString] = []
    for file in embeddedFiles {
      let name = file.path.withUTF8Buffer { Array($0.prefix { $0 != ASCII.slash }) }
      if names.last != name { names.append(name) }
    }
    return names
  }
}
