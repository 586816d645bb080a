// swift-tools-version: 6.2
import PackageDescription

/// The dialect of every Swift target: see "The words" in CONTRIBUTING.md.
let dialect: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A release binary on Linux is one static file: it starts 2.5 times faster than a dynamically linked one, and
/// cmd/go starts it hundreds of times in one build. lld, which comes with Swift, links glibc without a warning about
/// dlopen, which nothing calls.
let staticOnLinux: [LinkerSetting] = [
  .unsafeFlags(
    // The libraries are those that FoundationEssentials stands on, which no module names to the linker.
    [
      "-static-executable", "-use-ld=lld", "-l_FoundationCollections", "-l_FoundationCShims", "-lswiftSynchronization",
    ],
    .when(platforms: [.linux], configuration: .release))
]

let fuzzedLayers: [Target.Dependency] = [
  "Bytes", "Findings", "SystemInterface", "Host", "GoSyntax", "GoPackages", "Patching", "Toolexec", "Weaving", "Entry",
  "Commands", "TestSupport",
]

let package = Package(
  name: "routinex",
  products: [.executable(name: "routinex", targets: ["routinex"])],
  dependencies: [
    // The authoring commands' flags and help; the toolexec path does not come near it.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries.
    .systemLibrary(
      name: "CTreeSitter", path: "grammars/treesitter", pkgConfig: "tree-sitter",
      providers: [.apt(["libtree-sitter-dev"]), .brew(["tree-sitter"])]),
    .target(
      name: "CTreeSitterGo", path: "grammars/go", exclude: ["src"], sources: ["grammar.c"],
      publicHeadersPath: "include", cSettings: [.unsafeFlags(["-O2"])]),
    .target(name: "CTreeSitterGuard", dependencies: ["CTreeSitter"], path: "grammars/guard"),

    // The layers, lowest first. One that may not know another does not depend on it.
    .target(name: "Bytes", swiftSettings: dialect),
    .target(name: "SystemInterface", dependencies: ["Bytes"], swiftSettings: dialect),
    .target(name: "Findings", dependencies: ["Bytes", "SystemInterface"], swiftSettings: dialect),
    .target(name: "CLibrary", swiftSettings: dialect),
    .target(name: "CHost"),
    .target(
      name: "Host", dependencies: ["Bytes", "CLibrary", "CHost", "SystemInterface"], swiftSettings: dialect),
    .target(
      name: "GoSyntax", dependencies: ["Bytes", "CTreeSitter", "CTreeSitterGo", "CTreeSitterGuard"],
      swiftSettings: dialect),
    .target(
      name: "GoPackages", dependencies: ["Bytes", "Findings", "SystemInterface", "GoSyntax"], swiftSettings: dialect),
    .target(name: "Patching", dependencies: ["Bytes", "Findings", "GoSyntax"], swiftSettings: dialect),
    .target(name: "Toolexec", dependencies: ["Bytes"], swiftSettings: dialect),
    .target(
      name: "BuiltinPatches", dependencies: ["Bytes"], swiftSettings: dialect,
      plugins: ["EmbedFiles"]),
    .target(
      name: "Weaving",
      dependencies: [
        "Bytes", "Findings", "SystemInterface", "GoSyntax", "GoPackages", "Patching", "Toolexec", "BuiltinPatches",
      ],
      swiftSettings: dialect),
    .target(name: "ProgramSources", swiftSettings: dialect, plugins: ["HashSources"]),
    .target(
      name: "Entry",
      dependencies: ["Bytes", "Findings", "SystemInterface", "Host", "ProgramSources", "Toolexec", "Weaving"],
      swiftSettings: dialect),
    .target(
      name: "Commands",
      dependencies: [
        "Bytes", "Findings", "SystemInterface", "Host", "GoSyntax", "GoPackages", "Patching", "ProgramSources",
        "Toolexec", "Weaving", "Entry",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: dialect, plugins: ["EmbedFiles"]),
    .executableTarget(
      name: "routinex", dependencies: ["Host", "Entry", "Commands"],
      swiftSettings: dialect + [.define("STATIC", .when(platforms: [.linux], configuration: .release))],
      linkerSettings: staticOnLinux),

    // Patches/ and Page/ become Swift source when the program is built.
    .executableTarget(name: "embed-files", swiftSettings: dialect),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    // And so does a hash of all that the program is made of.
    .executableTarget(name: "hash-sources", dependencies: ["Bytes"], swiftSettings: dialect),
    .plugin(name: "HashSources", capability: .buildTool(), dependencies: ["hash-sources"]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Bytes", "Findings", "Commands", "Entry", "GoPackages", "GoSyntax", "Host", "Patching", "ProgramSources",
        "SystemInterface", "Weaving", "TestSupport", "Toolchains",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: dialect),
    .testTarget(
      name: "HostTests", dependencies: ["Bytes", "Findings", "Host", "SystemInterface", "Weaving"],
      swiftSettings: dialect),
    .testTarget(
      name: "EntryTests", dependencies: ["Bytes", "Findings", "Entry", "Host", "Toolexec", "Weaving"],
      swiftSettings: dialect),
    .testTarget(name: "ToolexecTests", dependencies: ["Bytes", "Toolexec"], swiftSettings: dialect),
    .testTarget(
      name: "PropertyTests", dependencies: ["Bytes", "Findings", "GoSyntax", "Patching", "TestSupport", "Toolchains"],
      swiftSettings: dialect),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Bytes", "GoSyntax", "Toolchains"], swiftSettings: dialect),
    .testTarget(name: "FindingsTests", dependencies: ["Bytes", "Findings"], swiftSettings: dialect),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"], swiftSettings: dialect),
    .testTarget(
      name: "GoSyntaxTests", dependencies: ["Bytes", "CTreeSitter", "GoSyntax", "TestSupport"], exclude: ["Trees"],
      swiftSettings: dialect),
    .testTarget(
      name: "GoPackagesTests",
      dependencies: [
        "Bytes", "Findings", "GoPackages", "GoSyntax", "Host", "SystemInterface", "TestSupport", "Toolchains",
      ],
      swiftSettings: dialect),
    .testTarget(
      name: "PatchingTests", dependencies: ["Bytes", "Findings", "GoSyntax", "Patching", "TestSupport"],
      swiftSettings: dialect),
    .testTarget(
      name: "WeavingTests",
      dependencies: [
        "Bytes", "Findings", "GoPackages", "Patching", "SystemInterface", "Toolexec", "Weaving", "TestSupport",
      ],
      swiftSettings: dialect),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "Bytes", "Findings", "GoSyntax", "Patching", "SystemInterface", "Toolexec", "Weaving", "TestSupport",
        "Toolchains",
      ],
      exclude: ["Support"], swiftSettings: dialect),
    .target(
      name: "TestSupport", dependencies: ["Bytes", "Findings", "GoSyntax", "SystemInterface", "Toolexec", "Weaving"],
      path: "Tests/GoldenTests/Support", swiftSettings: dialect),
    .testTarget(name: "FuzzTests", dependencies: fuzzedLayers, exclude: ["Runner"], swiftSettings: dialect),
    .testTarget(name: "ManualTests", dependencies: ["Toolchains"], swiftSettings: dialect),
    .target(name: "Toolchains", path: "Tests/Toolchains", swiftSettings: dialect),
  ]
)

// `make fuzz`: the layers count what they run and check their memory, and a libFuzzer program takes the place of the tests
// that have the same sources. The programs that take part in a build are linked with some of the layers.
if Context.environment["ROUTINEX_FUZZ"] == "1" {
  let instruments = "-sanitize=fuzzer,address"
  let linked: [LinkerSetting] = [.unsafeFlags([instruments, "-use-ld=lld"])]
  for target in package.targets where target.path == nil {
    if target.type == .regular { target.swiftSettings?.append(.unsafeFlags([instruments, "-enable-testing"])) }
    if target.type == .executable { target.linkerSettings = linked }
  }
  package.targets.removeAll { $0.name == "FuzzTests" }
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: fuzzedLayers, path: "Tests/FuzzTests", exclude: ["ReplayTests.swift"],
      swiftSettings: dialect + [.unsafeFlags([instruments, "-enable-testing"])], linkerSettings: linked))
}
