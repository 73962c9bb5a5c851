public import Algebra

/// The formulas of a lesson as operations, so that a page can work them out with other numbers.
public struct Replay: Hashable, Sendable {
  /// The operations, each at a place of its own from 0; operands stand before what is made of them.
  public var operations: [Operation]
  /// What must hold for the formulas to be these ones.
  public var guards: [Guard]
  /// The given numbers that can be changed.
  public var givens: [Given]
  /// What is shown, in order.
  public var results: [Result]
  /// Digits behind the point of what is shown.
  public var decimals: Int
  /// Whether further digits are cut off, and not rounded.
  public var isTruncated: Bool

  /// What makes one number.
  public struct Operation: Hashable, Sendable {
    /// Its name, as in formulas; `leaf` for a number that is given, and `same` for one that is given as what its operand is:
    /// no derivative passes through it.
    public var name: String
    /// The places of its operands.
    public var operands: [Int]
    /// The number of a leaf.
    public var value: Double
    /// Whether a leaf is a number that was typed: no arithmetic has led to it.
    public var isExact: Bool

    /// An operation with all that is known of it.
    public init(name: String, operands: [Int], value: Double, isExact: Bool) {
      self.name = name
      self.operands = operands
      self.value = value
      self.isExact = isExact
    }
  }

  /// A comparison that has chosen formulas.
  public struct Guard: Hashable, Sendable {
    /// The place of the first number.
    public var first: Int
    /// How they compare: `below`, `atMost`, `equal` or `unequal`.
    public var relation: String
    /// The place of the second.
    public var second: Int

    /// A comparison of the numbers at two places.
    public init(first: Int, relation: String, second: Int) {
      self.first = first
      self.relation = relation
      self.second = second
    }
  }

  /// A given number that can be changed.
  public struct Given: Hashable, Sendable {
    /// Its name.
    public var name: Name
    /// `input`, `target`, `param` or `const`.
    public var kind: String
    /// The number, as its author typed it.
    public var number: Number
    /// Its place.
    public var place: Int
    /// Between which numbers, and how finely, it is worth a try.
    public var range: Range

    /// A given number with all that is known of it.
    public init(name: Name, kind: String, number: Number, place: Int, range: Range) {
      self.name = name
      self.kind = kind
      self.number = number
      self.place = place
      self.range = range
    }
  }

  /// Numbers of a slider, as they are typed.
  public struct Range: Hashable, Sendable {
    /// The least.
    public var least: Double
    /// The greatest.
    public var greatest: Double
    /// From one to the next.
    public var step: Double

    /// A range in parts.
    public init(from least: Double, to greatest: Double, step: Double) {
      self.least = least
      self.greatest = greatest
      self.step = step
    }
  }

  /// A number that is shown: a value, or the derivative of one by another.
  public struct Result: Hashable, Sendable {
    /// What it is.
    public var formula: Formula
    /// The place of the value, or of that by which the derivative is taken.
    public var place: Int
    /// The place of what the derivative is of; `nil` for a value.
    public var output: Int?

    /// A number that is shown.
    public init(_ formula: Formula, place: Int, output: Int? = nil) {
      self.formula = formula
      self.place = place
      self.output = output
    }
  }

  /// A replay with all that it holds.
  public init(
    operations: [Operation], guards: [Guard], givens: [Given], results: [Result], decimals: Int,
    isTruncated: Bool
  ) {
    self.operations = operations
    self.guards = guards
    self.givens = givens
    self.results = results
    self.decimals = decimals
    self.isTruncated = isTruncated
  }

  /// Why a lesson has none.
  public struct Refusal: Error, Hashable, Sendable {
    /// The reason, a sentence.
    public var reason: String

    /// A refusal for a reason.
    public init(_ reason: String) { self.reason = reason }
  }
}
