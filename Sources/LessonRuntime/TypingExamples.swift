import Algebra
import LessonLanguage
import LessonProgram

/// Names of a lesson, by which it is told what may be typed there.
public struct TypingExamples: Hashable, Sendable {
  /// A given number, a param if there is one.
  public let given: String
  /// A value that is worked out.
  public let value: String
  /// A derivative as it can be typed with any keys: `dE/dw5`.
  public let derivative: String

  /// An expression.
  public var product: String { "\(value)*\(given)" }
}

extension Lesson {
  /// Examples from this lesson; a name of which it has no kind is one that many lessons have.
  public var typingExamples: TypingExamples {
    let defined = instructions.flatMap { instruction -> [Name] in
      if case .define(let definitions) = instruction.kind { definitions.map(\.name) } else { [] }
    }
    let derivative =
      instructions.lazy.compactMap(\.explainedDerivative).first
      ?? instructions.lazy.compactMap(\.takenDerivative).first
    let given = derivative?.input ?? params.first ?? settableNames.first.map { Name($0) } ?? Name("w5")
    let cost = derivative?.output ?? defined.last ?? Name("E")
    let value = defined.first { $0 != cost } ?? defined.first ?? Name("out_h1")
    return TypingExamples(given: given.text, value: value.text, derivative: "d\(cost)/d\(given)")
  }

  private var params: [Name] {
    instructions.flatMap { instruction -> [Name] in
      if case .given(.param, let givens) = instruction.kind { givens.map(\.name) } else { [] }
    }
  }
}

extension Instruction {
  /// The derivative that it works out.
  fileprivate var explainedDerivative: (output: Name, input: Name)? {
    if case .explain(.derivative(of: .name(let output), by: let input)) = kind {
      (output, input)
    } else {
      nil
    }
  }

  /// The first of the derivatives that it needs, or those in it do.
  fileprivate var takenDerivative: (output: Name, input: Name)? {
    switch kind {
    case .update(let descent): descent.params.first.map { (descent.cost, $0) }
    case .train(let training): training.params.first.map { (training.cost, $0) }
    case .loop(let loop): loop.body.lazy.compactMap(\.takenDerivative).first
    default: nil
    }
  }
}
