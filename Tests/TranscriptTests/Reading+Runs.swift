// What is said of data, optimizers, trainings and loops.

extension Reading {
  /// Reads such a sentence.
  mutating func read(_ sentence: RunSentence, _ line: Int) throws(Unreadable) {
    switch sentence {
    case .data(let name, let count, let isMade):
      table = .data(name, rowCount: count, isMade: isMade, read: 0)
      if let rows = lesson.data[name], rows.count != count + 1 {
        fault(line, "\(name) has \(rows.count - 1) rows in the lesson, not \(count)")
      }
    case .eachRow(let data): dataOfTable = data
    case .clipping: isClipping = true
    case .update(let step, let method):
      isClipping = false
      if method.algorithm == "sgd", step == nil { update = nil } else { begin(method, step: step) }
    case .inFull(let param): update?.param = param
    case .training(let heading): begin(heading)
    case .ending(let ending): try read(ending, line)
    case .best: known.forget { [formulas] in formulas.givens[$0] == nil || formulas.givens[$0] == "param" }
    case .pass(let pass, let count):
      if pass > count || pass < 1 { fault(line, "there is no pass \(pass) of \(count)") }
    case .row(let row, let data):
      guard let rows = formulas.data[data] else { break }
      guard rows.rows.indices.contains(row - 1) else {
        fault(line, "\(data) has no row \(row)")
        break
      }
      formulas.setByRow.formUnion(rows.columns)
      for (column, number) in zip(rows.columns, rows.rows[row - 1]) where formulas.givens[column] != nil {
        known[column] = number
      }
    case .drawn(let sources, let isAnew):
      if isAnew { drawnAnew.formUnion(lastGivens.map(\.name)) }
      if sources.count == 1 { readDrawn(from: sources[0], line) }
    }
  }

  /// What is drawn lies where it can.
  private mutating func readDrawn(from source: String, _ line: Int) {
    let bounds =
      source.split(separator: "(").last.map { text in
        text.dropLast().split(separator: ",").compactMap { Double(String($0).filter { $0 != " " }) }
      } ?? []
    for (name, number) in lastGivens {
      let canBe =
        source.hasPrefix("uniform") && bounds.count == 2
        ? bounds[0] <= number.value && number.value <= bounds[1]
        : !source.hasPrefix("bernoulli") || [0, 1].contains(number.value)
      if !canBe { fault(line, "\(name) cannot be drawn from \(source)") }
    }
  }

  /// Keeps a name's own formula.
  mutating func keepFormula(of sides: [Side], isGiven: Bool, _ line: Int) {
    guard case .name(let name) = sides[0].expression, !name.hasPrefix("∂"), !name.contains(" "),
      sides.count > 1
    else { return }
    if isGiven {
      formulas.givens[name] = formulas.givens[name] ?? "const"
    } else if update == nil, training == nil, !isClipping, sides[1].relation == .equals,
      sides[1].value == nil,
      formulas.givens[name] == nil, !sides[1].expression.leaves.contains(.rest)
    {
      let kept = formulas.formulas[name]
      if kept == nil {
        formulas.formulas[name] = sides[1].expression
        if sides.count > 2, sides[2].value == nil { formulas.lookedUp[name] = sides[2].expression }
      } else if kept?.leaves != sides[1].expression.leaves,
        formulas.lookedUp[name]?.leaves != sides[1].expression.leaves
      {
        fault(line, "this is not the formula of \(name) above")
      }
    }
  }
}
