/// A page whose every statement has been worked out again.
struct Reading {
  /// How much was read.
  var tally = Tally()
  /// What cannot be read or is not so, in reading order.
  private(set) var faults: [Fault] = []

  /// What the page has shown so far.
  var known: KnownNumbers
  /// Its formulas.
  var formulas = PageFormulas()
  /// The table that is being read, and what goes before it.
  var table = Table.none
  /// The numbers of an optimizer's settings, and the formulas of its algorithm, while they are being read.
  var update: Update?
  /// Whether it reads how derivatives are clipped: the names of that are known there only.
  var isClipping = false
  /// The data on whose rows the next table works something out.
  var dataOfTable: String?
  /// The optimizers that have names, and what they keep.
  var optimizers = Optimizers()
  /// The training that is being read.
  var training: Training?
  /// The tables of this lesson that have not been read.
  var records: ArraySlice<LessonTables.Table>
  let lesson: LessonSource
  /// The columns that pictures may be drawn of.
  var curves: [String: Curve] = [:]
  /// What has been said of the picture that follows.
  var plotSentences: [PlotSentence] = []
  /// The numbers that were given last, one line after the other.
  var lastGivens: [(name: String, number: Numeral)] = []
  var lastGivenLine = 0
  /// Those that are drawn anew.
  var drawnAnew: Set<String> = []
  var rate: Numeral?
  /// A name whose new number has been worked out, and its number before that.
  var numberInWaiting: (name: String, number: Numeral)?
  /// The paths that are being listed: how many are still to come, and where all of them begin.
  private var paths: (left: Int, output: String)?
  /// What the last equation is about.
  private var subject = ""
  /// The numbers on the page where each question is asked.
  private var asked: [Int: KnownNumbers] = [:]
  /// Those where the question is asked whose answer is being read.
  private var knownToQuestion: KnownNumbers?

  private static let more = /^ *… \d+ more … *$/

  /// Works out `page`, whose lesson shows `decimals` digits after the point.
  init(_ page: Page, decimals: Int = 5) {
    known = KnownNumbers(decimals: decimals)
    lesson = page.lesson
    records = page.lesson.tables.records[...]
    faults = page.faults
    tally.lines = page.lineCount
    for (index, statement) in page.statements.enumerated() {
      do throws(Unreadable) {
        try read(statement, at: index, of: page)
      } catch {
        fault(statement.line, "\(error)")
      }
    }
    faults.sort { $0.line < $1.line }
  }

  private mutating func read(_ statement: Statement, at index: Int, of page: Page) throws(Unreadable) {
    let line = statement.line
    let following = page.statements[(index + 1)...]
    leaveTable(before: statement.content)
    switch statement.content {
    case .equation(let text):
      let asides = following.prefix(while: \.isAside)
      if text.hasPrefix("∂") { endPaths(line) }
      if let knownToQuestion {
        try readAnswer(text, knownToQuestion, line, accepted: asides.flatMap(\.acceptedReplies))
        break
      }
      tally.equations += 1
      let isGiven = asides.first?.isGiven ?? false
      try readEquation(text, line, reasons: Self.reasons(in: asides), isGiven: isGiven)
      let beside = page.statements[max(index - 1, 0)..<index] + asides
      if text.contains("…"), !beside.contains(where: \.saysWhatIsLeftOut) {
        fault(line, "it is not said what … stands for")
      }
    case .given(let kind, let text):
      tally.givens += 1
      try readEquation(text, line, isGiven: true)
      formulas.givens[subject] = kind
      if !(lastGivenLine...(lastGivenLine + 1)).contains(line) { lastGivens = [] }
      lastGivenLine = line
      if let number = known[subject] { lastGivens.append((subject, number)) }
    case .optimizer(let name, let algorithm, let settings):
      tally.optimizers += 1
      try optimizers.add(name, algorithm, settings)
    case .network(let equations):
      for equation in equations {
        let sides = equation.split(separator: " = ").map(String.init)
        if let shown = known[sides[0]], let number = Numeral(sides[1]), !known.areSame(number, shown) {
          fault(line, "\(sides[0]) is \(shown.text) on this page, not \(number.text)")
        }
      }
    case .picture(let picture):
      tally.pictures += 1
      read(picture, line)
    case .definition(let text):
      tally.definitions += 1
      formulas.functions[OwnFunction.name(in: text)] = OwnFunction(text)
    case .path(let number, let names):
      tally.paths += 1
      paths?.left -= 1
      if let output = paths?.output, !names.hasPrefix(output + " ←") {
        fault(line, "path \(number) does not begin at \(output)")
      }
      for name in names.split(separator: "←") where !name.contains(Self.more) {
        if try Expression(String(name)).isOfNumbers { fault(line, "path \(number) leads through a number") }
      }
      if case .equation? = following.first(where: { !$0.isAside })?.content {
      } else {
        fault(line, "path \(number) has no product")
      }
    case .header(let heads):
      tally.tables += 1
      try readHeader(heads, line)
    case .row(let header, let cells):
      tally.rows += 1
      try readRow(header, cells, line)
    case .check(let mark, let text):
      try readCheck(mark, text, line)
    case .sentence(let text):
      tally.sentences += 1
      try readSentence(text, line)
    case .note, .comment:
      tally.comments += 1
    case .question(let number):
      tally.questions += 1
      if asked.updateValue(known, forKey: number) != nil { fault(line, "question \(number) is asked twice") }
    case .answers(let number):
      knownToQuestion = asked[number]
      if asked[number] == nil { fault(line, "question \(number) is not asked on this page") }
    }
  }

  /// All paths have been listed, or counted.
  private mutating func endPaths(_ line: Int) {
    if let left = paths?.left, left != 0 { fault(line, "\(left) paths are neither listed nor counted") }
    paths = nil
  }

  // MARK: Equations

  /// Every side that consists of numbers agrees with the last of them, which is the result.
  private mutating func readEquation(
    _ text: String, _ line: Int, reasons: [Comparison] = [], isGiven: Bool = false
  ) throws(Unreadable) {
    let sides = try Side.sides(of: text)
    try readBefore(sides, line)
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
    // Without numbers, a formula is only quoted.
    if sides.contains(where: { $0.value != nil }) {
      let taken = readConditions(of: sides, line, reasons: reasons)
      for (index, next) in zip(sides.indices, sides.dropFirst()).dropFirst() where sides[index].value == nil {
        guard let names = taken[index] else { continue }
        if next.value == nil {
          readLookup(of: names, as: next, line)
        } else {
          try readSubstitution(of: names, by: next, line)
        }
      }
    }

    subject = sides[0].text
    if sides.last?.before != nil {
      numberInWaiting = nil
    } else if update == nil, sides.contains(where: { $0.relation == .becomes }) {
      numberInWaiting = known[subject].map { (subject, $0) }
    }
    keepFormula(of: sides, isGiven: isGiven, line)
    readPart(ofUpdate: sides, line)
    if let last = sides.last, let result = Numeral(last.text), sides.count > 1 {
      known[subject] = result
      if subject == "η" { rate = result }
      training?.read(setting: subject, result)
    }
  }

  /// What a number is said to have been is what the page has shown.
  private mutating func readBefore(_ sides: [Side], _ line: Int) throws(Unreadable) {
    guard let text = sides.last?.before else { return }
    let before = try Self.number(text)
    // A number that has been worked out is on the page already.
    guard sides[0].text != numberInWaiting?.name else {
      if let number = numberInWaiting?.number, !known.areSame(before, number) {
        fault(line, "\(sides[0].text) was \(number.text), not \(text)")
      }
      return
    }
    if let shown = known[sides[0].text], !known.areSame(before, shown) {
      fault(line, "\(sides[0].text) was \(shown.text), not \(text)")
    }
  }

  /// The sides with the branches that their conditions take, where that can be told; the reasons on the page are those that decide.
  private mutating func readConditions(of sides: [Side], _ line: Int, reasons: [Comparison]) -> [Expression?]
  {
    var decisive: [Comparison] = []
    let taken = sides.map { side in
      let taken = side.expression.taken(&decisive) { Self.holds($0, known, reasons: reasons) }
      if taken == nil { fault(line, "nothing on the page decides ‘\(side.text)’") }
      return taken
    }
    guard !decisive.isEmpty else { return taken }
    tally.decisions += 1
    if !decisive.allSatisfy({ comparison in reasons.contains { Self.isReason($0, for: comparison, known) } })
    {
      fault(line, "what decided ‘\(sides[1].text)’ is not among the reasons")
    }
    if !reasons.allSatisfy({ reason in decisive.contains { Self.isReason(reason, for: $0, known) } }) {
      fault(line, "among the reasons is one that does not decide ‘\(sides[1].text)’")
    }
    return taken
  }

  /// Compares sides that are said to be equal; an open run goes on behind a `≈`, and so needs no result.
  private mutating func compare(_ run: [Side], _ line: Int, isOpen: Bool) {
    let numeric = run.filter { $0.value != nil }
    guard let last = numeric.last, numeric.count > 1 || !isOpen else { return }
    guard let result = Numeral(last.text) else {
      // What has no value leads to no result.
      let isResultMissing = !isOpen && last.value?.isFinite != false
      if isResultMissing { fault(line, "‘\(last.text)’ is the last side and no result") }
      return
    }
    var isWrong = false
    for side in numeric.dropLast() {
      tally.equalities += 1
      guard let value = side.value, !result.agrees(with: value) else { continue }
      fault(line, "‘\(side.text)’ is \(value), not \(result.text)")
      isWrong = true
    }
    guard !isWrong else { return }
    for (side, next) in zip(numeric, numeric.dropFirst()) {
      guard let objection = side.expression.partNotGiving(next.expression) else { continue }
      fault(line, "‘\(side.text)’ does not give ‘\(next.text)’: \(objection)")
    }
  }

  /// Where a formula is followed by itself with elements looked up, they are those that the page's numbers lead to.
  private mutating func readLookup(of names: Expression, as next: Side, _ line: Int) {
    let (old, new) = (names.leaves, next.expression.leaves)
    // Otherwise it is a function's own formula that follows.
    guard old.count == new.count else { return }
    for case (.name(let name), let leaf) in zip(old, new) where .name(name) != leaf {
      tally.lookups += 1
      let element = known.resolved(name)
      if leaf != .name(element) { fault(line, "\(name) is \(element), not as in ‘\(next.text)’") }
    }
  }

  /// Whether a name that the page has not shown may have the number: an element that it has left out, or what is made of all
  /// rows, which is worked out from the page where that can be done.
  private mutating func reveal(_ name: String, _ number: Numeral) throws(Unreadable) -> Bool {
    guard ExpressionReader.overRows(name) != nil else { return known.reveal(known.resolved(name), number) }
    if let estimate = formulas.value(of: try Expression(name), [:], known) {
      tally.workedOut += 1
      guard known.isNear(number, estimate) else { return false }
    }
    known[name] = number
    return true
  }

  /// Where numbers are put in the place of names, they are those that the page has shown for these names.
  private mutating func readSubstitution(
    of names: Expression, by numbers: Side, _ line: Int
  ) throws(Unreadable) {
    if case .name(let name) = names, name.hasPrefix("∂"), known[name] == nil,
      let value = Numeral(numbers.text)
    {
      // No number takes a name's place here: this is what the derivative is.
      known[name] = value
      return
    }
    let (old, new) = (names.leaves, numbers.expression.leaves)
    guard old.count == new.count else {
      return fault(line, "‘\(numbers.text)’ is not its formula in numbers")
    }
    let minuses = zip(names.minuses, numbers.expression.minuses).map { $0 != $1 }
    for ((leaf, number), isNegative) in zip(zip(old, new), minuses) where leaf != number && leaf != .rest {
      tally.substitutions += 1
      guard case .name(let name) = leaf, case .number(let digits) = number,
        let number = Numeral((isNegative ? "−" : "") + digits)
      else {
        fault(line, "‘\(numbers.text)’ is not its formula in numbers")
        continue
      }
      guard let shown = known[name] else {
        if try !reveal(name, number) { fault(line, "\(name) is not on the page yet") }
        continue
      }
      if formulas.setByRow.contains(name) {
        known[name] = number
      } else if !known.areSame(number, shown) {
        fault(line, "\(name) is \(shown.text) on this page, not \(number.text)")
      }
    }
  }

  private mutating func readSentence(_ text: String, _ line: Int) throws(Unreadable) {
    switch Sentence(text) {
    case nil: throw Unreadable(description: "‘\(text)’ has no known shape")
    case .reasons(let comparisons)?:
      for text in comparisons {
        switch try ExpressionReader.comparison(text).holds() {
        case nil: throw Unreadable(description: "‘\(text)’ is no comparison of two numbers")
        case false?: fault(line, "‘\(text)’ is not so")
        case true?: tally.reasons += 1
        }
      }
    case .sameFormula(let families)?:
      for family in families where !known.hasElement(of: family) {
        fault(line, "no element of \(family) is on this page")
      }
      if !families.contains(where: { $0 == KnownNumbers.family(of: subject) }) {
        fault(line, "\(subject) is no element of \(families.joined(separator: ", "))")
      }
    case .paths(let count, let output)?: paths = count.map { (left: $0, output: output) }
    case .unlistedPaths(let count)?:
      if let count { paths?.left -= count }
    case .hidden(let count, let family)?: known.leaveOut(count, of: family)
    case .accepted?:
      if knownToQuestion == nil { fault(line, "‘\(text)’ belongs to no answer") }
    case .plot(let sentence)?: try read(sentence, line)
    case .run(let sentence)?: try read(sentence, line)
    case .leftOut?, .other?: break
    }
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
    let actual = check.computed ?? check.printed
    if known.areCurrent(in: check.expression), let shown = known[check.subject] {
      tally.checksOfShownNumbers += 1
      if !known.areSame(actual, shown) {
        fault(line, "\(check.subject) is \(shown.text) on this page, not \(actual.text)")
      }
    } else if !check.expression.isOfNumbers, known.areCurrent(in: check.expression),
      let estimate = known.value(of: check.expression)
    {
      tally.checksOfShownNumbers += 1
      if !known.isNear(actual, estimate) {
        fault(line, "\(check.subject) is \(estimate.value) by this page's numbers, not \(actual.text)")
      }
    } else if !check.expression.isOfNumbers, let estimate = formulas.value(of: check.expression, [:], known) {
      tally.workedOut += 1
      if !known.isNear(actual, estimate) {
        fault(line, "\(check.subject) is \(estimate.value) by this page's formulas, not \(actual.text)")
      }
    }
    if let objection = check.objection { fault(line, objection) }
  }

  mutating func fault(_ line: Int, _ what: String) { faults.append(Fault(line: line, what: what)) }
}

extension Statement {
  /// Whether this says of the equation before it that its number is given.
  fileprivate var isGiven: Bool {
    guard case .sentence(let text) = content else { return false }
    return text.hasSuffix(", worked out once") || text == "given"
  }

  /// The replies that the statement says are right.
  fileprivate var acceptedReplies: [String] {
    if case .sentence(let text) = content, case .accepted(let replies)? = Sentence(text) {
      replies
    } else {
      []
    }
  }

  /// Whether the statement only stands beside others.
  fileprivate var isAside: Bool {
    switch content {
    case .sentence, .comment: true
    default: false
    }
  }

  /// Whether the statement tells what `…` stands for.
  fileprivate var saysWhatIsLeftOut: Bool {
    if case .sentence(let text) = content, case .leftOut? = Sentence(text) { true } else { false }
  }
}
