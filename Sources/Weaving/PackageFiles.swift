internal import Bytes
internal import Findings
internal import GoSyntax
internal import Patching
internal import SystemInterface

/// The files of a package as the sets' file-level directives want them.
///
/// With `//routinex:tags` those that the tags exclude leave and those that they admit join, as if the tags had been given;
/// test files stay as cmd/go chose them, since it has already listed their tests. With `//routinex:file` the one that is
/// named leaves.
struct PackageFiles<Files: FileSystem> {
  let files: Files
  let context: BuildContext
  let patches: [PatchFile]
  /// The build's folder for the package, which holds what cgo and cover made of the sources.
  let objectFolder: ByteString
  /// The paths that files of `go build -overlay` stand for.
  var overlaid: [ByteString: ByteString] = [:]

  private var tags: [ByteString] { patches.flatMap(\.directives.tags) }

  /// What changes among the sources of a folder.
  private struct Change {
    /// Sources that were chosen and no longer are.
    var excluded: [ByteString] = []
    /// Sources that were not chosen and now are.
    var admitted: [ByteString] = []
  }

  /// The files for compile, in place of those on its command line.
  func forCompile(_ list: [ByteString]) throws(Findings) -> [ByteString] {
    var origins: [ByteString] = []
    for file in list { origins.append(try origin(file)) }
    try requireDropped(among: origins.map(place))
    guard let change = try change(among: origins) else { return list }
    let kept = zip(list, origins).filter { !change.excluded.contains($0.1) }.map(\.0)
    var joining: [ByteString] = []
    for source in change.admitted {
      let covered = coveredName(of: source)
      joining.append(try attempt { () throws(FileError) in try files.exists(covered) } ? covered : source)
    }
    return kept + joining
  }

  /// The files for a cover call that takes the whole package, with the names of what it is to write: a file that joins
  /// takes the place, and the output, of one that leaves.
  func forCover(_ list: [ByteString], outputs: [ByteString]) throws(Findings) -> (
    files: [ByteString], outputs: [ByteString], blanks: [Woven.NewFile]
  ) {
    guard let change = try change(among: list) else { return (list, outputs, []) }
    var result = list
    var blanks: [Woven.NewFile] = []
    let leaving = list.indices.filter { change.excluded.contains(list[$0]) }
    for (number, index) in leaving.enumerated() {
      if number < change.admitted.count {
        result[index] = change.admitted[number]
      } else {
        let blank = try self.blank(for: list[index])
        result[index] = blank.path
        blanks.append(blank)
      }
    }
    let surplus = change.admitted.dropFirst(leaving.count)
    return (result + surplus, outputs + surplus.map(coveredName), blanks)
  }

  /// What a cover call that takes one file (Go 1.19) is to write, or nil when it is to do its own work.
  ///
  /// cmd/go has already written the file's name, and that of the variable with its counters, into the test's main package.
  /// So a file that joins cannot be counted under its own name, and under another's it shall not be: it takes the place of
  /// one that leaves, without counters, since vet reads it from there.
  func forCover(single file: ByteString, output: ByteString, counters: ByteString) throws(Findings) -> Woven.NewFile? {
    let folder = Path.directory(file)
    var chosen: [ByteString] = []
    for name in try names(in: folder)
    where name.hasSuffix(".go") && !name.hasSuffix("_test.go") && context.admits(fileName: name) {
      let path = Path.join(folder, name)
      if try constraint(of: path)?.isSatisfied(context.isSet) ?? true { chosen.append(path) }
    }
    guard let change = try change(among: chosen), let index = change.excluded.firstIndex(of: file) else { return nil }
    let (source, code): (ByteString, ByteString)
    if index < change.admitted.count {
      (source, code) = (change.admitted[index], try read(change.admitted[index]))
    } else {
      let blank = try blank(for: file)
      (source, code) = (blank.path, blank.bytes)
    }
    // cmd/cover/cover.go of Go 1.19, addVariables, with no block.
    let variable =
      ByteString("\nvar ") + counters
      + ByteString(
        " = struct {\n\tCount [0]uint32\n\tPos [0]uint32\n\tNumStmt [0]uint16\n}{}\n")
    return Woven.NewFile(path: output, bytes: ByteString("//line ") + source + ByteString(":1:1\n") + code + variable)
  }

  /// The sources that no longer take part.
  func leaving(among sources: [ByteString]) throws(Findings) -> [ByteString] {
    try change(among: sources)?.excluded ?? []
  }

  /// A file that a patch file takes the place of must be there.
  private func requireDropped(among sources: [ByteString]) throws(Findings) {
    var problems: [Finding] = []
    for file in patches {
      for drop in file.directives.drops where !sources.contains(where: { Path.lastComponent($0) == drop.name }) {
        let names = sources.map { Path.lastComponent($0) }
        let near = nearest(to: drop.name, among: names).map { "; did you mean \($0.text)?" } ?? ""
        problems.append(
          Finding(
            .missingFile, "the package has no file \(drop.name.text) in this build\(near)", at: drop.comment, in: file
          ).of(file.id(of: drop)))
      }
    }
    if !problems.isEmpty { throw Findings(problems) }
  }

  /// nil when nothing changes.
  private func change(among sources: [ByteString]) throws(Findings) -> Change? {
    let dropped = Set(patches.flatMap(\.directives.drops).map(\.name))
    if dropped.isEmpty, tags.isEmpty { return nil }
    let places = sources.map(place)
    var change = Change()
    change.excluded = zip(sources, places).filter { dropped.contains(Path.lastComponent($0.1)) }.map(\.0)
    guard !tags.isEmpty, let folder = places.map(Path.directory).first(where: { !isBuildFolder($0) }) else {
      return change.excluded.isEmpty ? nil : change
    }
    for (source, place) in zip(sources, places)
    where Path.directory(place) == folder && !place.hasSuffix("_test.go") && !change.excluded.contains(source) {
      guard let constraint = try constraint(of: source), constraint.mentions(tags) else { continue }
      if !isChosen(constraint, wasChosen: true) { change.excluded.append(source) }
    }
    for name in try names(in: folder) {
      let place = Path.join(folder, name)
      let source = overlaid.first { $0.value == place }?.key ?? place
      guard name.hasSuffix(".go"), !name.hasSuffix("_test.go"), name.first != ASCII.dot, name.first != ASCII.underscore,
        !sources.contains(source), context.admits(fileName: name),
        let constraint = try constraint(of: source), constraint.mentions(tags),
        isChosen(constraint, wasChosen: false)
      else { continue }
      change.admitted.append(source)
    }
    return change.excluded.isEmpty && change.admitted.isEmpty ? nil : change
  }

  /// Whether a file takes part with the tags, given whether it does without them. That tells something about the tags
  /// that the user gave to cmd/go, which no tool is told; where it does not tell enough they count as not given.
  private func isChosen(_ constraint: BuildConstraint, wasChosen: Bool) -> Bool {
    let tagged = context.adding(tags: tags)
    let unknown = constraint.tags.filter { !tagged.isSet($0) && !BuildContext.isVocabulary($0) }.prefix(8)
    var outcomes: Set<Bool> = []
    for choice in 0..<(1 << unknown.count) {
      let given = unknown.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
      guard constraint.isSatisfied(context.adding(tags: given).isSet) == wasChosen else { continue }
      outcomes.insert(constraint.isSatisfied(tagged.adding(tags: given).isSet))
    }
    if outcomes.count == 1, let outcome = outcomes.first { return outcome }
    return constraint.isSatisfied(tagged.isSet)
  }

  private func names(in folder: ByteString) throws(Findings) -> [ByteString] {
    try attempt { () throws(FileError) in try files.names(in: folder) } ?? []
  }

  /// nil for a file without one, and for a folder. A malformed one is for cmd/go to report, and it has.
  private func constraint(of source: ByteString) throws(Findings) -> BuildConstraint? {
    if try attempt({ () throws(FileError) in try files.isDirectory(source) }) { return nil }
    let bytes = try read(source)
    return (try? BuildConstraint.of(bytes)) ?? nil
  }

  private func read(_ source: ByteString) throws(Findings) -> ByteString {
    do throws(FileError) { return try files.read(source) } catch {
      throw Findings(error)
    }
  }

  private func isBuildFolder(_ folder: ByteString) -> Bool {
    folder == objectFolder || folder.hasPrefix(objectFolder + [ASCII.slash])
  }

  /// The source that a file of the build's folder was made of: cgo and cover say so in its first line directive.
  private func origin(_ file: ByteString) throws(Findings) -> ByteString {
    guard isBuildFolder(Path.directory(file)) else { return file }
    let bytes = try read(file)
    let marker = ByteString("//line ")
    for line in bytes.split(separator: ASCII.newline, maxSplits: 8) where line.hasPrefix(marker) {
      var path = line.dropFirst(marker.count).trimmed
      for _ in 0..<2 {
        guard let colon = path.lastIndex(of: ASCII.colon), path[(colon + 1)...].allSatisfy(\.isDigit) else { break }
        path = path[..<colon]
      }
      return Array(path)
    }
    return file
  }

  /// Where cmd/go sees a source, whatever lies over it.
  private func place(_ source: ByteString) -> ByteString { overlaid[source] ?? source }

  /// The name of a source with counters, as cmd/go gives it (cmd/go/internal/work/exec.go).
  private func coveredName(of source: ByteString) -> ByteString {
    Path.join(objectFolder, Path.lastComponent(source).dropLast(3) + ByteString(".cover.go"))
  }

  /// A file with the package clause of another and nothing else, for cover to read in its place.
  private func blank(for source: ByteString) throws(Findings) -> Woven.NewFile {
    let file = SourceFile(path: source, bytes: try read(source))
    guard let name = file.packageName else { throw Findings(.packageClause, "\(source.text) has no package clause") }
    return Woven.NewFile(
      path: Path.join(Woven.folder(in: objectFolder), Path.lastComponent(source)),
      bytes: ByteString("package ") + file.text(name) + [ASCII.newline])
  }
}
