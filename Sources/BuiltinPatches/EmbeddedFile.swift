/// A file of `Patches/`, as it was when the program was built.
struct EmbeddedFile {
  /// The path below `Patches/`, with the set's name first.
  let path: StaticString
  let content: StaticString
}
