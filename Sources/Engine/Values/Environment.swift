package import Algebra
package import Autograd
package import LessonProgram

/// Every named value of a running lesson, on one tape.
///
/// Each formula is recorded once, where it stands; `forward` works the same nodes out again. All that is shown,
/// checked or updated is read from here: values, derivatives through the whole network, and the derivatives of one
/// link.
package final class Environment {
  /// All values, in the order in which they were defined.
  package internal(set) var entries: [Entry] = []
  private var places = NamePlaces()
  /// The derivatives of formulas by names in them, as formulas: those that were asked for so far.
  package var linkFormulas: [Name: [Name: Formula]] = [:]
  /// The values of a run of the same instructions with other numbers: its derivatives hold here where a formula is the same.
  package var sibling: Environment?
  /// The first name of each shorthand that is all of a formula, by the shorthand as it is written and simplified.
  var shorthandNames: [Formula: Name] = [:]
  /// The rows that expressions go through, by their names.
  package var data: [Name: DataSet] = [:]
  /// What trainings and loops have recorded, for plots.
  package internal(set) var curves = Curves()
  /// Copies on which expressions are worked out for all rows: those that were asked for so far.
  var rowProbes: [Formula: Probe] = [:]
  /// How many forward passes there have been: what inputs are drawn by.
  package var passes = 0
  /// Whether every formula is always the same operations.
  package private(set) var isPlain = true
  /// Whether every formula is the same operations as long as guards hold, so that all can be worked out in one go.
  package private(set) var isReplayable = true
  /// What must hold for all formulas to be those on the tape.
  package private(set) var guards: [Guard] = []
  /// Whether an input is drawn anew at each pass.
  package internal(set) var hasDraws = false
  package let tape = Tape()
  /// The tape compiled, once it has been passed through often enough since it was last changed.
  var program: Program?
  /// How many passes there have been since the tape was last changed.
  var passesOnTape = 0
  /// What lines that set numbers have recorded since then.
  private var recordedSettings = RecordedSettings()
  /// What everything drawn at random begins from.
  package let seed: Int
  package let work: WorkBound

  /// No values yet; what is worked out is counted against `work`.
  package init(seed: Int, work: WorkBound) {
    self.seed = seed
    self.work = work
  }
}

// MARK: - Reading

extension Environment {
  /// The value of that name, which must be defined.
  package subscript(name: Name) -> Entry {
    guard let index = place(of: name) else { preconditionFailure("the resolver lets no unknown name pass") }
    return entries[index]
  }

  /// Whether there is a value of that name.
  package func has(_ name: Name) -> Bool { place(of: name) != nil }

  /// The place of a name in `entries`, if it is there.
  func place(of name: Name) -> Int? { places.place(of: name) { entries[$0].name } }

  /// The place of a name in `entries`: what a formula mentions stands before it.
  package func index(of name: Name) -> Int {
    guard let index = place(of: name) else { preconditionFailure("the resolver lets no unknown name pass") }
    return index
  }

  /// The current value of a name.
  package func value(of name: Name) -> Double { tape.value(of: self[name].node) }

  /// The number of a name as it is to be shown: as it was typed, or with its digits open.
  package func number(of name: Name) -> Number { self[name].literal ?? Number(value(of: name)) }

  /// The formula of a name at the current values; `nil` for a given number.
  package func formula(of name: Name) -> Formula? { self[name].recording?.formula.writtenOut() }

  /// The formula of a name as it is written; `nil` for a given number.
  package func written(_ name: Name) -> Formula? { self[name].recording?.written.writtenOut() }

  /// How far an index may be from a whole number.
  static let indexTolerance = 1e-9

  /// The element that a look-up finds.
  package func element(of family: String, _ indices: [Double]) throws(Fault) -> Name {
    let whole = indices.map { $0.rounded() }
    guard zip(indices, whole).allSatisfy({ abs($0 - $1) <= Self.indexTolerance && abs($1) <= 1e15 }) else {
      throw .noElement(Fault.LookUp(family: family, indices: indices))
    }
    let name = Name(family, whole.map { Int($0) })
    guard has(name) else { throw .noElement(Fault.LookUp(family: family, indices: indices)) }
    return name
  }

  /// The first and the last element of a family.
  func ends(of family: String) -> (first: Name, last: Name)? {
    let elements = entries.lazy.map(\.name).filter { $0.isElement(ofOneOf: [family]) }
    guard let first = elements.first, let last = elements.reversed().first else { return nil }
    return (first, last)
  }

  /// The names in the formula of a name, in order; none for a given number.
  package func names(inFormulaOf name: Name) -> [Name] { self[name].recording?.names ?? [] }
}

extension Environment {
  /// All that `roots` depend on, the roots included, in the order in which they were defined.
  package func names(beneath roots: [Name]) -> [Name] {
    var waiting = roots.map { index(of: $0) }
    var isBeneath: Set<Int> = Set(waiting)
    while let next = waiting.popLast() {
      for name in entries[next].recording?.names ?? [] {
        let index = index(of: name)
        if isBeneath.insert(index).inserted { waiting.append(index) }
      }
    }
    return isBeneath.sorted().map { entries[$0].name }
  }
}

// MARK: - Defining and changing

extension Environment {
  /// Adds a given number, which no derivative passes through.
  package func give(_ name: Name, _ value: Double, literal: Number?, isSetByRows: Bool = false) throws(Fault)
  {
    try work.spend(Work.givenNumber)
    let node = tape.appendLeaf(value, isExact: literal != nil)
    let origin = literal.map { shared(.typed($0)) } ?? .computed
    add(Entry(name: name, node: node, origin, isSetByRows: isSetByRows))
  }

  /// Forgets the given number that was added last, which no formula mentions: one that is known for a while only.
  package func forgetLast() {
    guard let last = entries.last else { return }
    changeTape()
    places.forget(last.name) { entries[$0].name }
    entries.removeLast()
    tape.truncate(to: last.node.index)
  }

  /// Adds a number that is drawn at random, anew at each forward pass where `isRedrawn`.
  package func give(_ name: Name, _ draw: Draw, isRedrawn: Bool, isSetByRows: Bool = false) throws(Fault) {
    try work.spend(Work.givenNumber)
    let number = draw.value(of: name, seed: seed, pass: isRedrawn ? passes : 0)
    let origin = isRedrawn ? shared(.drawn(draw)) : .computed
    add(Entry(name: name, node: tape.appendLeaf(number), origin, isSetByRows: isSetByRows))
    hasDraws = hasDraws || isRedrawn
  }

  /// The origin of the entry that was added last, where this one is the same.
  private func shared(_ origin: Origin) -> Origin {
    guard let last = entries.last?.origin, origin.isSame(as: last) else { return origin }
    return last
  }

  /// Makes room for many values at once.
  func makeRoom(for count: Int) {
    guard count > entries.count else { return }
    entries.reserveCapacity(entries.count + count)
    places.makeRoom(for: entries.count + count) { entries[$0].name }
  }

  /// Forgets the compiled tape, which is no more what it was, and what was recorded on top of it.
  private func changeTape() {
    program = nil
    passesOnTape = 0
    recordedSettings.forget()
  }

  /// Draws the inputs that are drawn at random anew, for the next forward pass.
  func drawInputs() throws(Fault) {
    passes += 1
    guard hasDraws else { return }
    try work.spend(Work.draw * entries.count)
    for entry in entries {
      guard let draw = entry.draw else { continue }
      tape.setValue(draw.value(of: entry.name, seed: seed, pass: passes), ofLeaf: entry.node)
    }
  }

  /// Adds a formula, works it out and gives its value.
  @discardableResult
  package func define(_ name: Name, _ formula: Formula) throws(Fault) -> Double {
    try work.spend(Work.definition)
    let recording = try record(formula)
    note(formula, as: name)
    add(Entry(name: name, node: recording.node, .formula(recording)))
    return tape.value(of: recording.node)
  }

  /// Works out a formula that has no name, and leaves nothing of it on the tape.
  package func value(of formula: Formula) throws(Fault) -> Double {
    if case .name(let name) = formula { return value(of: name) }
    let first = tape.count
    defer { tape.truncate(to: first) }
    return tape.value(of: try record(formula, isKept: false).node)
  }

  /// The number that is set to a formula, and the value of that: the decimal that it stands for, so that decisions which it
  /// will lead to need not know where it came from.
  ///
  /// - Parameters:
  ///   - formula: what it is set to.
  ///   - frozen: Numbers of derivatives that are not to be worked out at the current values.
  ///   - line: The line that sets it, if a loop may come by there again.
  package func setting(
    of formula: Formula, frozen: [Formula: Number] = [:], in line: Instruction.Assignment? = nil
  ) throws(Fault) -> (number: Double, value: Double) {
    if case .name(let name) = formula { return (value(of: name), value(of: name)) }
    let first = tape.count
    defer { tape.truncate(to: first) }
    let node = try settingNode(of: formula, frozen: frozen, in: line)
    return (tape.decimal(of: node), tape.value(of: node))
  }

  /// The node that has the value of a formula to which a number is set.
  private func settingNode(
    of formula: Formula, frozen: [Formula: Number], in line: Instruction.Assignment?
  ) throws(Fault) -> Node {
    if let line, let known = recordedSettings[line],
      let node = try known.record(known: frozen, on: tape, work)
    {
      return node
    }
    guard formula.isChanging else {
      let recording = try record(formula, isKept: false, known: frozen)
      if let line { recordedSettings.keep(RecordedSetting(recording, on: tape), of: line) }
      return recording.node
    }
    // Where other numbers choose the formula, the frozen ones must stand in it.
    let whole = frozen.isEmpty ? formula : formula.replacingLeaves { frozen[$0].map { .number($0) } }
    return try record(whole, isKept: false).node
  }

  /// Puts the entries from a place on on the tape again, each with its number or its formula.
  func recordAnew(from first: Int) throws(Fault) {
    guard let start = entries[first].recording?.nodes.lowerBound else { return }
    changeTape()
    let given = entries[first...].map { entry -> (value: Double, isExact: Bool) in
      guard entry.recording == nil else { return (0, false) }
      return (tape.value(of: entry.node), tape.isExact(leaf: entry.node))
    }
    tape.truncate(to: start)
    guards = []
    isReplayable = true
    for recording in entries[..<first].compactMap(\.recording) { take(recording) }
    for (offset, index) in (first..<entries.count).enumerated() {
      if let recording = entries[index].recording {
        let anew = try record(recording.written)
        take(anew)
        entries[index].recording = anew
        linkFormulas[entries[index].name] = nil
        entries[index].node = anew.node
      } else {
        try work.spend(1)
        let (value, isExact) = given[offset]
        entries[index].node = tape.appendLeaf(value, isExact: isExact)
      }
    }
  }

  /// Gives an old name a new number, which is drawn no more; `literal` is how its author typed it.
  ///
  /// - Parameter isExact: whether no arithmetic has led to it, though how it was typed is not known.
  package func set(_ name: Name, to value: Double, literal: Number? = nil, isExact: Bool = false) {
    let index = index(of: name)
    tape.setValue(value, ofLeaf: entries[index].node)
    tape.setExact(isExact || literal != nil, ofLeaf: entries[index].node)
    entries[index].literal = literal
    entries[index].draw = nil
  }

  /// Whether rows of data set a name where a column bears it: it is an input or a target.
  package func isSetByRows(_ name: Name) -> Bool { place(of: name).map { entries[$0].isSetByRows } ?? false }

  /// The numbers of a row that set something, with the names that they set.
  package func settings(by row: [Number], of data: DataSet) -> [(name: Name, number: Double)] {
    zip(data.columns, row).filter { isSetByRows($0.0) }.map { ($0, $1.value) }
  }

  /// Gives a given name back the number that it had, how it was typed, and how it is drawn.
  package func restore(_ entry: Entry, to number: Double) {
    set(entry.name, to: number, literal: entry.literal)
    entries[index(of: entry.name)].draw = entry.draw
  }

  private func add(_ entry: Entry) {
    changeTape()
    entries.append(entry)
    places.note(entries.count - 1, of: entry.name) { entries[$0].name }
    // A look-up may find what was not there before.
    if !rowProbes.isEmpty, entry.name.text.hasSuffix("]") { rowProbes = [:] }
    guard let recording = entry.recording else { return }
    if recording.isChanging || !recording.derivatives.isEmpty { isPlain = false }
    take(recording)
  }

  private func take(_ recording: Recording) {
    if recording.guards == nil || !recording.derivatives.isEmpty { isReplayable = false }
    guards += recording.guards ?? []
  }
}
