/// The bytes that command lines and response files give a meaning to.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0a
  static let carriageReturn: UInt8 = 0x0d
  static let space: UInt8 = 0x20
  static let doubleQuote: UInt8 = 0x22
  static let dollar: UInt8 = 0x24
  static let singleQuote: UInt8 = 0x27
  static let comma: UInt8 = 0x2c
  static let dash: UInt8 = 0x2d
  static let slash: UInt8 = 0x2f
  static let semicolon: UInt8 = 0x3b
  static let equals: UInt8 = 0x3d
  static let at: UInt8 = 0x40
  static let openingBracket: UInt8 = 0x5b
  static let backslash: UInt8 = 0x5c
  static let closingBracket: UInt8 = 0x5d
  static let backquote: UInt8 = 0x60
  static let n: UInt8 = 0x6e
}

extension Collection where Element == UInt8 {
  /// `equals` of Bytes, in this module so that the compiler can specialize it: every argument of every call goes through
  /// here, and unspecialized it takes a hundred times as long.
  @inline(__always)
  func spells(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    var letter = name.utf8Start
    for byte in self {
      if byte != letter.pointee { return false }
      letter += 1
    }
    return true
  }
}
