package import Bytes

/// The arguments of `cover`, without the tool's path and with response files expanded (cmd/cover/cover.go). cmd/go asks
/// for a package at once (from Go 1.20: `-pkgcfg F -mode M -var V -outfilelist F FILES`), or for one file a call
/// (before: `-mode M -var V -o OUT FILE`).
package struct CoverCommand {
  package let arguments: [ByteString]
  /// `-mode`: `set`, `count`, `atomic`, `regonly`, or `testmain`, which is asked for the main package of a test.
  package private(set) var mode: ByteString?
  /// `-o`: the file to write when there is one to read.
  package private(set) var output: ByteString?
  /// `-var`: the name of the variable with the counters, before Go 1.20.
  package private(set) var variable: ByteString?
  /// `-pkgcfg`: a JSON file that describes the package.
  package private(set) var pkgcfg: ByteString?
  /// `-outfilelist`: names a file with the names of the files to write, one per line: the one for the counters, then
  /// one for each of `files` (cmd/cover/cover.go, parseFlags).
  package var outfilelist: ByteString? { outfilelistValue.map { arguments[$0] } }
  private var outfilelistValue: FlagValue?
  /// The index of the first file to read.
  package private(set) var fileStart = 0

  package var files: [ByteString] { Array(arguments[fileStart...]) }

  package init(_ arguments: [ByteString]) {
    self.arguments = arguments
    fileStart = FlagScanner(arguments: arguments, table: Self.flags).scan(from: 0) { flag in
      let value = flag.value.map { arguments[$0] }
      switch flag.name {
      case "mode": mode = value
      case "o": output = value
      case "pkgcfg": pkgcfg = value
      case "var": variable = value
      case "outfilelist": outfilelistValue = flag.value
      default: break
      }
    }
  }

  /// The arguments with these files in place of the given ones, and with another list of output files if one is given
  /// and the call has one; everything else byte for byte.
  package func rewritten(files: [ByteString], outfilelist: ByteString?) -> [ByteString] {
    var result = Array(arguments[..<fileStart])
    if let outfilelist, let outfilelistValue { result[outfilelistValue] = outfilelist }
    return result + files
  }

  static let flags = FlagTable(
    booleans: "V", valued: "func html mode o outfilelist pkgcfg var")
}
