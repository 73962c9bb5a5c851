import Foundation

/// One side of an equation.
struct Side {
  /// How it belongs to the side before it; `nil` for the first.
  let relation: Relation?
  /// Its text, without a note such as `(was 0.5)` behind it.
  let text: String
  /// What it says.
  let expression: Expression
  /// The number in a note such as `(was 0.5)` behind it.
  let before: String?

  /// Its value, where it consists of numbers only.
  var value: Double? { expression.value() }

  private static let note = /\ \(was ([^ ]+)\) *$/

  /// The sides of `text`, in order.
  static func sides(of text: String) throws(Unreadable) -> [Side] {
    var sides: [Side] = []
    var relation: Relation?
    var rest = text[...]
    while true {
      let end = Relation.firstIndex(in: rest) ?? rest.endIndex
      let before = rest[..<end].firstMatch(of: Self.note).map { String($0.1) }
      let trimmed = rest[..<end].replacing(Self.note, with: "").trimmingCharacters(in: .whitespaces)
      sides.append(
        Side(relation: relation, text: trimmed, expression: try Expression(trimmed), before: before))
      guard end < rest.endIndex else { return sides }
      relation = Relation(rawValue: rest[end])
      rest = rest[rest.index(after: end)...]
    }
  }
}
