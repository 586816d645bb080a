package import Bytes
package import Findings
package import GoSyntax

extension Patch {
  /// Why a patch for many functions is not for one of them; nil if it is, or has a target by name.
  ///
  /// - Parameter package: the import path of the function's package.
  package func mismatch(with function: Declaration, in file: SourceFile, of package: ByteString) -> Wording? {
    guard let each else { return nil }
    guard function.isFunction else { return "it is for functions" }
    guard each.selects(function, in: file) else { return "\(each.description) does not select it" }
    let target = Target(file: file, fileIndex: 0, declaration: function)
    if demand(of: target, in: package) != nil { return nil }
    return
      "it lacks the parameters and results of the patch (\(declaration.header(in: self.file.source))): types are "
      + "compared as they are written"
  }
}
