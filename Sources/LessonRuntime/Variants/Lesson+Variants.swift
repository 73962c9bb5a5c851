import Algebra
public import Diagnostics
import Engine
import LessonDocument
import LessonProgram

// Variants: the lesson with other numbers, drawn from its name and the variant's.

extension Lesson {
  /// Whether the lesson has numbers that a variant draws.
  public var hasVariants: Bool { !variation.drawn.isEmpty }

  /// The lesson's file.
  public var file: SourceFile { document.file }

  /// What comes of it when the numbers of a variant are drawn.
  public enum VariantNumbers {
    /// The numbers, with which the lesson runs to its end, each answer is clear, and the conditions of its vary cell hold.
    case drawn([RunOptions.Setting])
    /// No draw was such, and why.
    case refused(Diagnostic)
    /// The watch has stopped it.
    case cancelled
  }

  /// The numbers of a variant of a lesson without errors: the same for the same lesson and the same variant, always.
  ///
  /// - Parameters:
  ///   - variant: the variant's name, a number or any text.
  ///   - watch: who waits for it.
  public func numbers(ofVariant variant: String, watch: RunWatch = RunWatch()) -> VariantNumbers {
    numbers(ofVariant: variant, watch: watch, within: WorkBound.Limits())
  }

  /// The same within other bounds than those of the lesson format.
  func numbers(
    ofVariant variant: String, watch: RunWatch = RunWatch(), within limits: WorkBound.Limits
  ) -> VariantNumbers {
    if let first = diagnostics.first { return .refused(first) }
    var draws = VariantDraws(self, limits: limits, watch: watch)
    let outcomes = draws.draws(ofVariant: variant)
    if let last = outcomes.last, last.isTaken { return .drawn(settings(last.numbers)) }
    if outcomes.last?.fault?.isCancellation == true { return .cancelled }
    return .refused(refusal(of: variant, after: outcomes))
  }

  private func settings(_ numbers: [Number]) -> [RunOptions.Setting] {
    zip(variation.drawn, numbers).map { RunOptions.Setting(name: $0.name.text, number: $1) }
  }

  private static let hintAtBound =
    "more draws would work out more than 10,000,000,000 operations, which is the bound"
  private static let hintAtDraws =
    "numbers are drawn again where a condition does not hold, an answer is shown as 0 or is one of its mistakes, "
    + "or the lesson stops: widen a range, or ask for less"

  /// Why no draw was taken: by the condition that the fewest of them meet, or as the lesson stops.
  func refusal(of variant: String, after outcomes: [VariantDraws.Outcome]) -> Diagnostic {
    let count = outcomes.count == 1 ? "1 draw" : "\(outcomes.count.grouped) draws"
    let ran = outcomes.filter { $0.fault == nil }
    let isBound = outcomes.last?.fault?.isBound == true
    let hint = isBound ? Self.hintAtBound : Self.hintAtDraws
    var met = variation.conditions.indices.map { index in
      (
        count: ran.count { $0.holds[index] }, range: variation.conditions[index].range,
        what: "this condition is met by"
      )
    }
    for (index, answer) in (ran.first?.answers ?? []).enumerated() {
      met.append(
        (
          ran.count { $0.answers[index].isClear }, answer.question.range,
          "the answer to this question is clear with"
        ))
    }
    if let fewest = met.min(by: { $0.count < $1.count }) {
      return Diagnostic(
        "variant `\(variant)` finds no numbers in \(count): \(fewest.what) \(fewest.count) of them",
        at: fewest.range, hint: hint)
    }
    let reason = outcomes.last { $0.fault?.isBound == false }?.fault?.message
    return Diagnostic(
      "variant `\(variant)` finds no numbers in \(count): the lesson stops with each of them"
        + (reason.map { ", with the last as \($0)" } ?? ""),
      at: nil, hint: hint)
  }
}

extension Int {
  /// The digits, from 1,000 on in groups of three.
  fileprivate var grouped: String {
    self < 1000 ? "\(self)" : "\(self / 1000)," + String("\(1000 + self % 1000)".dropFirst())
  }
}
