import Bytes
@testable import GoSyntax

/// A Go file of that text.
func goFile(_ text: String, path: String = "/in/p.go") -> SourceFile {
  SourceFile(path: ByteString(path), bytes: ByteString(text))
}
