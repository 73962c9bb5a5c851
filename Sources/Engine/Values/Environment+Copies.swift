package import Algebra
import Autograd
import LessonProgram

// Copies, on which something is worked out that changes nothing here.

extension Environment {
  /// A copy of all that `formulas` depend on, on a tape of its own, with the numbers as they now are; what is set and
  /// worked out there changes nothing here.
  ///
  /// - Parameters:
  ///   - settings: names that have other numbers there, which the lesson need not have.
  ///   - work: what is worked out there is counted against it; `nil` for the bound of these values.
  package func copy(
    beneath formulas: [Formula], setting settings: [(name: Name, number: Double)] = [],
    work: WorkBound? = nil
  ) throws(Fault) -> Environment {
    let copy = emptyCopy(work)
    let numbers = Dictionary(settings.map { ($0.name, $0.number) }) { $1 }
    for (name, number) in settings where !has(name) {
      try copy.give(name, number, literal: nil, isSetByRows: true)
      copy.tape.setExact(true, ofLeaf: copy[name].node)
    }
    try copy.take(entries(beneath: formulas)) { _, entry in
      guard let number = numbers[entry.name] else { return ValueState(entry, in: self) }
      return ValueState(entry, setTo: number)
    }
    return copy
  }

  /// The same with given numbers as they were before.
  ///
  /// - Parameters:
  ///   - state: what is known of the value of that index, where it was another.
  ///   - forgotten: values that are no more.
  func copy(
    beneath formulas: [Formula], before state: (Int) -> ValueState?, forgotten: [ValueState],
    work: WorkBound
  ) throws(Fault) -> Environment {
    let copy = emptyCopy(work)
    for state in forgotten { try copy.give(state) }
    try copy.take(entries(beneath: formulas)) { index, entry in state(index) ?? ValueState(entry, in: self) }
    return copy
  }

  private func emptyCopy(_ work: WorkBound?) -> Environment {
    let copy = Environment(seed: seed, work: work ?? self.work)
    copy.data = data
    copy.curves = curves
    copy.passes = passes
    return copy
  }

  /// The entries of all that `formulas` depend on, in order.
  private func entries(beneath formulas: [Formula]) -> [(index: Int, entry: Entry)] {
    var waiting = formulas.flatMap { readNames(of: $0) }
    var isNeeded: Set<Int> = []
    while let name = waiting.popLast() {
      guard let index = place(of: name), isNeeded.insert(index).inserted else { continue }
      if let written = entries[index].recording?.written { waiting += readNames(of: written) }
    }
    return isNeeded.sorted().map { ($0, entries[$0]) }
  }

  /// Takes entries of other values over: formulas are worked out anew, given numbers are as `state` says.
  private func take(
    _ others: [(index: Int, entry: Entry)], _ state: (Int, Entry) -> ValueState
  ) throws(Fault) {
    for (index, entry) in others {
      if let recording = entry.recording {
        do { try define(entry.name, recording.written) } catch { throw .inFormula(entry.name, error) }
      } else {
        try give(state(index, entry))
      }
    }
  }

  /// Gives a number as it was.
  private func give(_ state: ValueState) throws(Fault) {
    try give(state.name, state.value, literal: state.literal, isSetByRows: state.isSetByRows)
    tape.setExact(state.isExact, ofLeaf: self[state.name].node)
    entries[entries.count - 1].draw = state.draw
    hasDraws = hasDraws || state.draw != nil
  }

  /// Takes the numbers of all given names over from `other`, of which this is a copy.
  func takeNumbers(from other: Environment) {
    passes = other.passes
    for place in entries.indices where entries[place].recording == nil {
      guard let index = other.place(of: entries[place].name) else { continue }
      let node = other.entries[index].node
      tape.setValue(other.tape.value(of: node), ofLeaf: entries[place].node)
      tape.setExact(other.tape.isExact(leaf: node), ofLeaf: entries[place].node)
      entries[place].draw = other.entries[index].draw
    }
  }

  /// All names that a formula may read: in both branches of an `if`, of each look-up all elements, and in derivatives.
  private func readNames(of formula: Formula) -> [Name] {
    let families = formula.families
    let elements = families.isEmpty ? [] : entries.map(\.name).filter { $0.isElement(ofOneOf: families) }
    return formula.names + elements + formula.atoms.flatMap(\.readNames)
  }
}

extension Name {
  /// Whether it is an element of one of the families.
  func isElement(ofOneOf families: [String]) -> Bool {
    families.contains { text.hasPrefix($0 + "[") }
  }
}
