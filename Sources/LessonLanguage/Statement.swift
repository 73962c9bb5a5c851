public import Diagnostics

/// A statement of a calc cell.
public struct Statement: Hashable, Sendable {
  /// What is stated.
  public let form: Form
  /// Where it stands, without its comment.
  public let range: SourceRange
  /// The comment behind it, without its `#` and the space behind that; those of several lines are joined.
  public let comment: String?

  /// The forms of a statement.
  public enum Form: Hashable, Sendable {
    /// A comment on a line of its own.
    case comment(String)
    /// `input i1 = 0.1, i2 = 0.5` and its kin.
    ///
    /// With a `for` the statement gives one family and nothing else: behind several items it would not be
    /// clear which of them the `for` belongs to.
    case given(GivenKind, [Given])
    /// `sum_h1 = i1*w1 + b1`
    case formula(Reference, Expression, ranges: [NamedRange])
    /// `for t in 1...3 … end` around formulas: they are written out for each value in turn.
    ///
    /// It holds formulas, comments and further blocks. A comment behind its `end` is a statement behind it.
    case block(NamedRange, [Statement])
    /// `def neuron(z) = 1/(1 + exp(-z))`
    case definition(FunctionDefinition)
    /// `explain sum_h1`
    case explain(Expression)
    /// `backward E_total`
    case backward(Reference)
    /// `forward`
    case forward
    /// `update w1...w8 to reduce E_total with sgd(rate: 0.6)`
    case update(Update)
    /// `w5 <- w5 - 0.6*∂E_total/∂w5`
    case assignment(Reference, Expression, ranges: [NamedRange])
  }

  /// A statement with its place.
  public init(_ form: Form, at range: SourceRange, comment: String? = nil) {
    self.form = form
    self.range = range
    self.comment = comment
  }
}

/// What a given number is for.
public enum GivenKind: String, Hashable, Sendable, CaseIterable {
  /// Data: never learned.
  case input
  /// What the output should be.
  case target
  /// Learned: may be updated.
  case param
  /// Fixed; worked out once.
  case const
}

/// A number or a family that is given: `i1 = 0.1`, `w = [1.0, 1.25]`, `b[1...8] = 0`, `A[i] = W[i] for i in 1...2`.
public struct Given: Hashable, Sendable {
  /// Its name.
  public let name: Identifier
  /// What stands in the brackets behind the name.
  public let shape: Shape
  /// Its value, worked out once; a list for a family that is written out.
  public let value: Expression
  /// The ranges behind `for`.
  public let ranges: [NamedRange]

  /// What stands in the brackets behind the name of a given family.
  public enum Shape: Hashable, Sendable {
    /// No brackets: a number, or a family that is written out with indices from 1.
    case none
    /// `[1...8, 0...2]`: the indices of a family.
    case spans([Span])
    /// `[i, j]`: an element for each value of the ranges behind `for`, or a single element.
    case element([Expression])
  }

  /// A number or a family that is given.
  public init(name: Identifier, shape: Shape = .none, value: Expression, ranges: [NamedRange] = []) {
    self.name = name
    self.shape = shape
    self.value = value
    self.ranges = ranges
  }
}

/// A function of the lesson's own: `def leaky(x, a = 0.1) = if x < 0 then a*x else x`.
public struct FunctionDefinition: Hashable, Sendable {
  /// Its name.
  public let name: Identifier
  /// Its parameters in order.
  public let parameters: [Parameter]
  /// What it stands for.
  public let body: Expression

  /// A parameter and the value that it has where none is given.
  public struct Parameter: Hashable, Sendable {
    /// Its name.
    public let name: Identifier
    /// Its value where none is given.
    public let fallback: Expression?

    /// A parameter.
    public init(name: Identifier, fallback: Expression?) {
      self.name = name
      self.fallback = fallback
    }
  }

  /// A function of the lesson's own.
  public init(name: Identifier, parameters: [Parameter], body: Expression) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }
}

/// `update w1...w8 to reduce E_total with sgd(rate: 0.6)`, in parts.
public struct Update: Hashable, Sendable {
  /// What is changed.
  public let params: [NameListItem]
  /// What is to become smaller.
  public let cost: Reference
  /// How.
  public let optimizer: OptimizerCall

  /// An update in parts.
  public init(params: [NameListItem], cost: Reference, optimizer: OptimizerCall) {
    self.params = params
    self.cost = cost
    self.optimizer = optimizer
  }
}

/// An entry of a list of names.
public enum NameListItem: Hashable, Sendable {
  /// One name, an element, or a family: all its elements.
  case name(Reference)
  /// `w1...w8`: the names from the first to the last by their final numbers.
  case range(Identifier, Identifier)
  /// `all`: every param.
  case all(SourceRange)
}

/// An optimizer with its settings: `sgd(rate: 0.6)`.
public struct OptimizerCall: Hashable, Sendable {
  /// The optimizer's name.
  public let name: Identifier
  /// The settings in order; a `nil` label is the first setting, `rate`.
  public let settings: [Setting]
  /// Where the whole call stands.
  public let range: SourceRange

  /// One setting.
  public struct Setting: Hashable, Sendable {
    /// Its label, `rate` in `rate: 0.6`.
    public let label: Identifier?
    /// Its value.
    public let value: Expression

    /// One setting.
    public init(label: Identifier?, value: Expression) {
      self.label = label
      self.value = value
    }
  }

  /// An optimizer with its settings.
  public init(name: Identifier, settings: [Setting], at range: SourceRange) {
    self.name = name
    self.settings = settings
    self.range = range
  }
}

/// A line of a check cell: `out_h1 = 0.60108 ± 0.01 -- S0-071`.
public struct CheckStatement: Hashable, Sendable {
  /// What is computed.
  public let expression: Expression
  /// Whether the printed number is documented as a slip (`!=`).
  public let isSlip: Bool
  /// The number as the lecture prints it, with its sign and without spaces: `0.60108`, `-4.9e-4`.
  public let printed: PrintedNumber
  /// The tolerance behind `±`.
  public let tolerance: PrintedNumber?
  /// The note behind `--`.
  public let note: String?
  /// Where the check stands, without its note.
  public let range: SourceRange

  /// A check in parts.
  public init(
    expression: Expression, isSlip: Bool, printed: PrintedNumber, tolerance: PrintedNumber?, note: String?,
    at range: SourceRange
  ) {
    self.expression = expression
    self.isSlip = isSlip
    self.printed = printed
    self.tolerance = tolerance
    self.note = note
    self.range = range
  }
}

/// A number as it is printed, digit by digit.
public struct PrintedNumber: Hashable, Sendable {
  /// The digits with an ASCII minus, without spaces and without a `+` before them.
  public let text: String
  /// The value of the digits.
  public let value: Double
  /// Where it stands.
  public let range: SourceRange

  /// A printed number.
  public init(text: String, value: Double, at range: SourceRange) {
    self.text = text
    self.value = value
    self.range = range
  }
}
