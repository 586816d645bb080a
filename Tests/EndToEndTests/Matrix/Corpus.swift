import Foundation
import Testing

/// Programs and libraries of Debian's packages of Go sources, which scripts/corpus installs: with the sets they do what they
/// do plain. They are built in GOPATH mode, where no module proxy is needed.
enum Corpus {
  static let group = MatrixGroup(
    name: "Real programs",
    rows: libraries.map { library in MatrixRow(library.name) { try library.check(CorpusBuild($0)) } }
      + programs.map { program in MatrixRow(program.name) { try program.check(CorpusBuild($0)) } })

  private static let fixedPort = "listens at an address that may be in use, or waits only milliseconds for a server"

  private static let libraries: [CorpusLibrary] = [
    CorpusLibrary(
      "cobra and pflag: tests", ["github.com/spf13/cobra/...", "github.com/spf13/pflag"],
      excluded: [
        CorpusExclusion("TestFailGenFishCompletionFile", because: "expects that root cannot write a read-only file")
      ]),
    CorpusLibrary("gorilla/mux: tests", ["github.com/gorilla/mux"]),
    CorpusLibrary(
      "gorilla/websocket: tests", ["github.com/gorilla/websocket"],
      excluded: ["TestProxyDial", "TestProxyAuthorizationDial"].map {
        CorpusExclusion($0, from: 25, because: "its proxy hangs or stops with this net/http")
      },
      requests: "^TestDial$"),
    CorpusLibrary("zap: tests", ["go.uber.org/zap/..."]),
    CorpusLibrary("logrus: tests", ["github.com/sirupsen/logrus/..."]),
    CorpusLibrary(
      "testify: tests", ["assert", "mock", "require"].map { "github.com/stretchr/testify/" + $0 },
      excluded: ["TestEventuallyTrue", "TestNeverTrue"].map {
        CorpusExclusion($0, because: "counts ticks of 20 ms within 100 ms")
      }),
    CorpusLibrary("yaml.v3: tests", ["gopkg.in/yaml.v3"]),
    CorpusLibrary("BurntSushi/toml: tests", ["github.com/BurntSushi/toml"]),
    CorpusLibrary("goldmark: tests", ["github.com/yuin/goldmark/..."]),
    CorpusLibrary("go-cmp: tests", ["github.com/google/go-cmp/..."]),
    CorpusLibrary(
      "protobuf: tests",
      ["encoding/...", "proto", "reflect/...", "testing/protocmp", "types/..."].map {
        "google.golang.org/protobuf/" + $0
      }),
    CorpusLibrary(
      "grpc: tests",
      [
        "balancer/roundrobin", "binarylog", "channelz/service", "credentials", "credentials/local", "health",
        "metadata",
        "reflection", "stats", "status",
      ].map { "google.golang.org/grpc/" + $0 }),
    CorpusLibrary(
      "Prometheus client: tests of the HTTP side",
      ["api/...", "prometheus/promhttp", "prometheus/push", "prometheus/graphite", "prometheus/testutil/..."]
        .map { "github.com/prometheus/client_golang/" + $0 },
      requests: "^TestPush$"),
    CorpusLibrary("Prometheus client: tests of the metrics", ["github.com/prometheus/client_golang/prometheus"]),
    CorpusLibrary(
      "echo: tests", ["github.com/labstack/echo/..."],
      excluded: [CorpusExclusion("TestEchoListenerNetwork", because: fixedPort)],
      requests: "^TestProxy$"),
    CorpusLibrary(
      "gin: tests", ["github.com/gin-gonic/gin/..."],
      excluded: [
        "TestRunEmpty", "TestRunTLS", "TestPusher", "TestRunEmptyWithEnv", "TestRunWithPort", "TestUnixSocket",
      ].map { CorpusExclusion($0, because: fixedPort) },
      requests: "^TestWithHttptestWithAutoSelectedPort$"),
    CorpusLibrary("miekg/dns: tests", ["github.com/miekg/dns"]),
    CorpusLibrary("bbolt: tests", ["go.etcd.io/bbolt"]),
    CorpusLibrary(
      "go-sqlite3 (cgo): tests", ["github.com/mattn/go-sqlite3"],
      excluded: ["TestQueryRowContextCancelParallel", "TestStress"].map {
        CorpusExclusion($0, because: "takes seconds, and its outcome depends on the machine's speed")
      }),
    CorpusLibrary("x/net: tests of html and hpack", ["golang.org/x/net/html/...", "golang.org/x/net/http2/hpack"]),
    CorpusLibrary(
      "x/text: tests",
      ["cases", "collate", "encoding/...", "language", "message/...", "secure/...", "transform", "width"]
        .map { "golang.org/x/text/" + $0 }),
    CorpusLibrary("x/crypto: tests (assembly)", ["argon2", "chacha20", "ssh"].map { "golang.org/x/crypto/" + $0 }),
    CorpusLibrary("x/sys/unix: tests (assembly)", ["golang.org/x/sys/unix"]),
    CorpusLibrary(
      "x/sync and uuid: tests",
      ["golang.org/x/sync/errgroup", "golang.org/x/sync/singleflight", "github.com/google/uuid"]),
  ]

  private static let programs: [CorpusProgram] = [
    CorpusProgram(
      "esbuild: bundles and serves", "github.com/evanw/esbuild/cmd/esbuild",
      job: """
        "$PROGRAM" --version
        echo 'export const twice = (n: number): number => 2 * n' >twice.ts
        echo 'import { twice } from "./twice"; console.log(twice(21))' >main.ts
        "$PROGRAM" main.ts --bundle --minify --sourcemap --outfile=served/main.js --log-level=warning
        # It ends when its input does.
        mkfifo input
        "$PROGRAM" --servedir=served --serve=127.0.0.1:0 <input >log 2>&1 &
        exec 4>input
        port=
        for try in $(seq 300); do
          port=$(sed -n 's|.*//127.0.0.1:\\([0-9]*\\)/.*|\\1|p' log)
          [ -z "$port" ] || break
          sleep 0.1
        done
        exec 3<>"/dev/tcp/127.0.0.1/$port"
        printf 'GET /main.js HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3
        grep -v '^Date:' <&3
        exec 4>&-
        wait
        cat log >&2
        rm input log
        """,
      request: "server GET http://localhost/main.js 200 "),
    CorpusProgram(
      "go-md2man: makes a manual page", "github.com/cpuguy83/go-md2man/v2",
      job: #"""
        printf '# NAME\n\nexample - *one* of **many**\n\n- a `list`\n- of two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n' >page.md
        "$PROGRAM" -in page.md -out page.1
        cat page.1
        """#),
    CorpusProgram(
      "goyacc: makes a parser", "golang.org/x/tools/cmd/goyacc",
      job: """
        cp /usr/share/gocode/src/golang.org/x/tools/cmd/goyacc/testdata/expr/expr.y .
        "$PROGRAM" -o parser.go expr.y
        cat parser.go
        """),
    CorpusProgram(
      "goimports: adds imports", "golang.org/x/tools/cmd/goimports",
      job: #"""
        printf 'package p\nfunc f(){fmt.Println(strings.ToUpper("a"), uuid.New(), http.MethodGet)}\n' >p.go
        "$PROGRAM" -w p.go
        cat p.go
        """#),
  ]
}
