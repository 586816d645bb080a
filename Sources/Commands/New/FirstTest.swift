internal import Bytes

/// The module with tests that `routinex new` writes into a set which it begins: see `routinex test`.
enum FirstTest {
  static let folder = ByteString("testdata/first")

  /// By their paths below the set's folder.
  ///
  /// - Parameter importPath: the package that the set's first patch is for; nil where it is not one that a program can import
  ///   from anywhere.
  static func files(importing importPath: ByteString?) -> [(ByteString, ByteString)] {
    let imports = importPath.map { "import (\n\t_ \"\($0.text)\" // which the set patches\n\t\"testing\"\n)" }
    let module = """
      module first

      go 1.18

      // Remove this line when the test below needs the set: it says that the test also passes without the set.
      //routinex:without passes

      """
    let test = """
      // Package first is run by `routinex test`, with the patch set and without it.\(importPath == nil ? missing : "")
      package first

      \(imports ?? "import \"testing\"")

      func TestFirst(t *testing.T) {
      	// Test here what the patches change for a program.
      }

      """
    return [("go.mod", module), ("first_test.go", test)].map { name, text in
      (Path.join(folder, ByteString(name)), ByteString(text))
    }
  }

  private static let missing =
    "\n// Its go.mod requires the modules that it imports; a replace line with a path can say where they are."

  /// Whether any program may import a package of that path, without a module that has it.
  static func canImport(_ importPath: ByteString) -> Bool {
    let hidden: [StaticString] = ["internal", "vendor", "cmd", "main"]
    return CheckSubjects.isStandard(importPath)
      && !importPath.split(separator: ASCII.slash).contains { word in hidden.contains { word.equals($0) } }
  }
}
