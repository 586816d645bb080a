package import Bytes

/// The arguments of `link`, without the tool's path and with response files expanded (cmd/link/internal/ld/main.go;
/// cmd/go/internal/work/gc.go, gcToolchain.ld).
package struct LinkCommand {
  package let arguments: [ByteString]
  private var importcfgValue: FlagValue?
  /// `race` and its like, where the program has them.
  package private(set) var instrumentation: [StaticString] = []

  /// `-importcfg`: the file that says where the archives of the program's packages are.
  package var importcfg: ByteString? { importcfgValue.map { arguments[$0] } }

  /// The archive of the main package, which is the last argument.
  package var mainArchive: ByteString? { arguments.last }

  package init(_ arguments: [ByteString]) {
    self.arguments = arguments
    var importcfg: FlagValue?
    var instrumentation: [StaticString] = []
    _ = FlagScanner(arguments: arguments, table: Self.flags).scan(from: 0) { flag in
      if flag.name.equals("importcfg") { importcfg = flag.value }
      for name in ["race", "msan", "asan"] as [StaticString] where flag.name.equals(name) {
        instrumentation.append(name)
      }
    }
    importcfgValue = importcfg
    self.instrumentation = instrumentation
  }

  /// The arguments with another file behind `-importcfg`.
  package func rewritten(importcfg: ByteString) -> [ByteString] {
    guard let importcfgValue else { return arguments }
    var result = arguments
    result[importcfgValue] = importcfg
    return result
  }

  /// The union over Go 1.19 to 1.27.
  static let flags = FlagTable(
    booleans: """
      V a asan aslr bindnow c checklinkname compressdwarf d debugnosplit dumpdep e f g h linkshared msan n pruneweakmap \
      race s v w
      """,
    valued: """
      B D E H I L R T X benchmark benchmarkprofile buildid buildmode capturehostobjs cpuprofile debugtextsize debugtramp \
      extar extld extldflags fipso funcalign importcfg installsuffix k libgcc linkmode macos macsdk memprofile \
      memprofilerate o pluginpath r randlayout strictdups tmpdir
      """)
}
