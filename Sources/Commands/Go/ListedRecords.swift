internal import Bytes

/// What a `-f` of `go list` is made of, so that its answer can be taken apart again: a record for each package.
enum ListedRecords {
  private static let fieldEnd: UInt8 = 0
  private static let elementEnd: UInt8 = 1
  private static let recordEnd: UInt8 = 2

  /// The flag.
  /// - Parameter fields: templates, none of whose texts holds one of the bytes that end something.
  static func format(_ fields: [String]) -> ByteString {
    ByteString("-f=" + fields.joined(separator: "{{\"\\x00\"}}") + "{{\"\\x02\"}}")
  }

  /// The template of a field that is a list.
  static func list(_ name: String) -> String { "{{range .\(name)}}{{.}}{{\"\\x01\"}}{{end}}" }

  /// The fields of each record; what has another number of them is left out.
  static func records(in output: ByteString, fields count: Int) -> [[ByteString]] {
    output.split(separator: recordEnd).map { record in
      record.trimmed.split(separator: fieldEnd, omittingEmptySubsequences: false).map { Array($0) }
    }.filter { $0.count == count }
  }

  /// Those of a list.
  static func elements(_ field: ByteString) -> [ByteString] { field.split(separator: elementEnd).map { Array($0) } }
}
