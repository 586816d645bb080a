internal import Bytes
internal import Host

/// An explanation in the Trace Event Format, which Perfetto and Chrome's about:tracing show: complete events (`X`), with times
/// in microseconds, each in the lane that stands for its thread.
enum TraceEvents {
  static func file(for explanation: Explanation) -> ByteString {
    var events: [CompactJSON] = [
      metadata("process_name", thread: 0, "routinex explain: \(Message.quoted(explanation.command))")
    ]
    for lane in 0...(explanation.processes.map(\.lane).max() ?? 0) {
      events.append(metadata("thread_name", thread: lane + 1, "lane \(lane + 1)"))
    }
    for process in explanation.processes {
      let record = process.record
      var arguments: [(String, CompactJSON)] = [
        ("command", .string(Message.quoted(record.arguments))), ("process", .integer(record.process)),
        ("what", .string(Summary.words(for: process))),
        ("user ms", .milliseconds(Double(record.userTime) / 1000)),
        ("system ms", .milliseconds(Double(record.systemTime) / 1000)),
      ]
      if let action = process.action { arguments.append(("action", .integer(explanation.actions[action].graph.id))) }
      if !record.notes.isEmpty { arguments.append(("changes", .texts(record.notes))) }
      let name = "\(record.tool.text) \(explanation.subject(of: process))"
      events.append(
        .object([
          ("name", .string(name)), ("cat", .text(record.tool)), ("ph", .string("X")),
          ("ts", .integer((record.start - explanation.start) / 1000)),
          ("dur", .integer((record.end - record.start) / 1000)), ("pid", .integer(1)),
          ("tid", .integer(process.lane + 1)), ("args", .object(arguments)),
        ]))
    }
    let file = CompactJSON.object([("displayTimeUnit", .string("ms")), ("traceEvents", .array(events))])
    return ByteString(file.encoded + "\n")
  }

  private static func metadata(_ name: String, thread: Int, _ value: String) -> CompactJSON {
    .object([
      ("name", .string(name)), ("ph", .string("M")), ("pid", .integer(1)), ("tid", .integer(thread)),
      ("args", .object([("name", .string(value))])),
    ])
  }
}
