package import Algebra
import Autograd
import LessonProgram

// Formulas are put on the tape here, and worked out again.

extension Environment {
  /// Puts a formula on the tape, checks that each operation has a value, and gives its nodes; there is at least one,
  /// and it is the formula's own even where the formula is only a name.
  ///
  /// - Parameters:
  ///   - isKept: Whether it stays on the tape, and its names will be asked for.
  ///   - known: Numbers of derivatives that are not to be worked out at the current values; of a formula that never changes.
  package func record(
    _ written: Formula, isKept: Bool = true, known: [Formula: Number] = [:]
  ) throws(Fault) -> Recording {
    let first = tape.count
    let isChanging = written.isChanging
    let resolution = isChanging ? try resolve(written) : Resolution(formula: written)
    let formula = resolution.formula
    let atoms = formula.atoms
    var recorder = Recorder(tape: tape)
    for atom in atoms {
      if let number = known[atom] {
        recorder.derivatives.append(.init(atom: atom, output: nil, leaf: tape.appendLeaf(number.value)))
        continue
      }
      let output = try output(of: atom)
      let number = try number(of: atom, output: output)
      recorder.derivatives.append(.init(atom: atom, output: output, leaf: tape.appendLeaf(number)))
    }
    let guards = atoms.isEmpty && isKept ? try guards(of: resolution) : nil
    try work.spend(Work.formula(parts: formula.size))
    let root = recorder.node(of: formula, in: self)
    // Times one: exact for every number, and a node of its own.
    if root.index < first { recorder.append(.multiply, root, tape.appendLeaf(1), for: formula) }
    try work.holdOperations(tape.count)
    let recording = Recording(
      written: written, formula: formula, isChanging: isChanging, names: isKept ? formula.names : [],
      nodes: first..<tape.count, derivatives: recorder.derivatives, guards: guards,
      operations: recorder.operations)
    try checkValues(of: recording)
    return recording
  }

  /// What must hold for a formula to be resolved as it was, put on the tape; `nil` where that takes more than
  /// operations.
  private func guards(of resolution: Resolution) throws(Fault) -> [Guard]? {
    var comparisons: [(left: Formula, Condition.Comparison, right: Formula)] = []
    for reason in resolution.decisions.flatMap(\.reasons) {
      guard case .comparison(let left, let comparison, let right) = reason else { return nil }
      comparisons.append((left, comparison, right))
    }
    for index in resolution.indices {
      let whole = index.number.rounded()
      comparisons.append((.number(Number(whole - Self.indexTolerance)), .lessOrEqual, index.formula))
      comparisons.append((index.formula, .lessOrEqual, .number(Number(whole + Self.indexTolerance))))
    }
    guard comparisons.allSatisfy({ $0.left.atoms.isEmpty && $0.right.atoms.isEmpty }) else { return nil }
    // Its operations are in no formula that is shown.
    var recorder = Recorder(tape: tape)
    return try comparisons.map { (left, comparison, right) throws(Fault) in
      try work.spend(left.size + right.size)
      let (x, y) = (recorder.node(of: left, in: self), recorder.node(of: right, in: self))
      return switch comparison {
      case .less: Guard(x, .below, y)
      case .lessOrEqual: Guard(x, .atMost, y)
      case .greater: Guard(y, .below, x)
      case .greaterOrEqual: Guard(y, .atMost, x)
      case .equal: Guard(x, .equal, y)
      case .unequal: Guard(x, .unequal, y)
      }
    }
  }

  /// The formula at the current values: of each `if` the branch taken, of each look-up the element.
  package func resolve(_ formula: Formula) throws(Fault) -> Resolution {
    guard formula.isChanging else { return Resolution(formula: formula) }
    var derivatives: [Formula: Double] = [:]
    for atom in formula.atoms { derivatives[atom] = try number(of: atom) }
    let resolution = try formula.resolved(
      value: { leaf in
        if case .name(let name) = leaf { value(of: name) } else { derivatives[leaf] ?? .nan }
      },
      settled: { left, right, numbers in (try? settled(left, right)) ?? numbers },
      element: { family, indices throws(Fault) in
        do throws(Fault) {
          return try element(of: family, indices)
        } catch {
          throw explained(error, in: formula)
        }
      })
    // Recorded, what has no value says which operation it is.
    if let valueless = resolution.valueless { _ = try record(valueless) }
    return resolution
  }

  /// A look-up in vain with the indices as they are written, where the formula has no other one in the family.
  private func explained(_ fault: Fault, in formula: Formula) -> Fault {
    guard case .noElement(var lookUp) = fault else { return fault }
    let lookUps = formula.lookUps(of: lookUp.family)
    guard lookUps.count == 1, let written = lookUps.first, written.allSatisfy({ $0.size <= 20 }) else {
      return fault
    }
    lookUp.written = written
    var seen: Set<Name> = []
    for name in written.flatMap(\.names) where seen.insert(name).inserted && has(name) {
      lookUp.operands.append((name, value(of: name)))
    }
    return .noElement(lookUp)
  }

  /// The numbers of two sides of a comparison, as the tape has them; the same number where they are equal for a decision.
  private func settled(_ left: Formula, _ right: Formula) throws(Fault) -> (Double, Double) {
    let first = tape.count
    defer { tape.truncate(to: first) }
    let (x, y) = (try record(left, isKept: false).node, try record(right, isKept: false).node)
    let number = tape.value(of: y)
    return (tape.isTie(x, y) ? number : tape.value(of: x), number)
  }

  /// Works every formula out again with the numbers as they now are; gives the values that changed, as they were
  /// before.
  ///
  /// Where an `if` takes another branch or a look-up finds another element, that formula and all behind it are recorded
  /// anew, so that the tape is what a fresh recording would be.
  package func forward() throws(Fault) -> [(name: Name, before: Number, now: Number)] {
    let before = entries.map { shownNumber(of: $0.name) }
    try pass()
    return zip(entries, before).compactMap { entry, before in
      let isChanged = tape.value(of: entry.node) != before.value
      guard isChanged, entry.recording != nil || entry.draw != nil else { return nil }
      return (entry.name, before, shownNumber(of: entry.name))
    }
  }

  /// One forward pass: inputs that are drawn at random are drawn anew, and every formula is worked out with the numbers
  /// as they now are.
  ///
  /// As long as all guards of formulas hold, they are worked out in one go. One by one they are looked at where
  /// another branch is to be taken, where something has no value, and where they hold derivatives.
  package func pass() throws(Fault) {
    try drawInputs()
    if isReplayable {
      try work.spend(Work.pass(operations: tape.count))
      if workOutAll() { return }
    }
    for index in entries.indices {
      guard let recording = entries[index].recording else { continue }
      try work.spend(Work.pass(operations: recording.nodes.count))
      do {
        if recording.isChanging, try resolve(recording.written).formula != recording.formula {
          try recordAnew(from: index)
        }
        guard let recording = entries[index].recording else { continue }
        try workOutAgain(recording)
      } catch {
        throw .inFormula(entries[index].name, error)
      }
    }
  }

  /// Works out all formulas in one go; whether all values are finite, and all guards hold.
  private func workOutAll() -> Bool {
    passesOnTape += 1
    if passesOnTape == Self.passesBeforeCompiling, tape.count <= Self.largestCompiled {
      program = Program(tape, guards: guards)
    }
    if let program { return program.forward() }
    tape.recompute()
    return tape.hasOnlyFiniteValues(in: 0..<tape.count) && tape.hold(guards)
  }

  /// The most operations that are compiled: that takes much more memory than the tape.
  static let largestCompiled = 100_000

  /// After so many passes it pays to compile.
  private static let passesBeforeCompiling = 4

  private func workOutAgain(_ recording: Recording) throws(Fault) {
    var next = recording.nodes.lowerBound
    for held in recording.derivatives {
      tape.recompute(next..<held.leaf.index)
      tape.setValue(try number(of: held.atom, output: held.output), ofLeaf: held.leaf)
      next = held.leaf.index
    }
    tape.recompute(next..<recording.nodes.upperBound)
    try checkValues(of: recording)
  }

  /// The operation that has no value, with its operands, if there is one.
  private func checkValues(of recording: Recording) throws(Fault) {
    for (node, formula) in recording.operations where !tape.value(of: node).isFinite {
      let (x, y) = tape.operands(of: node)
      let nodes = [x, y].compactMap(\.self)
      let remainder = nodes.first { tape.isRoundingOfZero($0) }.map { tape.value(of: $0) }
      throw Fault.noValue(
        formula: formula, operation: tape.operation(of: node),
        operands: nodes.map { tape.isRoundingOfZero($0) ? 0 : tape.value(of: $0) },
        value: tape.value(of: node), remainder: remainder)
    }
  }
}

/// Puts the parts of one formula on a tape.
private struct Recorder {
  let tape: Tape
  var derivatives: [Environment.HeldDerivative] = []
  var operations: [(node: Node, formula: Formula)] = []

  @discardableResult
  mutating func append(_ operation: Operation, _ x: Node, _ y: Node? = nil, for formula: Formula) -> Node {
    let node = if let y { tape.append(operation, x, y) } else { tape.append(operation, x) }
    operations.append((node, formula))
    return node
  }

  /// The node of a formula; sums and products are worked out from left to right.
  mutating func node(of formula: Formula, in environment: Environment) -> Node {
    switch formula {
    case .number(let number):
      // Without digits it is a number that something was worked out to be.
      return tape.appendLeaf(number.value, isExact: number.text != nil && !number.isRoundingOfZero)
    case .name(let name):
      return environment[name].node
    case .negation(let inner):
      return append(.negate, node(of: inner, in: environment), for: formula)
    case .sum(let terms):
      var sum = node(of: terms[0].formula, in: environment)
      for term in terms.dropFirst() {
        let operation: Operation = term.sign == .plus ? .add : .subtract
        sum = append(operation, sum, node(of: term.formula, in: environment), for: formula)
      }
      return sum
    case .product(let factors):
      var product = node(of: factors[0].formula, in: environment)
      for factor in factors.dropFirst() {
        let operation: Operation = factor.operation == .times ? .multiply : .divide
        product = append(operation, product, node(of: factor.formula, in: environment), for: formula)
      }
      return product
    case .power(let base, let exponent):
      let base = node(of: base, in: environment)
      return append(.power, base, node(of: exponent, in: environment), for: formula)
    case .call(let function, let arguments):
      let operands = arguments.map { node(of: $0, in: environment) }
      switch function.id.recording {
      case .operation(let operation):
        guard operation.arity == 2 else { return append(operation, operands[0], for: formula) }
        // The largest and the smallest of many, from left to right; of one it is that one.
        return operands.dropFirst().reduce(operands[0]) { append(operation, $0, $1, for: formula) }
      case .softmax:
        let (sum, shift) = powers(of: operands.dropFirst(), for: formula)
        return append(.divide, power(of: operands[0], less: shift, for: formula), sum, for: formula)
      case .logsumexp:
        let (sum, shift) = powers(of: operands[...], for: formula)
        return append(.add, shift, append(.ln, sum, for: formula), for: formula)
      }
    case .element, .conditional:
      preconditionFailure("a formula is resolved before it is recorded")
    case .derivative, .local, .overRows:
      guard let leaf = derivatives.first(where: { $0.atom == formula })?.leaf else {
        preconditionFailure("the derivatives of a formula are recorded before it")
      }
      return leaf
    }
  }

  /// The sum of e to the power of each exponent less the largest of them, and that one.
  private mutating func powers(
    of exponents: ArraySlice<Node>, for formula: Formula
  ) -> (sum: Node, shift: Node) {
    let shift = exponents.dropFirst().reduce(exponents[exponents.startIndex]) {
      append(.max, $0, $1, for: formula)
    }
    let powers = exponents.map { power(of: $0, less: shift, for: formula) }
    return (powers.dropFirst().reduce(powers[0]) { append(.add, $0, $1, for: formula) }, shift)
  }

  private mutating func power(of exponent: Node, less shift: Node, for formula: Formula) -> Node {
    append(.exp, append(.subtract, exponent, shift, for: formula), for: formula)
  }
}
