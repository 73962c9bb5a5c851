import Algebra
import Autograd

/// Every named value of a running lesson, on one tape.
///
/// Each formula is recorded once, where it stands; `forward` works the same nodes out again. All that is shown, checked or
/// updated is read from here: values, derivatives through the whole network, and the derivatives of one link.
final class Values {
  /// A named value: where it stands on the tape, and what it is made of.
  struct Entry {
    /// Its name.
    let name: Name
    /// Its node. No two names share one, so that each has a derivative of its own.
    fileprivate(set) var node: Node
    /// Its formula, as it was recorded; `nil` for a given number.
    fileprivate(set) var recording: Recording?
    /// The number as its author typed it, until it is changed.
    var typed: Number?
  }

  /// A formula on the tape.
  struct Recording {
    /// The formula as it is written.
    let written: Formula
    /// The formula at the current values: of each `if` the branch taken, of each look-up the element.
    let formula: Formula
    /// Whether the formula may be another at other values.
    let isChanging: Bool
    /// The names that it mentions, in order.
    let names: [Name]
    /// The nodes that it took, in order; the formula's value is the last of them.
    let nodes: Range<Int>
    /// The derivatives that occur in it, in order.
    let derivatives: [HeldDerivative]
    /// What each node works out, for messages.
    let operations: [(node: Node, formula: Formula)]

    /// The node that has the formula's value.
    var node: Node { Node(index: nodes.upperBound - 1) }
  }

  /// A derivative that occurs in a formula: a number like any other there, worked out by a sweep of its own.
  struct HeldDerivative {
    /// The derivative.
    let atom: Formula
    /// What it is the derivative of.
    let output: Node
    /// The leaf that holds its number.
    let leaf: Node
  }

  /// All values, in the order in which they were defined.
  private(set) var entries: [Entry] = []
  private var indices: [Name: Int] = [:]
  /// The derivatives of formulas by names in them, as formulas: those that were asked for so far.
  var linkFormulas: [Name: [Name: Formula]] = [:]
  let tape = Tape()
  let work: WorkBound

  /// No values yet; what is worked out is counted against `work`.
  init(work: WorkBound) { self.work = work }
}

// MARK: - Reading

extension Values {
  /// The value of that name, which must be defined.
  subscript(name: Name) -> Entry {
    guard let index = indices[name] else { preconditionFailure("the resolver lets no unknown name pass") }
    return entries[index]
  }

  /// The place of a name in `entries`: what a formula mentions stands before it.
  func index(of name: Name) -> Int {
    guard let index = indices[name] else { preconditionFailure("the resolver lets no unknown name pass") }
    return index
  }

  /// The current value of a name.
  func value(of name: Name) -> Double { tape.value(of: self[name].node) }

  /// The number of a name as it is to be shown: as it was typed, or with its digits open.
  func number(of name: Name) -> Number { self[name].typed ?? Number(value(of: name)) }

  /// The formula of a name at the current values; `nil` for a given number.
  func formula(of name: Name) -> Formula? { self[name].recording?.formula }

  /// The formula of a name as it is written; `nil` for a given number.
  func written(_ name: Name) -> Formula? { self[name].recording?.written }

  /// The element that a look-up finds.
  func element(of family: String, _ indices: [Double]) throws(Fault) -> Name {
    let whole = indices.map { $0.rounded() }
    guard zip(indices, whole).allSatisfy({ abs($0 - $1) <= 1e-9 && abs($1) <= 1e15 }) else {
      throw .noElement(family, indices)
    }
    let name = Name(family, whole.map { Int($0) })
    guard self.indices[name] != nil else { throw .noElement(family, indices) }
    return name
  }

  /// The names in the formula of a name, in order; none for a given number.
  func names(inFormulaOf name: Name) -> [Name] { self[name].recording?.names ?? [] }
}

extension Values {
  /// All that `roots` depend on, the roots included, in the order in which they were defined.
  func names(beneath roots: [Name]) -> [Name] {
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

extension Values {
  /// Adds a given number, which no derivative passes through.
  func give(_ name: Name, _ value: Double, typed: Number?) throws(Fault) {
    try work.spend(1)
    add(Entry(name: name, node: tape.appendLeaf(value), recording: nil, typed: typed))
  }

  /// Adds a formula, works it out and gives its value.
  @discardableResult
  func define(_ name: Name, _ formula: Formula) throws(Fault) -> Double {
    let recording = try record(formula)
    add(Entry(name: name, node: recording.node, recording: recording, typed: nil))
    return tape.value(of: recording.node)
  }

  /// Works out a formula that has no name. It stays on the tape: derivatives may be taken of it.
  func value(of formula: Formula) throws(Fault) -> Double {
    if case .name(let name) = formula { return value(of: name) }
    return tape.value(of: try record(formula).node)
  }

  /// Puts the entries from a place on on the tape again, each with its number or its formula.
  func recordAnew(from first: Int) throws(Fault) {
    guard let start = entries[first].recording?.nodes.lowerBound else { return }
    let given = entries[first...].map { $0.recording == nil ? tape.value(of: $0.node) : 0 }
    tape.truncate(to: start)
    for (offset, index) in (first..<entries.count).enumerated() {
      if let recording = entries[index].recording {
        let anew = try record(recording.written)
        entries[index].recording = anew
        linkFormulas[entries[index].name] = nil
        entries[index].node = anew.node
      } else {
        try work.spend(1)
        entries[index].node = tape.appendLeaf(given[offset])
      }
    }
  }

  /// Gives an old name a new number; `typed` is how its author typed it.
  func set(_ name: Name, to value: Double, typed: Number? = nil) {
    let index = index(of: name)
    tape.setValue(value, ofLeaf: entries[index].node)
    entries[index].typed = typed
  }

  private func add(_ entry: Entry) {
    indices[entry.name] = entries.count
    entries.append(entry)
  }
}
