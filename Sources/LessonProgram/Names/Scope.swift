package import Algebra
package import Diagnostics
package import LessonLanguage

/// The names that a lesson has defined so far, and which of them are stale.
///
/// A value is stale once something that it depends on has changed; `forward` makes all fresh. Cost: each mention is
/// looked at once between two passes, however many numbers are changed.
package final class Scope {
  /// What a name stands for.
  package enum Kind: Equatable {
    /// A number that is given.
    case given(GivenKind)
    /// A formula.
    case formula
  }

  /// A name and what is known of it.
  package struct Definition {
    /// The name.
    package let name: Name
    /// Where it is defined.
    package let range: SourceRange
    /// Its formula; `nil` for a given number, and for a formula that has an error.
    package let formula: Formula?
    /// The derivatives that its formula holds.
    package let atoms: [Formula]
    /// The places of the names that its formula mentions, outside of derivatives.
    let mentions: [Int]
    /// What it stands for.
    package let kind: Kind
    /// Whether its formula, or one that it mentions, holds a derivative.
    let reachesDerivative: Bool
  }

  /// Why a value is stale.
  package struct Change {
    /// What was changed.
    package let name: Name
    /// Where.
    package let range: SourceRange
  }

  /// What values have been defined and formulas written out come to.
  private var writtenCount = 0

  /// No lesson comes to more: what is counted is about the memory that it takes.
  static let maxWrittenParts = 4_300_000

  private let limit: Int

  /// No names yet; their values and formulas may come to so much.
  package init(maxWrittenParts: Int = Scope.maxWrittenParts) { limit = maxWrittenParts }

  /// What is said of a lesson that does.
  static let tooMuchWritten =
    "written out, the values of this lesson and their formulas count more than 4,300,000, which is the bound"

  /// Counts a value that is about to be defined; false once there are too many.
  func grow(byValueWith formula: Formula?) -> Bool { grow(by: Self.count(ofValueWith: formula?.size ?? 0)) }

  /// What a value counts whose formula has so many parts.
  package static func count(ofValueWith parts: Int) -> Int { 2 + 2 * parts }

  /// For how many values there is room whose formulas have so many parts each.
  package func maxValues(withFormulasOf parts: Int) -> Int {
    max(0, limit - writtenCount) / Self.count(ofValueWith: parts)
  }

  /// Takes no more values.
  func fill() { writtenCount = limit + 1 }

  /// Counts parts of a formula that is written out; false once there are too many.
  func grow(by count: Int) -> Bool {
    writtenCount += count
    return !isFull
  }

  /// Whether there are too many.
  var isFull: Bool { writtenCount > limit }

  /// What has made values stale or fresh, in order.
  var history: [Turn] = []

  /// Something that has made values stale or fresh.
  struct Turn {
    /// How many names were defined.
    var definitionCount: Int
    /// What it was.
    let effect: Effect

    /// What makes values stale or fresh.
    enum Effect {
      /// Given numbers were changed.
      case change([Name], SourceRange)
      /// All formulas were worked out again.
      case forward
      /// A loop that may have had no pass has left values stale.
      case stale([(value: Int, reason: Change)])
    }
  }

  private func note(_ effect: Turn.Effect) {
    history.append(Turn(definitionCount: definitions.count, effect: effect))
  }

  /// All definitions, in order.
  package private(set) var definitions: [Definition] = []
  /// Whether there is or was a name `e`, be it that of a range or a row.
  package private(set) var isECalled = false
  private var places = NamePlaces()
  /// The places of the formulas that read a value, in a formula or in a derivative.
  private var readers: [[Int]] = []
  /// Of each value, which of `reasons` it is stale for; `fresh` for none.
  private var changes: [Int32] = []
  /// Why values are stale: a reason for all that one change has made so.
  private var reasons: [Change] = []
  private static let fresh: Int32 = -1
  /// How many of a value's readers know that it has changed.
  private var notified: [Int32] = []
  private var stale: [Int] = []
  private var changed: [Int] = []

  /// The families, by their names.
  package private(set) var families: [Name: Family] = [:]
  /// The rows of data cells and those that are made, by their names.
  package var data: [Name: DataSet] = [:]
  /// Where they are defined.
  var dataRanges: [Name: SourceRange] = [:]
  /// All rows, in the order of the lesson.
  package var dataInOrder: [DataSet] {
    dataRanges.sorted { $0.value.lowerBound < $1.value.lowerBound }.compactMap { data[$0.key] }
  }
  /// The functions of the lesson's own, by their names.
  package var functions: [Name: LessonFunction] = [:]
  /// Where the lesson's own optimizers are named.
  package var optimizers: [Name: SourceRange] = [:]
  /// Where trainings are given names.
  package var trainings: [Name: SourceRange] = [:]
  /// Those of the optimizers whose rate is a formula of the epoch.
  package var scheduledOptimizers: Set<Name> = []
  /// The rates that are formulas of the epoch, by their names.
  package var schedules: [Name: Schedule] = [:]
  /// The names whose definitions have an error, which has been told: what mentions them is not told as well.
  var broken: Set<Name> = []
  /// The numbers of consts that are known before the lesson runs: with them indices and ranges are worked out.
  var constants: [Name: Double] = [:]

  /// The place of a name in `definitions`.
  private func place(of name: Name) -> Int? { places.place(of: name) { definitions[$0].name } }

  /// Whether there is a value of that name.
  func has(_ name: Name) -> Bool { place(of: name) != nil }

  /// The definition of a name.
  package subscript(name: Name) -> Definition? { place(of: name).map { definitions[$0] } }

  /// Why a name is stale; `nil` when it is fresh.
  package func change(behind name: Name) -> Change? {
    stale.isEmpty ? nil : place(of: name).flatMap { change(behindValueAt: $0) }
  }

  private func change(behindValueAt index: Int) -> Change? {
    changes[index] == Self.fresh ? nil : reasons[Int(changes[index])]
  }

  /// The names that an expression may mention, for `did you mean`: families by their own names.
  package var mentionableNames: [String] {
    definitions.lazy.map(\.name.text).filter { !$0.hasSuffix("]") } + families.values.map(\.name).sorted()
  }

  /// Adds an element of a family, which must have as many indices as those before it.
  package func define(
    _ name: Name, in family: Name, _ indices: [Int], _ kind: Kind, at range: SourceRange, as formula: Formula?
  ) {
    families[
      family, default: Family(name: family.text, kind: kind, range: range, indexCount: indices.count)
    ].add(indices, name)
    define(name, kind, at: range, as: formula)
  }

  /// Makes room for many names at once.
  func makeRoom(for count: Int) {
    guard count > definitions.count else { return }
    let room = definitions.count + count
    definitions.reserveCapacity(room)
    places.makeRoom(for: room) { definitions[$0].name }
    readers.reserveCapacity(room)
    changes.reserveCapacity(room)
    notified.reserveCapacity(room)
  }

  /// Adds a name.
  package func define(_ name: Name, _ kind: Kind, at range: SourceRange, as formula: Formula?) {
    isECalled = isECalled || name.text == "e"
    let isFormula = kind == .formula
    // What a given number was worked out from is not asked for any more.
    let formula = isFormula ? formula : nil
    let (names, atoms, lookedUp) = formula?.mentions ?? ([], [], [])
    let elements = lookedUp.flatMap { families[Name($0)]?.elements ?? [] }
    let mentions = (elements.isEmpty ? names : names + elements).compactMap { place(of: $0) }
    let index = definitions.count
    definitions.append(
      Definition(
        name: name, range: range, formula: formula, atoms: atoms, mentions: mentions, kind: kind,
        reachesDerivative: !atoms.isEmpty || mentions.contains { definitions[$0].reachesDerivative }))
    places.note(index, of: name) { definitions[$0].name }
    readers.append([])
    changes.append(Self.fresh)
    notified.append(0)
    guard isFormula else { return }
    for read in mentions { readers[read].append(index) }
    for read in atoms.flatMap(\.readNames) {
      if let place = place(of: read) { readers[place].append(index) }
    }
  }

  /// Forgets the last name, which nothing mentions: one that is known for a while only.
  package func forgetLast() {
    guard let last = definitions.last else { return }
    places.forget(last.name) { definitions[$0].name }
    definitions.removeLast()
    for turn in history.indices.reversed() {
      guard history[turn].definitionCount > definitions.count else { break }
      history[turn].definitionCount = definitions.count
    }
    readers.removeLast()
    changes.removeLast()
    notified.removeLast()
  }

  /// Those of `columns` that are inputs or targets, which rows set.
  func settable(_ columns: [Name]) -> [Name] {
    columns.filter { self[$0]?.kind == .given(.input) || self[$0]?.kind == .given(.target) }
  }

  /// Makes every value that depends on one of `names` stale.
  package func change(_ names: [Name], at range: SourceRange) {
    note(.change(names, range))
    for name in names { makeStale(whatDependsOn: name, at: range) }
  }

  /// Makes every value that depends on `name` stale.
  package func change(_ name: Name, at range: SourceRange) { change([name], at: range) }

  private func makeStale(whatDependsOn name: Name, at range: SourceRange) {
    guard let index = place(of: name) else { return }
    var waiting = [index]
    var reason: Int32?
    while let next = waiting.popLast() {
      if notified[next] == 0 { changed.append(next) }
      for reader in readers[next][Int(notified[next])...] where changes[reader] == Self.fresh {
        changes[reader] = reason ?? add(Change(name: name, range: range))
        reason = changes[reader]
        stale.append(reader)
        waiting.append(reader)
      }
      notified[next] = Int32(readers[next].count)
    }
  }

  private func add(_ change: Change) -> Int32 {
    reasons.append(change)
    return Int32(reasons.count - 1)
  }

  /// The values that are stale, with the reasons.
  var staleValues: [(value: Int, reason: Change)] {
    stale.compactMap { value in change(behindValueAt: value).map { (value, $0) } }
  }

  /// Makes values stale that were stale before: what has made them fresh may not come to pass.
  func makeStale(_ values: [(value: Int, reason: Change)]) {
    if !values.isEmpty { note(.stale(values)) }
    for (value, reason) in values where changes[value] == Self.fresh {
      changes[value] = add(reason)
      stale.append(value)
    }
  }

  /// Makes every value fresh.
  package func forward() {
    note(.forward)
    for index in stale { changes[index] = Self.fresh }
    reasons = []
    for index in changed { notified[index] = 0 }
    stale = []
    changed = []
  }

  /// The first formula beneath `roots` that holds a derivative which itself depends on `name`, if there is one: a
  /// derivative is not differentiated through. Cost: each mention is looked at once.
  func formulaHoldingDerivative(beneath roots: [Name], by name: Name) -> Definition? {
    let roots = roots.compactMap { place(of: $0) }
    guard roots.contains(where: { definitions[$0].reachesDerivative }) else { return nil }
    let dependents = dependents(of: name)
    for index in beneath(roots) where definitions[index].atoms.contains(where: { $0.reads(dependents) }) {
      return definitions[index]
    }
    return nil
  }

  /// All names on which a derivative depends that a formula beneath `root` holds.
  func namesBehindDerivatives(beneath root: Name) -> Set<Name> {
    guard let root = place(of: root), definitions[root].reachesDerivative else { return [] }
    var waiting = beneath([root]).flatMap { definitions[$0].atoms.flatMap(\.readNames) }
    var found: Set<Name> = []
    while let next = waiting.popLast() {
      guard found.insert(next).inserted, let index = place(of: next) else { continue }
      waiting += definitions[index].mentions.map { definitions[$0].name }
      waiting += definitions[index].atoms.flatMap(\.readNames)
    }
    return found
  }

  /// The definitions of all that `name` depends on, its own included, in order.
  func definitions(beneath name: Name) -> [Definition] {
    place(of: name).map { beneath([$0]).map { definitions[$0] } } ?? []
  }

  /// All whose values depend on `name`, `name` included, be it through a derivative.
  func dependents(of name: Name) -> Set<Name> {
    var waiting = place(of: name).map { [$0] } ?? []
    var found: Set<Name> = []
    while let next = waiting.popLast() {
      if found.insert(definitions[next].name).inserted { waiting += readers[next] }
    }
    return found
  }

  /// The places of all that `roots` depend on, the roots included, in order.
  private func beneath(_ roots: [Int]) -> [Int] {
    guard let last = roots.max() else { return [] }
    var isBeneath = [Bool](repeating: false, count: last + 1)
    for root in roots { isBeneath[root] = true }
    for index in stride(from: last, through: 0, by: -1) where isBeneath[index] {
      for mention in definitions[index].mentions { isBeneath[mention] = true }
    }
    return isBeneath.indices.filter { isBeneath[$0] }
  }
}

extension Formula {
  /// Whether an atom reads one of `names`.
  func reads(_ names: Set<Name>) -> Bool { readNames.contains(where: names.contains) }

  /// The names whose values an atom reads.
  package var readNames: [Name] {
    switch self {
    case .derivative(let numerator, let name):
      numerator.names + numerator.atoms.flatMap(\.readNames) + [name]
    case .local(let output, let name): [output, name]
    case .overRows(_, let formula, _): formula.names + formula.atoms.flatMap(\.readNames)
    default: []
    }
  }
}
