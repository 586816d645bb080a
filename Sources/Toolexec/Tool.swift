import Bytes

/// Go's tools: what can lie in a GOTOOLDIR of Go 1.19 to 1.27.
package enum Tool: UInt8, CaseIterable {
  case addr2line, api, asm, buildid, cgo, compile, covdata, cover, dist, distpack, doc, fix, link, nm, objdump, pack
  case pprof, preprofile, test2json, trace, vet

  package var name: StaticString {
    switch self {
    case .addr2line: "addr2line"
    case .api: "api"
    case .asm: "asm"
    case .buildid: "buildid"
    case .cgo: "cgo"
    case .compile: "compile"
    case .covdata: "covdata"
    case .cover: "cover"
    case .dist: "dist"
    case .distpack: "distpack"
    case .doc: "doc"
    case .fix: "fix"
    case .link: "link"
    case .nm: "nm"
    case .objdump: "objdump"
    case .pack: "pack"
    case .pprof: "pprof"
    case .preprofile: "preprofile"
    case .test2json: "test2json"
    case .trace: "trace"
    case .vet: "vet"
    }
  }

  package init?(name: some Collection<UInt8>) {
    // Not `allCases`, which makes an array: this is asked about every program that is started.
    var number: UInt8 = 0
    while let tool = Tool(rawValue: number), !name.equals(tool.name) { number += 1 }
    self.init(rawValue: number)
  }

  /// Whether the tool's calls are looked into; the others' are passed on unseen.
  package var isExamined: Bool {
    switch self {
    case .compile, .cover, .link, .vet:
      true
    case .addr2line, .api, .asm, .buildid, .cgo, .covdata, .dist, .distpack, .doc, .fix, .nm, .objdump, .pack,
      .pprof, .preprofile, .test2json, .trace:
      false
    }
  }

  /// Whether patches can change what the tool writes, so that its version is stamped. A stamp on another would only
  /// rebuild what did not change.
  package var isStamped: Bool {
    switch self {
    case .compile, .cover:
      true
    case .addr2line, .api, .asm, .buildid, .cgo, .covdata, .dist, .distpack, .doc, .fix, .link, .nm, .objdump, .pack,
      .pprof, .preprofile, .test2json, .trace, .vet:
      false
    }
  }
}
