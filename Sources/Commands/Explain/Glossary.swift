/// What the page and its readers call things, with the facts of cmd/go behind them.
enum Glossary {
  static let tools: [(name: String, text: String)] = [
    (
      "compile",
      "The compiler, started once for a package with all of its Go files. It writes the package's object and its export "
        + "data, which importing packages need. -importcfg names the export data of the packages that it imports, so "
        + "they are compiled first. A patched package is compiled like any other, from other files."
    ),
    (
      "asm",
      "The assembler, for packages with .s files. With -gensymabis it only lists which functions assembly defines and uses, "
        + "which the compiler has to be told; after the compiler it assembles each file, and the objects join the package."
    ),
    (
      "link",
      "The linker, started once for each program and each test binary. It reads the objects of all packages, leaves out what "
        + "nothing reaches, and writes the executable. It waits for more packages than any other tool."
    ),
    (
      "cgo",
      "Translates Go files with import \"C\" into Go and C files; the C compiler, which -toolexec does not see, then compiles "
        + "the latter."
    ),
    (
      "cover",
      "Writes copies of the sources with a counter for every block of statements, before they are compiled, for go test "
        + "-cover and go build -cover."
    ),
    (
      "vet",
      "Reports likely mistakes. go test has it run a short list of checks on the package under test. For the packages that "
        + "one imports it runs too, only to write down facts about them: which functions format text like Printf, for one."
    ),
    (
      "preprofile",
      "Turns a CPU profile, for -pgo, into the form that the compiler reads quickly. Go 1.23 and newer."
    ),
    (
      "-V=full",
      "The go command asks each tool for its ID before it uses it (twice, now and then, at the same time). The answer goes into the action ID of everything "
        + "that the tool makes: a new compiler means new objects. routinex appends a hash of its version and of the patch sets "
        + "to the answers of compile and cover. That is why patched and plain objects share a cache and are never mixed up, "
        + "and why a changed patch set compiles every package anew."
    ),
    (
      "other",
      "Not a tool of the Go toolchain: the go command also asks the C compiler for its version through -toolexec. routinex "
        + "runs it unchanged."
    ),
  ]

  static let modes: [(name: String, text: String)] = [
    (
      "build",
      "Makes a package's object: takes it from the cache if that has one for the action ID, else runs cover, cgo, compile and "
        + "asm, as the package needs them."
    ),
    (
      "build check cache",
      "Checks whether the cache has the package's object, so that cgo and cover need not be run. Newer Go versions."
    ),
    ("cgo run", "Runs cgo for a package; in older versions this is a part of build."),
    ("collect cgo", "Only joins a package's cgo and C compilations in the graph."),
    ("cover", "Runs cover for a package; in older versions this is a part of build."),
    ("link", "Makes a program of its main package and of everything that this imports."),
    (
      "link-install, build-install",
      "Puts the result where it belongs: the file of -o, the working folder, or GOBIN for go install."
    ),
    ("vet", "Vets a package, or only collects facts about it for packages that import it."),
    (
      "test run",
      "Runs a test binary, in the folder of its package, or shows the result that the cache has for the same binary, flags, "
        + "files and environment: (cached)."
    ),
    ("test print", "Shows a package's test result, in the order in which packages were named."),
    ("test clean", "Removes a test binary after use."),
    ("test barrier", "Lets the tests begin in the order in which their packages were named."),
    (
      "go build, go install, go run, go test, go vet",
      "The last action, which waits for all others. That of go run runs the program."
    ),
    ("nop", "Nothing but a knot in the graph, where several actions are waited for at once."),
    ("built-in package", "Package unsafe, which the compiler knows by itself."),
    ("preprocess PGO profile", "Runs preprofile, once in a build."),
    ("write coverage meta-data file", "Writes which code of a package without tests could have been covered."),
  ]

  static let states: [(name: String, text: String)] = [
    ("run", "The action started tools."),
    ("cached", "What the action makes was there already, in the cache or at its target, so no tool was started."),
    ("inside", "The go command did it by itself, without a tool of the Go toolchain."),
    ("failed", "The action, or one that it waits for, failed."),
    ("not reached", "The build ended before the action began."),
  ]

  /// Paragraphs in HTML: what a build is, beginning to end.
  static let guide: [(title: String, html: String)] = [
    (
      "From a command to a graph",
      "The go command reads the sources' import clauses, follows them to every package that is needed, and makes a graph of "
        + "<em>actions</em>: build this package, link that program, run this test. An action begins when all that it depends "
        + "on are done; as many run at once as there are CPUs (<code>-p</code>). Nothing of the Go toolchain has been started "
        + "until then, but for the question <code>-V=full</code>."
    ),
    (
      "go build, go run, go test",
      "<code>go build</code> compiles packages and links programs. It keeps the executable if one program was asked for, and "
        + "drops the others: compiling was the check. <code>go run</code> does the same for one program, links it into its "
        + "temporary folder and starts it. <code>go test</code> compiles each package once more together with its "
        + "<code>_test.go</code> files (<code>p [p.test]</code>), then the tests in package <code>p_test</code>, then a main "
        + "package that it writes itself and that calls the tests (<code>p.test</code>); it links the three, vets the package, "
        + "and runs the program in the package's folder."
    ),
    (
      "The action ID and the cache",
      "Before an action is run, the go command hashes everything that goes into it: the import path, the tools' IDs, the flags, "
        + "the content of every source file, and the content IDs of what it depends on. That is the <em>action ID</em>. If the "
        + "build cache (<code>go env GOCACHE</code>) has an entry for it, the object is taken from there, and no tool is "
        + "started; what the tool printed the first time is printed again. Dates of files play no part."
    ),
    (
      "The build ID",
      "Each object and each executable carries <code>actionID/contentID</code>; the second is a hash of the file itself. "
        + "Whatever depends on a package hashes its content ID: so if a package is compiled anew and comes out the same, "
        + "what depends on it comes from the cache. A program's build ID has four parts: the link's action ID, the main package's "
        + "action ID and content ID, and the program's content ID. <code>go tool buildid FILE</code> shows it."
    ),
    (
      "Where routinex stands",
      "With <code>-toolexec=routinex</code> the go command starts <code>routinex compile ...</code> instead of "
        + "<code>compile ...</code>. For a package without patches routinex becomes the tool at once. For one with patches it "
        + "writes edited copies beside the build's temporary files, puts their paths on the command line, and becomes the "
        + "tool. The copies' first lines name the original (<code>//line</code>), so stack traces do too. Here each call was "
        + "made by another routinex, which waited for it and took its times; that costs a few milliseconds a process."
    ),
  ]
}
