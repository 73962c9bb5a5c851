import Algebra
import Testing
import Transcript

@testable import Rendering

@Suite("Formulas in a page") struct ReplayWriterTests {
  private static let replay = Replay(
    operations: [
      Replay.Operation(name: "leaf", operands: [], value: -1, isExact: true),
      Replay.Operation(name: "leaf", operands: [], value: 0.1, isExact: false),
      Replay.Operation(name: "add", operands: [0, 1], value: -0.9, isExact: false),
      Replay.Operation(name: "exp", operands: [2], value: 0.4, isExact: false),
    ],
    guards: [Replay.Guard(first: 0, relation: "below", second: 1)],
    givens: [
      Replay.Given(
        name: Name("x"), kind: "input", number: Number(-1, text: "-1"), place: 0,
        range: Replay.Range(from: -2, to: 2, step: 0.01))
    ],
    results: [
      Replay.Result(.name(Name("y")), place: 3),
      Replay.Result(.derivative(of: .name(Name("y")), by: Name("x")), place: 0, output: 3),
    ], decimals: 5, isTruncated: false)

  @Test func `are operations by the places of their names and operands, and leaves with their numbers`()
    throws
  {
    let written = try JSONValue(reading: Array(ReplayWriter.text(of: .success(Self.replay)).utf8))
    #expect(written["names"]?.line == #"["leaf","add","exp"]"#)
    #expect(written["operations"]?.line == "[[0,-1,1],[0,0.1],[1,0,1],[2,2]]")
    #expect(written["guards"]?.line == #"[[0,"below",1]]"#)
    #expect(written["results"]?.line == #"[["y",3],["∂y/∂x",0,3]]"#)
    #expect(written["sliders"]?.elements?.first?["text"]?.text == "−1")
  }

  @Test func `or why there are none`() {
    #expect(ReplayWriter.text(of: .failure(Replay.Refusal("a < b"))) == #"{"why":"a \u003c b"}"#)
  }

  @Test func `are told on a line with other numbers, or that they have no value`() {
    let line = ReplayWriter.line(
      Self.replay, set: [("x", 2)], results: [Number(3, text: "3.0", full: 2.99), Number(1)])
    #expect(
      line
        == #"{"set":{"x":2},"results":[{"name":"y","value":2.99,"shown":"3.0"},{"name":"∂y/∂x","value":1,"shown":"1"}]}"#
    )
    #expect(
      ReplayWriter.line(Self.replay, set: [], results: nil)
        == #"{"set":{},"fault":"something has no value with these numbers"}"#)
  }
}
