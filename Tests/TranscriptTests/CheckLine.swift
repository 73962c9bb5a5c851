/// A line that holds a printed number against the computed one.
struct CheckLine {
  /// What is computed, as it is written.
  let subject: String
  /// What that says.
  let expression: Expression
  /// The printed number.
  let printed: Numeral
  /// How the two agree, where the line tells it.
  private(set) var agreement: Agreement?
  /// The computed number, where the line tells it.
  private(set) var computed: Numeral?

  private let mark: Statement.Mark
  private let value: Double?

  /// How a printed number agrees with the computed one.
  enum Agreement {
    /// The lecture has rounded.
    case rounded
    /// The lecture has cut off; rounding gives `instead`.
    case cutOff(instead: Numeral)
    /// The two are no further apart than `tolerance`.
    case within(tolerance: Numeral)
  }

  private static let agreed = /(.+) [=≈] ([^ =]+)/
  private static let slip = /(.+): printed is ([^ ]+)(?: ± [^ ]+)?; it is ([^ ,]+)(?:, .+)?/

  /// Reads a check from what stands behind its mark.
  init(_ mark: Statement.Mark, _ text: String) throws(Unreadable) {
    let pieces = Page.pieces(of: text)
    let notACheck = Unreadable(description: "‘\(text)’ is no check")
    let subject: Substring
    let number: Substring
    switch mark {
    case .met:
      guard let parts = pieces[0].wholeMatch(of: Self.agreed)?.output else { throw notACheck }
      (subject, number) = (parts.1, parts.2)
    case .slip, .notMet:
      guard let parts = text.wholeMatch(of: Self.slip)?.output else { throw notACheck }
      (subject, number) = (parts.1, parts.2)
      computed = Numeral(String(parts.3))
    }
    guard let printed = Numeral(String(number)) else { throw notACheck }
    self.mark = mark
    self.subject = String(subject)
    self.printed = printed
    expression = try Expression(self.subject)
    value = expression.value()
    if mark == .met, pieces.count > 1 { readAgreement(pieces[1]) }
  }

  /// Whether `text`, behind its mark, is all of the check; what follows is the author's note.
  static func isWhole(_ text: String, _ mark: Statement.Mark) -> Bool {
    switch mark {
    case .met: text.contains(/\ [=≈] [^ ]/)
    case .slip: text.contains(/it is [^ ]/)
    case .notMet: text.contains(/it is .* (?:less|more)$/)
    }
  }

  /// Whether `text` says how a number agrees; where there is no room beside the number, it stands below.
  static func isAgreement(_ text: String) -> Bool {
    text == "rounded" || text.hasPrefix("cut off;") || text.hasPrefix("within ± ")
  }

  /// Reads the piece behind the number; where it is none of these, it is the author's note.
  private mutating func readAgreement(_ piece: String) {
    if piece == "rounded" {
      agreement = .rounded
    } else if let instead = piece.wholeMatch(of: /cut off; rounded, ([^ ]+)/)?.1 {
      agreement = Numeral(String(instead)).map { .cutOff(instead: $0) }
    } else if let parts = piece.wholeMatch(of: /within ± ([^ ]+); it is ([^ ]+)/)?.output {
      agreement = Numeral(String(parts.1)).map { .within(tolerance: $0) }
      computed = Numeral(String(parts.2))
    }
  }

  /// What the line says and is not so.
  var objection: String? {
    if mark != .met { return slipObjection }
    switch agreement {
    case .cutOff(let instead):
      // Cut off, a number is one unit of its last digit closer to zero than rounded.
      if instead.digits != printed.digits.oneUnitFurther {
        return "\(printed.text) and \(instead.text) are not one number, cut off and rounded"
      }
      return valueObjection {
        printed.agrees(with: $0, by: .cutting) && instead.agrees(with: $0, by: .rounding)
      }
    case .rounded:
      return valueObjection { printed.agrees(with: $0, by: .rounding) }
    case .within(let tolerance):
      return valueObjection { Numeral.areNear($0, printed.value, within: tolerance.value) }
    case nil:
      return valueObjection { printed.agrees(with: $0) || printed.agreesInAllThatCounts(with: $0) }
    }
  }

  /// A subject of numbers alone can be worked out again.
  private func valueObjection(unless isSo: (Double) -> Bool) -> String? {
    guard let value, !isSo(value) else { return nil }
    return "\(subject) is \(value), which is not shown rightly by \(printed.text)"
  }

  private var slipObjection: String? {
    guard let computed else { return "the computed number is missing" }
    if let value, !computed.agrees(with: value) { return "\(subject) is \(value), not \(computed.text)" }
    return printed.agrees(with: computed.value) ? "\(printed.text) is met by \(computed.text)" : nil
  }
}
