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
    case given(GivenKind, [Given])
    /// `sum_h1 = i1*w1 + b1`
    case formula(Identifier, Expression)
    /// `explain sum_h1`
    case explain(Expression)
    /// `backward E_total`
    case backward(Identifier)
    /// `forward`
    case forward
    /// `update w1...w8 to reduce E_total with sgd(rate: 0.6)`
    case update(Update)
    /// `w5 <- w5 - 0.6*∂E_total/∂w5`
    case assignment(Identifier, Expression)
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

/// A number that is given: `i1 = 0.1`.
public struct Given: Hashable, Sendable {
  /// Its name.
  public let name: Identifier
  /// Its value, worked out once.
  public let value: Expression

  /// A number that is given.
  public init(name: Identifier, value: Expression) {
    self.name = name
    self.value = value
  }
}

/// `update w1...w8 to reduce E_total with sgd(rate: 0.6)`, in parts.
public struct Update: Hashable, Sendable {
  /// What is changed.
  public let params: [NameListItem]
  /// What is to become smaller.
  public let cost: Identifier
  /// How.
  public let optimizer: OptimizerCall

  /// An update in parts.
  public init(params: [NameListItem], cost: Identifier, optimizer: OptimizerCall) {
    self.params = params
    self.cost = cost
    self.optimizer = optimizer
  }
}

/// An entry of a list of names.
public enum NameListItem: Hashable, Sendable {
  /// One name.
  case name(Identifier)
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
