package import Bytes
internal import Findings
internal import GoSyntax

/// What the patches of all sets make of one package: a value, made by `Planning`. Nothing has been written.
package struct PackagePlan {
  /// A file of the package whose text changes, by its index there.
  package struct Rewrite {
    package let fileIndex: Int
    package let bytes: ByteString
  }

  /// A file that joins the package: the declarations that a patch file adds.
  package struct Addition {
    package let file: PatchFile
    let declarations: [Declaration]
    package let bytes: ByteString
    let imports: [GoSyntax.Import]
  }

  /// For verbose output: which declaration was changed, by which.
  package struct Change {
    package let patch: Patch
    package let target: String
  }

  /// For verbose output: a function that a pattern selects and that was left alone, and why.
  package struct PassedBy {
    package let patch: Patch
    package let target: String
    package let reason: String

    init(_ passed: Matching.PassedBy) {
      patch = passed.patch
      target = passed.target.name
      reason = passed.reason.text
    }
  }

  /// An import that the patches bring into the package.
  package struct Import {
    package let path: ByteString
    package let file: PatchFile
    /// Where the patch file imports it.
    package let offset: Int
  }

  /// Whether the package stays as it is.
  package var isEmpty: Bool { rewrites.isEmpty && additions.isEmpty }

  package let rewrites: [Rewrite]
  package let additions: [Addition]
  package let changes: [Change]
  package let passedBy: [PassedBy]
  /// The packages that patched and added files import on behalf of patches.
  package let imports: [Import]
}
