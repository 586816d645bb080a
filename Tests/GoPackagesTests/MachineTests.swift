import Bytes
import SystemInterface
import Findings
import TestSupport
import Testing

@testable import GoPackages

@Suite struct MachineTests {
  private func roots(_ files: [String: String], _ environment: [String: String], in folder: String = "/home/me/app")
    -> GoRoots<MemoryFiles>
  {
    GoRoots(
      workingFolder: ByteString(folder), environment: Environment { environment["\($0)"].map { ByteString($0) } },
      files: MemoryFiles(files), realPath: { $0 })
  }

  private func toolchain(_ folder: String, _ version: String) -> [String: String] {
    ["\(folder)/VERSION": "\(version)\ntime 2024", "\(folder)/src/runtime/proc.go": "", "\(folder)/bin/go": ""]
  }

  @Test("toolchains are found where they are kept, each version once, the oldest first")
  func roots() {
    let files = [
      toolchain("/opt/go", "go1.24.11"), toolchain("/usr/local/go", "go1.24.11"),
      toolchain("/usr/lib/go-1.19", "go1.19.8"), toolchain("/home/me/sdk/go1.25rc1", "go1.25rc1"),
      toolchain("/home/me/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.25.0.linux-amd64", "go1.25.0"),
      toolchain("/home/me/.toolchains/go-1.9", "go1.9"), toolchain("/elsewhere/go", "go1.23.1"),
    ].reduce(into: [:]) { $0.merge($1) { $1 } }
    let found = roots(files, ["HOME": "/home/me", "PATH": "/bin:/opt/go/bin"]).all()
    #expect(
      found.map(\.version.text) == ["go1.9", "go1.19.8", "go1.24.11", "go1.25rc1", "go1.25.0"])
    #expect(found.first { $0.minor == 24 }?.path.text == "/opt/go")
  }

  @Test("a toolchain is named by its folder or its version")
  func named() throws {
    let files = toolchain("/usr/local/go", "go1.24.11").merging(toolchain("/usr/lib/go-1.2", "go1.2.1")) { $1 }
    let machine = roots(files, [:])
    #expect(try machine.named(["/usr/lib/go-1.2"].map { ByteString($0) }).map(\.version.text) == ["go1.2.1"])
    #expect(try machine.named(["1.24", "go1.24.11"].map { ByteString($0) }).map(\.version.text) == ["go1.24.11"])
    #expect(try machine.named(["1.2"].map { ByteString($0) }).map(\.version.text) == ["go1.2.1"])
    #expect(throws: Findings.self) { try machine.named(["1.3"].map { ByteString($0) }) }
    #expect(throws: Findings.self) { try roots([:], [:]).named([]) }
  }

  private static let modules = [
    "/home/me/app/go.mod":
      "module example.com/app // x\n\nrequire example.com/Lib v1.2.0\nreplace (\n\texample.com/near => ../near\n\texample.com/other v1.0.0 => example.com/fork v1.1.0\n)\n",
    "/home/me/app/inner/a.go": "package inner",
    "/home/me/app/nested/go.mod": "module example.com/app/nested", "/home/me/app/nested/a.go": "package nested",
    "/home/me/near/a.go": "package near",
    "/home/me/app/vendor/modules.txt": "# example.com/Lib v1.2.0\n## explicit\nexample.com/Lib/sub\n",
    "/home/me/app/vendor/example.com/Lib/sub/a.go": "package sub",
    "/home/me/go/pkg/mod/example.com/!lib@v1.2.0/sub/a.go": "package sub",
    "/home/me/go/pkg/mod/example.com/!lib@v1.10.0/sub/a.go": "package sub",
    "/home/me/go/pkg/mod/example.com/!lib@v1.9.0/sub/a.go": "package sub",
    "/home/me/go/pkg/mod/example.com/!lib@v1.9.0/sub/deep/a_test.go": "package deep",
    "/home/me/go/pkg/mod/example.com/fork@v1.1.0/a.go": "package other",
  ]

  private func find(_ path: String, named: [ModuleCopy] = []) -> [String] {
    let machine = Modules(
      workingFolder: ByteString("/home/me/app/inner"),
      environment: Environment { $0.description == "HOME" ? ByteString("/home/me") : nil },
      files: MemoryFiles(Self.modules), named: named)
    let path = ByteString(path)
    let found = path.hasSuffix("/...") ? machine.packages(below: Array(path.dropLast(4))) : machine.packages(path)
    return found.map { "\($0.importPath.text) \($0.module.label) \($0.folder.text)" }
  }

  @Test("a package of a module is found in every version of it, the vendored one in the place of the cache's")
  func packages() {
    #expect(
      find("example.com/Lib/sub") == [
        "example.com/Lib/sub v1.2.0 (vendor) /home/me/app/vendor/example.com/Lib/sub",
        "example.com/Lib/sub v1.9.0 /home/me/go/pkg/mod/example.com/!lib@v1.9.0/sub",
        "example.com/Lib/sub v1.10.0 /home/me/go/pkg/mod/example.com/!lib@v1.10.0/sub",
      ])
    #expect(find("example.com/app/inner") == ["example.com/app/inner main module /home/me/app/inner"])
    #expect(find("example.com/near") == ["example.com/near replaced /home/me/near"])
    #expect(
      find("example.com/other") == [
        "example.com/other v1.1.0 (replaced) /home/me/go/pkg/mod/example.com/fork@v1.1.0"
      ])
    #expect(find("example.com/app/nested").isEmpty)
    #expect(find("example.com/Lib/sub/deep").isEmpty)
    #expect(find("example.com/app/...") == ["example.com/app/inner main module /home/me/app/inner"])
    #expect(find("example.com/Lib/...").count == 3)
  }

  @Test("a module that a person names is the only one")
  func namedModule() throws {
    let copy = try #require(
      ModuleCopy(argument: ByteString("example.com/Lib@v9.0.0=near"), workingFolder: ByteString("/home/me")))
    #expect(find("example.com/Lib", named: [copy]) == ["example.com/Lib v9.0.0 /home/me/near"])
    #expect(ModuleCopy(argument: ByteString("example.com/Lib@nine=near"), workingFolder: []) == nil)
    #expect(ModuleCopy(argument: ByteString("example.com/Lib"), workingFolder: []) == nil)
  }

  @Test("go env's file stands in for what the environment lacks")
  func settings() {
    let files = MemoryFiles(["/home/me/.config/go/env": "GOMODCACHE=/cache\nGOARM=6\n"])
    func value(_ environment: [String: String]) -> String? {
      GoSettings.moduleCache(
        GoSettings.environment(Environment { environment["\($0)"].map { ByteString($0) } }, in: files))?.text
    }
    #expect(value(["HOME": "/home/me"]) == "/cache")
    #expect(value(["HOME": "/home/me", "GOMODCACHE": "/mine"]) == "/mine")
    #expect(value(["HOME": "/home/me", "GOENV": "off"]) == "/home/me/go/pkg/mod")
    #expect(value(["HOME": "/home/me", "GOENV": "off", "GOPATH": "/a:/b"]) == "/a/pkg/mod")
  }

  @Test("imports that are called _") func blankImports() {
    let text = "package p\nimport _ \"a\"\nimport (\n\tb \"b\"\n\t_ `c` // d\n\t. \"e\"\n\t\"f\"\n)\nvar _ = 1\n"
    #expect(ImportClause.blankPaths(ByteString(text)).map(\.text) == ["a", "c"])
  }

  @Test("imports are read up to the first declaration")
  func imports() {
    func paths(_ text: String) -> [String] { ImportClause.paths(ByteString(text)).map(\.text) }
    #expect(
      paths(
        "// x\n/* import \"no\" */ package p; import \"a\"; import (\n\tb \"b\" // c\n\t. \"c\"; _ `d`\n)\nvar x = \"e\""
      )
        == ["a", "b", "c", "d"])
    #expect(paths("package p\nimport ()\nimport \"C\"\nfunc f() {}\nimport \"late\"") == ["C"])
    #expect(paths("import \"a\"").isEmpty)
    #expect(paths("package p\nimport (\n\"a\"\n").isEmpty == false)
  }

  @Test("an architecture's tags follow its setting, or the toolchain's default")
  func architecture() throws {
    func tags(_ version: String, _ platform: String, _ environment: [String: String] = [:]) throws -> [String] {
      let files = MemoryFiles([
        "/go/VERSION": version, "/go/src/runtime/proc.go": "",
        "/go/src/internal/buildcfg/zbootstrap.go":
          "const DefaultGOARM = `7`\nconst DefaultGOAMD64 = `v1`\nconst DefaultGOARM64 = `v8.0`\nconst DefaultGO386 = `sse2`\nconst DefaultGORISCV64 = `rva20u64`\n",
      ])
      let root = try #require(GoRoot(ByteString("/go"), in: files))
      return ToolTags.architecture(
        of: root, on: try #require(Platform(platform)),
        environment: Environment { environment["\($0)"].map { ByteString($0) } }, in: files
      ).map(\.text)
    }
    #expect(try tags("go1.19", "linux/amd64") == [])
    #expect(try tags("go1.24", "linux/amd64") == ["amd64.v1"])
    #expect(try tags("go1.24", "linux/amd64", ["GOAMD64": "v3"]) == ["amd64.v1", "amd64.v2", "amd64.v3"])
    #expect(try tags("go1.24", "linux/arm") == ["arm.5", "arm.6", "arm.7"])
    #expect(try tags("go1.24", "linux/arm", ["GOARM": "5,softfloat"]) == ["arm.5"])
    #expect(try tags("go1.22", "linux/arm64") == [])
    #expect(try tags("go1.24", "linux/arm64", ["GOARM64": "v9.0"]).suffix(2) == ["arm64.v8.4", "arm64.v8.5"])
    #expect(try tags("go1.24", "linux/386") == ["386.sse2"])
    #expect(try tags("go1.24", "linux/riscv64", ["GORISCV64": "rva22u64"]) == ["riscv64.rva20u64", "riscv64.rva22u64"])
    #expect(try tags("go1.24", "js/wasm") == [])
    #expect(try tags("go1.24", "js/wasm", ["GOWASM": "satconv"]) == ["wasm.satconv"])
    #expect(try tags("go1.26", "js/wasm") == ["wasm.satconv", "wasm.signext"])
  }
}
