internal import Bytes
internal import Entry
internal import Host

/// An explanation in the Trace Event Format, which Perfetto and Chrome's about:tracing show: complete events (`X`), with times
/// in microseconds, each in the lane that stands for its thread.
enum TraceEvents {
  static func file(for explanation: Explanation) -> ByteString {
    var events: [JSON] = [
      metadata("process_name", thread: 0, "routinex explain: \(Message.quoted(explanation.command))")
    ]
    for lane in 0...(explanation.processes.map(\.lane).max() ?? 0) {
      events.append(metadata("thread_name", thread: lane + 1, "lane \(lane + 1)"))
    }
    for process in explanation.processes {
      let record = process.record
      var arguments: [(String, JSON)] = [
        ("command", .string(Message.quoted(record.arguments))), ("process", .number(record.process)),
        ("what", .string(Summary.words(for: process))),
        ("user ms", .milliseconds(Double(record.userTime) / 1000)),
        ("system ms", .milliseconds(Double(record.systemTime) / 1000)),
      ]
      if let action = process.action { arguments.append(("action", .number(explanation.actions[action].graph.id))) }
      if !record.notes.isEmpty { arguments.append(("changes", .texts(record.notes))) }
      let name = "\(record.tool.text) \(explanation.subject(of: process))"
      events.append(
        .object([
          ("name", .string(name)), ("cat", .text(record.tool)), ("ph", .string("X")),
          ("ts", .number((record.start - explanation.start) / 1000)),
          ("dur", .number((record.end - record.start) / 1000)), ("pid", .number(1)),
          ("tid", .number(process.lane + 1)), ("args", .object(arguments)),
        ]))
    }
    let file = JSON.object([("displayTimeUnit", .string("ms")), ("traceEvents", .array(events))])
    return ByteString(file.compact + "\n")
  }

  private static func metadata(_ name: String, thread: Int, _ value: String) -> JSON {
    .object([
      ("name", .string(name)), ("ph", .string("M")), ("pid", .number(1)), ("tid", .number(thread)),
      ("args", .object([("name", .string(value))])),
    ])
  }
}
