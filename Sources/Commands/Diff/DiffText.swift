internal import Bytes

/// A change as text: on a terminal for people, else for `patch -p1`.
enum DiffText {
  static func of(_ change: PackageChanges.Change, on terminal: Terminal) -> ByteString {
    let text = unified(change)
    // What goes into a file or to patch(1) stays as it is.
    guard terminal.isTerminal else { return text }
    let shown = ByteString(Printable.lines(text.text))
    return terminal.hasColour ? coloured(shown, on: terminal) : shown
  }

  /// For `patch -p1`.
  static func unified(_ change: PackageChanges.Change) -> ByteString {
    let absent = ByteString("/dev/null")
    return UnifiedDiff.between(
      change.old ?? [], change.new ?? [],
      oldName: change.old == nil ? absent : ByteString("a/") + change.path,
      newName: change.new == nil ? absent : ByteString("b/") + change.path)
  }

  private static func coloured(_ text: ByteString, on terminal: Terminal) -> ByteString {
    var result = ByteString()
    for (number, line) in text.split(separator: ASCII.newline, omittingEmptySubsequences: false).enumerated() {
      if number > 0 { result.append(ASCII.newline) }
      result += style(line, number).map { terminal.styled(line, $0) } ?? Array(line)
    }
    return result
  }

  /// The two lines of names come first; further down a line like them is one of the file's.
  private static func style(_ line: ArraySlice<UInt8>, _ number: Int) -> Terminal.Style? {
    if number < 2 { return .bold }
    switch line.first {
    case ASCII.at: return .cyan
    case ASCII.dash: return .red
    case 0x2b: return .green
    default: return nil
    }
  }
}
