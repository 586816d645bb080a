internal import Bytes
internal import Findings
internal import Patching
internal import SystemInterface
internal import Toolexec

/// What the sets make of a package whose tool's call names its files, for compile and for vet alike.
struct PlannedPackage {
  /// nil if nothing changes.
  let woven: (weaving: PackageWeaving, plan: PackagePlan)?
  /// What was compiled for it.
  let code: AddedCode
  /// The patch files that apply.
  let patches: [PatchFile]
  /// A line for each change, for verbose output.
  let notes: [String]
}

extension Pipeline {
  /// Plans the package.
  ///
  /// - Parameters:
  ///   - importcfg: gives what stands in compile's file of `-importcfg`; nil without one.
  ///   - assemblyReferences: gives the package's functions that its assembly refers to.
  func plan(
    _ input: PackageInput, of package: PackageIdentity, _ outside: OutsideCode,
    importcfg: () throws(Findings) -> ByteString?, assemblyReferences: () throws(Findings) -> Set<ByteString>
  ) throws(Findings) -> PlannedPackage {
    var code = AddedCode(of: package, in: outside)
    var imports: ImportedPackages<Files>?
    var excluded = outside.excluded[package.importPath] ?? []
    var dependents: Set<ByteString> = []
    let weaving: PackageWeaving?
    let plan: PackagePlan?
    do throws(Findings) {
      func weave() throws(Findings) -> PackageWeaving? {
        try PackageWeaving(
          input, sets: sets, in: files, origin: inputs.origins.origin, except: excluded,
          assemblyReferences: assemblyReferences,
          packageNames: { () throws(Findings) in
            let packages = try importcfg().map { ImportedPackages(ImportConfiguration(code.adding(to: $0)), in: files) }
            imports = packages
            return { packages?.packageName($0) }
          },
          importable: { (wanted) throws(Findings) in
            guard let known = imports?.paths else { return nil }
            let lacking = wanted.filter { !known.contains($0) && !$0.equals("unsafe") }
            if lacking.isEmpty { return known }
            dependents = try filesOfDependents(on: package.importPath, in: input.context)
            guard dependents.isSubset(of: excluded) else { return nil }
            guard let compiled = try standardImports(lacking, of: package.importPath) else {
              return known
            }
            code = AddedCode(of: package, in: compiled)
            return known.union(lacking.filter(code.imports))
          },
          moduleVersion: { () throws(Findings) in
            try moduleVersion(of: package.importPath, sources: input.files, objectFolder: input.objectFolder)
          })
      }
      let first = try weave()
      // Hooks are not hooked: without those files.
      let isTooMany = !dependents.isSubset(of: excluded)
      excluded.formUnion(dependents)
      weaving = isTooMany ? try weave() : first
      plan = try weaving?.plan()
    } catch {
      throw imports?.error.map { Findings($0) } ?? error
    }
    if let unread = imports?.error { throw Findings(unread) }
    var woven: (PackageWeaving, PackagePlan)?
    // Patterns that match nothing leave the package as it is.
    if let weaving, let plan, !plan.isEmpty || weaving.hasOtherFiles { woven = (weaving, plan) }
    let notes = if let weaving, let plan { weaving.notes(of: plan) } else { [String]() }
    return PlannedPackage(woven: woven, code: code, patches: weaving?.patches ?? [], notes: notes)
  }
}

extension PlannedPackage {
  /// The patch files that change the package.
  var provenance: Provenance {
    guard let (weaving, plan) = woven else { return Provenance() }
    let files = weaving.hasOtherFiles ? patches.filter(\.directives.changeFiles) : []
    return Provenance(
      Set((files + plan.changes.map(\.patch.file) + plan.additions.map(\.file)).map { Provenance.Part($0) }))
  }

  /// The files of a woven package: the patched ones take the places of their originals; what the sets add comes last.
  ///
  /// - Parameters:
  ///   - folder: the folder that they are to lie in.
  ///   - name: the name of a patched file there, by the original's path.
  func files(
    in folder: ByteString, named name: (ByteString) -> ByteString
  ) -> (new: [Woven.NewFile], all: [ByteString])? {
    guard let (weaving, plan) = woven else { return nil }
    var newFiles: [Woven.NewFile] = []
    // What the folder holds besides.
    var taken = Set(
      [Woven.argumentsName, Woven.configurationName, "added", "overlaid", AddedCode.Joining.folderName].map {
        ByteString($0)
      })
    var all = weaving.files
    for rewrite in plan.rewrites {
      let original = weaving.sources[rewrite.fileIndex].path
      var name = name(original)
      if taken.contains(Array(name.prefix { $0 != ASCII.slash })) { name = Path.lastComponent(original) }
      // The files that `go build -overlay` names may lie in several folders, and be called anything.
      if !taken.insert(name).inserted {
        name = ByteString("overlaid/\(rewrite.fileIndex)_") + Path.lastComponent(name)
      }
      let path = Path.join(folder, name)
      newFiles.append(Woven.NewFile(path: path, bytes: rewrite.bytes, original: original))
      for index in all.indices where all[index] == original { all[index] = path }
    }
    for (number, addition) in plan.additions.enumerated() {
      let name = ByteString("\(number)_") + Path.lastComponent(addition.file.displayPath)
      let path = Path.join(folder, ByteString("added/") + name)
      newFiles.append(Woven.NewFile(path: path, bytes: addition.bytes))
      all.append(path)
    }
    return (newFiles, all)
  }
}
