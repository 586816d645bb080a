import Foundation
import PackagePlugin

/// Turns the files of a folder into Swift source, so that the installed program is one file.
@main
struct EmbedFiles: BuildToolPlugin {
  /// The folder of a target, and how the names of the files to embed end.
  private static let folders = [
    "BuiltinPatches": (name: "Patches", suffixes: [".go"]),
    "Commands": (name: "Page", suffixes: [".css", ".js"]),
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let folder = Self.folders[target.name] else {
      Diagnostics.error("EmbedFiles does not know which folder is for \(target.name)")
      return []
    }
    let root = context.package.directoryURL.appending(path: folder.name)
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { path in folder.suffixes.contains { path.hasSuffix($0) } }
      .sorted()
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder.name)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path, root.path] + files,
        inputFiles: files.map { root.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}
