/// A file of `Page/`, as it was when the program was built.
struct EmbeddedFile {
  private let name: StaticString
  private let content: StaticString

  init(top: StaticString, folder: StaticString, name: StaticString, content: StaticString) {
    self.name = name
    self.content = content
  }

  /// The content of the file of a name.
  static func text(_ name: String) -> String {
    for file in (0...).lazy.map(embeddedFile).prefix(while: { $0 != nil }).compactMap(\.self)
    where "\(file.name)" == name {
      return "\(file.content)"
    }
    preconditionFailure("Page/\(name) was not there when the program was built")
  }
}
