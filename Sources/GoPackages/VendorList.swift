package import Bytes
package import Findings
package import SystemInterface

/// `vendor/modules.txt`: `# MODULE VERSION [=> REPLACEMENT [VERSION]]`, then its packages, a line each
/// (cmd/go/internal/modcmd/vendor.go).
package struct VendorList {
  /// A line of a module, with what follows it up to the next.
  struct Module {
    let path: ByteString
    /// The last word of the line. It is a folder where a folder replaces the module.
    let version: ByteString
    /// All lines but those of notes, `## explicit`.
    var packages: [ByteString] = []
  }

  package let bytes: ByteString

  init(_ bytes: ByteString) { self.bytes = bytes }

  /// nil where a vendor folder has no list, as in GOPATH mode.
  package init?(in vendor: ByteString, _ files: some FileSystem) throws(Findings) {
    do throws(FileError) { bytes = try files.read(Path.join(vendor, ByteString("modules.txt"))) } catch {
      if error.isAbsence { return nil }
      throw Findings(error)
    }
  }

  var modules: [Module] {
    var result: [Module] = []
    for line in bytes.split(separator: ASCII.newline) {
      let fields = line.split(separator: ASCII.space)
      if fields.first?.equals("#") == true, fields.count >= 3 {
        let isReplaced = fields.contains { $0.equals("=>") }
        result.append(
          Module(path: Array(fields[1]), version: Array(isReplaced ? fields[fields.count - 1] : fields[2])))
      } else if !result.isEmpty, line.first != UInt8(ascii: "#") {
        result[result.count - 1].packages.append(Array(line))
      }
    }
    return result
  }

  /// The version of a package's module; nil if no module there has the package.
  package func version(of importPath: ByteString) -> ByteString? {
    modules.first { $0.packages.contains(importPath) }?.version
  }
}
