import Bytes
import Findings
import Testing

@Suite("What a finding says") struct WordingTests {
  private let place = Place(ByteString("/p/a.go"), line: 3, column: 7)

  @Test("keeps the places that it names as values") func places() {
    let wording: Wording = "package p\(build: "(go1.27 linux/amd64)") has \(2) of them (\(place))"
    #expect(wording.text == "package p (go1.27 linux/amd64) has 2 of them (/p/a.go:3:7)")
    #expect(wording.places == [place])
  }

  @Test("leaves out for many builds what is of one") func builds() {
    let wording: Wording = "package p\(build: "(go1.27 linux/amd64)") has it (\(place))"
    let shown = wording.ofAllBuilds { Place(ByteString("$GOROOT") + $0.path, line: $0.line, column: $0.column) }
    #expect(shown.text == "package p has it ($GOROOT/p/a.go:3:7)")
    #expect(shown.withoutPositions.text == "package p has it ($GOROOT/p/a.go)")
  }

  @Test("is the same with a place as with text that reads alike only to a person") func equality() {
    #expect(("at \(place)" as Wording) != "at /p/a.go:3:7")
  }

  @Test("puts two headers one above the other, with marks") func comparison() {
    let finding = Finding(
      .driftedSignature, "it has drifted", at: Place(ByteString("/s/p.go"), line: 1, column: 6),
      comparison: Comparison(
        Comparison.Side("patch", "func F(a int)", marks: [9..<12]),
        Comparison.Side("target", "func F(a string)", marks: [9..<15], place: place)),
      notes: ["And more."])
    #expect(
      finding.text == """
        /s/p.go:1:6: it has drifted
        \tpatch:  func F(a int)
        \t                 ^^^
        \ttarget: func F(a string) (/p/a.go:3:7)
        \t                 ^^^^^^
        \tAnd more.
        """)
    #expect(finding.otherPlaces == [place])
  }

  @Test("is one for positions that differ from version to version") func kernel() {
    func finding(_ line: Int) -> Finding {
      Finding(.ambiguousTarget, "twice (\(Place(ByteString("/p/a.go"), line: line)))", at: place)
    }
    #expect(finding(3).kernel == finding(4).kernel)
    #expect(finding(3) != finding(4))
  }
}
