/// The bytes that command lines, paths and Go files give a meaning to.
package enum ASCII {
  package static let tab: UInt8 = 0x09
  package static let newline: UInt8 = 0x0a
  package static let carriageReturn: UInt8 = 0x0d
  package static let space: UInt8 = 0x20
  package static let bang: UInt8 = 0x21
  package static let doubleQuote: UInt8 = 0x22
  package static let dollar: UInt8 = 0x24
  package static let singleQuote: UInt8 = 0x27
  package static let openingParenthesis: UInt8 = 0x28
  package static let closingParenthesis: UInt8 = 0x29
  package static let star: UInt8 = 0x2a
  package static let comma: UInt8 = 0x2c
  package static let dash: UInt8 = 0x2d
  package static let dot: UInt8 = 0x2e
  package static let slash: UInt8 = 0x2f
  package static let colon: UInt8 = 0x3a
  package static let semicolon: UInt8 = 0x3b
  package static let equals: UInt8 = 0x3d
  package static let questionMark: UInt8 = 0x3f
  package static let at: UInt8 = 0x40
  package static let openingBracket: UInt8 = 0x5b
  package static let backslash: UInt8 = 0x5c
  package static let closingBracket: UInt8 = 0x5d
  package static let caret: UInt8 = 0x5e
  package static let underscore: UInt8 = 0x5f
  package static let backquote: UInt8 = 0x60
  package static let n: UInt8 = 0x6e
  package static let v: UInt8 = 0x76
  package static let openingBrace: UInt8 = 0x7b
  package static let closingBrace: UInt8 = 0x7d
}
