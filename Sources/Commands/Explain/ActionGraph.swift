internal import Bytes

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What the go command says about a build under `-debug-actiongraph=FILE` (cmd/go/internal/work/action.go, actionJSON). The
/// flag is undocumented and may change: whatever is missing in the file is missing here.
struct ActionGraph {
  struct Action: Decodable {
    let id: Int
    let mode: String
    let package: String
    let dependencies: [Int]
    let folder: String
    let target: String
    let built: String
    let hasFailed: Bool
    let actionID: String
    let buildID: String
    /// Nanoseconds since 1970; nil for an action that was not begun, or not ended.
    let start: Int?
    let end: Int?
    /// What it ran, as the go command would print it.
    let commands: [String]

    private enum Key: String, CodingKey {
      case ID, Mode, Package, Deps, Objdir, Target, Built, Failed, ActionID, BuildID, TimeStart, TimeDone, Cmd
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      func text(_ key: Key) throws -> String { try values.decodeIfPresent(String.self, forKey: key) ?? "" }
      id = try values.decode(Int.self, forKey: .ID)
      mode = try text(.Mode)
      package = try text(.Package)
      dependencies = try values.decodeIfPresent([Int].self, forKey: .Deps) ?? []
      folder = try text(.Objdir)
      target = try text(.Target)
      built = try text(.Built)
      hasFailed = try values.decodeIfPresent(Bool.self, forKey: .Failed) ?? false
      actionID = try text(.ActionID)
      buildID = try text(.BuildID)
      start = nanoseconds(since1970: try text(.TimeStart))
      end = nanoseconds(since1970: try text(.TimeDone))
      commands = try values.decodeIfPresent([String].self, forKey: .Cmd) ?? []
    }
  }

  let actions: [Action]

  /// Nil if the file is not what this program knows.
  init?(_ json: ByteString) {
    guard let actions = try? JSONDecoder().decode([Action].self, from: Data(json)) else { return nil }
    self.actions = actions
  }
}

/// A time as Go writes it: `2026-11-21T09:41:04.952983875+01:00` (RFC 3339). Nil for the zero time, which is that of year 1,
/// and for one that is too far from 1970 for nanoseconds in 64 bits.
func nanoseconds(since1970 text: String) -> Int? {
  let bytes = Array(text.utf8)
  func number(_ range: Range<Int>) -> Int? {
    range.upperBound <= bytes.count ? Int(bytes[range].text) : nil
  }
  guard let year = number(0..<4), year > 1, let month = number(5..<7), let day = number(8..<10),
    let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
  else { return nil }
  var position = 19
  var fraction = 0
  if position < bytes.count, bytes[position] == ASCII.dot {
    let digits = bytes[(position + 1)...].prefix(while: \.isDigit)
    position += 1 + digits.count
    fraction = Int((digits + Array(repeating: UInt8(ascii: "0"), count: max(0, 9 - digits.count))).prefix(9).text) ?? 0
  }
  var offset = 0
  if position < bytes.count, bytes[position] != UInt8(ascii: "Z") {
    guard let hours = number((position + 1)..<(position + 3)), let minutes = number((position + 4)..<(position + 6))
    else { return nil }
    offset = (hours * 60 + minutes) * (bytes[position] == ASCII.dash ? -60 : 60)
  }
  // The days since 1970 in the Gregorian calendar, with years that begin in March.
  let shifted = month > 2 ? year : year - 1
  let days =
    365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day - 719_469
  let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
  let (whole, isTooFar) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
  let (result, isJustTooFar) = whole.addingReportingOverflow(fraction)
  return isTooFar || isJustTooFar ? nil : result
}
