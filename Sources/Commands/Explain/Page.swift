internal import Bytes
internal import Entry
internal import Host

/// An explanation as one HTML file that needs no other.
enum Page {
  static func file(for explanation: Explanation) -> ByteString {
    let command = escaped(Message.quoted(explanation.command))
    let processes = explanation.processes
    let length = Summary.decimal(explanation.milliseconds(explanation.end))
    let changes = processes.reduce(0) { $0 + $1.record.notes.count }
    let facts = [
      "\(length) ms", "\(processes.count) processes", "\(explanation.actions.count) actions",
      "\(explanation.actions.count { $0.state == .cached }) of them up to date",
      "patch sets: \(escaped(explanation.patchSets))", "\(changes) changes",
    ]
    return ByteString(
      document(
        title: command, of: "routinex explain", facts: facts,
        main: """
          \(beforehand(explanation))\(body)
          <section id="guide" aria-labelledby="guide-title">
          <h2 id="guide-title">What the go command does</h2>
          \(Glossary.guide.map { "<h3>\($0.title)</h3>\n<p>\($0.html)</p>" }.joined(separator: "\n"))
          <h3>Tools</h3>
          \(list(Glossary.tools, prefix: "tool"))
          <h3>Actions</h3>
          \(list(Glossary.modes, prefix: "mode"))
          <h3>How an action went</h3>
          \(list(Glossary.states, prefix: "state"))
          </section>
          """,
        end: """
          <div id="tip" role="presentation" hidden></div>
          <script id="data" type="application/json">\(PageData.json(for: explanation))</script>
          <script>
          \(EmbeddedFile.text("page.js"))</script>

          """))
  }

  /// A page with the style of all pages.
  ///
  /// - Parameters:
  ///   - title: as HTML, as are all parts.
  ///   - command: which wrote it.
  ///   - end: what follows the main part.
  static func document(
    title: String, of command: String, facts: [String], main: String, end: String = ""
  ) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title) - \(command)</title>
    <style>
    \(EmbeddedFile.text("page.css"))</style>
    </head>
    <body>
    <header>
    <h1><code>\(title)</code></h1>
    <ul class="facts">\(facts.map { "<li>\($0)</li>" }.joined())</ul>
    </header>
    <main>
    \(main)
    </main>
    \(end)</body>
    </html>

    """
  }

  /// The builds that came before, and why.
  private static func beforehand(_ explanation: Explanation) -> String {
    let items = explanation.beforehand.flatMap(Summary.reasons).map { package, reasons in
      "<dt><code>\(escaped(package))</code></dt>"
        + reasons.map { "<dd>\(escaped($0))</dd>" }.joined()
    }
    if items.isEmpty { return "" }
    return """
      <section id="beforehand" aria-labelledby="beforehand-title">
      <h2 id="beforehand-title">Built first</h2>
      <p>Patches need these packages, and the go command does not know that they belong to the build.</p>
      <dl>
      \(items.joined(separator: "\n"))
      </dl>
      </section>

      """
  }

  private static let body = """
    <section aria-labelledby="timeline-title">
    <h2 id="timeline-title">Timeline</h2>
    <p class="hint">Each bar is a process that the go command started. Bars above each other ran at the same time. Click a \
    bar, or use the arrow keys, to see its details. A dot marks a process that got patched files.</p>
    <div class="controls">
    <label>Filter <input id="filter" type="search" placeholder="package or tool" autocomplete="off"></label>
    <span id="kinds" role="group" aria-label="Kinds of processes"></span>
    <label><input id="grouped" type="checkbox">a row for each package</label>
    <span class="zoom" role="group" aria-label="Zoom">
    <button type="button" id="out" aria-label="Zoom out">&minus;</button>
    <button type="button" id="fit">Fit</button>
    <button type="button" id="in" aria-label="Zoom in">+</button>
    </span>
    <output id="count"></output>
    </div>
    <div id="scroll" tabindex="0" role="group" aria-label="Timeline, scrolls sideways"></div>
    </section>
    <div class="columns">
    <div>
    <section aria-labelledby="packages-title">
    <h2 id="packages-title">Packages</h2>
    <div id="shares"></div>
    <div class="table"><table id="packages"></table></div>
    </section>
    <section aria-labelledby="processes-title">
    <h2 id="processes-title">Processes</h2>
    <div class="table"><table id="processes"></table></div>
    </section>
    <section aria-labelledby="actions-title">
    <h2 id="actions-title">Actions</h2>
    <div class="table"><table id="actions"></table></div>
    </section>
    </div>
    <section id="details" aria-labelledby="details-title" aria-live="polite" tabindex="-1"></section>
    </div>
    <noscript><p>The timeline and the tables need JavaScript; the rest of the page does not.</p></noscript>
    """

  private static func list(_ items: [(name: String, text: String)], prefix: String) -> String {
    let rows = items.map { item in
      let names = item.name.split(separator: ", ").map(String.init)
      let terms = names.map { "<dt id=\"\(prefix) \($0)\"><code>\(escaped($0))</code></dt>" }.joined()
      return "\(terms)<dd>\(escaped(item.text))</dd>"
    }
    return "<dl>\n\(rows.joined(separator: "\n"))\n</dl>"
  }

  /// The text as HTML's own syntax has no part in it, in an element or in a quoted attribute. By scalars: to Swift `<` with a
  /// combining mark behind it is another character than `<`, and to a browser it is not.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Printable.lines(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
