package import Bytes

/// A file of `Patches/`, as it was when the program was built.
package struct EmbeddedFile: Sendable {
  /// The name of the patch set.
  package let set: StaticString
  /// The path of its folder below the set's root; empty for a file of the root.
  package let folder: StaticString
  package let name: StaticString
  package let content: StaticString

  init(top set: StaticString, folder: StaticString, name: StaticString, content: StaticString) {
    self.set = set
    self.folder = folder
    self.name = name
    self.content = content
  }

  /// Every file of every built-in set, in path order.
  package static var all: [EmbeddedFile] { (0...).lazy.map(embeddedFile).prefix { $0 != nil }.compactMap(\.self) }

  /// The name of each set, and the numbers of its folders; nil behind the last.
  package static func set(_ number: Int) -> (name: StaticString, folders: Range<Int>)? { embeddedTop(number) }

  /// The path below its set's root of each folder that holds files, by number.
  package static func folder(_ number: Int) -> StaticString { embeddedFolder(number) ?? "" }

  /// `SET/IMPORT/PATH/NAME`.
  package var path: ByteString {
    [ByteString(set), ByteString(folder), ByteString(name)].filter { !$0.isEmpty }.joined(separator: [ASCII.slash])
      .map(\.self)
  }
}
