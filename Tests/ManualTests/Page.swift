import Foundation
import Testing
import Toolchains

/// A heading of a page with the fenced blocks below it, which the comment at the top of docs/manual.md describes.
struct Example: Sendable, CustomTestStringConvertible {
  enum Ending: String { case output, error }

  struct File {
    /// The path in the example's folder.
    let path: String
    let text: String
  }

  let heading: String
  var files: [File] = []
  /// The shell commands, where the page gives any.
  var script: String?
  /// What the command is to print, and whether it is to fail; nil in a section that shows nothing.
  var expected: (ending: Ending, text: String)?

  var testDescription: String { heading }

  /// NAME of the first file for `patches/example.com/NAME/`, or of another set of the example.
  var moduleName: String? {
    files.lazy.compactMap { file in
      let elements = file.path.split(separator: "/")
      return elements.count > 3 && elements[1] == "example.com" && elements[0] != "vendor" ? String(elements[2]) : nil
    }.first
  }

  var isOutput: Bool { expected?.ending == .output }
}

/// The author's manual of the patch language, and the guide to the built-in sets.
struct Page {
  private(set) var examples: [Example] = []
  /// What is wrong with the page's form, each with its line.
  private(set) var problems: [String] = []

  /// The pages of this project, in one; where one cannot be read, there is a problem.
  static let current: Page = {
    var all = Page("")
    for path in ["docs/manual.md", "Patches/README.md"] {
      do {
        let page = Page(try String(contentsOfFile: "\(Setup.project)/\(path)", encoding: .utf8))
        all.examples += page.examples
        all.problems += page.problems.map { "\(path): \($0)" }
      } catch {
        all.problems.append("\(path): \(error.localizedDescription)")
      }
    }
    return all
  }()

  init(_ text: String) {
    var section = Example(heading: "")
    var block: (info: String, lines: [String])?
    var isComment = false
    func finish(_ section: Example, _ page: inout Page) {
      if section.expected != nil {
        page.examples.append(section)
      } else if let file = section.files.first {
        page.problems.append("'\(section.heading)' has \(file.path), and neither an output nor an error")
      }
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if isComment {
        isComment = !line.hasPrefix("-->")
      } else if line.hasPrefix("```"), let (info, lines) = block {
        block = nil
        if let problem = section.take(info, lines) { problems.append("line \(index + 1): \(problem)") }
      } else if block != nil {
        block?.lines.append(String(line))
      } else if line.hasPrefix("```") {
        block = (String(line.dropFirst(3)), [])
      } else if line.hasPrefix("<!--") {
        isComment = true
      } else if line.hasPrefix("#") {
        finish(section, &self)
        section = Example(heading: String(line.drop { $0 == "#" }.dropFirst()))
      }
    }
    finish(section, &self)
  }
}

extension Example {
  /// Takes a fenced block.
  /// - Returns: what is wrong with it.
  fileprivate mutating func take(_ info: String, _ lines: [String]) -> String? {
    let text = lines.map { $0 + "\n" }.joined()
    if info == "sh" {
      guard script == nil else { return "a second sh block under '\(heading)'" }
      script = text
    } else if let ending = Ending(rawValue: String(info.dropFirst("text ".count))), info.hasPrefix("text ") {
      guard expected == nil else { return "a second output under '\(heading)'" }
      expected = (ending, text)
    } else if let first = lines.first, first.hasPrefix("// "), !first.dropFirst(3).contains(" "), first.contains(".") {
      files.append(File(path: String(first.dropFirst(3)), text: text))
    } else if info != "text" {
      return "this block is neither a file, whose first line is '// PATH', nor sh, text, text output or text error"
    }
    return nil
  }
}
