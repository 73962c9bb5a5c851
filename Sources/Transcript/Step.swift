public import Algebra

/// One statement of a lesson, worked: its lines in reading order.
public struct Step: Hashable, Sendable {
  /// The name by which the step can be found again: the value that it defines, or the statement's text.
  public var name: String
  /// What is printed, in order.
  public var lines: [Line]
  /// Whether the step follows the one before it without a blank line between them.
  public var isJoined: Bool

  /// A step with all that it holds.
  public init(name: String, lines: [Line], isJoined: Bool = false) {
    self.name = name
    self.lines = lines
    self.isJoined = isJoined
  }
}

/// A line of working, or a small group that belongs together.
public struct Line: Hashable, Sendable {
  /// How deep the line stands below the statement; a level is two columns.
  public var level: Int
  /// What the line says.
  public var content: Content

  /// What a line says.
  public enum Content: Hashable, Sendable {
    /// An equation worked from names to its result.
    case equation(Equation)
    /// Numbers that are given, in columns.
    case givens(GivenNumbers)
    /// A table.
    case table(Table)
    /// A path through the network: `1  E_1 ← out_o1 ← w5`; without a number where that would be too long to read.
    case path(number: Int?, stops: [Formula])
    /// Short results side by side, and a word beside them.
    case results([NamedNumber], remark: Equation.Remark? = nil)
    /// A matrix, and a word beside it; where it is too wide, the lines that stand in its place, of which there is one at least.
    case matrix(Matrix, remark: Equation.Remark? = nil, otherwise: [Line])
    /// A drawing of a network; where it does not fit, the lines that stand in its place, of which there is one at least.
    case network(Network, otherwise: [Line])
    /// A picture, with what it shows in words.
    case plot(Plot)
    /// A check of a printed number.
    case check(Check)
    /// A sentence, with formulas in it.
    case remark([Phrase])
    /// An author's comment, on a line of its own.
    case comment(String)
    /// An empty line.
    case blank
  }

  /// A line of working.
  public init(_ content: Content, level: Int = 0) {
    self.level = level
    self.content = content
  }
}

/// A piece of a remark.
public enum Phrase: Hashable, Sendable {
  /// Words.
  case words(String)
  /// A formula or a number.
  case formula(Formula)
  /// A condition: `L < 0.01`.
  case condition(Condition)
  /// An equation or an assignment: `η = 0.6`, `w ← w − η·∂E/∂w`.
  case relation(Formula, Relation, Formula)
}

/// How two sides of a line belong together.
public enum Relation: Hashable, Sendable {
  /// `=`
  case equals
  /// `≈`, where no digits make it equal.
  case approximates
  /// `←`, a new value for an old name.
  case becomes
}

/// A worked equation, one right side after the other: `name = names = numbers = result`.
public struct Equation: Hashable, Sendable {
  /// The left side; `nil` for a product under its path, which has no name of its own.
  public var subject: Formula?
  /// The right sides, in order.
  public var rightSides: [RightSide]
  /// The author's comment beside the equation.
  public var comment: String?
  /// A word of Longhand's beside the equation, such as what decided a condition.
  public var remark: Remark?

  /// One more way to write the subject.
  public struct RightSide: Hashable, Sendable {
    /// How it belongs to what stands before it.
    public var relation: Relation
    /// What is written.
    public var content: Content

    /// A right side of an equation.
    public init(_ relation: Relation = .equals, _ content: Content) {
      self.relation = relation
      self.content = content
    }
  }

  /// What is written on a right side.
  public enum Content: Hashable, Sendable {
    /// A formula of names: it stands on the line of the subject.
    case names(Formula)
    /// A formula of numbers.
    case numbers(Formula)
    /// Factors of a chain rule, set apart by wide dots: `0.68493 · 0.19481`.
    case factors([Formula])
    /// The result; behind a new value for an old name stands what it was: `0.45188 (was 0.5)`.
    case result(Number, was: Number? = nil)
  }

  /// A word of Longhand's beside a line.
  public enum Remark: Hashable, Sendable {
    /// A sentence of Longhand's.
    case words(String)
    /// A number that the equation mentions by a symbol: `η = 0.6`.
    case number(NamedNumber)
    /// What decided a condition: `because 2 > 1.5`; the comparisons hold as they are printed.
    /// With `areTied` one of them at least holds only because numbers that differ by what binary arithmetic leaves are equal.
    /// What binary arithmetic has lost of the line, where it has, is told behind that.
    case because([Condition], areTied: Bool = false, loss: String? = nil)
  }

  /// An equation with all that it holds.
  public init(subject: Formula?, rightSides: [RightSide], comment: String? = nil, remark: Remark? = nil) {
    self.subject = subject
    self.rightSides = rightSides
    self.comment = comment
    self.remark = remark
  }
}

/// Numbers that the lesson gives, a row for each statement: `param  w1 = 0.1   w2 = 0.2`.
public struct GivenNumbers: Hashable, Sendable {
  /// The rows, in order.
  public var rows: [Row]

  /// One statement's numbers.
  public struct Row: Hashable, Sendable {
    /// The statement's first word: `input`, `target`, `param`, `const`.
    public var kind: String
    /// The names and their numbers.
    public var items: [NamedNumber]
    /// The author's comment beside the statement.
    public var comment: String?

    /// A row with all that it holds.
    public init(kind: String, items: [NamedNumber], comment: String?) {
      self.kind = kind
      self.items = items
      self.comment = comment
    }
  }

  /// The given rows.
  public init(rows: [Row]) { self.rows = rows }
}

/// A name and its number: `w1 = 0.1`.
public struct NamedNumber: Hashable, Sendable {
  /// What has the value.
  public var subject: Formula
  /// The value.
  public var number: Number
  /// How the two belong together; `≈` for what binary arithmetic leaves of an exact zero.
  public var relation: Relation

  /// A name and its number.
  public init(_ subject: Formula, _ number: Number, relation: Relation = .equals) {
    self.subject = subject
    self.number = number
    self.relation = relation
  }
}
