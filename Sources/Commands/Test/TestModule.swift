internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import SystemInterface

/// A folder below a set's `testdata` that has a go.mod: a module whose Go tests are about the set.
struct TestModule {
  /// What is to become of its tests without the set.
  enum Without: String {
    case fails, passes
    case isNotRun = "skip"
  }

  /// The path below `testdata`.
  let name: ByteString
  let folder: ByteString
  let without: Without
  /// The minor version of the Go that go.mod asks for.
  let goMinor: Int

  private static let directive: StaticString = "//routinex:without"

  /// Those of a set, in the order of their names. What lies in such a module is its own affair.
  ///
  /// - Parameter folder: the set's.
  static func all(of folder: ByteString) throws(Findings) -> [TestModule] {
    let root = Path.join(folder, ByteString("testdata"))
    let files = HostFiles()
    var result: [TestModule] = []
    var queue: [ByteString] = [[]]
    while let name = queue.popLast() {
      let place = name.isEmpty ? root : Path.join(root, name)
      let names = try attempt { () throws(FileError) in try files.names(in: place) } ?? []
      if !name.isEmpty, names.contains(ByteString("go.mod")) {
        result.append(try TestModule(name, place))
        continue
      }
      guard name.split(separator: ASCII.slash).count < 16 else { continue }
      for inner in names where inner.first != ASCII.dot && inner.first != ASCII.underscore {
        let path = Path.join(place, inner)
        if try attempt({ () throws(FileError) in try files.isDirectory(path) }) {
          queue.append(name.isEmpty ? inner : Path.join(name, inner))
        }
      }
    }
    return result.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private init(_ name: ByteString, _ folder: ByteString) throws(Findings) {
    self.name = name
    self.folder = folder
    let path = Path.join(folder, ByteString("go.mod"))
    let text = try attempt { () throws(FileError) in try HostFiles().read(path) }
    var without = Without.fails
    for (index, line) in text.split(separator: ASCII.newline, omittingEmptySubsequences: false).enumerated()
    where line.trimmed.hasPrefix("//routinex:") {
      let words = line.split(whereSeparator: \.isSpace).map { Array($0) }
      guard words.count == 2, words[0].equals(Self.directive), let word = Without(rawValue: words[1].text) else {
        throw Findings(
          Finding(
            .directiveArgument,
            "a go.mod of tests takes '//routinex:without passes' for tests that also pass without the set, '... skip' "
              + "for tests that must not run without it, and '... fails', the default",
            at: Place(path, line: index + 1, column: 1)))
      }
      without = word
    }
    self.without = without
    goMinor = GoMod(text).goVersion.map { GoVersion(ByteString("go") + $0).minor } ?? 0
  }
}
