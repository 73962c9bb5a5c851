import Prose
import Testing

@Suite struct MappingTests {
  /// Every kind of block and span, with the values 1, 2, 3, … in reading order.
  private static func blocks(_ value: (Int) -> String) -> [ProseBlock<String>] {
    func shown(_ number: Int) -> ProseSpan<String> { .value(value(number)) }
    return [
      .heading(level: 2, spans: [.text("a"), shown(1)]),
      .paragraph([.emphasis([shown(2)]), .strong([shown(3)]), .code("= x"), .lineBreak]),
      .list(start: 3, items: [[.paragraph([shown(4)])], [.rule, .quotation([.paragraph([shown(5)])])], []]),
      .table(
        header: [[shown(6)], []], rows: [[[shown(7)]], [[.link([shown(8)], destination: "d")], [shown(9)]]]),
      .verbatim(language: "x", lines: ["= y"]),
    ]
  }

  @Test func `Every value is replaced in its place and in reading order`() {
    var met: [String] = []
    let mapped = MappingTests.blocks { "\($0)" }.map { block in
      block.map { value in
        met.append(value)
        return "<\(value)>"
      }
    }
    #expect(mapped == MappingTests.blocks { "<\($0)>" })
    #expect(met == (1...9).map { "\($0)" })
  }

  private struct Stop: Error, Equatable {
    let value: String
  }

  @Test func `What is thrown ends the mapping`() {
    let block = MappingTests.blocks { "\($0)" }[3]
    #expect(throws: Stop(value: "8")) {
      try block.map { value throws(Stop) in
        if value == "8" { throw Stop(value: value) }
        return value
      }
    }
  }
}
