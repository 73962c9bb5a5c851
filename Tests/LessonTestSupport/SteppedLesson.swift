package import LessonRuntime
import Rendering
import Testing
package import Transcript
package import Tutor

/// A lesson that has been stepped through, for tests of what can be asked on the way.
package struct SteppedLesson {
  package let run: StepwiseRun
  package let lesson: Lesson

  /// A lesson of `cells`, carried on until it has so many parts, or to its end.
  package init(_ cells: String..., parts: Int = .max, settings: String = "") {
    let blocks = cells.map { $0.hasPrefix("```") ? $0 : "```calc\n\($0)\n```" }.joined(separator: "\n")
    self.init(
      LessonFixture(text: "---\ntitle: A lesson\n\(settings)---\n\(blocks)\n").lesson, parts: parts)
  }

  /// A lesson as far as a run of it has come.
  init(_ lesson: Lesson, _ run: StepwiseRun) {
    self.lesson = lesson
    self.run = run
  }

  package init(_ lesson: Lesson, parts: Int = .max) {
    self.init(lesson, StepwiseRun(lesson))
    while run.transcript.parts.count < parts, run.goOn() {}
  }

  /// Where somebody stands who has read as far as the lesson has come.
  package var here: Standpoint { standpoint(after: run.transcript.parts.count - 1) }

  package func standpoint(after part: Int) -> Standpoint { run.standpoint(afterPart: part) }

  /// Where the question of that number stands, and the question.
  package func question(_ number: Int) throws -> (standpoint: Standpoint, question: Question) {
    let part = try #require(
      run.transcript.parts.firstIndex {
        if case .question(let asked) = $0 { asked.number == number } else { false }
      })
    guard case .question(let question) = run.transcript.parts[part] else { throw CancellationError() }
    return (standpoint(after: part), question)
  }
}

extension [Transcript.Part] {
  /// What is printed of the parts, without the indentation that all working has.
  package var text: String {
    let text = TextRenderer(width: 100).text(of: Transcript(lesson: "", title: "", sources: [], parts: self))
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }.joined(separator: "\n")
      .trimmingNewlines
  }
}

extension Remarks {
  package var text: String { parts.text }
}

extension Verdict {
  package var text: String { remarks.text }
}

/// The network of the lecture on back-propagation.
package let twoTwoTwo = """
  input i1 = 0.1, i2 = 0.5
  target t1 = 0.05, t2 = 0.95
  param w1 = 0.1, w2 = 0.2, w3 = 0.3, w4 = 0.4
  param w5 = 0.5, w6 = 0.6, w7 = 0.7, w8 = 0.8
  param b1 = 0.25, b2 = 0.25, b3 = 0.35, b4 = 0.35
  sum_h1 = i1*w1 + i2*w3 + b1
  out_h1 = sigmoid(sum_h1)
  sum_h2 = i1*w2 + i2*w4 + b2
  out_h2 = sigmoid(sum_h2)
  sum_o1 = out_h1*w5 + out_h2*w6 + b3
  out_o1 = sigmoid(sum_o1)
  sum_o2 = out_h1*w7 + out_h2*w8 + b4
  out_o2 = sigmoid(sum_o2)
  E_1 = 1/2*(t1 - out_o1)^2
  E_2 = 1/2*(t2 - out_o2)^2
  E_total = E_1 + E_2
  """
