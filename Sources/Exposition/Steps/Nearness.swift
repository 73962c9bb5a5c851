import Algebra
import Diagnostics
package import Engine
import LessonLanguage
package import LessonProgram
package import PrintedNumbers
package import Transcript

/// How near to a number a reply must come.
package enum Nearness {
  /// It has at least so many decimals.
  case digits(Int)
  /// It is within a tolerance.
  case tolerance(Question.Tolerance)

  /// As the author of a question says, and else to the decimals of the lesson, of which a whole number needs none.
  ///
  /// - Parameter isLenient: whether numbers replace the lesson's own, so that it is not the lesson that is wrong.
  package init(
    of asked: Instruction.Question.NumberAsked, to wanted: Double, isLenient: Bool
  ) throws(Fault) {
    let digits: Int
    switch asked.precision {
    case .tolerance(let number, isPercent: let isPercent)?:
      if isPercent, wanted == 0, !isLenient {
        throw .refused("the answer is 0, and so is every percentage of it: write the tolerance as a number")
      }
      self = .tolerance(.init(Number(number.value, text: number.text), isPercent: isPercent))
      return
    case .digits(let count)?: digits = count
    case nil: digits = Replies.isWhole(wanted) ? 0 : asked.decimals
    }
    if !Replies(to: wanted, decimals: digits).accepted.isEmpty {
      self = .digits(digits)
    } else if isLenient {
      self = .digits(1)
    } else {
      throw .refused(
        "no reply to this question is right: the answer is not whole, and a reply without decimals is exact")
    }
  }

  /// How many decimals are asked for; a tolerance asks for none.
  package var digits: Int { if case .digits(let count) = self { count } else { 0 } }

  var tolerance: Question.Tolerance? { if case .tolerance(let tolerance) = self { tolerance } else { nil } }

  /// The replies that are right for a value.
  package func replies(to value: Double) -> Replies {
    switch self {
    case .digits(let count): Replies(to: value, decimals: count)
    case .tolerance(let tolerance): Replies(to: value, within: tolerance.width(around: value))
    }
  }

  /// That a mistake is taken for something else.
  ///
  /// - Parameter shared: a reply that is right for both.
  func cannotBeTold(from other: String, _ shared: Number, at range: SourceRange? = nil) -> Fault {
    let notes = range.map { [Diagnostic.Note("the other stands", at: $0)] } ?? []
    switch self {
    case .digits(let count):
      let place = count == 0 ? "" : count == 1 ? " at 1 decimal" : " at \(count) decimals"
      return .refused(
        "this mistake cannot be told from \(other)\(place): both are \(shared.text ?? "")", notes: notes)
    case .tolerance(let tolerance):
      return .refused(
        "this mistake cannot be told from \(other): it is within \(tolerance.text) of it", notes: notes)
    }
  }
}
