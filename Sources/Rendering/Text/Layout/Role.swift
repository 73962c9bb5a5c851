/// What a stretch of a line is. Each role looks the same everywhere, and nothing is said by its look alone.
package enum Role: Hashable, Sendable {
  /// What is like all else.
  case plain
  /// A heading.
  case heading
  /// `**strong**` words.
  case strong
  /// `*emphasized*` words.
  case emphasis
  /// Names and formulas in running text.
  case code
  /// What is said beside the working: comments, remarks, the axes of pictures.
  case aside
  /// What stands above the columns of a table.
  case tableHead
  /// A number that the lesson gives; behind the word for what it is.
  case given
  /// A number that was computed; behind its sign.
  case value
  /// A derivative and its number; `∂` is in its name.
  case derivative
  /// A new value for an old name; behind `←`.
  case update
  /// The mark of a check that is met: `✓`.
  case met
  /// The mark of a printed number that is known to be wrong: `≠`.
  case slip
  /// The mark of a check that is not met: `✗`.
  case failure
  /// What is asked; behind a bar.
  case question
  /// The curve, or the class of points, at a place from 0; each has a mark of its own, too.
  case series(Int)
  /// A piece of a picture in one colour, or in one on another.
  case painted(Tint, on: Tint? = nil)
  /// What stands on a piece of a picture.
  case mark(on: Tint)

  /// The roles that stand in text.
  package static let ofText: [Role] = [
    .plain, .heading, .strong, .emphasis, .code, .aside, .tableHead, .given, .value, .derivative, .update,
    .met,
    .slip, .failure, .question,
  ]

  /// How it looks. Names are in italics, as mathematics sets them: an underline would hide the `_` in them.
  package var attributes: Attributes {
    switch self {
    case .plain: Attributes()
    case .heading: Attributes(isBold: true)
    case .strong: Attributes(isBold: true)
    case .emphasis: Attributes(isUnderlined: true)
    case .code: Attributes(isItalic: true)
    case .aside: Attributes(isFaint: true)
    case .tableHead: Attributes(isBold: true)
    case .given: Attributes(color: .cyan)
    case .value: Attributes(isBold: true)
    case .derivative: Attributes(color: .brightBlue)
    case .update: Attributes(color: .magenta)
    case .met: Attributes(color: .green)
    case .slip: Attributes(color: .red)
    case .failure: Attributes(isBold: true, isReversed: true, color: .red)
    case .question: Attributes(isBold: true, isReversed: true)
    case .series(let index):
      Attributes(
        isBold: true, color: Self.seriesColors[index % Self.seriesColors.count],
        tint: Tint.series[index % Tint.series.count])
    case .painted(let tint, let ground): Attributes(tint: tint, ground: ground)
    case .mark(let ground): Attributes(isBold: true, tint: ground.opposite, ground: ground)
    }
  }

  private static let seriesColors: [TerminalColor] = [
    .brightBlue, .red, .green, .magenta, .cyan, .brightMagenta, .brightRed, .blue,
  ]
}
