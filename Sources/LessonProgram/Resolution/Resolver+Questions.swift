import Algebra
import Diagnostics
import LessonDocument
import LessonLanguage
import Prose

// Questions: their expressions, and the inline values of their texts, are read like those of checks and prose.

extension Resolver {
  /// Resolves the question of an ask cell.
  mutating func resolveQuestion(in cell: LessonDocument.Cell) {
    let (question, faults) = parseAsk(document.file, cell.body)
    syntaxFaults += faults
    guard let question else { return }
    questionCount += 1
    let resolved = Instruction.Question(
      number: questionCount, text: text(of: question.question), kind: kind(of: question.kind),
      hints: question.hints.map { text(of: $0) }, reason: question.reason.map { text(of: $0) },
      range: cell.kindRange)
    append(.ask(resolved), at: question.range)
  }

  private mutating func kind(of kind: AskCell.Kind) -> Instruction.Question.Kind {
    switch kind {
    case .number(let answer, let precision, let mistakes):
      .number(
        .init(
          value: value(of: answer), precision: precision, decimals: document.frontMatter.decimals,
          mistakes: mistakes.map { mistake in
            .init(value: value(of: mistake.value), reason: mistake.reason.map { text(of: $0) })
          }))
    case .choice(let choices):
      .choice(
        choices.map { choice in
          .init(
            isRight: choice.isRight, text: text(of: choice.text), reason: choice.reason.map { text(of: $0) })
        })
    }
  }

  private mutating func value(of expression: Expression) -> Instruction.InlineValue {
    .init(formula: formula(ofCheck: expression), range: expression.range)
  }

  private mutating func text(of lines: [SourceRange]) -> [ProseSpan<Instruction.InlineValue>] {
    let text = document.runningText(ofLines: lines)
    questionFindings.add(text.findings)
    let spans = text.spans
    if spans.isEmpty, let line = lines.first {
      report("nothing is left of this text but a comment, which is not shown", at: line)
    }
    return spans.map { span in span.map { inlineValue(at: $0) } }
  }
}
