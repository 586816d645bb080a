/// What the page and its readers call things, with the facts of cmd/go behind them.
enum Glossary {
  static let tools: [(name: String, text: String)] = [
    (
      "compile",
      "The compiler, started once for each package with all of its Go files. It writes the package's object and its "
        + "export data, which importing packages need. -importcfg names the export data of the imported packages, "
        + "so these are compiled first. A patched package is compiled like any other, but from other files."
    ),
    (
      "asm",
      "The assembler, for packages with .s files. With -gensymabis it only lists the functions that assembly "
        + "defines and uses, since the compiler needs that list. After the compiler it assembles each file, and the "
        + "objects become part of the package."
    ),
    (
      "link",
      "The linker, started once for each program and each test binary. It reads the objects of all packages, drops "
        + "code that cannot be reached, and writes the executable. It waits for more packages than any other tool."
    ),
    (
      "cgo",
      "Translates Go files with import \"C\" into Go and C files. The C compiler, which -toolexec does not see, "
        + "then compiles the C files."
    ),
    (
      "cover",
      "Writes copies of the sources with a counter for every block of statements, before they are compiled, for go "
        + "test -cover and go build -cover."
    ),
    (
      "vet",
      "Reports likely mistakes. go test runs a few of its checks on the package under test. For packages that this "
        + "one imports, vet only records facts, such as which functions format text like Printf."
    ),
    (
      "preprofile",
      "Converts a CPU profile, for -pgo, into a form that the compiler reads quickly. Go 1.23 and newer."
    ),
    (
      "-V=full",
      "The go command asks each tool for its ID before it uses the tool (sometimes twice at the same time). The "
        + "answer is part of the action ID of everything that the tool makes, so a new compiler means new objects. "
        + "routinex adds a hash of its version and of the patch sets to the answers of compile and cover. So "
        + "patched and plain objects share a cache and are never mixed up, and after a change of a patch set every "
        + "package is compiled again. Under routinex go, the flags have a hash for each package that a set changes "
        + "instead, so only these packages and their dependents are."
    ),
    (
      "other",
      "Not a tool of the Go toolchain: the go command also asks the C compiler for its version through -toolexec. "
        + "routinex runs it unchanged."
    ),
  ]

  static let modes: [(name: String, text: String)] = [
    (
      "build",
      "Makes a package's object. If the cache has one for the action ID, the go command takes it. Otherwise it runs "
        + "cover, cgo, compile and asm, as the package needs them."
    ),
    (
      "build check cache",
      "Checks whether the cache has the package's object. If it has, cgo and cover do not run. Newer Go versions."
    ),
    ("cgo run", "Runs cgo for a package. In older versions, build does this."),
    ("collect cgo", "Only joins a package's cgo and C compilations in the graph."),
    ("cover", "Runs cover for a package. In older versions, build does this."),
    ("link", "Makes a program from its main package and all dependencies."),
    (
      "link-install, build-install",
      "Puts the result in its place: the file of -o, the working folder, or GOBIN for go install."
    ),
    ("vet", "Vets a package, or only collects facts about it for packages that import it."),
    (
      "test run",
      "Runs a test binary in the folder of its package. If the cache has the result for the same binary, flags, "
        + "files and environment, shows that instead: (cached)."
    ),
    ("test print", "Prints a package's test result, in the order in which the packages were named."),
    ("test clean", "Removes a test binary after use."),
    ("test barrier", "Starts the tests in the order in which their packages were named."),
    (
      "go build, go install, go run, go test, go vet",
      "The last action, which waits for all others. For go run, it runs the program."
    ),
    ("nop", "Only joins several actions in the graph, so that others can wait for all of them."),
    ("built-in package", "Package unsafe, which is part of the compiler."),
    ("preprocess PGO profile", "Runs preprofile, once in a build."),
    ("write coverage meta-data file", "Writes which code of a package without tests could have been covered."),
  ]

  static let states: [(name: String, text: String)] = [
    ("run", "The action started tools."),
    ("cached", "The result existed already, in the cache or at its target, so no tool was started."),
    ("inside", "The go command did it itself, without a tool of the Go toolchain."),
    ("failed", "The action, or one that it waits for, failed."),
    ("not reached", "The build ended before the action started."),
  ]

  /// Paragraphs in HTML: what a build is, beginning to end.
  static let guide: [(title: String, html: String)] = [
    (
      "From a command to a graph",
      "The go command reads the import declarations of the sources, finds every package that is needed, and makes a "
        + "graph of <em>actions</em>: build this package, link that program, run this test. An action starts when "
        + "all actions that it depends on are done. As many run at once as there are CPUs (<code>-p</code>). Until "
        + "then, the go command starts the tools of the Go toolchain only to ask for their IDs "
        + "(<code>-V=full</code>)."
    ),
    (
      "go build, go run, go test",
      "<code>go build</code> compiles packages and links programs. If you name one program, it keeps the "
        + "executable; otherwise it discards the executables, since compiling was only a check. <code>go run</code> "
        + "does the same for one program, links it into a temporary folder and starts it. <code>go test</code> "
        + "compiles each package again together with its <code>_test.go</code> files (<code>p [p.test]</code>), "
        + "then the tests in package <code>p_test</code>, then a generated main package that calls the tests "
        + "(<code>p.test</code>). It links the three, vets the package, and runs the program in the package's "
        + "folder."
    ),
    (
      "The action ID and the cache",
      "Before it runs an action, the go command hashes all inputs: the import path, the tools' IDs, the flags, the "
        + "content of every source file, and the content IDs of the dependencies. This hash is the <em>action "
        + "ID</em>. If the build cache (<code>go env GOCACHE</code>) has an entry for it, the go command takes the "
        + "object from there and starts no tool. It prints again what the tool printed the first time. File times "
        + "do not matter."
    ),
    (
      "The build ID",
      "Each object and each executable has a build ID, <code>actionID/contentID</code>; the content ID is a hash of "
        + "the file itself. The action ID of a package depends on the content IDs of its dependencies. So if a "
        + "package is compiled again and the result is the same, the packages that depend on it come from the "
        + "cache. A program's build ID has four parts: the link's action ID, the main package's action ID and "
        + "content ID, and the program's content ID. <code>go tool buildid FILE</code> prints it."
    ),
    (
      "What routinex does",
      "With <code>-toolexec=routinex</code> the go command starts <code>routinex compile ...</code> instead of "
        + "<code>compile ...</code>. For a package without patches, routinex becomes the tool at once. For a "
        + "package with patches, it writes patched copies next to the build's temporary files, puts their paths on "
        + "the command line, and becomes the tool. The first line of each copy names the original "
        + "(<code>//line</code>), so stack traces name it too. Under <code>routinex explain</code>, a second "
        + "routinex starts each call, waits for it and measures its times; this costs a few milliseconds for each "
        + "process."
    ),
  ]
}
