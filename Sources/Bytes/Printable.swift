/// How a person is shown text that came from outside: paths, names, source lines, other programs' messages. A control
/// character in it must not reach a terminal or a page, where it would move the cursor, hide text or turn its direction
/// round. Every message, table and page goes through here; what another program reads (JSON, a diff in a pipe) does not.
///
/// A control character becomes what Go would write for it in a string: `\x1b`, `\u202e`. Other text stays as it is,
/// backslashes included.
package enum Printable {
  /// A text of several lines: newlines, tabs, and carriage returns in front of newlines stay.
  package static func lines(_ text: String) -> String { shown(text, keepsLines: true) }

  /// A name, or anything else that belongs on one line.
  package static func line(_ text: String) -> String { shown(text, keepsLines: false) }

  /// Whether a scalar acts on what stands around it instead of being a sign: C0, DEL and C1; those that set the direction
  /// of text (Unicode Standard Annex 9, section 2); separators of lines; annotations.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0: true
    case 0x61c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x206f: true
    case 0x2028, 0x2029, 0xfff9...0xfffb, 0xe0000...0xe007f: true
    default: false
    }
  }

  private static func shown(_ text: String, keepsLines: Bool) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let isKept =
        keepsLines && (scalar == "\n" || scalar == "\t" || scalar == "\r" && rest.first == "\n")
      if isControl(scalar), !isKept {
        result.append(contentsOf: escaped(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Go's spelling (strconv, quote.go: appendEscapedRune).
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    let (letter, length) = scalar.value < 0x80 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    let digits = String(scalar.value, radix: 16)
    return "\\" + letter + String(repeating: "0", count: length - digits.count) + digits
  }

  /// How many columns of a terminal the text takes: none for marks that are set on the sign before, two for what East Asian
  /// scripts and pictures take (Unicode Standard Annex 11; the blocks, not each sign).
  package static func columns(_ text: String) -> Int {
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar.value < 0x300 {
        count += 1
        continue
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      default: count += isWide(scalar) ? 2 : 1
      }
    }
    return count
  }

  /// The text with spaces behind it, to so many columns.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(text)))
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f: true
    case 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff, 0x1f900...0x1f9ff: true
    case 0x20000...0x3fffd: true
    default: false
    }
  }
}

extension Collection where Element == UInt8 {
  /// The bytes as a name in a message: like `text`, with control characters as `Printable` shows them and each byte that
  /// belongs to no UTF-8 as `\xff`.
  package var shown: String {
    if let text = String(validating: self, as: UTF8.self) { return Printable.line(text) }
    var result = ""
    var rest = Array(self)[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
      if let sign = String(validating: rest.prefix(length), as: UTF8.self) {
        result += Printable.line(sign)
        rest = rest.dropFirst(length)
      } else {
        result += "\\x" + String(first, radix: 16)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
