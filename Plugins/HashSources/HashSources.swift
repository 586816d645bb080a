import Foundation
import PackagePlugin

/// Turns the program's sources into a hash of them, so that every program knows which one it is.
@main
struct HashSources: BuildToolPlugin {
  /// What the program is made of. How it is built is none of it.
  private static let folders = ["Sources", "Patches", "Page", "grammars"]
  private static let suffixes = [".swift", ".go", ".c", ".h", ".css", ".js"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let files = try Self.folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { path in Self.suffixes.contains { path.hasSuffix($0) } }
        .map { folder + "/" + $0 }
    }.sorted()
    let output = context.pluginWorkDirectoryURL.appending(path: "SourceHash.swift")
    return [
      .buildCommand(
        displayName: "Hashing sources",
        executable: try context.tool(named: "hash-sources").url,
        arguments: [output.path, root.path] + files,
        inputFiles: files.map { root.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
