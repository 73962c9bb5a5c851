import Algebra

/// The sides of numbers of an equation, one after the other, with blanks in them.
///
/// In the first one stands a number for each leaf of the names before it: there those stay that the author typed, and those of
/// given names. In each further one those stay that stood in the side before it. Where the sides are not built alike, and
/// where values alone decide, the numbers stay that are known or typed.
struct Substitution {
  private let blanks: Blanks
  private let literals: Set<Double>
  /// The leaves of the names, while no numbers have been put in.
  private var names: [Formula]?
  /// The numbers that have stayed in the side before; `nil` where names did not decide about it.
  private var kept: Set<Double>?

  /// Nothing put in yet.
  init(_ blanks: Blanks, into names: [Formula], literals: Set<Double>) {
    self.blanks = blanks
    self.literals = literals
    self.names = names.flatMap(\.leaves)
  }

  /// The next side.
  mutating func shown(_ formulas: [Formula]) -> [Formula] {
    let byName = namesThatStay(formulas.flatMap(\.leaves).count)
    let before = kept
    var place = 0
    var kept: Set<Double> = []
    let shown = formulas.map { formula in
      formula.replacingLeaves { leaf in
        defer { place += 1 }
        guard case .number(let number) = leaf else { return nil }
        let stays =
          byName?[place] ?? before?.contains(number.full)
          ?? (blanks.known.contains(number.full) || literals.contains(number.full))
        guard stays else { return .number(.blank) }
        kept.insert(number.full)
        return nil
      }
    }
    if byName != nil || before != nil { self.kept = kept }
    names = nil
    return shown
  }

  /// Of each leaf of the names, whether the number in its place stays; `nil` where they do not decide about so many.
  private func namesThatStay(_ count: Int) -> [Bool]? {
    guard let given = blanks.givenNames, let names, names.count == count else { return nil }
    return names.map { name in
      if case .number = name { true } else { given.contains(name) }
    }
  }
}

extension Formula {
  /// Its numbers, names and atoms, in the order in which `replacingLeaves` goes through them.
  fileprivate var leaves: [Formula] {
    var leaves: [Formula] = []
    _ = replacingLeaves { leaf in
      leaves.append(leaf)
      return nil
    }
    return leaves
  }
}
