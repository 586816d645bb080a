internal import Bytes
internal import Toolexec

/// The build information of a program, as the line `modinfo "..."` of link's import configuration has it: text of
/// runtime/debug (mod.go: BuildInfo.String) between two markers of 16 bytes, as a literal
/// (cmd/go/internal/modload, build.go: ModInfoData; cmd/go/internal/work/exec.go, writeLinkImportcfg).
enum BuildInformation {
  /// The second marker and the end of the literal, as the go command writes them.
  private static let end = ByteString(#"\xf92C1\x86\x18 r\x00\x82B\x10A\x16\xd8\xf2""#)

  /// The text of an import configuration with one more setting. One without build information stays as it is.
  static func adding(_ provenance: Provenance, to text: ByteString) -> ByteString {
    guard let found = text.firstIndex(of: ByteString("modinfo \"")), found == 0 || text[found - 1] == ASCII.newline,
      let end = text.firstIndex(of: Self.end, from: found)
    else { return text }
    let setting =
      ByteString("build\t") + ByteString(Provenance.setting) + [ASCII.equals] + value(provenance) + [ASCII.newline]
    return text[..<end] + GoLiteral.escaped(setting) + text[end...]
  }

  /// As runtime/debug writes a value, or the whole information could not be read (mod.go: quoteValue).
  private static func value(_ provenance: Provenance) -> ByteString {
    let value = provenance.value
    let special = Set(ByteString(" \t\r\n\"`"))
    let isPlain = value.isGoText && !value.contains { special.contains($0) }
    return isPlain ? value : GoLiteral.quoted(value)
  }
}
