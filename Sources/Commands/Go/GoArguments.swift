internal import Bytes
internal import Findings
internal import Toolexec

/// What stands behind `routinex go`: flags of this program, and the go command's arguments, byte for byte.
struct GoArguments: Equatable {
  struct Options: Equatable {
    /// The elements of all `--patches` lists; nil when the flag is not given.
    var patches: [ByteString]?
    var isVerbose = false
    var isDebug = false
    var isHelp = false
  }

  /// A flag of the go command and its value.
  struct Flag: Equatable {
    let name: ByteString
    let value: ByteString?
  }

  private(set) var options = Options()
  /// `-C DIR` between `go` and the subcommand.
  private(set) var prefix: [ByteString] = []
  /// Nil if there is none.
  private(set) var subcommand: ByteString?
  /// The subcommand's arguments.
  private(set) var arguments: [ByteString] = []
  /// The folder that the go command changes to.
  private(set) var folder: ByteString?
  /// What is given in `-gcflags`, in order.
  private(set) var gcflags: [ByteString] = []
  /// The last `-toolexec`, which is the one that counts.
  private(set) var toolexec: ByteString?
  /// The index in `arguments` at which further flags overrule those that are given: behind them, and in front of the
  /// packages.
  private(set) var insertion = 0
  private(set) var packages: [ByteString] = []
  /// The flags that stand in front of what `-args` or the packages begin; the value of one that has none is nil.
  private(set) var flags: [Flag] = []
  /// The flags that decide which packages there are, as `-NAME=VALUE`.
  private(set) var selection: [ByteString] = []

  /// - Parameter given: all that stands behind `go`.
  init(_ given: [ByteString]) throws(Findings) {
    var position = 0
    while position < given.count, given[position].first == ASCII.dash {
      if try takeOption(given, &position, isInFront: true) { continue }
      guard Self.isChangeOfFolder(given[position]) else {
        throw Findings(
          .usage,
          "unknown flag \(given[position].text) in front of the go command's subcommand; see `routinex go --help`")
      }
      let change = takeChangeOfFolder(given, &position)
      prefix += change
    }
    guard position < given.count else { return }
    let name = given[position]
    subcommand = name
    let rest = Array(given[(position + 1)...])
    if let known = Subcommand(rawValue: name.text) {
      try read(rest, GoFlags(subcommand: known))
    } else {
      arguments = rest
    }
  }

  /// The go command's arguments, with further flags for the subcommand.
  func adding(flags: [ByteString]) -> [ByteString] {
    prefix + (subcommand.map { [$0] } ?? []) + arguments[..<insertion] + flags + arguments[insertion...]
  }

  // MARK: The subcommand's arguments

  private mutating func read(_ given: [ByteString], _ flags: GoFlags) throws(Findings) {
    var position = 0
    // Whether the packages have been named, so that what is no flag belongs to the test binary.
    var hasPackages = false
    var isAmongPackages = false
    var mayBeValue = false
    loop: while position < given.count {
      if !hasPackages, try takeOption(given, &position, isInFront: false) { continue }
      if arguments.isEmpty, prefix.isEmpty, Self.isChangeOfFolder(given[position]) {
        // It has to be the first flag.
        let change = takeChangeOfFolder(given, &position)
        arguments += change
        insertion = arguments.count
        continue
      }
      switch flags.item(at: position, of: given) {
      case .terminator:
        if flags.subcommand != .test { packages = Array(given[(position + 1)...]) }
        break loop
      case .other:
        guard flags.subcommand == .test else {
          packages = Array(given[position...])
          break loop
        }
        // cmd/go/internal/test/testflag.go, testFlags: flags may stand behind the packages, and what follows an unknown
        // one may be its value.
        if hasPackages, !isAmongPackages {
          guard mayBeValue else { break loop }
        } else {
          (hasPackages, isAmongPackages) = (true, true)
          packages.append(given[position])
        }
        mayBeValue = false
        arguments.append(given[position])
        position += 1
      case .flag(let name, let value, let count, let isKnown):
        isAmongPackages = false
        mayBeValue = !isKnown && value == nil
        if !isKnown, flags.subcommand == .test {
          hasPackages = true
          if name.equals("args") { break loop }
        }
        arguments += given[position..<(position + count)]
        position += count
        take(name, value)
        // Of an analyzer, in front of the packages.
        if mayBeValue, flags.subcommand == .vet || flags.subcommand == .fix, position + 1 < given.count,
          flags.item(at: position, of: given) == .other
        {
          arguments.append(given[position])
          position += 1
        }
      }
    }
    arguments += given[position...]
    if flags.subcommand == .run { packages = Self.program(packages) }
  }

  private mutating func take(_ name: ByteString, _ value: ByteString?) {
    flags.append(Flag(name: name, value: value))
    if name.equals("gcflags"), let value {
      gcflags.append(value)
      insertion = arguments.count
    } else if name.equals("toolexec"), let value {
      toolexec = value
      insertion = arguments.count
    } else if GoFlags.selectsPackages(name) {
      selection.append([ASCII.dash] + name + (value.map { [ASCII.equals] + $0 } ?? []))
    }
  }

  /// What `go run` builds of its arguments; the rest is for the program (cmd/go/internal/run/run.go, runRun).
  private static func program(_ arguments: [ByteString]) -> [ByteString] {
    let files = arguments.prefix { $0.hasSuffix(".go") }
    return Array(files.isEmpty ? arguments.prefix(1) : files)
  }

  // MARK: -C

  /// cmd/go/main.go, handleChdirFlag.
  private static func isChangeOfFolder(_ argument: ByteString) -> Bool {
    argument.equals("-C") || argument.equals("--C") || argument.hasPrefix("-C=") || argument.hasPrefix("--C=")
  }

  private mutating func takeChangeOfFolder(_ given: [ByteString], _ position: inout Int) -> ArraySlice<ByteString> {
    let start = position
    position += 1
    if let equals = given[start].firstIndex(of: ASCII.equals) {
      folder = Array(given[start][(equals + 1)...])
    } else if position < given.count {
      folder = given[position]
      position += 1
    }
    return given[start..<position]
  }

  // MARK: This program's own flags

  /// Takes a flag of this program: in front of the subcommand in every spelling, behind it with two dashes alone, since
  /// the go command and programs under test have a `-v` and a `-d` of their own.
  private mutating func takeOption(
    _ given: [ByteString], _ position: inout Int, isInFront: Bool
  ) throws(Findings) -> Bool {
    let argument = given[position]
    let name = argument.firstIndex(of: ASCII.equals).map { Array(argument[..<$0]) } ?? argument
    let value = name.count < argument.count ? Array(argument[(name.count + 1)...]) : nil
    func isSpelt(_ long: StaticString, _ short: StaticString? = nil) -> Bool {
      if name.hasPrefix("--") { return name.dropFirst(2).equals(long) }
      return isInFront && (name.dropFirst().equals(long) || short.map { name.dropFirst().equals($0) } == true)
    }
    func isOn() throws(Findings) -> Bool {
      switch value {
      case nil: return true
      case .some(let value) where value.equals("true"): return true
      case .some(let value) where value.equals("false"): return false
      case .some(let value):
        throw Findings(
          .usage, "flag \(name.text) cannot be \"\(value.text)\": leave the value out, or use true or false")
      }
    }
    if isSpelt("patches") {
      guard let list = value ?? (position + 1 < given.count ? given[position + 1] : nil) else {
        throw Findings(.usage, "flag \(name.text) needs a value: \(name.text) LIST or \(name.text)=LIST")
      }
      options.patches = (options.patches ?? []) + PatchSetList.elements(of: list)
      position += value == nil ? 2 : 1
    } else if isSpelt("verbose", "v") {
      options.isVerbose = try isOn()
      position += 1
    } else if isSpelt("debug", "d") {
      options.isDebug = try isOn()
      position += 1
    } else if isInFront, isSpelt("help", "h") {
      options.isHelp = true
      position += 1
    } else {
      return false
    }
    return true
  }
}
