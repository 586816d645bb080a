internal import Bytes
internal import Findings
internal import GoPackages
internal import Host
internal import Patching
internal import Weaving

/// What the sets make of the packages that were looked at, as diffs: builds that give the same one share it.
struct CheckDiffs {
  struct Diff {
    let importPath: ByteString
    /// The versions of Go, or of the module, one or more.
    var labels: [String]
    let text: String
  }

  private(set) var list: [Diff] = []
  private var indices: [Key: Int] = [:]

  private struct Key: Hashable {
    let importPath: ByteString
    let root: Int
    let copy: Int?
  }

  /// Those of the first platform that was looked at. What cannot be planned has none: an error tells why.
  ///
  /// - Parameters:
  ///   - labels: what the toolchains are called.
  ///   - copies: the copies of modules.
  init(of jobs: [CheckJob], labels: [String], copies: [ModuleCopy]) {
    var known: [[ByteString]: Int] = [:]
    for job in jobs {
      guard let folder = job.folder, let build = job.builds.first?.build, let text = Self.text(of: job, folder, build)
      else { continue }
      let go = "go" + labels[job.root]
      let label = job.copy.map { "\(copies[$0.index].label) with \(go)" } ?? go
      let content = [job.importPath, ByteString(text)]
      if let index = known[content] {
        list[index].labels.append(label)
      } else {
        known[content] = list.count
        list.append(Diff(importPath: job.importPath, labels: [label], text: text))
      }
      let key = Key(importPath: job.importPath, root: job.root, copy: job.copy?.index)
      indices[key] = known[content]
      // A column of a module's table is for every toolchain.
      let ofCopy = Key(importPath: job.importPath, root: -1, copy: job.copy?.index)
      if job.copy != nil, indices[ofCopy] == nil { indices[ofCopy] = known[content] }
    }
  }

  private static func text(of job: CheckJob, _ folder: ByteString, _ build: BuildConfiguration) -> String? {
    let version = job.copy?.module.version.flatMap { SemanticVersion($0) }
    let package = SourcePackage(importPath: job.importPath, folder: folder, build: build, moduleVersion: version)
    let base = job.copy?.module.folder ?? build.root.path
    guard let changes = try? package.changes(by: job.sets, base: base, positions: .unsaid, in: HostFiles())?.changes,
      !changes.isEmpty
    else { return nil }
    return changes.map { DiffText.unified($0).text }.joined()
  }

  /// The place in the list of a package's diff in a column; nil where nothing changes.
  ///
  /// - Parameters:
  ///   - root: the toolchain, for the standard library.
  ///   - copy: the copy of the module, for a package of one.
  func index(of importPath: ByteString, root: Int?, copy: Int?) -> Int? {
    indices[Key(importPath: importPath, root: root ?? -1, copy: copy)]
  }
}
