package import Bytes

/// The file `vet.cfg`, JSON that cmd/go writes for vet, and for whatever `-vettool` or `-fixtool` names
/// (cmd/go/internal/work/exec.go, buildVetConfig and vet; golang.org/x/tools/go/analysis/unitchecker reads it). What is not
/// understood stays as it is.
package struct VetConfiguration {
  private let bytes: ByteString
  /// Where the values of the members stand that can be rewritten.
  private var places: [ByteString: Range<Int>] = [:]
  /// `"Dir"`: the package's folder.
  package private(set) var folder = ByteString()
  /// `"GoFiles"`: those that compile is given, those that cgo and cover wrote among them.
  package private(set) var goFiles: [ByteString] = []
  /// `"ImportMap"`: by the import paths that files write, the packages that they mean.
  package private(set) var importMap: [ByteString: ByteString] = [:]
  /// `"PackageFile"`: the archives of these packages.
  package private(set) var archives: [ByteString: ByteString] = [:]
  /// Whether there is a `"FixArchive"` (Go 1.27): the tool writes changed files into it, which cmd/go puts in the places of
  /// those that their names say.
  package private(set) var isForFixes = false

  /// nil for another text, of which vet says what is wrong with it.
  package init?(_ bytes: ByteString) {
    self.bytes = bytes
    var reader = JSONReader(bytes)
    guard let members = reader.members({ $0.skipValue() }) else { return nil }
    for (name, place) in members {
      var value = JSONReader(bytes, from: place.lowerBound)
      switch name.text {
      case "Dir": folder = value.string() ?? []
      case "FixArchive": isForFixes = value.string()?.isEmpty == false
      case "GoFiles":
        guard let strings = value.strings() else { return nil }
        goFiles = strings
        places[name] = place
      case "ImportMap":
        guard let map = value.stringMap() else { return nil }
        importMap = map
        places[name] = place
      case "PackageFile":
        guard let map = value.stringMap() else { return nil }
        archives = map
        places[name] = place
      default: break
      }
    }
    if goFiles.isEmpty || places.count < 3 { return nil }
  }

  /// What a compile call of the package would be given behind `-importcfg`, where test variants have no names of their own
  /// (`p [p.test]`).
  package var importConfiguration: ByteString {
    func plain(_ path: ByteString) -> ByteString {
      path.firstIndex(of: ByteString(" [")).map { Array(path[..<$0]) } ?? path
    }
    var lines: [ImportConfiguration.Line] = []
    for (written, package) in sorted(importMap) where plain(package) != written {
      lines.append(.importMap(written, to: plain(package)))
    }
    for (package, file) in sorted(archives) { lines.append(.archive(of: plain(package), file: file)) }
    return ImportConfiguration.adding(lines, to: [])
  }

  /// A package that is to be found besides.
  package struct Import {
    let written: ByteString
    let package: ByteString
    let archive: ByteString?

    /// - Parameters:
    ///   - written: the import path, as files write it.
    ///   - archive: nil for a package that has none, `unsafe`.
    package init(_ written: ByteString, package: ByteString, archive: ByteString?) {
      self.written = written
      self.package = package
      self.archive = archive
    }
  }

  /// The text with other files, and more imports.
  package func rewritten(goFiles: [ByteString], adding imports: [Import]) -> ByteString {
    var (importMap, archives) = (importMap, archives)
    for item in imports where importMap[item.written] == nil {
      importMap[item.written] = item.package
      if let archive = item.archive, archives[item.package] == nil { archives[item.package] = archive }
    }
    let values = [
      ByteString("GoFiles"): encoded("[", goFiles.map(JSONReader.quoted), "]"),
      ByteString("ImportMap"): encoded(importMap), ByteString("PackageFile"): encoded(archives),
    ]
    var result = bytes
    for (name, place) in places.sorted(by: { $0.value.lowerBound > $1.value.lowerBound }) {
      result.replaceSubrange(place, with: values[name] ?? [])
    }
    return result
  }

  private func encoded(_ map: [ByteString: ByteString]) -> ByteString {
    encoded("{", sorted(map).map { JSONReader.quoted($0.key) + ByteString(": ") + JSONReader.quoted($0.value) }, "}")
  }

  private func encoded(_ start: StaticString, _ items: [ByteString], _ end: StaticString) -> ByteString {
    let separator = ByteString(",\n\t\t")
    return ByteString(start) + ByteString("\n\t\t") + ByteString(items.joined(separator: separator))
      + ByteString("\n\t") + ByteString(end)
  }

  private func sorted(_ map: [ByteString: ByteString]) -> [(key: ByteString, value: ByteString)] {
    map.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }
}
