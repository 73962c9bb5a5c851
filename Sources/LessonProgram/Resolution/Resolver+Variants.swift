import Algebra
import Diagnostics
import LessonDocument
import LessonLanguage
import PrintedNumbers

// The vary cell: it is read when all names are known, wherever it stands.

extension Resolver {
  /// Says what the variants of the lesson draw: as its vary cell says, or, without one, what suits its typed numbers.
  mutating func resolveVariation() {
    guard let cell = varyCells.first else {
      variation = ordinaryVariation
      return
    }
    for other in varyCells.dropFirst() {
      report(
        "a lesson has one `vary` cell", at: other.kindRange, hint: "put the lines of both into one",
        notes: [.init("the first stands", at: cell.kindRange)])
    }
    let (written, faults) = parseVary(document.file, cell.body)
    if cell.isClosed { reportSyntax(faults) }
    guard !isFull else { return }
    if faults.isEmpty, written.drawn.isEmpty, !written.conditions.isEmpty {
      report(
        "this cell draws no number of which its conditions could speak", at: cell.kindRange,
        hint: "a line such as `w1...w8 in 0.1...0.9 step 0.1` belongs into it")
    }
    var places: [Name: SourceRange] = [:]
    let givens = typedGivens
    for line in written.drawn {
      guard let numbers = numbers(of: line.source, at: line.sourceRange) else { continue }
      for (name, range) in line.names.flatMap({ varied($0, givens) }) {
        if let first = places[name] {
          report(
            "`\(name)` is drawn twice", at: range, notes: [.init("the first stands", at: first)])
          break
        }
        places[name] = range
        variation.drawn.append(.init(name: name, numbers: numbers))
      }
    }
    for condition in written.conditions {
      let lowered = buildStanding { lowering in
        lowering.hintAtStale = "a condition is asked at the lesson's end: write `forward` above that"
        return lowering.condition(condition)
      }
      variation.conditions.append(.init(condition: lowered, range: condition.range))
    }
  }

  // MARK: Numbers

  private mutating func numbers(of source: VaryCell.Source, at range: SourceRange) -> NumberChoice? {
    switch source {
    case .list(let numbers):
      return .list(
        numbers.map { Number($0.value, text: NumberStyle.literalText($0.text, value: $0.value)) })
    case .steps(let first, let last, let step):
      let decimals = [first, last, step].map { DecimalSteps.decimals(of: $0.text) }.max() ?? 0
      let whole = [first, last, step].compactMap { DecimalSteps.whole($0.text, decimals: decimals) }
      guard whole.count == 3 else {
        report(
          "written with the same decimals, the numbers of this range have more than 15 digits, which is the bound",
          at: range)
        return nil
      }
      guard whole[2] > 0 else {
        report(
          "a step is above 0", at: step.range, hint: "the lower end comes first: `-0.9...0.9 step 0.1`")
        return nil
      }
      guard whole[0] <= whole[1] else {
        report(
          "this range is empty: `\(last.text)` is below `\(first.text)`", at: range,
          hint: "the lower end comes first")
        return nil
      }
      let count = (whole[1] - whole[0]) / whole[2] + 1
      guard count <= DecimalSteps.maxCount else {
        report("this range has more than 1,000,000 numbers, which is the bound", at: range)
        return nil
      }
      return .steps(DecimalSteps(first: whole[0], step: whole[2], count: count, decimals: decimals))
    }
  }

  // MARK: Names

  /// The given numbers that an item means, those that may be drawn.
  private mutating func varied(
    _ item: NameListItem, _ givens: [Name: Bool]
  ) -> [(name: Name, range: SourceRange)] {
    var names: [(name: Name, range: SourceRange)] = []
    let before = faults.count
    switch item {
    case .name(let reference):
      if reference.indices.isEmpty, let family = scope.families[Name(reference.name.text)] {
        names = family.elements.map { ($0, reference.range) }
      } else if let name = build({ $0.read(reference) }) {
        names = [(name, reference.range)]
      }
    case .range(let first, let last):
      let range = first.range.union(last.range)
      guard let start = NumberedName(first.text), let end = NumberedName(last.text), start.stem == end.stem,
        start.number <= end.number
      else {
        report(
          "`\(first.text)...\(last.text)` is no run of names: both are one word, with a number at its end that goes up",
          at: range, hint: NumberedName.hint(from: first.text, to: last.text))
        return []
      }
      for number in start.number...end.number {
        let reference = Reference(Identifier(start.stem + String(number), at: range), at: range)
        // One unknown name is told, not a million.
        guard let name = build({ $0.read(reference) }), faults.count == before else { break }
        names.append((name, range))
      }
    case .all: break
    }
    guard faults.count == before else { return [] }
    for (name, range) in names where scope[name] != nil {
      guard let complaint = complaint(about: name, givens) else { continue }
      report("`\(name)` cannot be drawn: it \(complaint)", at: range, hint: hint(at: name, givens))
      return []
    }
    return names
  }

  /// Why a name cannot be drawn; `nil` where it can.
  private func complaint(about name: Name, _ givens: [Name: Bool]) -> String? {
    switch givens[name] {
    case true?: nil
    case false?: "is worked out from others, or drawn at random"
    case nil where columnNames.contains(name): "has the numbers of rows"
    case nil: "has a formula"
    }
  }

  private func hint(at name: Name, _ givens: [Name: Bool]) -> String {
    givens[name] == nil && columnNames.contains(name)
      ? "rows stay as they are in every variant"
      : "a vary cell names inputs, targets, params and consts that are typed"
  }

  /// The given numbers that come from no rows, and whether they are typed.
  private var typedGivens: [Name: Bool] {
    var givens: [Name: Bool] = [:]
    for case .given(_, let those) in body.instructions.map(\.kind) {
      for given in those where !columnNames.contains(given.name) {
        givens[given.name] = given.draw == nil && given.formula.literalNumber?.text != nil
      }
    }
    return givens
  }

  // MARK: Without a cell

  /// What is drawn without a vary cell: for each typed input and param a number like it.
  private var ordinaryVariation: Variation {
    var variation = Variation()
    for case .given(let kind, let givens) in body.instructions.map(\.kind)
    where kind == .input || kind == .param {
      for given in givens where given.draw == nil && !columnNames.contains(given.name) {
        guard let text = given.formula.literalNumber?.text, let numbers = NumberChoice(like: text) else {
          continue
        }
        variation.drawn.append(.init(name: given.name, numbers: numbers))
      }
    }
    return variation
  }
}
