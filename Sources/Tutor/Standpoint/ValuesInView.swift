public import Algebra
import Engine
import Exposition
import LessonProgram
import LessonRuntime
import PrintedNumbers
import Transcript

/// A number that a reader keeps in view.
public struct ValueInView: Hashable, Sendable {
  /// What has the number: a name, a derivative, an expression.
  public let subject: Formula
  /// The number; `nil` where there is none yet.
  public let number: Number?
  /// What it was before the last change among those in view; `nil` where that did not change it.
  public let was: Number?
  /// Whether something that it depends on has changed since it was worked out.
  public let isStale: Bool
}

extension Standpoint {
  /// What stands for a typed text where it is kept in view: of a family all elements, else the expression itself.
  public func subjects(of text: String) -> Result<[Formula], Refusal> {
    Result { () throws(Refusal) in
      let typed = TypedText(text)
      if let family = scope.families[Name(typed.text)] { return family.elements.map { .name($0) } }
      return [try formula(of: typed, readsStale: true)]
    }
  }

  /// The values that have come to be or have become others behind the part of that index, up to here, in the order of the lesson.
  public func subjects(behindPart part: Int) -> [Formula] {
    guard let trace = run.interpreter.execution.trace, let last = moment,
      let first = run.moment(afterStatements: run.statement(ofPart: part) + 1)
    else { return [] }
    return trace.touchedNames(behind: first, upTo: last, of: run.interpreter.environment)
      .filter { scope[$0] != nil }.map { .name($0) }
  }

  /// The numbers of names and expressions, as they are here.
  ///
  /// An expression has none where it cannot be worked out here. Cost: that of working expressions out; names are only
  /// looked up.
  public func values(of subjects: [Formula]) -> [ValueInView] {
    guard let numbers = try? numbers() else {
      return subjects.map { ValueInView(subject: $0, number: nil, was: nil, isStale: false) }
    }
    let names = subjects.compactMap { subject -> Name? in
      guard case .name(let name) = subject, numbers.has(name) else { return nil }
      return name
    }
    let known = Dictionary(names.map { ($0, numbers.value(of: $0)) }, uniquingKeysWith: { first, _ in first })
    let zeros = Set(run.zeros(among: names, numbers))
    let before =
      moment.map { run.interpreter.execution.trace?.lastChanges(among: known, upTo: $0) ?? [:] } ?? [:]
    return subjects.map { subject in
      guard case .name(let name) = subject else {
        let number = try? onCopy(beneath: [subject]) { writer throws(Fault) in
          writer.style.shown(try writer.environment.shownNumber(of: subject))
        }
        return ValueInView(subject: subject, number: number, was: nil, isStale: false)
      }
      let number = known[name].map { _ in
        zeros.contains(name) ? Number(0, text: "0") : run.plan.style.shown(numbers.shownNumber(of: name))
      }
      return ValueInView(
        subject: subject, number: number, was: before[name].map { run.plan.style.number($0) },
        isStale: number != nil && scope.change(behind: name) != nil)
    }
  }

  /// The moment of the run's trace that this is.
  private var moment: Int? { loop?.moment ?? run.moment(afterStatements: statementCount) }
}
