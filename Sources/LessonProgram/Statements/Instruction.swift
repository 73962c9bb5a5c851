package import Algebra
package import Diagnostics
package import LessonLanguage
package import Prose

/// A statement whose names have been looked up: what the interpreter carries out.
package struct Instruction: Sendable {
  /// What is to be done.
  package internal(set) var kind: Kind
  /// Where it stands.
  package let range: SourceRange
  /// The author's comment beside it.
  package var comment: String?
  /// Whether it stands in the same cell as the instruction before it.
  package var isJoined: Bool

  /// An instruction in parts.
  package init(kind: Kind, range: SourceRange, comment: String? = nil, isJoined: Bool) {
    self.kind = kind
    self.range = range
    self.comment = comment
    self.isJoined = isJoined
  }

  /// The forms of an instruction.
  package enum Kind: Sendable {
    /// Running text, with the formulas whose values stand in it.
    case prose(ProseBlock<InlineValue>)
    /// A comment on a line of its own.
    case comment(String)
    /// Numbers that are given.
    case given(GivenKind, [Given])
    /// Formulas, which are evaluated where they stand: one, or those of a family or a block.
    case define([Definition])
    /// A value or a derivative with every step beneath it.
    case explain(Formula)
    /// All elements of a family.
    case explainFamily(String, [Name])
    /// The derivatives of one formula by all elements of a family.
    case explainDerivatives(of: Formula, by: Name, elements: [Name])
    /// A function or a schedule of the lesson's own, as it is shown.
    case function(String)
    /// The reverse pass: the derivatives by all values beneath, or by those names.
    case backward(Name, by: [Name]?)
    /// All formulas again.
    case forward
    /// An optimizer that is named.
    case optimizer(Name, OptimizerCall)
    /// A step of an optimizer.
    case update(Descent)
    /// A training.
    case train(Training)
    /// Params get the numbers of their own lines again.
    case reset([Name])
    /// `<-` lines that are one step.
    case assign([Assignment])
    /// The rows of a data cell, or rows that are made by the call that is shown.
    case data(DataSet, made: String?)
    /// Commands that are carried out again and again.
    case loop(Loop)
    /// A row of a table that a loop fills.
    case record(Record)
    /// A table.
    case table(Tabulation)
    /// A picture.
    case plot(Plotting)
    /// The drawing of the network of which the formulas speak that lead to a name.
    case network(Name, NetworkOutline)
    /// The checks of a cell.
    case checks([ResolvedCheck])
    /// A question to the learner.
    case ask(Question)
  }

  /// A value that stands in running text.
  package struct InlineValue {
    /// What is shown.
    package let formula: Formula
    /// Where it stands.
    package let range: SourceRange

    /// A value in parts.
    package init(formula: Formula, range: SourceRange) {
      self.formula = formula
      self.range = range
    }
  }

  /// A number that is given.
  package struct Given {
    /// Its name.
    package let name: Name
    /// The family of which it is an element.
    package let family: String?
    /// Its value, worked out once.
    package let formula: Formula
    /// How it is drawn at random, in place of a formula.
    package var draw: RandomSource?
  }

  /// What a number is drawn from.
  package struct RandomSource: Equatable {
    /// The distribution.
    package let distribution: Distribution
    /// Its parameters, worked out once.
    package let parameters: [Formula]
  }

  /// Commands that are carried out again and again.
  package struct Loop {
    /// How often.
    package let passes: Passes
    /// The commands.
    package let body: [Instruction]
    /// Whether it holds a `record`: the statements around that stay quiet.
    package let isRecording: Bool

    /// How often a loop is gone through.
    package enum Passes {
      /// So many times, or until the condition holds after a pass.
      case times(Formula, until: Algebra.Condition?)
      /// For each row of the data of that name; the first name is the row's number.
      case rows(Name, of: Name)
    }
  }

  /// What one row of a table is made of that a loop fills.
  package struct Record {
    /// What is written down, a column each.
    package let formulas: [Formula]
    /// Whether the first of them is an input or the number of a row: where that counts, the rows are told by it.
    package let mayCount: Bool
  }

  /// What a table is made of: heads, and below them a row for each point.
  package struct Tabulation {
    /// The heads of the columns.
    package let heads: [Head]
    /// Where its expressions are worked out.
    package let points: Points

    /// What stands above a column.
    package enum Head {
      /// A name or an expression.
      case formula(Formula)
      /// What is written, where it stands for several formulas.
      case words(String)
    }

    /// Where the expressions of a table are worked out.
    package enum Points {
      /// At the current values.
      case current([Formula])
      /// On each row of the data of that name.
      case rows(of: Name, [Formula])
      /// At each point of a grid.
      case grid(Grid)
    }
  }

  /// Expressions at every point of one or more ranges.
  package struct Grid {
    /// The ranges, the last one running fastest.
    package let axes: [Axis]
    /// The expressions for each choice of the index axes; one list of them where there is none.
    package let formulas: [[Formula]]

    /// A grid in parts.
    package init(axes: [Axis], formulas: [[Formula]]) {
      self.axes = axes
      self.formulas = formulas
    }

    /// A range.
    package struct Axis {
      /// The `for` name.
      package let name: Name
      /// Its values, in order.
      package let values: [Double]
      /// Whether the name is an index, written out for each value, and not a number that is set.
      package let isIndex: Bool
      /// Whether the values are only some of all numbers of a range without a step.
      package let isSampled: Bool
    }
  }

  /// What a picture is made of.
  package enum Plotting {
    /// The curves of the last training, or of the last records, of the expressions.
    case records([Formula])
    /// The curves of a value in the trainings of these names.
    case trainings(Formula, [Name])
    /// Curves over one range, and what they are called.
    case curves([Formula], Grid)
    /// A value over two ranges, and what it is called, with the points of the data of that name.
    case heatMap(Formula, Grid, points: Name?)
  }

  /// A formula that is defined.
  package struct Definition {
    /// Its name.
    package let name: Name
    /// Its formula.
    package let formula: Formula
    /// Which of the written formulas it comes from: of those with one number the first is shown in full.
    package let pattern: Int
    /// The family of which it is an element.
    package let family: String?
    /// The comparisons that chose the formula when it was written out.
    package var reasons: [Algebra.Condition] = []
    /// Whether all elements of the family are defined at once, as in `S = A @ B`.
    package var isOfWhole = false
  }

  /// A step of an optimizer.
  package struct Descent {
    /// What is changed.
    package let params: [Name]
    /// What is to become smaller.
    package let cost: Name
    /// How.
    package let method: Method
    /// The largest norm that all derivatives may have.
    package var clipping: Bound?
    /// The rows over which the cost is a mean or a sum; `nil` where it is that of the inputs as they are.
    package var rows: (function: Formula.RowFunction, data: Name)?

    /// What is to become smaller, as it is written.
    package var costFormula: Formula {
      rows.map { .overRows($0.function, of: .name(cost), data: $0.data) } ?? .name(cost)
    }
  }

  /// The largest number that something may be, worked out where the statement begins.
  package struct Bound {
    /// The number.
    package let formula: Formula
    /// Where it stands.
    package let range: SourceRange
  }

  /// How params are changed.
  package enum Method {
    /// By an optimizer that starts anew.
    case anew(OptimizerCall)
    /// By an optimizer that the lesson has named, which goes on where it was.
    case named(Name)
  }

  /// An optimizer with its settings.
  package struct OptimizerCall {
    /// The optimizer.
    package let optimizer: Optimizer
    /// A number for each of its settings, in their order.
    package let settings: [Setting]
    /// Whether the first of them, the rate, is a formula of the epoch of a training.
    package var followsEpochs = false

    /// The number of a setting.
    package struct Setting {
      /// The number, worked out where the call stands.
      package let formula: Formula
      /// Where it stands; `nil` where the lesson does not say.
      package var range: SourceRange?
    }
  }

  /// `name <- formula`
  package struct Assignment {
    /// What is set.
    package let name: Name
    /// To what.
    package let formula: Formula
    /// The atoms of the formula; a loop asks for them each time.
    package let atoms: [Formula]
    /// What tells it from all others, also from those of its own line.
    package let identity = Identity()
    /// Where it stands.
    package let range: SourceRange
    /// The author's comment beside it.
    package var comment: String?
    /// The author's comments between it and the line before it.
    package var commentsAbove: [String] = []

    /// An object is equal to itself alone, at no more than a look at its address.
    package final class Identity: Sendable {}

    /// The name is set to the formula.
    package init(name: Name, formula: Formula, range: SourceRange) {
      self.name = name
      self.formula = formula
      self.range = range
      atoms = formula.atoms
    }
  }

  /// A question, its texts with the formulas whose values stand in them.
  package struct Question {
    /// Its number in the lesson, from 1.
    package let number: Int
    /// What is asked.
    package let text: [ProseSpan<InlineValue>]
    /// How it is answered.
    package let kind: Kind
    /// What helps, in order.
    package let hints: [[ProseSpan<InlineValue>]]
    /// Why the answer is what it is.
    package let reason: [ProseSpan<InlineValue>]?
    /// Where the cell begins.
    package let range: SourceRange

    /// A question in parts.
    package init(
      number: Int, text: [ProseSpan<InlineValue>], kind: Kind, hints: [[ProseSpan<InlineValue>]],
      reason: [ProseSpan<InlineValue>]?, range: SourceRange
    ) {
      self.number = number
      self.text = text
      self.kind = kind
      self.hints = hints
      self.reason = reason
      self.range = range
    }

    /// How a question is answered.
    package enum Kind {
      /// With a number.
      case number(NumberAsked)
      /// By choosing.
      case choice([Choice])
    }

    /// A number that is asked for.
    package struct NumberAsked {
      /// What is computed.
      package let value: InlineValue
      /// How near a reply must come, where the author says so.
      package let precision: AskCell.Precision?
      /// The lesson's decimals, which hold where the author does not.
      package let decimals: Int
      /// Wrong answers that the author foresees.
      package let mistakes: [Mistake]

      /// A number in parts.
      package init(
        value: InlineValue, precision: AskCell.Precision? = nil, decimals: Int, mistakes: [Mistake] = []
      ) {
        self.value = value
        self.precision = precision
        self.decimals = decimals
        self.mistakes = mistakes
      }
    }

    /// A foreseen mistake.
    package struct Mistake {
      /// What the learner works out instead.
      package let value: InlineValue
      /// What is said to it.
      package let reason: [ProseSpan<InlineValue>]?
    }

    /// Something to choose.
    package struct Choice {
      /// Whether it is right.
      package let isRight: Bool
      /// What it says.
      package let text: [ProseSpan<InlineValue>]
      /// What is said to it.
      package let reason: [ProseSpan<InlineValue>]?
    }
  }

  /// A check, or a comment between checks.
  package enum ResolvedCheck {
    /// A printed number and what it is held against.
    case check(Formula, CheckStatement)
    /// A comment on a line of its own.
    case comment(String)
  }
}
