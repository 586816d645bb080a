package import Bytes

/// A place that a finding names: a file, and where in it.
package struct Place: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// As messages name the file: its real path, or `routinex/SET/PATH` for one of a built-in set.
  package var path: ByteString
  /// Counted from 1; nil for the file as a whole.
  package let line: Int?
  /// In bytes, counted from 1; nil for the line as a whole.
  package let column: Int?

  package init(_ path: ByteString, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// `FILE:LINE:COLUMN`, as Go's tools write it.
  package var description: String { text(of: path.text) }

  /// The same with a path that a terminal can show.
  package var shown: String { text(of: path.shown) }

  private func text(of path: String) -> String {
    ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}
