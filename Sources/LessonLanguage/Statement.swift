public import Diagnostics

/// A statement of a calc cell.
public struct Statement: Hashable, Sendable {
  /// What is stated.
  public let kind: Kind
  /// Where it stands, without its comment.
  public let range: SourceRange
  /// The comment behind it, without its `#` and the space behind that; those of several lines are joined.
  public let comment: String?

  /// The forms of a statement.
  public enum Kind: Hashable, Sendable {
    /// A comment on a line of its own.
    case comment(String)
    /// `input i1 = 0.1, i2 = 0.5`, `param W[1...2] ~ normal(0, 1)` and their kin.
    ///
    /// With a `for` the statement gives one family and nothing else: behind several items it would not be
    /// clear which of them the `for` belongs to.
    case given(GivenKind, [Given])
    /// `input x1, x2, t from xor`: given names that take their numbers from the columns of a data cell.
    case columns(GivenKind, [Identifier], from: Identifier)
    /// `data points = spiral(200, noise: 0.1)`: rows that are made.
    case data(Identifier, NamedCall)
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
    /// `backward E_total`, or `backward E_total by w1, w5`: only the derivatives by these names.
    case backward(Reference, by: [NameListItem])
    /// `forward`
    case forward
    /// `update w1...w8 to reduce E_total with sgd(rate: 0.6)`
    case update(Update)
    /// `reset w1...w8`: params get the numbers of their own lines again.
    case reset([NameListItem])
    /// `w5 <- w5 - 0.6*∂E_total/∂w5`
    case assignment(Reference, Expression, ranges: [NamedRange])
    /// `optimizer o = adam(rate: 0.1)`: an optimizer whose state lives on between statements.
    case optimizer(Identifier, NamedCall)
    /// `schedule eta = 0.1*0.5^floor((epoch - 1)/10)`: a rate that is a formula of the epoch.
    case schedule(Identifier, Expression)
    /// `train all to reduce E with adam(rate: 0.05) for 1000 epochs`
    case train(Training)
    /// `table x, sigmoid(x) for x in -6...6 step 2`, `table x1, o over xor`; without either, one row of current values.
    case table([Expression], IterationClause?)
    /// `plot sigmoid(x) for x in -6...6`, `plot o for x1 in -1...1, x2 in -1...1 with xor`; without a range the curve
    /// of the last training or of the last records.
    case plot([Expression], IterationClause?, points: Identifier?)
    /// `draw network for E_total`: the neurons and weights of which the formulas speak.
    case network(Reference)
    /// `repeat 10 times until mean(miss over and_gate) == 0 … end` around commands.
    case `repeat`(times: Expression, until: Condition?, [Statement])
    /// `for row of and_gate … end` around commands; the name is the row's number.
    case rows(Identifier, of: Identifier, [Statement])
    /// `record row, x1, w1`: one row of a table that a loop fills.
    case record([Expression])
  }

  /// A statement with its place.
  public init(_ kind: Kind, at range: SourceRange, comment: String? = nil) {
    self.kind = kind
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
  /// Where its numbers come from.
  public let source: Source
  /// The ranges behind `for`.
  public let ranges: [NamedRange]

  /// Where the numbers of what is given come from.
  public enum Source: Hashable, Sendable {
    /// `= 0.5`: a value, worked out once; a list for a family that is written out.
    case value(Expression)
    /// `~ normal(0, 0.5)`: drawn at random.
    case draw(NamedCall)
  }

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
  public init(name: Identifier, shape: Shape = .none, source: Source, ranges: [NamedRange] = []) {
    self.name = name
    self.shape = shape
    self.source = source
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
  public let cost: Cost
  /// How: an optimizer with its settings, or the name of one that the lesson has named.
  public let optimizer: NamedCall
  /// `clipping 1`: the largest norm that all derivatives may have.
  public let clipping: Expression?

  /// An update in parts.
  public init(
    params: [NameListItem], cost: Cost, optimizer: NamedCall, clipping: Expression? = nil
  ) {
    self.params = params
    self.cost = cost
    self.optimizer = optimizer
    self.clipping = clipping
  }
}

/// What is to become smaller: `E`, `sum of E`, `mean(E over xor)` or `sum(E over xor)`.
public struct Cost: Hashable, Sendable {
  /// The formula of one row.
  public let name: Reference
  /// Whether it is the sum of rows, not their mean.
  public let isSum: Bool
  /// The rows, where they stand beside the name.
  public let data: Identifier?
  /// Where all of it stands.
  public let range: SourceRange

  /// A cost in parts.
  public init(_ name: Reference, isSum: Bool = false, data: Identifier? = nil, at range: SourceRange) {
    self.name = name
    self.isSum = isSum
    self.data = data
    self.range = range
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
