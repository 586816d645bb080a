package import Bytes

/// This program's own flags, and where the chain it is to run begins in the argument list, which itself is left as it
/// is: `routinex [FLAGS] [--] CHAIN...`.
package struct Invocation: Equatable {
  package struct Options: Equatable {
    package var isVerbose = false
    package var isDebug = false
    package var isHelp = false
    package var isVersion = false
    /// Whether the go command was given a key for each patched package, as `routinex go` gives them.
    package var hasPackageKeys = false
    /// Whether the agent behind is to be started with this program in the place of the tool.
    package var isInside = false
    /// The elements of all `--patches` lists in order, empty ones dropped, and the values of `--patch-set`, which are one
    /// element each, commas and all; nil when neither flag is given, so that `--patches=` can ask for none at all.
    package var patches: [ByteString]?
    /// The file that says what `routinex go` compiled beforehand for patches: see `OutsideCode`.
    package var outsideFile: ByteString? {
      get { paths.first ?? nil }
      set { paths = [newValue, recordFolder] }
    }
    /// The folder that `routinex explain` has every call recorded in.
    package var recordFolder: ByteString? {
      get { paths.last ?? nil }
      set { paths = [outsideFile, newValue] }
    }

    /// In one array: with a third reference in this struct, which every start looks at, Swift's runtime is asked for the
    /// metadata of its type, which takes longer than all the rest.
    private var paths: [ByteString?] = []

    package init() {}

    /// Flags that mean the same, for another start of this program; without `--record` and `--inside`.
    package var flags: [ByteString] {
      var result: [ByteString] = []
      if isVerbose { result.append(ByteString("--verbose")) }
      if isDebug { result.append(ByteString("--debug")) }
      if hasPackageKeys { result.append(ByteString("--package-keys")) }
      if let outsideFile { result.append(ByteString("--outside=") + outsideFile) }
      if let patches {
        result += patches.isEmpty ? [ByteString("--patches=")] : patches.map { ByteString("--patch-set=") + $0 }
      }
      return result
    }
  }

  package let options: Options
  /// The index of the chain's first argument, the program to run; the number of arguments when help or the version is
  /// asked for and no program is named.
  package let chainStart: Int

  package init(_ arguments: ArgumentVector) throws(InvocationError) { try self.init(parsing: arguments) }
  package init(_ arguments: [ByteString]) throws(InvocationError) { try self.init(parsing: arguments) }

  private init<Arguments: RandomAccessCollection>(parsing arguments: Arguments) throws(InvocationError)
  where Arguments.Index == Int, Arguments.Element: RandomAccessCollection<UInt8>, Arguments.Element.Index == Int {
    var options = Options()
    var position = arguments.startIndex
    while position < arguments.endIndex, arguments[position].first == ASCII.dash {
      let argument = arguments[position]
      position += 1
      if argument.equals("--") { break }

      let spelling = argument.firstIndex(of: ASCII.equals).map { argument[..<$0] } ?? argument[...]
      let attached = spelling.count < argument.count ? argument[(spelling.endIndex + 1)...] : nil
      guard let flag = Flag(spelling: spelling) else {
        throw .unknownFlag(Array(spelling), nearest: Flag.nearestSpelling(to: spelling))
      }

      if flag.takesValue {
        if attached == nil, position == arguments.endIndex { throw .missingValue(flag: Array(spelling)) }
        let value: ByteString
        if let attached {
          value = Array(attached)
        } else {
          value = Array(arguments[position])
          position += 1
        }
        switch flag {
        case .record: options.recordFolder = value
        case .outside: options.outsideFile = value
        case .patchSet: options.patches = (options.patches ?? []) + [value]
        default: options.patches = (options.patches ?? []) + PatchSetList.elements(of: value)
        }
        continue
      }
      guard let isOn = attached.map({ goBoolean($0) }) ?? true else {
        throw .badBoolean(flag: Array(spelling), value: Array(attached ?? spelling))
      }
      switch flag {
      case .verbose: options.isVerbose = isOn
      case .debug: options.isDebug = isOn
      case .help: options.isHelp = isOn
      case .version: options.isVersion = isOn
      case .packageKeys: options.hasPackageKeys = isOn
      case .inside: options.isInside = isOn
      case .patches, .patchSet, .record, .outside: break
      }
    }
    if position == arguments.endIndex, !options.isHelp, !options.isVersion { throw .noProgram }
    self.options = options
    chainStart = position
  }
}

private enum Flag: CaseIterable {
  case verbose, debug, help, version, patches, patchSet, packageKeys, record, inside, outside

  var takesValue: Bool { self == .patches || self == .patchSet || self == .record || self == .outside }

  var long: StaticString {
    switch self {
    case .verbose: "verbose"
    case .debug: "debug"
    case .help: "help"
    case .version: "version"
    case .patches: "patches"
    case .patchSet: "patch-set"
    case .packageKeys: "package-keys"
    case .record: "record"
    case .inside: "inside"
    case .outside: "outside"
    }
  }

  var short: StaticString? {
    switch self {
    case .verbose: "v"
    case .debug: "d"
    case .help: "h"
    case .version, .patches, .patchSet, .packageKeys, .record, .inside, .outside: nil
    }
  }

  /// The long names come with one dash too, as all of Go's tools take them.
  init?(spelling: some RandomAccessCollection<UInt8>) {
    let hasTwoDashes = spelling.prefix(2).equals("--")
    let name = spelling.dropFirst(hasTwoDashes ? 2 : 1)
    let match = Flag.allCases.first { flag in
      name.equals(flag.long) || (!hasTwoDashes && flag.short.map { name.equals($0) } == true)
    }
    guard let match else { return nil }
    self = match
  }

  /// The long spelling that a mistyped one most likely means, if one is close.
  static func nearestSpelling(to spelling: some Collection<UInt8>) -> ByteString? {
    let name = Array(spelling.drop { $0 == ASCII.dash })
    let limit = min(2, name.count / 2)
    let candidates = allCases.map { (name: ByteString($0.long), distance: editDistance(name, ByteString($0.long))) }
    guard let nearest = candidates.min(by: { $0.distance < $1.distance }), nearest.distance <= limit else { return nil }
    return ByteString("--") + nearest.name
  }
}

package enum InvocationError: Error, Equatable {
  case unknownFlag(ByteString, nearest: ByteString?)
  case missingValue(flag: ByteString)
  case badBoolean(flag: ByteString, value: ByteString)
  case noProgram

  package var message: String {
    switch self {
    case .unknownFlag(let flag, let nearest):
      if let nearest {
        return "unknown flag \(flag.text); did you mean \(nearest.text)? See `routinex --help`"
      }
      return "unknown flag \(flag.text); see `routinex --help`"
    case .missingValue(let flag):
      return "flag \(flag.text) needs a value: \(flag.text) LIST or \(flag.text)=LIST"
    case .badBoolean(let flag, let value):
      return "flag \(flag.text) cannot be \"\(value.text)\": leave the value out, or use true or false"
    case .noProgram:
      return "no program to run after the flags; use `go build -toolexec=routinex`, or see `routinex --help`"
    }
  }
}
