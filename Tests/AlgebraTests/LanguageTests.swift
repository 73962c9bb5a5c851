import Algebra
import Diagnostics
import LessonLanguage
import Testing

/// What is printed in calc is read by the package's own parser, too.
@Suite struct LanguageTests {
  @Test("Random formulas printed in calc are read back by the lesson language to the same formula")
  func readsBack() throws {
    var random = RandomFormulas(seed: 7)
    for _ in 0..<600 {
      let formula = random.formula(depth: 1 + random.next(below: 4))
      for formula in [formula, formula.simplified(), formula.derivative(by: Name("x"))] {
        let text = formula.text(.calc)
        #expect(try read(text) == formula, "\(text)")
      }
    }
  }

  private func read(_ text: String) throws -> Formula {
    let file = SourceFile(name: "formula", text: text)
    let (expression, diagnostics) = parseExpression(file, SourceRange(0, text.utf8.count))
    try #require(diagnostics.isEmpty, "\(text)")
    return try formula(of: #require(expression))
  }

  private func formula(of expression: Expression) throws -> Formula {
    switch expression.kind {
    case .number(let value, let text): .number(Number(value, text: text))
    case .pi: .number(Number(.pi, text: "pi"))
    case .name(let name): .name(Name(name))
    case .negation(let operand): .negation(try formula(of: operand))
    case .sum(let terms):
      .sum(
        of: try terms.map { Formula.Term($0.isSubtracted ? .minus : .plus, try formula(of: $0.expression)) })
    case .product(let factors):
      .product(
        of: try factors.map { Formula.Factor($0.isDivisor ? .over : .times, try formula(of: $0.expression)) })
    case .power(let base, let exponent): .power(try formula(of: base), try formula(of: exponent))
    case .call(let function, let arguments):
      .call(try #require(Function.named(function.text)), try arguments.map(formula(of:)))
    case .element(let family, let indices): .looking(up: family.text, try indices.map(formula(of:)))
    case .conditional(let condition, let first, let second):
      .conditional(
        try self.condition(of: condition), then: try formula(of: first), otherwise: try formula(of: second))
    case .derivative(let numerator, let reference):
      .derivative(of: try formula(of: numerator), by: Name(reference.name.text))
    case .local(let output, let reference): .local(Name(output.name.text), by: Name(reference.name.text))
    case .overRows(let function, let body, let data):
      .overRows(
        try #require(Formula.RowFunction(rawValue: function.text)), of: try formula(of: body),
        data: Name(data.text))
    case .list, .reduction, .matrixProduct, .setting:
      throw FormulaReader.Failure(description: "what no formula is printed as")
    }
  }

  private func condition(of condition: LessonLanguage.Condition) throws -> Algebra.Condition {
    switch condition.kind {
    case .comparison(let left, let comparison, let right):
      .comparison(
        try formula(of: left), try #require(Algebra.Condition.Comparison(rawValue: comparison.rawValue)),
        try formula(of: right))
    case .all(let parts): .all(try parts.map(self.condition(of:)))
    case .any(let parts): .any(try parts.map(self.condition(of:)))
    case .not(let part): .not(try self.condition(of: part))
    }
  }
}
