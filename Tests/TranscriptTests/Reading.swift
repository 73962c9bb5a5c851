/// A page whose every statement has been worked out again.
struct Reading {
  /// How much was read.
  private(set) var tally = Tally()
  /// What cannot be read or is not so, in reading order.
  private(set) var faults: [Fault] = []

  /// The last number that the page shows for a name.
  private var shown: [String: Numeral] = [:]
  private var rate: Numeral?
  private let decimals: Int

  /// Works out `page`, whose lesson shows `decimals` digits after the point.
  init(_ page: Page, decimals: Int = 5) {
    self.decimals = decimals
    faults = page.faults
    tally.lines = page.lineCount
    for (index, statement) in page.statements.enumerated() {
      do throws(Unreadable) {
        try read(statement, next: page.statements.dropFirst(index + 1).first { !$0.isAside })
      } catch {
        fault(statement.line, "\(error)")
      }
    }
    faults.sort { $0.line < $1.line }
  }

  private mutating func read(_ statement: Statement, next: Statement?) throws(Unreadable) {
    let line = statement.line
    switch statement.content {
    case .chain(let text):
      tally.chains += 1
      try readChain(text, line)
    case .given(let text):
      tally.givens += 1
      try readChain(text, line)
    case .path(let number, let names):
      tally.paths += 1
      for name in names.split(separator: "←") where try Arithmetic.value(of: String(name)) != nil {
        fault(line, "path \(number) leads through a number")
      }
      if case .chain? = next?.content {} else { fault(line, "path \(number) has no product") }
    case .header:
      tally.tables += 1
    case .row(let header, let cells):
      tally.rows += 1
      try readRow(Dictionary(uniqueKeysWithValues: zip(header, cells)), line)
    case .check(let mark, let text):
      try readCheck(mark, text, line)
    case .sentence(let text):
      tally.sentences += 1
      try readSentence(text, line)
    case .note, .comment:
      tally.comments += 1
    }
  }

  // MARK: Equations

  /// Every side that consists of numbers agrees with the last of them, which is the result.
  private mutating func readChain(_ text: String, _ line: Int) throws(Unreadable) {
    let sides = try Side.sides(of: text)
    var run: [Side] = []
    for side in sides {
      if side.relation == .approximates {
        tally.approximations += 1
        compare(run, line, isOpen: true)
        run = []
      }
      run.append(side)
    }
    compare(run, line, isOpen: false)
    for (names, numbers) in zip(sides.dropFirst(), sides.dropFirst(2))
    where names.value == nil && numbers.value != nil {
      readSubstitution(of: names, by: numbers, line)
    }

    if let last = sides.last, let result = Numeral(last.text), sides.count > 1 {
      shown[sides[0].text] = result
      if sides[0].text == "η" { rate = result }
    }
  }

  /// Compares sides that are said to be equal; an open run goes on behind a `≈`, and so needs no result.
  private mutating func compare(_ run: [Side], _ line: Int, isOpen: Bool) {
    let numeric = run.filter { $0.value != nil }
    guard let last = numeric.last, numeric.count > 1 || !isOpen else { return }
    guard let result = Numeral(last.text) else {
      if !isOpen { fault(line, "‘\(last.text)’ is the last side and no result") }
      return
    }
    for side in numeric.dropLast() {
      tally.links += 1
      guard let value = side.value, !result.agrees(with: value) else { continue }
      fault(line, "‘\(side.text)’ is \(value), not \(result.text)")
    }
  }

  /// Where numbers are put in the place of names, they are those that the page has shown for these names.
  private mutating func readSubstitution(of names: Side, by numbers: Side, _ line: Int) {
    let (old, new) = (Leaf.leaves(of: names.text), Leaf.leaves(of: numbers.text))
    guard old.count == new.count else {
      return fault(line, "‘\(numbers.text)’ is not ‘\(names.text)’ in numbers")
    }
    for (leaf, number) in zip(old, new) where leaf != number {
      tally.substitutions += 1
      guard case .name(let name) = leaf, case .number(let text) = number, let number = Numeral(text) else {
        fault(line, "‘\(numbers.text)’ is not ‘\(names.text)’ in numbers")
        continue
      }
      guard let known = shown[name].flatMap({ Numeral($0.text.trimmingPrefix("−").description) }) else {
        fault(line, "\(name) is not on the page yet")
        continue
      }
      if !areSame(number, known) { fault(line, "\(name) is \(known.text) on this page, not \(text)") }
    }
  }

  private mutating func readSentence(_ text: String, _ line: Int) throws(Unreadable) {
    switch Sentence(text) {
    case nil: throw Unreadable(description: "‘\(text)’ has no known shape")
    case .comparison(let text)?: if try !Comparison(text).holds { fault(line, "‘\(text)’ is not so") }
    case .other?: break
    }
  }

  // MARK: Tables

  /// In a row of an update, before and change make after, and the change is the derivative times the rate.
  private mutating func readRow(_ row: [String: String], _ line: Int) throws(Unreadable) {
    var numbers: [String: Numeral] = [:]
    for (head, cell) in row where !["param", "name"].contains(head) {
      guard let number = Numeral(cell) else { throw Unreadable(description: "‘\(cell)’ is no number") }
      numbers[head] = number
    }
    let name = row["param"] ?? row["name"] ?? ""
    guard try Arithmetic.value(of: name) == nil else { throw Unreadable(description: "‘\(name)’ is no name") }

    if let before = numbers["before"], let known = shown[name] {
      tally.links += 1
      // One row of an update is worked above the table, and then the page has shown the new number already.
      if !areSame(before, known), !areSame(numbers["after"] ?? before, known) {
        fault(line, "\(name) was \(known.text), not \(before.text)")
      }
    }
    if let before = numbers["before"], let change = numbers["change"], let after = numbers["after"] {
      tally.links += 1
      let slack = max(uncertainty(before), uncertainty(after))
      if !Numeral.areNear(before.value + change.value, after.value, within: slack) {
        fault(
          line, "\(before.text) and \(change.text) make \(before.value + change.value), not \(after.text)")
      }
    }
    if let derivative = numbers["derivative"], let change = numbers["change"], let rate {
      tally.links += 1
      let slack = rate.value * uncertainty(derivative) + uncertainty(change)
      if !Numeral.areNear(-rate.value * derivative.value, change.value, within: slack) {
        fault(line, "\(derivative.text) at the rate \(rate.text) is no change by \(change.text)")
      }
    }
    shown[name] = numbers["after"] ?? numbers["now"]
  }

  // MARK: Checks

  private mutating func readCheck(_ mark: Statement.Mark, _ text: String, _ line: Int) throws(Unreadable) {
    let check = try CheckLine(mark, text)
    switch mark {
    case .met: tally.met += 1
    case .slip: tally.slips += 1
    case .notMet: tally.notMet += 1
    }
    if case .cutOff = check.agreement { tally.cutOffs += 1 }
    if let known = shown[check.subject] {
      tally.checksOfShownNumbers += 1
      let actual = check.computed ?? check.printed
      if !areSame(actual, known) {
        fault(line, "\(check.subject) is \(known.text) on this page, not \(actual.text)")
      }
    }
    if let objection = check.objection { fault(line, objection) }
  }

  // MARK: Nearness

  /// Whether two numbers on the page can be one number, shortened twice.
  private func areSame(_ one: Numeral, _ other: Numeral) -> Bool {
    Numeral.areNear(one.value, other.value, within: max(uncertainty(one), uncertainty(other)))
      || one.agrees(with: other.value) || other.agrees(with: one.value)
  }

  private func uncertainty(_ number: Numeral) -> Double { number.uncertainty(atDecimals: decimals) }

  private mutating func fault(_ line: Int, _ what: String) { faults.append(Fault(line: line, what: what)) }
}

extension Statement {
  /// Whether the statement only stands beside others.
  fileprivate var isAside: Bool {
    switch content {
    case .sentence, .comment: true
    default: false
    }
  }
}
