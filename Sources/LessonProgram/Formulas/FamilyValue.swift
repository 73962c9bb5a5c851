package import Algebra
import LessonLanguage

/// What an expression stands for.
package enum ExpressionValue {
  /// A number.
  case number(Formula)
  /// A family of numbers.
  case family(FamilyValue)
  /// Nothing: what is wrong has been reported.
  case broken

  package var isFamily: Bool { family != nil }
  package var isBroken: Bool { if case .broken = self { true } else { false } }
  package var number: Formula? { if case .number(let formula) = self { formula } else { nil } }
  package var family: FamilyValue? { if case .family(let family) = self { family } else { nil } }
}

/// A family written out: a formula for each choice of indices.
package struct FamilyValue {
  /// The lowest and the highest of each index.
  package var bounds: [ClosedRange<Int>]
  /// The formulas, the last index running fastest; of a family with gaps, in the order of their definitions.
  package let items: [Formula]
  /// How many parts all of them have, written out.
  let size: Int
  /// Whether there is an element for every choice of indices.
  let isWhole: Bool

  /// A family of such formulas.
  init(_ bounds: [ClosedRange<Int>], _ items: [Formula], size: Int) {
    (self.bounds, self.items, self.size, isWhole) = (bounds, items, size, true)
  }

  /// A family of the lesson, by the names of its elements.
  init(_ family: Family) {
    bounds = family.bounds
    size = family.elements.count
    let count = bounds.reduce(1.0) { $0 * Double($1.count) }
    isWhole = count == Double(family.elements.count)
    items =
      isWhole
      ? bounds.combinations.map { .name(Name(family.name, $0)) } : family.elements.map { .name($0) }
  }

  /// The family with other formulas in the places of these, each with one part more.
  func replacingItems(_ replacement: (Formula) -> Formula) -> FamilyValue {
    FamilyValue(bounds, items.map(replacement), size: size + items.count, isWhole: isWhole)
  }

  private init(_ bounds: [ClosedRange<Int>], _ items: [Formula], size: Int, isWhole: Bool) {
    (self.bounds, self.items, self.size, self.isWhole) = (bounds, items, size, isWhole)
  }

  /// The indices of the elements, in order.
  package var indices: Combinations { bounds.combinations }

  /// The formula at those indices; `nil` where there is none.
  subscript(indices: [Int]) -> Formula? {
    guard isWhole, indices.count == bounds.count else { return nil }
    var offset = 0
    for (index, range) in zip(indices, bounds) {
      guard range.contains(index) else { return nil }
      offset = offset * range.count + index - range.lowerBound
    }
    return items[offset]
  }

  /// The indices of the first element, for messages.
  var firstIndex: String { bounds.map { String($0.lowerBound) }.joined(separator: ",") }

  /// `is 2×3` or `has 2 elements`, for messages.
  var shape: String {
    guard bounds.count > 1 else { return "has \(items.count) element\(items.count == 1 ? "" : "s")" }
    return "is \(bounds.map { String($0.count) }.joined(separator: "×"))"
  }

  /// `1...2, 0...3`, for messages.
  var span: String { bounds.map { "\($0.lowerBound)...\($0.upperBound)" }.joined(separator: ", ") }
}

/// A part of an expression, with what it stands for and how many parts that has, written out.
struct Operand {
  let expression: Expression
  let value: ExpressionValue
  let size: Int
}

extension [Operand] {
  /// Those before the first that is no number.
  var numbers: [Formula] {
    var numbers: [Formula] = []
    numbers.reserveCapacity(count)
    for operand in self {
      guard case .number(let formula) = operand.value else { break }
      numbers.append(formula)
    }
    return numbers
  }
}
