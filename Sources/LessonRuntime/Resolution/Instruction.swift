import Algebra
import Diagnostics
import LessonLanguage
import Prose

/// A statement whose names have been looked up: what the runner carries out.
struct Instruction {
  /// What is to be done.
  let form: Form
  /// Where it stands.
  let range: SourceRange
  /// The author's comment beside it.
  var comment: String?
  /// Whether it stands in the same cell as the instruction before it.
  var isJoined: Bool

  /// The forms of an instruction.
  enum Form {
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
    /// A function of the lesson's own, as it is shown.
    case function(String)
    /// The reverse pass.
    case backward(Name)
    /// All formulas again.
    case forward
    /// A step of gradient descent.
    case update(Descent)
    /// `<-` lines that are one step.
    case assign([Assignment])
    /// The checks of a cell.
    case checks([ResolvedCheck])
  }

  /// A value that stands in running text.
  struct InlineValue {
    /// What is shown.
    let formula: Formula
    /// Where it stands.
    let range: SourceRange
  }

  /// A number that is given.
  struct Given {
    /// Its name.
    let name: Name
    /// The family of which it is an element.
    let family: String?
    /// Its value, worked out once.
    let formula: Formula
  }

  /// A formula that is defined.
  struct Definition {
    /// Its name.
    let name: Name
    /// Its formula.
    let formula: Formula
    /// Which of the written formulas it comes from: of those with one number the first is shown in full.
    let pattern: Int
    /// The family of which it is an element.
    let family: String?
    /// The comparisons that chose the formula when it was written out.
    var reasons: [Algebra.Condition] = []
  }

  /// A step of gradient descent: `w ← w − rate·∂cost/∂w` for each param.
  struct Descent {
    /// What is changed.
    let params: [Name]
    /// What is to become smaller.
    let cost: Name
    /// The learning rate.
    let rate: Formula
  }

  /// `name <- formula`
  struct Assignment {
    /// What is set.
    let name: Name
    /// To what.
    let formula: Formula
    /// Where it stands.
    let range: SourceRange
    /// The author's comment beside it.
    var comment: String?
    /// The author's comments between it and the line before it.
    var commentsAbove: [String] = []
  }

  /// A check, or a comment between checks.
  enum ResolvedCheck {
    /// A printed number and what it is held against.
    case check(Formula, CheckStatement)
    /// A comment on a line of its own.
    case comment(String)
  }
}
