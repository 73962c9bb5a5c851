package import Algebra
package import Diagnostics
import LessonProgram

/// What has become of the numbers of a lesson, statement by statement, so that they can be had as they were.
///
/// Of each moment only what another number had before it is kept. Cost of a moment: O(all values) where a number that was
/// known may have changed, else O(new values).
package struct Trace {
  /// What has happened between two looks at the numbers.
  fileprivate struct Moment {
    /// How much had been written down.
    let partCount: Int
    /// The values that are others now, as they were before.
    var before: [(index: Int, state: Environment.ValueState)] = []
    /// How many values there were.
    let valueCount: Int
    /// How many forward passes there had been.
    let passes: Int
    /// Which given numbers were changed, and where.
    let changes: [(names: [Name], range: SourceRange)]
    /// Whether all formulas were worked out again, behind the changes.
    let hasPassed: Bool
  }

  private var moments: [Moment] = []
  private var last: [Environment.ValueState] = []
  /// How many states are kept in all.
  private var keptCount = 0
  /// The first moment that can still be had.
  private var firstKept = 0

  /// No more states are kept: of a longer lesson those at its beginning are forgotten.
  private static let maxStates = 2_000_000

  /// Nothing has happened yet.
  package init() {}

  /// How many moments there are.
  package var count: Int { moments.count }

  /// Takes note of what an instruction has done.
  mutating func note(_ environment: Environment, parts: Int, after instruction: Instruction) {
    switch instruction.kind {
    case .forward: note(environment, parts: parts, passes: true)
    case .assign(let assignments):
      note(environment, parts: parts, changes: assignments.map { ([$0.name], $0.range) })
    case .update(let descent):
      note(environment, parts: parts, changes: [(descent.params, instruction.range)])
    case .reset(let names): note(environment, parts: parts, changes: [(names, instruction.range)])
    case .train(let training):
      note(
        environment, parts: parts, changes: [(training.params + training.counters, instruction.range)],
        passes: true)
    case .loop: note(environment, parts: parts)
    case .given, .define, .prose, .comment, .explain, .explainFamily, .explainDerivatives, .function,
      .backward, .optimizer, .data, .record, .table, .plot, .network, .checks, .ask:
      // There may be new values; those that were there are what they were.
      noteNewValues(environment)
      moments.append(
        Moment(
          partCount: parts, valueCount: last.count, passes: environment.passes, changes: [], hasPassed: false)
      )
    }
  }

  /// Takes note of given numbers that a row has set.
  mutating func note(_ environment: Environment, parts: Int, changing names: [Name], at range: SourceRange) {
    note(environment, parts: parts, changes: [(names, range)])
  }

  private mutating func note(
    _ environment: Environment, parts: Int, changes: [(names: [Name], range: SourceRange)] = [],
    passes: Bool = false
  ) {
    let entries = environment.entries
    var moment = Moment(
      partCount: parts, valueCount: entries.count, passes: environment.passes, changes: changes,
      hasPassed: passes)
    for index in last.indices {
      if index < entries.count, last[index].holds(entries[index], in: environment) { continue }
      moment.before.append((index, last[index]))
      if index < entries.count { last[index] = Environment.ValueState(entries[index], in: environment) }
    }
    if entries.count < last.count { last.removeLast(last.count - entries.count) }
    noteNewValues(environment)
    keptCount += moment.before.count
    moments.append(moment)
    while keptCount > Self.maxStates, firstKept < moments.count {
      keptCount -= moments[firstKept].before.count
      moments[firstKept].before = []
      firstKept += 1
    }
  }

  private mutating func noteNewValues(_ environment: Environment) {
    for entry in environment.entries[last.count...] {
      last.append(Environment.ValueState(entry, in: environment))
    }
  }

  // MARK: Looking back

  /// The first moment at which so much had been written down; `nil` where there is none.
  package func moment(withParts count: Int) -> Int? {
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle].partCount < count { low = middle + 1 } else { high = middle }
    }
    return low < moments.count ? low : nil
  }

  /// The values as they were at a moment, -1 being before the first; `nil` where that is forgotten.
  package func snapshot(at moment: Int, of environment: Environment) -> Snapshot? {
    guard moment + 1 >= firstKept else { return nil }
    var before: [Int: Environment.ValueState] = [:]
    for later in moments[(moment + 1)...] {
      for (index, state) in later.before where before[index] == nil { before[index] = state }
    }
    return Snapshot(
      environment: environment, before: before, count: moment < 0 ? 0 : moments[moment].valueCount,
      passes: moment < 0 ? 0 : moments[moment].passes)
  }

  /// What has been changed from behind the moment `first` up to `last`, and behind the last forward pass among them; and
  /// whether there was one.
  package func changes(
    behind first: Int, upTo last: Int
  ) -> (changes: [(names: [Name], range: SourceRange)], hasPassed: Bool) {
    let between = moments[(first + 1)..<(last + 1)]
    let pass = between.lastIndex { $0.hasPassed }
    return (between[((pass ?? first) + 1)...].flatMap(\.changes), pass != nil)
  }

  /// Where a name was changed last behind the moment `first` up to `last`.
  package func lastChange(of name: Name, behind first: Int, upTo last: Int) -> SourceRange? {
    for moment in moments[(first + 1)..<(last + 1)].reversed() {
      if let change = moment.changes.last(where: { $0.names.contains(name) }) { return change.range }
    }
    return nil
  }

  /// The values that have come to be or have become others behind the moment `first` up to `last`, in the order in which they
  /// were defined. Those are left out whose moment is forgotten, and those that are known no more.
  package func touchedNames(behind first: Int, upTo last: Int, of environment: Environment) -> [Name] {
    guard first < last, last < moments.count else { return [] }
    let known = environment.entries.count
    var touched = Set(
      (first < 0 ? 0 : min(known, moments[first].valueCount))..<min(known, moments[last].valueCount))
    for moment in moments[(first + 1)...last] { touched.formUnion(moment.before.lazy.map(\.index)) }
    return touched.filter { $0 < known }.sorted().map { environment.entries[$0].name }
  }

  /// The numbers that some values had before the last moment, up to `last`, at which any of them became another: of those that
  /// did then. Cost: O(all that has changed since).
  ///
  /// - Parameter now: their numbers at the moment `last`.
  package func lastChanges(among now: [Name: Double], upTo last: Int) -> [Name: Double] {
    guard last < moments.count, last >= firstKept else { return [:] }
    for moment in moments[firstKept...last].reversed() {
      let changed = moment.before.filter {
        now[$0.state.name].map { [state = $0.state] in $0 != state.value } ?? false
      }
      if !changed.isEmpty {
        return Dictionary(
          changed.map { ($0.state.name, $0.state.value) }, uniquingKeysWith: { first, _ in first })
      }
    }
    return [:]
  }
}

/// The values of a lesson as they were at a moment.
package struct Snapshot {
  private let environment: Environment
  private let before: [Int: Environment.ValueState]
  private let count: Int
  private let passes: Int
  /// Values that are known no more, by their names.
  private let forgotten: [Name: Environment.ValueState]

  fileprivate init(environment: Environment, before: [Int: Environment.ValueState], count: Int, passes: Int) {
    self.environment = environment
    self.count = count
    self.passes = passes
    self.before = before.filter { $0.key < count }
    forgotten = Dictionary(
      self.before.values.filter { !environment.has($0.name) }.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }

  /// The names of all values, in the order in which they were defined.
  package var names: [Name] { (0..<count).map { before[$0]?.name ?? environment.entries[$0].name } }

  /// How many values there are.
  package var valueCount: Int { count }

  /// Whether there is a value of that name.
  package func has(_ name: Name) -> Bool {
    if forgotten[name] != nil { return true }
    guard environment.has(name) else { return false }
    let index = environment.index(of: name)
    return index < count && before[index].map { $0.name == name } ?? true
  }

  /// The number that a name had.
  package func value(of name: Name) -> Double {
    forgotten[name]?.value ?? before[environment.index(of: name)]?.value ?? environment.value(of: name)
  }

  /// The number that a name had, as it is to be shown: as it was typed, where it was.
  package func shownNumber(of name: Name) -> Number {
    let literal =
      (forgotten[name] ?? before[environment.index(of: name)]).map(\.literal) ?? environment[name].literal
    return literal ?? Number(value(of: name))
  }

  /// Whether an input is drawn anew at each pass.
  package var hasDraws: Bool {
    (0..<count).contains { index in
      if let state = before[index] { return state.draw != nil }
      return environment.entries[index].draw != nil
    }
  }

  /// A copy of all that `formulas` depend on, with the numbers as they were, its formulas worked out anew.
  ///
  /// - Parameter work: what is worked out there is counted against it.
  package func copy(beneath formulas: [Formula], work: WorkBound) throws(Fault) -> Environment {
    let copy = try environment.copy(
      beneath: formulas, before: { before[$0] }, forgotten: Array(forgotten.values), work: work)
    copy.passes = passes
    return copy
  }
}
