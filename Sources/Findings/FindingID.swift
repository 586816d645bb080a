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
    case .packageClause: "The package clause of a patch file is missing, or is not the target's."
    case .buildConstraint: "A build constraint is malformed."
    case .forbiddenImport: "A patch file imports \"C\", or has a dot import."
    case .unknownDirective: "There is no such directive."
    case .misplacedDirective: "The directive is in a place where it has no effect."
    case .repeatedDirective: "A declaration has the directive twice."
    case .directiveArgument: "The directive's argument is wrong."
    case .unfitDirective: "The directive does not fit its declaration."
    case .malformedAnchor: "An anchor of an edit is malformed."
    case .returnWithValues: "A return in an after has values, which are discarded."
    case .missingTarget: "The package has no such declaration."
    case .missingStatement: "The target has no such statement."
    case .missingUse: "The package does not use the function, or build the type."
    case .missingFile: "The package has no such file in this build."
    case .missingPackage: "The package is not here."
    case .driftedSignature: "The target's signature or type is not the patch's."
    case .driftedDeclaration: "The target is another kind of declaration, or has no body."
    case .ambiguousTarget: "The package has several declarations of that name."
    case .ambiguousStatement: "The target has the statement several times."
    case .unreadableTarget: "The target may be in Go syntax that routinex does not know."
    case .unpatchable: "The directive cannot do this to the target."
    case .nameClash: "A name means one thing in the patch and another in the target."
    case .importName: "It is not certain which import a name in the patch means."
    case .uncompiledImport: "The patch imports a package that the build has not compiled."
    case .missingImport: "A package that the patch imports, or one of its dependencies, cannot be found."
    case .unusableImport: "The patch imports a command, an internal package of others, or unexpected C++."
    case .importCycle: "What the patch imports depends on the package that it patches."
    case .brokenImport: "What the patch imports does not compile."
    case .packageVariant: "A program contains another variant of a package that a patch imports."
    case .positionalLiteral: "A literal without field names builds a struct that gets more fields."
    case .initializationCycle: "A function for literals uses a variable that is initialized with such a literal."
    case .lineDirective: "Go's line directives cannot carry the path."
    case .brokenResult: "The patched file would not be valid Go."
    case .compiler: "The patched package does not compile."
    case .conflictingPatches: "Two patches contradict each other."
    case .overlappingPatches: "Two patches change the same text."
    case .takenName: "The name of an added declaration is taken."
    case .missingSet: "There is no such patch set."
    case .repeatedSet: "Two patch sets have the same name."
    case .emptySet: "A patch set has no patch file."
    case .idlePattern: "A patch for many declarations finds none."
    case .unkeptPatches: "The go command does not see a file or package that a set needs."
    case .changedPatches: "The patches changed while the build ran."
    case .packageKey: "A package with patches has no key for the build cache."
    case .responseFile: "A response file cannot be read."
    case .versionLine: "A tool's answer to -V=full does not have the form of Go's tools."
    case .fileSystem: "The operating system could not read or write a file."
    case .usage: "The command line is wrong."
    case .missingDeclaration: "The package has no such declaration to make a patch for."
    case .missingToolchain: "No Go toolchain was found."
    case .missingProgram: "A program was not found, or cannot be run."
    case .quoting: "A path has both kinds of quotes, which -toolexec cannot hold."
    case .goCommand: "The go command could not be run, or failed."
    case .agent: "An agent and routinex do not work together in this order."
    case .existing: "A file or folder exists already."
    }
  }
}
