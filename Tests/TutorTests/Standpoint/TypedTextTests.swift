import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

@Suite("Whatever is typed") struct TypedTextTests {
  @Test func `no text that is typed does any harm`() throws {
    let question = "```ask\nHow large is ∂E_total/∂w1?\nanswer: ∂E_total/∂w1\ndigits: 6\n```"
    let stepped = SteppedLesson(twoTwoTwo, question)
    let before = String(describing: stepped.run.transcript)
    var random = RandomText(seed: 7)
    let (standpoint, asked) = try stepped.question(1)
    for _ in 0..<400 {
      let text = random.next()
      _ = (
        standpoint.verdict(on: text, to: asked), standpoint.why(text), standpoint.value(of: text),
        standpoint.change(text)
      )
    }
    #expect(String(describing: stepped.run.transcript) == before)
    #expect(standpoint.why("E_1").text == stepped.here.why("E_1").text)
  }
}

/// Texts of what a reader might type, put together at random.
private struct RandomText {
  private var state: UInt64
  private static let pieces = [
    "w5", "out_h1", "∂", "E_total", "/", "∂w1", "(", ")", "+", "-", "−", "*", "^", "0.5", "1e-3", "1e999",
    ".", ",", "=", "<-",
    "if ", " then ", " else ", "sum(", " for i in ", "1...9", "local(", "grad(", "[", "]", "`", "\n", "\t",
    "\u{0}", "\u{202E}",
    "é", "🙂", "#", "sigmoid(", "i", "pi", "over ", "not ", "2", "a)", "b",
  ]

  init(seed: UInt64) { state = seed }

  private mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func next() -> String {
    (0..<number(below: 12)).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
  }
}
