/// A line that holds a lecture's number against the computed one.
struct CheckLine {
  /// What is computed, as it is written.
  let subject: String
  /// The lecture's number.
  let printed: Numeral
  /// The tolerance behind `±`.
  private(set) var tolerance: Numeral?
  /// What rounding gives, where the lecture has cut off.
  private(set) var roundedInstead: Numeral?
  /// The computed number, where the line tells it.
  private(set) var computed: Numeral?

  private let mark: Statement.Mark
  private let value: Double?

  /// Reads a check from what stands behind its mark.
  init(_ mark: Statement.Mark, _ text: String, _ beside: [String]) throws(Unreadable) {
    let notACheck = Unreadable(description: "‘\(text)’ is no check")
    let subject: Substring
    let number: Substring
    switch mark {
    case .met:
      guard let parts = text.wholeMatch(of: /(.+) = ([^ =]+)(?: ± ([^ ]+))?/)?.output else { throw notACheck }
      (subject, number) = (parts.1, parts.2)
      tolerance = parts.3.flatMap { Numeral(String($0)) }
    case .slip, .notMet:
      guard
        let parts = text.wholeMatch(of: /(.+): the lecture prints ([^ ]+); it is ([^ ,]+)(?:, .+)?/)?.output
      else { throw notACheck }
      (subject, number) = (parts.1, parts.2)
      computed = Numeral(String(parts.3))
    }
    guard let printed = Numeral(String(number)) else { throw notACheck }
    self.mark = mark
    self.subject = String(subject)
    self.printed = printed
    value = try Arithmetic.value(of: self.subject)
    for piece in beside {
      guard let rounded = piece.wholeMatch(of: /cut off by the lecture; rounded, ([^ ]+)/)?.1 else {
        continue
      }
      roundedInstead = Numeral(String(rounded))
    }
  }

  /// What the line says and is not so.
  var objections: [String] {
    switch mark {
    case .met: [cutOffObjection, valueObjection].compactMap(\.self)
    case .slip, .notMet: [slipObjection].compactMap(\.self)
    }
  }

  /// A number that was cut off is one unit of its last digit closer to zero than the rounded one.
  private var cutOffObjection: String? {
    guard let roundedInstead, roundedInstead.digits != printed.digits.oneUnitFurther else { return nil }
    return "\(printed.text) and \(roundedInstead.text) are not the same number, cut off and rounded"
  }

  /// A subject of numbers alone can be worked out again.
  private var valueObjection: String? {
    guard let value, tolerance == nil else { return nil }
    let isSo =
      roundedInstead.map {
        printed.agrees(with: value, by: .cutting) && $0.agrees(with: value, by: .rounding)
      }
      ?? printed.agrees(with: value)
    return isSo ? nil : "\(subject) is \(value), not \(printed.text)"
  }

  private var slipObjection: String? {
    guard let computed else { return "the computed number is missing" }
    if let value, !computed.agrees(with: value) { return "\(subject) is \(value), not \(computed.text)" }
    return printed.agrees(with: computed.value) ? "\(printed.text) is met by \(computed.text)" : nil
  }
}
