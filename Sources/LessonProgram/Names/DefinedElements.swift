package import Algebra

/// A name that is about to be defined, and the formula behind it.
package struct DefinedElement {
  /// The element's indices; `nil` for a plain name.
  package let indices: [Int]?
  /// Its formula.
  package let formula: Formula
  /// How it is drawn at random, in place of a formula.
  package var draw: Instruction.RandomSource?
}

/// The names that a statement is about to define, in order: those of a whole family are made one by one as they are
/// looked at, as a million of them take much room.
package struct DefinedElements: RandomAccessCollection {
  private enum Content {
    case each([DefinedElement])
    case alike(Combinations, Formula, Instruction.RandomSource?)
    case family(Combinations, [Formula])
  }

  private let content: Content

  /// Elements that are written out.
  init(_ elements: [DefinedElement]) { content = .each(elements) }

  /// No elements: what is wrong has been reported.
  static let none = DefinedElements([])

  /// An element at each of the indices, all with one formula, or drawn from one source.
  init(at indices: Combinations, _ formula: Formula, drawn source: Instruction.RandomSource? = nil) {
    content = .alike(indices, formula, source)
  }

  /// An element at each of the indices, with formulas of its own.
  init(at indices: Combinations, each formulas: [Formula]) {
    precondition(indices.count == formulas.count, "each element has its formula")
    content = .family(indices, formulas)
  }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch content {
    case .each(let elements): elements.count
    case .alike(let indices, _, _): indices.count
    case .family(_, let formulas): formulas.count
    }
  }

  package subscript(position: Int) -> DefinedElement {
    switch content {
    case .each(let elements): elements[position]
    case .alike(let indices, let formula, let source):
      DefinedElement(indices: indices[position], formula: formula, draw: source)
    case .family(let indices, let formulas):
      DefinedElement(indices: indices[position], formula: formulas[position])
    }
  }
}

/// Every choice of one number from each range, the last one running fastest; each is made when it is looked at.
package struct Combinations: RandomAccessCollection {
  private let ranges: [ClosedRange<Int>]

  /// How many choices there are.
  package let endIndex: Int

  init(_ ranges: [ClosedRange<Int>]) {
    self.ranges = ranges
    endIndex = ranges.reduce(1) { $0 * $1.count }
  }

  package var startIndex: Int { 0 }

  package subscript(position: Int) -> [Int] {
    var choice = ranges.map(\.lowerBound)
    var rest = position
    for place in ranges.indices.reversed() {
      choice[place] += rest % ranges[place].count
      rest /= ranges[place].count
    }
    return choice
  }
}

extension [ClosedRange<Int>] {
  /// Every choice of one number from each range, the last one running fastest.
  var combinations: Combinations { Combinations(self) }
}
