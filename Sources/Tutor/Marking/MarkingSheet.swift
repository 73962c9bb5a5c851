public import Algebra
import Engine
import PrintedNumbers

/// All numbers that a lesson works out, in order, each with what it follows from: what somebody's numbers are held against.
///
/// It is a value without ties to the run it comes from, so that many can be marked by it at once.
public struct MarkingSheet: Sendable {
  /// What can be handed in, in the order of the lesson.
  public internal(set) var lines: [Line] = []
  /// All numbers, each behind those that it follows from.
  var slots: [Slot] = []
  /// The slots that a name has had, one after the other.
  var versions: [Name: [Int]] = [:]
  /// What the lesson makes smaller, which `E` or `loss` may stand for in a file.
  var cost: Name?
  /// How the lesson shortens numbers.
  let style: NumberStyle

  /// A sheet without lines.
  init(style: NumberStyle) { self.style = style }

  /// A number that can be handed in.
  public struct Line: Sendable {
    /// Its name as the lesson has it; behind a name that the lesson works out more than once stands which of its numbers this is:
    /// `out_h1 (2)`.
    public var label: String { label(in: .unicode) }
    /// Whether it counts; a given number or a link of a chain is judged only where it is handed in.
    public internal(set) var isAsked: Bool
    /// Its place among the slots.
    let slot: Int
    /// What it is the number of.
    public let subject: Formula
    /// Which of the subject's numbers it is, from 1.
    var occurrence = 1

    /// Its name in a notation.
    public func label(in notation: Notation) -> String {
      subject.text(notation) + (occurrence > 1 ? " (\(occurrence))" : "")
    }
  }

  /// A number of the lesson.
  struct Slot: Sendable {
    /// What it is the number of.
    let subject: Formula
    /// What it is worked out from; `nil` where it is given, or nothing is known of its origin.
    let formula: Formula?
    /// The slots of the derivatives that the formula mentions.
    let atoms: [Formula: Int]
    /// The lesson's number.
    let truth: Double
    /// What it is.
    let kind: Kind
    /// The slots that it is worked out from.
    var operands: [Int] = []
    /// The rows that it is made of, if it is the sum or the mean of some.
    var rows: Rows?
  }

  /// Rows of which a sum or a mean is made.
  struct Rows: Sendable {
    let count: Int
    let isMean: Bool
  }

  /// What a number is.
  enum Kind: Sendable {
    /// Given by the lesson.
    case given
    /// The value of a formula.
    case value
    /// A derivative through the network.
    case derivative
    /// A derivative of one link.
    case link
    /// What an optimizer works out, and the new number of a param.
    case step
    /// What is made of the rows of data.
    case rows
    /// What a training has led to, or very many rows: it is not worked out again.
    case opaque
  }

  /// The slot of a name as it stands for one that is made at place `place`.
  func slot(of name: Name, before place: Int) -> Int? {
    guard let all = versions[name] else { return nil }
    return all.last { $0 < place }
  }
}

extension MarkingSheet {
  /// The value of a formula as it stands at place `place`, where the slots have these values.
  func value(
    of formula: Formula, at place: Int, atoms: [Formula: Int], _ values: (Int) -> Double
  ) -> Double {
    formula.value(
      of: { name in slot(of: name, before: place).map(values) ?? .nan },
      atoms: { atom in atoms[atom].map(values) ?? .nan }
    ).value
  }

  /// What a slot is worked out to where those that it follows from have these values; its own number where it is given.
  func value(ofSlot place: Int, _ values: (Int) -> Double) -> Double {
    let slot = slots[place]
    guard let formula = slot.formula else { return slot.truth }
    return value(of: formula, at: place, atoms: slot.atoms, values)
  }

  /// The number of a line as the lesson shows it.
  func shown(_ line: Line) -> Number { style.number(slots[line.slot].truth) }

  /// How many decimals of a number are judged: as many as the lesson shows of it, and as many as it asks for where it shows fewer.
  func decimals(of value: Double) -> Int {
    guard value.isFinite else { return style.decimals }
    return max(style.decimals, style.number(value).text.flatMap(NumberRule.printedDecimals(of:)) ?? 0)
  }
}
