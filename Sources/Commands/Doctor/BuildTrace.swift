internal import Bytes

/// What reached the tools in one build, package by package.
struct BuildTrace: Equatable {
  /// A tool's work for a package, in one call or several.
  struct Unit: Hashable {
    let tool: ByteString
    let package: ByteString

    /// `net/http`; `net/http (link)` for another tool than the compiler.
    var text: String {
      let name = package.isEmpty ? "no package" : package.shown
      return tool.equals("compile") ? name : "\(name) (\(tool.shown))"
    }

    static func isBefore(_ left: Unit, _ right: Unit) -> Bool {
      left.package == right.package
        ? left.tool.lexicographicallyPrecedes(right.tool) : left.package.lexicographicallyPrecedes(right.package)
    }
  }

  struct Content: Equatable {
    /// Digests by the name of the part. An agent may run a build of its own beside, so that a package is compiled twice.
    fileprivate(set) var parts: [ByteString: Set<ByteString>] = [:]
    fileprivate(set) var marks: Set<ByteString> = []
    fileprivate(set) var places: Set<ByteString> = []
  }

  private(set) var units: [Unit: Content] = [:]

  init(_ calls: [RecordedCall]) {
    for call in calls {
      let unit = Unit(tool: call.tool, package: call.package)
      for (name, digest) in call.parts { units[unit, default: Content()].parts[name, default: []].insert(digest) }
      units[unit, default: Content()].marks.formUnion(call.marks)
      units[unit, default: Content()].places.insert(call.places)
    }
  }

  subscript(unit: Unit) -> Content { units[unit] ?? Content() }

  /// The parts that differ from those of another build, those that only one of them has among them.
  func changes(from other: BuildTrace) -> [Unit: Set<ByteString>] {
    var result: [Unit: Set<ByteString>] = [:]
    for unit in Set(units.keys).union(other.units.keys) {
      let (new, old) = (self[unit].parts, other[unit].parts)
      let names = Set(new.keys).union(old.keys).filter { new[$0] != old[$0] }
      if !names.isEmpty { result[unit] = names }
    }
    return result
  }

  /// Whether the files of some package lie elsewhere than in the other build.
  func isMoved(from other: BuildTrace) -> Bool {
    units.contains { unit, content in other.units[unit].map { $0.places != content.places } ?? false }
  }
}
