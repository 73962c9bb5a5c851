public import Diagnostics

/// A line of a check cell: `out_h1 = 0.60108 ± 0.01 -- S0-071`.
public struct CheckStatement: Hashable, Sendable {
  /// What is computed.
  public let expression: Expression
  /// Whether the printed number is documented as a slip (`!=`).
  public let isSlip: Bool
  /// The number as it is printed, with its sign and without spaces: `0.60108`, `-4.9e-4`.
  public let printed: PrintedNumber
  /// The tolerance behind `±`.
  public let tolerance: PrintedNumber?
  /// The note behind `--`.
  public let note: String?
  /// Where the note stands, without the `--`; `nil` where there is none.
  public let noteRange: SourceRange?
  /// Where the check stands, without its note.
  public let range: SourceRange

  /// A check in parts.
  public init(
    expression: Expression, isSlip: Bool, printed: PrintedNumber, tolerance: PrintedNumber?, note: String?,
    noteRange: SourceRange? = nil, at range: SourceRange
  ) {
    self.expression = expression
    self.isSlip = isSlip
    self.printed = printed
    self.tolerance = tolerance
    self.note = note
    self.noteRange = noteRange
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
