public import Algebra
public import Prose

/// A question to the learner, and all that is said to an answer.
public struct Question: Hashable, Sendable {
  /// Its number in the lesson, from 1.
  public var number: Int
  /// What is asked.
  public var text: [ProseSpan<Number>]
  /// How it is answered.
  public var kind: Kind
  /// What helps, in the order in which it is given away.
  public var hints: [[ProseSpan<Number>]]
  /// Why the answer is what it is.
  public var reason: [ProseSpan<Number>]?
  /// The line of the lesson on which the cell begins, from 1.
  public var line: Int

  /// How a question is answered.
  public enum Kind: Hashable, Sendable {
    /// With a number.
    case number(NumberAnswer)
    /// By choosing.
    case choice([Choice])
  }

  /// A number that is asked for.
  public struct NumberAnswer: Hashable, Sendable {
    /// What is computed.
    public var formula: Formula
    /// Its number, as it is shown.
    public var shown: Number
    /// How the two belong together; `≈` for what binary arithmetic leaves of an exact zero.
    public var relation: Relation
    /// Its number in full.
    public var value: Double
    /// How many decimals a reply has at least, a whole number that is right excepted; 0 where none are wanted, or a
    /// tolerance is given.
    public var digits: Int
    /// The number rounded to that many decimals, and cut off there if that is another one: all replies with so many
    /// decimals that are right. A whole number stands alone. There are none where a tolerance is given.
    public var accepted: [Number]
    /// How far from the number a reply may be, where the author says so in place of digits.
    public var tolerance: Tolerance?
    /// Wrong answers that the author foresees; the number rule tells each from the answer and from the others.
    public var mistakes: [Mistake]

    /// A number that is asked for, with all that is said to it.
    public init(
      formula: Formula, shown: Number, relation: Relation = .equals, value: Double, digits: Int,
      accepted: [Number], tolerance: Tolerance? = nil, mistakes: [Mistake]
    ) {
      self.formula = formula
      self.shown = shown
      self.relation = relation
      self.value = value
      self.digits = digits
      self.accepted = accepted
      self.tolerance = tolerance
      self.mistakes = mistakes
    }
  }

  /// How far from a number a reply may be: `0.01`, or `2%` of the number.
  public struct Tolerance: Hashable, Sendable {
    /// The number as the author writes it.
    public var number: Number
    /// Whether it counts hundredths of the number that is asked for.
    public var isPercent: Bool

    /// A tolerance in parts.
    public init(_ number: Number, isPercent: Bool) {
      self.number = number
      self.isPercent = isPercent
    }

    /// `0.01`, `2%`
    public var text: String { (number.text ?? "\(number.value)") + (isPercent ? "%" : "") }

    /// The greatest distance from `value` that is taken.
    public func width(around value: Double) -> Double {
      isPercent ? number.value * abs(value) / 100 : number.value
    }
  }

  /// A wrong answer that the author foresees.
  public struct Mistake: Hashable, Sendable {
    /// What the learner works out instead.
    public var formula: Formula
    /// Its number, as it is shown.
    public var shown: Number
    /// How the two belong together.
    public var relation: Relation
    /// Its number in full.
    public var value: Double
    /// What is said to it.
    public var reason: [ProseSpan<Number>]?

    /// A foreseen mistake.
    public init(
      formula: Formula, shown: Number, relation: Relation = .equals, value: Double,
      reason: [ProseSpan<Number>]?
    ) {
      self.formula = formula
      self.shown = shown
      self.relation = relation
      self.value = value
      self.reason = reason
    }
  }

  /// Something to choose.
  public struct Choice: Hashable, Sendable {
    /// Whether it is right.
    public var isRight: Bool
    /// What it says.
    public var text: [ProseSpan<Number>]
    /// What is said to it.
    public var reason: [ProseSpan<Number>]?

    /// Something to choose.
    public init(isRight: Bool, text: [ProseSpan<Number>], reason: [ProseSpan<Number>]?) {
      self.isRight = isRight
      self.text = text
      self.reason = reason
    }
  }

  /// What a choice is called, by its place from 0: `a`, `b` and so on, `aa` behind `z`.
  public static func letter(ofChoice index: Int) -> String {
    var letters = ""
    var rest = index
    repeat {
      letters = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// A question with all that it holds.
  public init(
    number: Int, text: [ProseSpan<Number>], kind: Kind, hints: [[ProseSpan<Number>]],
    reason: [ProseSpan<Number>]?, line: Int
  ) {
    self.number = number
    self.text = text
    self.kind = kind
    self.hints = hints
    self.reason = reason
    self.line = line
  }
}
