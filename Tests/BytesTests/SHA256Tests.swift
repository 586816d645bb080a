import Bytes
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 and the examples that NIST gives with it.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func published(text: String, digest: String) {
    var hash = SHA256()
    hash.update(ByteString(text))
    #expect(hash.hexadecimal().text == digest)
  }

  /// Byte i of a message of n bytes is 7i + n; the digests are those of Python's hashlib. The lengths are those around
  /// which the padding takes one block or two.
  static let lengths: [(Int, String)] = [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (1, "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"),
    (3, "6ab0dba1f4f1dfbb37b4f9eeb092c09fca4900ad32bdcd147d8dde35d6c87c35"),
    (55, "81afe5b788dc2ce138ff83d9b20164db75a94d75d2b2432eea4a0ef605088c72"),
    (56, "2aba54f0ac632420a2b502431408866e40e1d5e430df4cd822642c78ab2eb9c1"),
    (63, "733d3d4ee79ee67145bf73da13588f6f235d37414fc64b14a2f00f1762792f5e"),
    (64, "79322907b3e9d013d7dc2c2f256674dbf733045cde01df3539271c6f5605feb8"),
    (65, "d85c007c6eb440f085afa2b84f6f2bce4658b240e9f62cb1364bf0485a57e720"),
    (111, "b41ae5233b9ec35d8576a032034d2857b667a618c7038714d727d4dae3aa2525"),
    (112, "0949563bc78e5ccd85603fa20368a33ed3d2da0141c8284a3b1515fe4683cdd7"),
    (119, "6c87eedf096b345de205b702e5223b73b447a3207791ded3ea007ba15ed6736e"),
    (120, "42500cf6a1e3936d6b9e0bcfe296d654b63255e525487d3634d0b15fde591c4d"),
    (127, "68f6ff710276900c0ffbbc57426f67e00c2e01f0750c7edc25ac06b8ce7a8095"),
    (128, "489d55fea9a73af36b6dd0be7b4117d8e5683386d39544e8a44c99a87f368707"),
    (1000, "6b0df76627243d095b0c4400cb658b7e804dd03461cc03aee8fc8fe0bcada168"),
  ]

  @Test(arguments: lengths)
  func ofLength(count: Int, digest: String) {
    var hash = SHA256()
    hash.update(Self.message(count))
    #expect(hash.hexadecimal().text == digest)
  }

  @Test(arguments: lengths, [1, 13, 63, 64, 65])
  func inPieces(message: (count: Int, digest: String), size: Int) {
    var hash = SHA256()
    var rest = Self.message(message.count)[...]
    while !rest.isEmpty {
      hash.update(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    #expect(hash.hexadecimal().text == message.digest)
  }

  @Test func aMillionLetters() {
    var hash = SHA256()
    let thousand = ByteString(repeating: 0x61, count: 1000)
    for _ in 0..<1000 { hash.update(thousand) }
    #expect(hash.hexadecimal().text == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func fieldsDoNotRunTogether() {
    func digest(_ fields: String...) -> ByteString {
      var hash = SHA256()
      for field in fields { hash.update(field: ByteString(field)) }
      return hash.hexadecimal()
    }
    #expect(digest("ab", "c") != digest("a", "bc"))
    #expect(digest("ab") != digest("ab", ""))
    #expect(digest("1:a") != digest("a"))
    #expect(digest("ab", "c") == digest("ab", "c"))
  }

  @Test func aCopyGoesItsOwnWay() {
    var hash = SHA256()
    hash.update(ByteString("a"))
    var copy = hash
    hash.update(ByteString("bc"))
    copy.update(ByteString("x"))
    #expect(hash.hexadecimal().text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(copy.hexadecimal() != hash.hexadecimal())
  }

  private static func message(_ count: Int) -> ByteString {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + count) }
  }
}
