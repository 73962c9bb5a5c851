import Algebra
import Engine
import LessonProgram
import Prose
package import Transcript

// How much a question will print, where it is asked and where its answer stands.

extension Question {
  /// About how many bytes the question and its answer print.
  package var estimatedBytes: Int {
    let texts = hints.reduce(text.estimatedBytes + 60) { $0 + $1.estimatedBytes + 10 }
    return kind.estimatedBytes + texts + (reason?.estimatedBytes ?? 0)
  }
}

extension Question.Kind {
  fileprivate var estimatedBytes: Int {
    switch self {
    case .number(let answer):
      answer.mistakes.reduce(answer.formula.estimatedBytes + 80) {
        $0 + $1.formula.estimatedBytes + ($1.reason?.estimatedBytes ?? 0) + 40
      }
    case .choice(let choices):
      choices.reduce(0) { $0 + 2 * $1.text.estimatedBytes + ($1.reason?.estimatedBytes ?? 0) + 30 }
    }
  }
}

extension [ProseSpan<Number>] {
  fileprivate var estimatedBytes: Int { reduce(0) { $0 + $1.estimatedBytes } }
}

extension ProseSpan<Number> {
  fileprivate var estimatedBytes: Int {
    switch self {
    case .text(let text), .code(let text): text.utf8.count
    case .emphasis(let spans), .strong(let spans): spans.estimatedBytes
    case .link(let spans, let destination): spans.estimatedBytes + destination.utf8.count + 3
    case .lineBreak: 1
    case .value(let number): Formula.number(number).estimatedBytes
    }
  }
}
