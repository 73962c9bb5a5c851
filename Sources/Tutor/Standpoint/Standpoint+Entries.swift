import Algebra
import Engine
import Exposition
import LessonProgram
import PrintedNumbers
public import Transcript

// Numbers that a learner finds in any order, each by its name.

extension Standpoint {
  /// The question that asks for the number of a name or a derivative, as many decimals of it as the lesson shows; a refusal for what is
  /// given, or is no name.
  ///
  /// - Parameter number: which question it is part of.
  public func question(for name: String, number: Int) -> Result<Question, Refusal> {
    Result { () throws(Refusal) in
      let typed = TypedText(name)
      let formula = try self.formula(of: typed)
      guard formula.isName || formula.atoms == [formula] else {
        throw Refusal("`\(typed.text)` is neither a name nor a derivative: type what the number is called")
      }
      if case .name(let given) = formula, scope[given]?.kind != .formula {
        throw Refusal("`\(typed.text)` is given")
      }
      return try onCopy(beneath: [formula]) { writer throws(Fault) in
        let shown = writer.style.number(try writer.environment.value(of: formula))
        let decimals = shown.text.flatMap(NumberRule.printedDecimals(of:)) ?? 0
        return try writer.question(
          asking: Instruction.Question(
            number: number, text: [],
            kind: .number(
              .init(
                value: .init(formula: formula, range: typed.range),
                decimals: max(decimals, writer.style.decimals))), hints: [], reason: nil, range: typed.range))
      }
    }
  }
}
