import Algebra
public import Diagnostics
import Engine
import Exposition
import LessonProgram
public import LessonRuntime
import PrintedNumbers

/// Writes the numbers of a lesson down, and what each follows from, as the lesson is carried out.
struct SheetWriter: Observer {
  /// What has been written.
  var sheet: MarkingSheet
  let environment: Environment
  /// The derivatives that have been written down: of which slot, by which.
  var derivatives: [Ends: Int] = [:]
  /// The links that have been written down, in the same way.
  var links: [Ends: Int] = [:]
  /// The links of a slot that pass a derivative on unchanged.
  var passing: Set<Ends> = []
  /// The slots whose links have been written down.
  var linked: Set<Int> = []
  /// What is made of rows, as it was when the instruction began that is being carried out.
  var rowNumbers: [Formula: Int] = [:]
  /// The lines that there are, by their slots.
  private var lineOfSlot: [Int: Int] = [:]

  /// What a derivative leads from and to.
  struct Ends: Hashable {
    let output: Int
    let input: Int
  }

  /// A lesson with more numbers is not marked.
  static let maxSlots = 20_000

  init(_ environment: Environment, style: NumberStyle) {
    self.environment = environment
    sheet = MarkingSheet(style: style)
  }

  var partCount: Int { 0 }

  mutating func observe(_ event: Event) throws(Fault) {
    switch event {
    case .begins(let instruction): try begin(instruction)
    case .gave(let given, let number): try give(given, number)
    case .sets(let assignment, let new, derivatives: _):
      let formula = new.literal == nil ? assignment.formula : nil
      try add(.name(assignment.name), formula, new.number, .step, isAsked: formula != nil)
    case .stepped(let step): try note(step)
    case .row: try noteChanges()
    case .ends(let instruction): try end(instruction)
    case .named, .trained, .pass, .recorded, .looped: break
    }
    guard sheet.slots.count <= Self.maxSlots else {
      throw .refused("the lesson works out more than 20,000 numbers, and so many are not marked")
    }
  }

  // MARK: Instructions

  private mutating func begin(_ instruction: Instruction) throws(Fault) {
    rowNumbers = [:]
    switch instruction.kind {
    case .update(let descent):
      sheet.cost = descent.cost
      for param in descent.params {
        try addAtom(.derivative(of: descent.costFormula, by: param), isAsked: true)
      }
    case .assign(let assignments):
      for atom in assignments.flatMap(\.formula.atoms) { try addAtom(atom, isAsked: false) }
    default: break
    }
  }

  private mutating func end(_ instruction: Instruction) throws(Fault) {
    rowNumbers = [:]
    switch instruction.kind {
    case .define(let definitions):
      for definition in definitions { try addValue(definition.name) }
    case .forward: try pass()
    case .explain(let formula):
      if case .derivative = formula { try addAtom(formula, isAsked: true, showsLinks: true) }
    case .explainDerivatives(of: let formula, by: _, let elements):
      for element in elements { try addAtom(.derivative(of: formula, by: element), isAsked: true) }
    case .backward(let output, let names):
      if sheet.cost == nil { sheet.cost = output }
      for name in names ?? environment.names(beneath: [output]).reversed() where name != output {
        try addAtom(.derivative(of: .name(output), by: name), isAsked: true)
      }
    case .table(let table):
      guard case .current(let formulas) = table.points else { return }
      for case .derivative(let formula, let name) in formulas {
        try addAtom(.derivative(of: formula, by: name), isAsked: true)
      }
    case .train, .loop, .reset: try noteChanges()
    case .given, .assign, .update, .prose, .comment, .explainFamily, .function, .optimizer, .data, .record,
      .plot, .network, .checks, .ask:
      break
    }
  }

  private mutating func give(_ given: Instruction.Given, _ number: GivenNumber) throws(Fault) {
    let value = environment.value(of: given.name)
    if case .workedOut = number {
      try add(.name(given.name), given.formula, value, .given, isAsked: false)
    } else {
      try add(.name(given.name), nil, value, .given, isAsked: false)
    }
  }

  /// All formulas that follow from what has changed have another number.
  private mutating func pass() throws(Fault) {
    for name in environment.entries.map(\.name) {
      guard let own = current(name) else { continue }
      if environment[name].recording == nil {
        // What is drawn anew at each pass.
        if environment.value(of: name) != sheet.slots[own].truth {
          try add(.name(name), nil, environment.value(of: name), .given, isAsked: false)
        }
        continue
      }
      let isBehind = environment.names(inFormulaOf: name).contains { current($0) ?? -1 > own }
      if isBehind || !sheet.slots[own].atoms.isEmpty { try addValue(name) }
    }
  }

  /// Takes note of numbers that are others now, and of which nothing else is known.
  private mutating func noteChanges() throws(Fault) {
    for entry in environment.entries {
      let value = environment.value(of: entry.name)
      if let own = current(entry.name), sheet.slots[own].truth == value || value.isNaN { continue }
      let isSet = entry.isSetByRows
      try add(.name(entry.name), nil, value, isSet ? .given : .opaque, isAsked: !isSet)
    }
  }

  // MARK: Slots

  /// The slot of a name as it now is.
  func current(_ name: Name) -> Int? { sheet.versions[name]?.last }

  private mutating func addValue(_ name: Name) throws(Fault) {
    let recording = environment[name].recording
    // A formula that looks up elements is taken as it stands with the lesson's numbers.
    let formula = recording.map { $0.isChanging ? $0.formula.writtenOut() : $0.written.writtenOut() }
    for atom in formula?.atoms ?? [] { try addAtom(atom, isAsked: false) }
    try add(.name(name), formula, environment.value(of: name), .value, isAsked: true)
  }

  /// Adds a slot, and a line for it.
  @discardableResult
  mutating func add(
    _ subject: Formula, _ formula: Formula?, _ truth: Double, _ kind: MarkingSheet.Kind, isAsked: Bool
  ) throws(Fault) -> Int {
    var atoms: [Formula: Int] = [:]
    for atom in formula?.atoms ?? [] { atoms[atom] = try slot(ofAtom: atom) }
    let place = addSlot(subject, formula, atoms: atoms, truth, kind)
    if case .name(let name) = subject { sheet.versions[name, default: []].append(place) }
    addLine(place, isAsked: isAsked)
    return place
  }

  /// Adds a slot without a line. Its formula must give its number with the lesson's numbers; where it does not, nothing follows
  /// from other numbers.
  mutating func addSlot(
    _ subject: Formula, _ formula: Formula?, atoms: [Formula: Int], _ truth: Double,
    _ kind: MarkingSheet.Kind
  ) -> Int {
    let place = sheet.slots.count
    var made: (formula: Formula, operands: [Int])?
    if let formula {
      let found = sheet.value(of: formula, at: place, atoms: atoms) { sheet.slots[$0].truth }
      if abs(found - truth) <= 1e-9 * max(1, abs(truth)) {
        let operands =
          formula.names.compactMap { sheet.slot(of: $0, before: place) }
          + formula.atoms.compactMap { atoms[$0] }
        made = (formula, operands)
      }
    }
    let isOpaque = made == nil && kind != .given && !(formula == nil && kind == .step)
    sheet.slots.append(
      MarkingSheet.Slot(
        subject: subject, formula: made?.formula, atoms: made == nil ? [:] : atoms, truth: truth,
        kind: isOpaque ? .opaque : kind, operands: made?.operands ?? []))
    return place
  }

  /// Adds a line for a slot that has none.
  mutating func addLine(_ place: Int, isAsked: Bool) {
    if let line = lineOfSlot[place] {
      if isAsked { sheet.lines[line].isAsked = true }
      return
    }
    lineOfSlot[place] = sheet.lines.count
    sheet.lines.append(
      MarkingSheet.Line(
        isAsked: isAsked, slot: place, subject: sheet.slots[place].subject))
  }

  private mutating func addAtom(
    _ atom: Formula, isAsked: Bool, showsLinks: Bool = false
  ) throws(Fault) {
    let first = sheet.slots.count
    let place = try slot(ofAtom: atom)
    guard case .derivative = atom else { return }
    if showsLinks {
      for link in first..<sheet.slots.count where sheet.slots[link].kind == .link && isWhole(link) {
        addLine(link, isAsked: false)
      }
    }
    addLine(place, isAsked: isAsked)
  }
}

extension MarkingSheet {
  /// The sheet of a lesson.
  ///
  /// - Parameter options: the numbers that replace the lesson's, and how far it shows its own.
  /// - Throws: why the lesson stops, or has no sheet.
  public init(of lesson: Lesson, _ options: RunOptions = RunOptions()) throws(Diagnostic) {
    let plan = lesson.plan(options)
    if let first = plan.diagnostics.first { throw first }
    var execution = plan.interpreter().execution
    var writer = SheetWriter(execution.environment, style: plan.style)
    do throws(Fault) {
      for instruction in plan.instructions { try execution.carryOut(instruction, telling: &writer) }
    } catch {
      throw Diagnostic(error.message, at: execution.currentRange)
    }
    self = writer.sheet
    nameLines()
  }

  /// Gives each line its name: where a subject has several numbers, they are counted. A link that is a line anyway is no second one.
  private mutating func nameLines() {
    let whole = Set(lines.filter { slots[$0.slot].kind != .link }.map(\.subject))
    lines.removeAll { slots[$0.slot].kind == .link && whole.contains($0.subject) }
    var counts: [Formula: Int] = [:]
    for index in lines.indices {
      let subject = lines[index].subject
      let count = counts[subject, default: 0] + 1
      counts[subject] = count
      lines[index].occurrence = count
    }
  }
}
