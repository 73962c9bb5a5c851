// Steps of optimizers: their algorithms, one param in full, and a table of all.

extension Reading {
  /// The algorithm of a step, as far as it has been read.
  struct Update {
    let step: Int?
    let method: RunSentence.Method
    /// What was known before the symbols of the algorithm had numbers.
    let outer: KnownNumbers
    /// The formulas of the algorithm, in order.
    var rules: [(symbol: String, formula: Expression, isKept: Bool)] = []
    /// The numbers of the settings.
    var settings: [String: Numeral] = [:]
    /// The param that is worked in full.
    var param: String?
    /// What the working came to, by symbol.
    var results: [String: Numeral] = [:]
  }

  /// The optimizers of a page.
  struct Optimizers {
    private var settings: [String: [String: Numeral]] = [:]
    private var algorithms: [String: String] = [:]
    /// What each keeps for each param, and the step after which that was so.
    var kept: [String: [String: (step: Int, numbers: [String: Numeral])]] = [:]

    /// Adds one that gets a name.
    mutating func add(_ name: String, _ algorithm: String, _ texts: [String]) throws(Unreadable) {
      var numbers: [String: Numeral] = [:]
      for text in texts {
        let parts = text.split(separator: " = ").map(String.init)
        guard parts.count == 2, let number = Numeral(parts[1]) else {
          throw Unreadable(description: "‘\(text)’ is no setting")
        }
        numbers[parts[0]] = number
      }
      settings[name] = numbers
      algorithms[name] = algorithm
      kept[name] = [:]
    }

    /// Whether a method is what the page has said of its name, with these settings.
    func hasShown(_ method: RunSentence.Method, _ numbers: [String: Numeral]) -> Bool {
      guard let name = method.name else { return true }
      return algorithms[name] == method.algorithm
        && settings[name]?.allSatisfy { numbers[$0]?.text == $1.text } == true
    }
  }

  /// Begins the working of a step.
  mutating func begin(_ method: RunSentence.Method, step: Int?) {
    update = Update(step: step, method: method, outer: known)
    rate = nil
  }

  /// Takes a setting, a formula of the algorithm, or a part of the working of one param.
  mutating func readPart(ofUpdate sides: [Side], _ line: Int) {
    guard case .none = table, var part = update else { return }
    let symbol = sides[0].text
    let result = sides.last.flatMap { Numeral($0.text) }
    if let param = part.param {
      // A param that is called like a symbol of the algorithm is called w here.
      let isParam = symbol == param || symbol == "w" && part.rules.contains { $0.symbol == param }
      let rule = part.rules.first { $0.symbol == (isParam ? "w" : symbol) }
      if sides.count > 2 {
        let names = rule?.formula.leaves.map { $0 == .name("w") ? .name(isParam ? symbol : "w") : $0 }
        let own = sides[1].expression.leaves.map { $0 == .name(param) ? .name(isParam ? symbol : "w") : $0 }
        if names != own { fault(line, "‘\(sides[1].text)’ is not the formula of \(symbol) above") }
        part.results[isParam ? "w" : symbol] = result
      } else if let result {
        readStart(of: isParam ? "w" : symbol, result, part, line)
      }
    } else if let result, sides.count == 2 {
      part.settings[symbol] = result
    } else if sides.count >= 2 {
      part.rules.append((symbol, sides[1].expression, sides[1].relation == .becomes))
    }
    update = part
  }

  /// What a param's working begins with is what the page has shown.
  private mutating func readStart(of symbol: String, _ number: Numeral, _ part: Update, _ line: Int) {
    guard let param = part.param else { return }
    var shown: Numeral?
    if symbol == "w" {
      shown = part.outer[param]
    } else if symbol == "g", case .name(let name)? = part.rules.first(where: { $0.symbol == "g" })?.formula,
      let (of, _) = ExpressionReader.derivative(name), case .name(let cost) = of
    {
      shown = part.outer["∂\(cost)/∂\(param)"]
      if shown == nil { fault(line, "∂\(cost)/∂\(param) is not on the page yet") }
    } else if part.rules.contains(where: { $0.symbol == symbol }) {
      shown = start(of: symbol, param, part)
    }
    guard let shown else { return }
    tally.equalities += 1
    if !known.areSame(number, shown) {
      fault(line, "\(symbol) is \(shown.text) for \(param), not \(number.text)")
    }
  }

  /// What an optimizer has kept for a param before a step; `nil` where the page has not shown it.
  private func start(of symbol: String, _ param: String, _ part: Update) -> Numeral? {
    if part.step == 1 || part.method.name == nil { return part.settings["\(symbol)0"] ?? Numeral("0") }
    guard let name = part.method.name, let kept = optimizers.kept[name]?[param], let step = part.step,
      kept.step == step - 1
    else { return nil }
    return kept.numbers[symbol]
  }

  /// Ends the working of one param: its symbols have no numbers any more.
  mutating func endWorkedRow() {
    guard let update else { return }
    known = update.outer
    if !optimizers.hasShown(update.method, update.settings) {
      fault(0, "these are not the settings of \(update.method.name ?? "")")
    }
  }

  /// In a row, what each formula of the algorithm comes to is what the row shows.
  mutating func readRow(ofUpdate part: Update, _ param: String, _ row: [String: Numeral], _ line: Int) {
    var numbers = part.settings
    numbers["w"] = row["before"]
    numbers["g"] = row["derivative"] ?? row["clipped"]
    if let step = row["t"] { numbers["t"] = step }
    // What each symbol stands for: what is kept has another number behind its own formula than before it.
    var meanings: [String: Expression] = [:]
    var kept: [String: Numeral] = [:]
    for rule in part.rules where rule.symbol != "g" {
      if rule.isKept, rule.symbol != "w" { numbers[rule.symbol] = start(of: rule.symbol, param, part) }
    }
    for rule in part.rules where rule.symbol != "g" {
      let formula = rule.formula.replacing(meanings)
      guard rule.isKept else {
        meanings[rule.symbol] = formula
        continue
      }
      guard let cell = rule.symbol == "w" ? row["after"] : row[rule.symbol] else {
        fault(line, "the row has no \(rule.symbol)")
        continue
      }
      if let estimate = KnownNumbers(numbers, decimals: known.decimals).value(of: formula) {
        tally.workedOut += 1
        if !known.isNear(cell, estimate) {
          fault(line, "\(rule.symbol) is \(estimate.value) for \(param), not \(cell.text)")
        }
      }
      if part.param == param, let result = part.results[rule.symbol], !known.areSame(result, cell) {
        fault(line, "\(rule.symbol) is \(result.text) for \(param), not \(cell.text)")
      }
      if rule.symbol != "w" { kept[rule.symbol] = cell }
      numbers["new " + rule.symbol] = cell
      meanings[rule.symbol] = .name("new " + rule.symbol)
    }
    if let name = part.method.name, let step = row["t"].map({ Int($0.value) }) ?? part.step {
      optimizers.kept[name]?[param] = (step, kept)
    }
  }
}

extension Expression {
  /// The expression with others in the place of names.
  func replacing(_ others: [String: Expression]) -> Expression {
    switch self {
    case .number, .half, .sign, .rest, .choice: self
    case .name(let name): others[name] ?? self
    case .negation(let operand): .negation(operand.replacing(others))
    case .binary(let left, let sign, let right):
      .binary(left.replacing(others), sign, right.replacing(others))
    case .call(let name, let arguments): .call(name, arguments.map { $0.replacing(others) })
    }
  }
}
