internal import ArgumentParser
internal import Bytes

/// An argument of the command line as the bytes that it came as. The argument parser takes text, and turns what is not UTF-8
/// into something else; it also looks for `=` by characters, and to Swift `=` with a combining mark behind it is another one.
///
/// So the parser is given each byte from 0x80 on as a scalar of its own, from a range that has no signs, and gives it back so.
struct RawArgument: ExpressibleByArgument, Equatable {
  let bytes: ByteString

  /// For a person.
  var shown: String { bytes.shown }

  init(_ bytes: ByteString) { self.bytes = bytes }

  init(argument: String) { bytes = Self.decoded(argument) }

  /// The end of the last private plane: U+10FF80 to U+10FFFF for bytes, and this one for nothing.
  private static let base: UInt32 = 0x10ff00

  /// The argument as the parser is to have it.
  static func encoded(_ bytes: ByteString) -> String {
    var result = String.UnicodeScalarView()
    for byte in bytes {
      let value = byte < 0x80 ? UInt32(byte) : base + UInt32(byte)
      // Every such number is a scalar.
      if let scalar = Unicode.Scalar(value) { result.append(scalar) }
    }
    // To the parser `--flag=` lacks its value, which is empty.
    if bytes.hasPrefix("--"), bytes.firstIndex(of: ASCII.equals) == bytes.count - 1, let nothing = Unicode.Scalar(base)
    {
      result.append(nothing)
    }
    return String(result)
  }

  /// What `encoded` made its text of, which other text may stand around, as in the parser's messages.
  static func decoded(_ text: String) -> ByteString {
    text.unicodeScalars.flatMap { scalar -> ByteString in
      scalar.value < base ? Array(String(scalar).utf8) : scalar.value == base ? [] : [UInt8(scalar.value & 0xff)]
    }
  }
}

extension RawArgument: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self.init(ByteString(text)) }
}
