import Bytes
import Patching
import SystemInterface
import TestSupport
import Testing
import Toolexec
@testable import Weaving

@Suite struct ActivePatchSetsTests {
  private func names(option: [String]?, variable: String?) throws -> [String] {
    let environment = Environment { "\($0)" == "ROUTINEX_PATCHES" ? variable.map { ByteString($0) } : nil }
    let sets = ActivePatchSets(option: option?.map { ByteString($0) }, environment: environment)
    return try sets.find(
      from: { [ByteString("/w")] }, in: MemoryFiles(["/w/a/x.go": "", "/b/x.go": "", "/c,d/x.go": ""])
    ).map(
      \.name.text)
  }

  @Test func theOptionThenTheVariableThenTheDefault() throws {
    #expect(try names(option: nil, variable: nil) == ["routine"])
    #expect(try names(option: nil, variable: "") == ["routine"])
    #expect(try names(option: nil, variable: "a,/b") == ["a", "b"])
    #expect(try names(option: nil, variable: #"a,/c\,d"#) == ["a", "c,d"])
    #expect(try names(option: nil, variable: ",") == [])
    #expect(try names(option: ["/b"], variable: "a") == ["b"])
    #expect(try names(option: [], variable: "a") == [])
  }

  @Test func workingFoldersAreAskedForOnlyForRelativePaths() throws {
    let files = MemoryFiles(["/b/x.go": ""])
    for names in [nil, ["/b"], ["routine", "/b"]] as [[String]?] {
      let sets = ActivePatchSets(option: names?.map { ByteString($0) }, environment: Environment { _ in nil })
      _ = try sets.find(
        from: {
          Issue.record("asked")
          return []
        }, in: files)
    }
  }

  @Test(arguments: [
    ("compile -V=full", false, true), ("compile -V=full", true, false), ("link -V=full", false, false),
    ("compile -p runtime x.go", true, true), ("compile -p fmt x.go", true, false),
    ("compile -p fmt -routinex=0 x.go", true, true), ("compile -p fmt -routinex=0 x.go", false, false),
    ("link x.a", true, true), ("link x.a", false, true),
  ])
  func whichCallsThereIsToDecideAboutWithTheDefault(line: String, usesPackageKeys: Bool, isToDecide: Bool) throws {
    let path = line.contains("-p fmt") ? "fmt" : "runtime"
    let environment = Environment { "\($0)" == "TOOLEXEC_IMPORTPATH" ? ByteString(path) : nil }
    let sets = ActivePatchSets(option: nil, environment: environment, usesPackageKeys: usesPackageKeys)
    let answer = try withToolCall(words("/go/pkg/tool/linux_amd64/\(line)")) { call, arguments in
      sets.mayDecide(about: call, in: arguments, isFolder: { _ in false })
    }
    #expect(answer == isToDecide)
  }

  /// The answer that is given in front of every call of a build is yes where the sets themselves say so, and no where no
  /// folder could hold anything for the package.
  @Test(arguments: [
    "/s", "/s/", "/s,routine", "routine", "/t", "/t,/s", "", "/s,/none", "/none", #"/e\,/n"#, #"/e\,f"#, "typo", "s",
    "/s/../t", "/t/./a/..",
    "/.c/s",
  ])
  func whichCallsThereIsToDecideAboutWithTheListed(list: String) throws {
    let files = MemoryFiles([
      "/s/s.go": "", "/s/a/b/x.go": "", "/s/c/.../x.go": "", "/s/d/e/f/.../x.go": "", "/t/t.go": "", "/t/.../x.go": "",
      "/.c/s/a/x.go": "", "/e\\/e.go": "", "/e,/n/a/b/x.go": "", "/n/n.go": "", "/e,f/a/b/x.go": "",
    ])
    let elements = PatchSetList.elements(of: ByteString(list))
    let known = try? PatchSet.find(elements, from: [], in: files)
    for package in ["a", "a/b", "a/b/c", "c", "c/d", "cc", "d", "d/e/f", "d/e/f/g/h", "runtime", "fmt", "main"] {
      let description = package == "main" ? "a/b [x.test]" : package
      let path = ByteString(package == "main" ? "a/b" : package)
      let expected = try known.map { sets in
        let isTarget = try sets.contains { try $0.selects(path, in: files) }
        let hasFolder = sets.contains { set in
          PackageSelector.all(selecting: [path]).map(\.folder).contains { folder in
            set.folder.map { files.kind(of: Path.join($0, folder)) == .folder } ?? false
          }
        }
        return isTarget || hasFolder
      }
      for isOption in [true, false] where isOption || !list.isEmpty {
        let environment = Environment {
          "\($0)" == "ROUTINEX_PATCHES" ? ByteString(isOption ? "/x" : list) : ByteString(description)
        }
        let sets = ActivePatchSets(option: isOption ? elements : nil, environment: environment)
        let answer = try withToolCall(words("/go/pkg/tool/linux_amd64/compile -p \(package) x.go")) { call, arguments in
          sets.mayDecide(about: call, in: arguments) {
            files.kind(of: Path.normalized(ByteString(String(cString: $0)))) == .folder
          }
        }
        // What cannot be found, or not from here, is left to those who say so.
        let isSure =
          expected != nil && !list.contains("..") && !list.contains("/./") && (isOption || !list.contains(#"\,"#))
        #expect(answer == (isSure ? expected : true), "\(package)")
      }
    }
  }
}
