/// What a generated patch may do to its target's file, and where.
struct Intent {
  /// The index of the target's file in the package.
  let file: Int
  /// The range of the target's declaration.
  let declaration: Range<Int>
  /// Where the target's name starts.
  let name: Int
  /// Ranges of the target that may go.
  var gone: [Range<Int>] = []
  /// Names of the target's signature, which may be spelled otherwise in its declaration.
  var renamable: Set<String> = []
}

/// A generated patch file.
struct GeneratedFile {
  let name: String
  let text: String
  let intents: [Intent]
}

/// What the patches are for.
enum Purpose {
  /// The text that comes out is looked at.
  case reading
  /// It is compiled, and must go on doing what it did.
  case building
}
