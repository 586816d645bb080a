extension Finding {
  /// What a finding is about. Each has an entry in docs/findings.md, with what to do.
  package enum ID: String, CaseIterable, Sendable {
    // A patch file by itself.
    case unknownSyntax = "unknown-syntax"
    case tooLarge = "too-large"
    case packageClause = "package-clause"
    case buildConstraint = "build-constraint"
    case forbiddenImport = "forbidden-import"
    case unknownDirective = "unknown-directive"
    case misplacedDirective = "misplaced-directive"
    case repeatedDirective = "repeated-directive"
    case directiveArgument = "directive-argument"
    case unfitDirective = "unfit-directive"
    case malformedAnchor = "malformed-anchor"
    case returnWithValues = "return-with-values"

    // A patch and its target.
    case missingTarget = "missing-target"
    case missingStatement = "missing-statement"
    case missingUse = "missing-use"
    case missingFile = "missing-file"
    case missingPackage = "missing-package"
    case driftedSignature = "drifted-signature"
    case driftedDeclaration = "drifted-declaration"
    case ambiguousTarget = "ambiguous-target"
    case ambiguousStatement = "ambiguous-statement"
    case unreadableTarget = "unreadable-target"
    case unpatchable = "unpatchable"
    case nameClash = "name-clash"
    case importName = "import-name"
    case uncompiledImport = "uncompiled-import"
    case missingImport = "missing-import"
    case unusableImport = "unusable-import"
    case importCycle = "import-cycle"
    case brokenImport = "broken-import"
    case packageVariant = "package-variant"
    case positionalLiteral = "positional-literal"
    case initializationCycle = "initialization-cycle"
    case lineDirective = "line-directive"
    case brokenResult = "broken-result"
    case compiler = "compiler"

    // A patch and others.
    case conflictingPatches = "conflicting-patches"
    case overlappingPatches = "overlapping-patches"
    case takenName = "taken-name"

    // Sets, and the build.
    case missingSet = "missing-set"
    case repeatedSet = "repeated-set"
    case emptySet = "empty-set"
    case idlePattern = "idle-pattern"
    case unkeptPatches = "unkept-patches"
    case changedPatches = "changed-patches"
    case packageKey = "package-key"
    case responseFile = "response-file"
    case versionLine = "version-line"
    case fileSystem = "file-system"

    // Commands.
    case usage = "usage"
    case missingDeclaration = "missing-declaration"
    case missingToolchain = "missing-toolchain"
    case missingProgram = "missing-program"
    case quoting = "quoting"
    case goCommand = "go-command"
    case agent = "agent"
    case existing = "existing"
  }
}

extension Finding.ID {
  /// What becomes of a patch that the finding is about.
  package var outcome: Outcome {
    switch self {
    case .missingTarget, .missingStatement, .missingUse, .missingFile, .missingPackage: .missing
    case .driftedSignature, .driftedDeclaration: .drifted
    case .ambiguousTarget, .ambiguousStatement: .ambiguous
    case .unreadableTarget: .unreadable
    case .conflictingPatches, .overlappingPatches, .takenName: .conflict
    default: .invalid
    }
  }

  /// In one sentence, for lists of what there is.
  package var summary: String {
    switch self {
    case .unknownSyntax: "The patch file holds Go that routinex does not know, or a syntax error."
    case .tooLarge: "A patch file or a set is larger than routinex reads."
    case .packageClause: "The package clause of a patch file is not the target's, or there is none."
    case .buildConstraint: "A build constraint is malformed."
    case .forbiddenImport: "A patch file imports \"C\", or with a dot."
    case .unknownDirective: "There is no such directive."
    case .misplacedDirective: "The directive stands where it has no effect."
    case .repeatedDirective: "The directive stands twice on one declaration."
    case .directiveArgument: "The directive's argument is wrong."
    case .unfitDirective: "The directive does not fit the declaration that it stands on."
    case .malformedAnchor: "An anchor of an edit is malformed."
    case .returnWithValues: "A return in an after has values, which nobody would get."
    case .missingTarget: "The package has no such declaration."
    case .missingStatement: "The target has no such statement."
    case .missingUse: "The package does not use the function, or build the type."
    case .missingFile: "The package has no such file in this build."
    case .missingPackage: "No such package is here."
    case .driftedSignature: "The target's signature or type is not the patch's."
    case .driftedDeclaration: "The target is another kind of declaration, or has no body."
    case .ambiguousTarget: "The package has several declarations of that name."
    case .ambiguousStatement: "The target has the statement several times."
    case .unreadableTarget: "Go that routinex does not know stands where the target may be."
    case .unpatchable: "The directive cannot do this to the target."
    case .nameClash: "A name means one thing in the patch and another in the target."
    case .importName: "A name in the patch cannot be told to be an import's."
    case .uncompiledImport: "The patch imports a package that the build has not compiled."
    case .missingImport: "The patch imports a package that cannot be found, or needs one that cannot."
    case .unusableImport: "The patch imports a command, what is internal to others, or unexpected C++."
    case .importCycle: "What the patch imports depends on the package that it patches."
    case .brokenImport: "What the patch imports does not compile."
    case .packageVariant: "A program has another variant of a package that patches bring in."
    case .positionalLiteral: "A struct that gets more fields is built by position."
    case .initializationCycle: "A function that literals go through needs a variable which is built with one."
    case .lineDirective: "Go's line directives cannot carry the path."
    case .brokenResult: "The patched file would not be Go."
    case .compiler: "The patched package does not compile."
    case .conflictingPatches: "Two patches cannot both hold."
    case .overlappingPatches: "Two patches change the same text."
    case .takenName: "The name of an added declaration is taken."
    case .missingSet: "There is no such patch set."
    case .repeatedSet: "Two patch sets have one name."
    case .emptySet: "A patch set holds no patch file."
    case .idlePattern: "A patch for many declarations finds none."
    case .unkeptPatches: "The go command does not see what a set that is a Go package needs."
    case .changedPatches: "The patches changed while the build ran."
    case .packageKey: "A package with patches has no key for the build cache."
    case .responseFile: "A file of arguments cannot be read."
    case .versionLine: "A tool's answer to -V=full is not what Go's tools give."
    case .fileSystem: "The operating system refuses to read or write a file."
    case .usage: "The command line is wrong."
    case .missingDeclaration: "The package has no such declaration to make a patch for."
    case .missingToolchain: "No Go toolchain was found."
    case .missingProgram: "A program was not found, or cannot be run."
    case .quoting: "A path has both kinds of quotes, which -toolexec cannot hold."
    case .goCommand: "The go command could not be run, or failed."
    case .agent: "An agent and routinex do not get on in this order."
    case .existing: "A file or folder is there already."
    }
  }
}
