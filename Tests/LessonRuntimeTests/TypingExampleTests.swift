import Diagnostics
import LessonDocument
import LessonRuntime
import Testing

/// What a lesson has that may be typed.
@Suite("Examples from a lesson")
struct TypingExampleTests {
  @Test(
    "are of a derivative that it explains, else of one that it needs, and of what it gives and defines",
    arguments: [
      (
        "param w4 = 1, w5 = 2\nout = 2*w5 + w4\nE_total = out^2\nupdate w4 to reduce E_total with sgd(rate: 1)\nforward\nexplain ∂E_total/∂w5",
        "w5", "out", "dE_total/dw5"
      ),
      (
        "input x = 1\nparam w = 1\ny = w*x\nL = y^2\nrepeat 2 times\n  update w to reduce L with sgd(rate: 1)\n  forward\nend",
        "w", "y",
        "dL/dw"
      ),
      (
        "param w = [1, 2]\nL = w[1]*w[2]\ntrain w to reduce L with sgd(rate: 1) for 1 epochs", "w[1]", "L",
        "dL/dw[1]"
      ),
      ("input a = 1\nb = a + 1\nc = b + 1", "a", "b", "dc/da"),
      ("const a = 1", "a", "out_h1", "dE/da"), ("", "w5", "out_h1", "dE/dw5"),
    ])
  func examples(calc: String, given: String, value: String, derivative: String) {
    let text = "---\ntitle: T\n---\n\nText.\n\n```calc\n\(calc)\n```\n"
    let lesson = Lesson(LessonDocument(reading: SourceFile(name: "t.md", text: text)), name: "t")
    #expect(lesson.diagnostics.isEmpty, "\(lesson.diagnostics.map(\.message))")
    let examples = lesson.typingExamples
    #expect([examples.given, examples.value, examples.derivative] == [given, value, derivative])
    #expect(examples.product == "\(value)*\(given)")
  }
}
