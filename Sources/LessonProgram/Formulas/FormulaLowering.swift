package import Algebra
package import Diagnostics
package import LessonLanguage
import PrintedNumbers

/// Turns an expression as it is written into a formula whose names and functions are known.
///
/// Families, ranges and the lesson's own functions are written out on the way: what comes out knows elements, operations and
/// built-in functions only. Every name that is read must be defined above and fresh. All that is wrong is collected; a
/// formula with an error is still built as far as it goes, so that one mistake gives one message.
package struct FormulaLowering {
  /// What a name stands for that is no value of the lesson.
  package enum Binding {
    /// A `for` name, at one of its values.
    case index(Double)
    /// A parameter of a function, with its argument and the argument's size.
    case argument(Formula, size: Int)
    /// A parameter of a function that stands for a family of the lesson, named as an argument at `place`.
    case family(Name, range: SourceRange)
    /// A parameter of a function that stands for a family that is worked out.
    case values(FamilyValue)
  }

  package let scope: Scope
  /// The text that the expressions stand in.
  package let file: SourceFile
  /// The name that is being defined, which its own formula cannot mention.
  var definedName: Name?
  /// The statement whose value is read, where it gives a name one.
  package var statement: OwnStatement?
  /// For what is part of a lesson: what is said of a name that is defined further down.
  package var adviceBelow: ((Name, SourceRange) -> Diagnostic.Advice?)?
  /// For what is part of a lesson: what is defined further down.
  var later: LaterDefinitions?
  /// The calls, and the products of matrices, in which what is read stands, outermost first.
  var around: [Expression] = []
  /// The names that are known only here.
  var bindings: [Name: Binding] = [:]
  package var diagnostics: [Diagnostic] = []
  /// The comparisons that were decided when the formula was written out, as they hold.
  package var reasons: [Algebra.Condition] = []
  /// Whether stale values may be read: where everything is worked out anew, or only recorded.
  package var readsStale = false
  /// What is to be done about a stale value.
  var hintAtStale = "write `forward` above this line"
  /// Whose epochs schedules follow.
  var epochs = Epochs.ofValues
  /// Whether a schedule has followed those of a training.
  var hasFollowedEpochs = false
  /// Whether it stands in a command, which may go over all rows.
  package var mayGoOverRows = false
  /// For what is no part of the lesson, as a reader has typed it: whether a name is one of those that come later.
  package var comesLater: ((Name) -> Bool)?
  /// Whether a family has been told that stands in the place of a number.
  var hasToldFamily = false
  /// Whether an index has been told that stands for nothing.
  var hasToldIndex = false
  /// Which index that is.
  var toldIndex: Name?
  /// Whether it reads an index of an element that is mentioned, and not of one that is defined.
  var readsElement = false
  /// Whether a `for` may stand behind what is read, which is a table or a plot.
  var mayHaveRanges = false
  /// Whether a formula with a `for` may stand in the place of the statement in which it stands.
  var mayHaveFor = true
  /// Whether a call of a function of the lesson's own stays a call, as a name that is shown and has no value.
  var showsCalls = false
  /// Whether it reads an index or the end of a range.
  var readsIndex = false
  /// How many parts have been written out.
  package private(set) var size = 0
  /// How many parts have been written out of all formulas.
  private(set) var written = 0

  /// No formula is written out with more parts; what a reader types with fewer, so that it is answered at once.
  package var maxParts: Int { comesLater == nil ? 1_000_000 : 100_000 }
  /// No range has more values, no family more elements.
  static let maxElements = 1_000_000

  package init(scope: Scope, file: SourceFile, defining name: Name? = nil, bindings: [Name: Binding] = [:]) {
    self.scope = scope
    self.file = file
    self.definedName = name
    self.bindings = bindings
  }

  /// A statement that gives a name its value: `z = …`, `param w[i] = … for i in 1...3`.
  package struct OwnStatement {
    /// The word before the name with a blank, or nothing.
    let head: String
    let name: String
    /// Whether neither an index nor a `for` stands in it.
    let isPlain: Bool
    let value: Expression
  }

  /// The formula of an expression, which must be a number.
  package mutating func formula(of expression: Expression) -> Formula {
    let before = diagnostics.count
    let value = value(of: expression)
    if case .number(let formula) = value { return formula }
    if case .family(let family) = value, diagnostics.count == before {
      reportFamily(family, expression)
    }
    return .nothing
  }

  /// What an expression stands for: a number or a family.
  package mutating func value(of expression: Expression) -> ExpressionValue {
    guard grow(by: 1, at: expression.range) else { return .broken }
    switch expression.kind {
    case .number(let value, let text):
      return .number(.number(Number(value, text: NumberStyle.literalText(text, value: value))))
    case .pi:
      return .number(.number(Number(.pi, text: "pi")))
    case .name(let text):
      let identifier = Identifier(text, at: expression.range)
      return reportMark(identifier) ? .broken : value(of: identifier)
    case .element(let family, let indices):
      if reportUnknownIndex(indices, of: family) { return .broken }
      return .number(element(family, indices, at: expression.range))
    case .list:
      report("a list in brackets can only be the whole right side of a statement", at: expression.range)
      return .broken
    case .negation(let inner):
      return each([inner], at: expression.range) { .negation($0[0]) }
    case .sum(let terms):
      return sum(terms, at: expression.range)
    case .product(let written):
      return product(withDerivatives(written), at: expression.range)
    case .matrixProduct(let factors):
      return within(expression) { $0.matrixProduct(factors, at: expression.range) }
    case .power(let base, let exponent):
      if reportTransposed(base, exponent) { return .broken }
      return each([base, exponent], at: expression.range) { .power($0[0], $0[1]) }
    case .conditional(let condition, let first, let second):
      return conditional(condition, then: first, otherwise: second, at: expression.range)
    case .call(let function, let arguments):
      return within(expression) { $0.call(function, arguments, at: expression.range) }
    case .setting(let label, _):
      report(
        "a function of the lesson's own has no settings", at: label.range,
        hint: "leave out `\(label.text):`: what it is given is told apart by its order")
      return .broken
    case .reduction(let function, let body, let ranges):
      return .number(reduction(function, of: body, over: ranges, at: expression.range))
    case .overRows(let function, let body, let data):
      return .number(overRows(function, of: body, data))
    case .derivative(let numerator, let name):
      return derivative(of: numerator, by: name, at: expression.range)
    case .local(let output, let name):
      return .number(local(output, by: name))
    }
  }

  /// What `body` builds of what stands in `expression`.
  private mutating func within(_ expression: Expression, _ body: (inout Self) -> ExpressionValue)
    -> ExpressionValue
  {
    around.append(expression)
    defer { around.removeLast() }
    return body(&self)
  }

  /// Begins the formula of another element: the bound is for each.
  mutating func beginFormula() {
    size = 0
    reasons = []
  }

  /// Counts parts; false once there are too many.
  mutating func grow(by count: Int, at range: SourceRange) -> Bool {
    if size > maxParts { return false }
    written += count
    size += count
    if size > maxParts {
      let most = comesLater == nil ? "1,000,000" : "100,000"
      report("written out, this formula has more than \(most) parts, which is the bound", at: range)
      return false
    }
    guard comesLater == nil, !scope.grow(by: count) else { return true }
    size = maxParts + 1
    report(Scope.tooMuchWritten, at: range)
    return false
  }

  /// Counts the parts of the elements of a family, each of which is a formula of its own; false once there are too many.
  mutating func grow(byElementsOf count: Double, at range: SourceRange) -> Bool {
    guard comesLater == nil else { return grow(by: Int(min(count, 1e9)), at: range) }
    guard size <= maxParts else { return false }
    let parts = Int(min(count, 1e9))
    written += parts
    guard !scope.grow(by: parts) else { return true }
    size = maxParts + 1
    report(Scope.tooMuchWritten, at: range)
    return false
  }

  package mutating func report(
    _ message: String, at range: SourceRange, hint: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(message, at: range, hint: hint, notes: notes))
  }

  package mutating func report(_ message: String, at range: SourceRange, advice: Diagnostic.Advice?) {
    diagnostics.append(Diagnostic(message, at: range, advice: advice))
  }
}

extension Formula {
  /// What stands where nothing could be built.
  package static let nothing = Formula.number(Number(1, text: "1"))

  /// The number of a `for` name in a formula.
  package static func index(_ value: Double) -> Formula {
    let number = Number(
      abs(value), text: NumberStyle(decimals: 12, shortening: .rounded).number(abs(value)).text)
    return value < 0 ? .negation(.number(number)) : .number(number)
  }

  /// The value of a formula without names; `nil` for any other.
  package var constant: Double? {
    if case .number(let number) = self { return number.value }
    return names.isEmpty && atoms.isEmpty && families.isEmpty ? value : nil
  }
}
