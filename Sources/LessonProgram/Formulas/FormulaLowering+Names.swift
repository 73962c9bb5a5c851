package import Algebra
package import Diagnostics
package import LessonLanguage
import PrintedNumbers

// Names and elements, and what is said where they stand for nothing.

extension FormulaLowering {
  /// What a plain name stands for.
  mutating func value(of identifier: Identifier) -> ExpressionValue {
    let name = Name(identifier.text)
    switch bindings[name] {
    case .index(let value): return .number(.index(value))
    case .argument(let formula, let size):
      _ = grow(by: size, at: identifier.range)
      return .number(formula)
    case .values(let family):
      guard grow(byElementsOf: Double(family.size), at: identifier.range) else { return .broken }
      return .family(family)
    case .family(let family, let range):
      return elements(of: Identifier(family.text, at: range))
    case nil:
      if let schedule = scope.schedules[name] { return .number(written(schedule, identifier)) }
      return scope.families[name] == nil ? .number(.name(read(identifier))) : elements(of: identifier)
    }
  }

  /// All elements of a family of the lesson; the first one that is stale is told.
  private mutating func elements(of identifier: Identifier) -> ExpressionValue {
    guard let family = scope.families[Name(identifier.text)],
      grow(byElementsOf: Double(family.elements.count), at: identifier.range)
    else { return .broken }
    if let stale = family.elements.first(where: { scope.change(behind: $0) != nil }) {
      read(stale, at: identifier.range)
    }
    return .family(FamilyValue(family))
  }

  /// Reports a family that stands in the place of a number.
  mutating func reportFamily(_ value: FamilyValue, _ expression: Expression) {
    if case .name(let text) = expression.kind {
      if case .family(let family, let range)? = bindings[Name(text)] {
        _ = read(Identifier(family.text, at: range))
        return
      }
      if scope.families[Name(text)] != nil, bindings[Name(text)] == nil {
        _ = read(Identifier(text, at: expression.range))
        return
      }
    }
    if hasToldFamily { return }
    hasToldFamily = true
    if case .derivative? = value.items.first, value.items.count > 1 {
      report(
        "\(quoted(expression)) is a family; a number is meant here", at: expression.range,
        hint: "one element is `\(value.items[0].text(.calc))`")
      return
    }
    report(
      "\(quoted(expression)) is a family; a number is meant here", at: expression.range,
      hint: comesLater == nil
        ? "it has \(value.items.count) elements: a formula such as `y = …` gives them names, and one is `y[\(value.firstIndex)]`"
        : nil)
  }

  /// The name of a value that is read: it must be a number, defined above, and fresh.
  package mutating func read(_ identifier: Identifier) -> Name {
    let name = Name(identifier.text)
    if let family = scope.families[name] {
      // Where one family stands for a number, others do too, and it is one mistake.
      if hasToldFamily { return name }
      hasToldFamily = true
      report(
        "`\(name)` is a family; a number is meant here", at: identifier.range, hint: hint(for: family))
      return name
    }
    read(name, at: identifier.range)
    return name
  }

  /// Checks that a value is defined above, and fresh.
  package mutating func read(_ name: Name, at range: SourceRange) {
    guard scope.has(name) else {
      if name != toldIndex, !scope.broken.contains(name) {
        report(
          unknown(name, at: range), at: range,
          advice: CommentHabit.isBehindDashes(file, at: range.lowerBound)
            ? .init(CommentHabit.hint) : advice(for: name, at: range))
      }
      return
    }
    guard !readsStale, let change = scope.change(behind: name) else { return }
    report(
      "`\(name)` is stale: it has not been worked out since `\(change.name)` was changed", at: range,
      hint: comesLater == nil ? hintAtStale : nil,
      notes: [.init("`\(change.name)` was changed", at: change.range)])
  }

  /// The name that a reference means; `nil` where its indices are wrong, which has been reported.
  package mutating func read(_ reference: Reference) -> Name? {
    guard !reference.indices.isEmpty else { return read(reference.name) }
    switch element(reference.name, reference.indices, at: reference.range) {
    case .name(let name): return name
    case .element:
      report(
        "the indices are fixed here, and these may change", at: reference.range,
        hint: "numbers, consts and `for` names may stand here")
      return nil
    default: return nil
    }
  }

  /// An element of a family: a name where its indices are known, else one that is looked up at each pass.
  mutating func element(
    _ identifier: Identifier, _ expressions: [Expression], at range: SourceRange
  ) -> Formula {
    if case .values? = bindings[Name(identifier.text)] {
    } else if family(Name(identifier.text)) == nil {
      reportNoFamily(identifier, range)
      return .nothing
    }
    if reportUnknownIndex(expressions, of: identifier) { return .nothing }
    let outer = readsElement
    readsElement = true
    let formulas = expressions.map { indexFormula(of: $0) }
    readsElement = outer
    let values = formulas.map(\.constant)
    if case .values(let family)? = bindings[Name(identifier.text)] {
      return element(of: family, values, expressions, identifier, at: range)
    }
    guard let family = family(Name(identifier.text)) else { return .nothing }
    guard family.indexCount == formulas.count else {
      let count = family.indexCount
      report(
        "an element of `\(family.name)` has \(count) \(count == 1 ? "index" : "indices"), not \(formulas.count)",
        at: range, hint: "the elements are \(family.ends)")
      return .nothing
    }
    guard values.contains(nil) else {
      guard
        let indices = wholeNumbers(
          values.compactMap { $0 }, of: expressions, hint: "the elements are \(family.ends)")
      else { return .nothing }
      let name = Name(family.name, indices)
      if scope[name] == nil, name != definedName {
        if scope.broken.contains(Name(identifier.text)) { return .nothing }
        let isGiven = if case .given = family.kind { true } else { false }
        report(
          isGiven && comesLater == nil ? "`\(family.name)` has no element `\(name)`" : notKnown(name),
          at: range,
          hint: [hint(toElementsOf: family, at: indices), computed(expressions, indices)].compactMap(\.self)
            .joined(separator: "; "))
      } else {
        read(name, at: range)
      }
      return .name(name)
    }
    return lookUp(family, formulas, expressions)
  }

  /// An element of a family that a function is given.
  private mutating func element(
    of family: FamilyValue, _ values: [Double?], _ expressions: [Expression], _ identifier: Identifier,
    at range: SourceRange
  ) -> Formula {
    guard !values.contains(nil), let indices = wholeNumbers(values.compactMap { $0 }, of: expressions) else {
      if values.contains(nil) {
        report(
          "the indices are fixed here, and these may change", at: range,
          hint: "numbers, consts and `for` names may stand here")
      }
      return .nothing
    }
    guard let formula = family[indices] else {
      report(
        "the family that `\(identifier.text)` stands for has no such element", at: range,
        hint: "it \(family.shape)")
      return .nothing
    }
    return grow(by: family.size / family.items.count, at: range) ? formula : .nothing
  }

  /// The family that a name means here: a parameter's, or the lesson's own.
  package func family(_ name: Name) -> Family? {
    switch bindings[name] {
    case .family(let family, _): scope.families[family]
    case .index, .argument, .values: nil
    case nil: scope.families[name]
    }
  }

  private mutating func reportNoFamily(_ identifier: Identifier, _ range: SourceRange) {
    let name = Name(identifier.text)
    if let definedName, definedName == name || definedName.text.hasPrefix("\(name)[") {
      report("`\(name)` has no element above this line", at: range)
    } else if scope[name] != nil || bindings[name] != nil {
      report("`\(name)` is a number, it has no elements", at: identifier.range)
    } else if !scope.broken.contains(name) {
      let arguments = file[SourceRange(identifier.range.upperBound, range.upperBound)].dropFirst().dropLast()
      report(
        notKnown(name), at: identifier.range,
        advice: adviceAtLater(name, at: range)
          ?? .init(
            hint: NameHabit.hint(
              forElementOf: name.text, String(arguments), over: rowsOfHabit,
              isNumber: scope[Name(String(arguments))] != nil,
              isFamily: family(Name(String(arguments))) != nil))
          ?? advice(for: name, at: identifier.range))
    }
  }

  /// The rows of the lesson, for hints.
  private var rowsOfHabit: String { scope.dataInOrder.last?.name.text ?? "xor" }

  /// That a name is defined further down, and where; `nil` where it is not.
  package func adviceAtLater(_ name: Name, at range: SourceRange) -> Diagnostic.Advice? {
    guard comesLater == nil, diagnostics.count < Diagnostic.maxPerFile else { return nil }
    return adviceBelow?(name, range)
  }

  /// An element whose indices depend on inputs and targets.
  private mutating func lookUp(_ family: Family, _ formulas: [Formula], _ expressions: [Expression])
    -> Formula
  {
    for (formula, expression) in zip(formulas, expressions) {
      let others = formula.names.filter { name in
        guard let kind = scope[name]?.kind else { return false }
        return kind != .given(.input) && kind != .given(.target) && scope.constants[name] == nil
      }
      if let other = others.first {
        report(
          comesLater == nil
            ? "an index may use numbers, consts, `for` names, inputs and targets, and `\(other)` is none of these"
            : "an index is a whole number that the lesson fixes, and `\(other)` is none",
          at: expression.range)
        return .nothing
      }
    }
    for name in family.elements.prefix(1) { read(name, at: expressions[0].range) }
    return .element(family.name, formulas)
  }

  /// The formula of an index or of the end of a range, the known consts put in.
  mutating func indexFormula(of expression: Expression, isIndex: Bool = true) -> Formula {
    let constants = scope.constants
    let outer = readsIndex
    readsIndex = isIndex
    defer { readsIndex = outer }
    return formula(of: expression).replacingNames { constants[$0].map { .index($0) } }
  }

  /// The whole numbers that indices are; `nil` where one is none, which is reported.
  private mutating func wholeNumbers(
    _ values: [Double], of expressions: [Expression], hint: String? = nil
  ) -> [Int]? {
    var indices: [Int] = []
    for (value, expression) in zip(values, expressions) {
      guard let index = wholeNumber(value, at: expression.range, "an index", of: expression, hint: hint)
      else { return nil }
      indices.append(index)
    }
    return indices
  }

  /// What the indices are that are worked out: `i - 1` is 0, since `i` is 1.
  private func computed(_ expressions: [Expression], _ indices: [Int]) -> String? {
    let found = zip(expressions, indices).compactMap { expression, index -> String? in
      switch expression.kind {
      case .number: return nil
      case .negation(let inner): if case .number = inner.kind { return nil }
      default: break
      }
      // What stands in a function of the lesson's is no part of what is told here.
      guard expression.range.upperBound <= file.bytes.count, expression.allNames.count < 10 else {
        return nil
      }
      let since = if case .name = expression.kind { String?.none } else { operands(of: expression) }
      return "\(quoted(expression)) is \(index)\(since.map { ", since \($0)" } ?? "")"
    }
    return found.isEmpty ? nil : "here " + found.joined(separator: " and ")
  }

  /// The numbers of the names in an expression that are known when the lesson is written out: `i` is 1.
  private func operands(of expression: Expression) -> String? {
    var seen: Set<String> = []
    let known = expression.allNames.filter { seen.insert($0).inserted }.compactMap { text -> String? in
      let name = Name(text)
      if case .index(let value)? = bindings[name] { return "`\(text)` is \(shortText(of: value))" }
      guard bindings[name] == nil, let value = scope.constants[name] else { return nil }
      return "`\(text)` is \(shortText(of: value))"
    }
    return known.isEmpty || known.count > 3 ? nil : known.joined(separator: " and ")
  }

  /// The whole number that `value` is within 1e-9; `nil` where it is none, which is reported.
  mutating func wholeNumber(
    _ value: Double, at range: SourceRange, _ what: String, of expression: Expression? = nil,
    hint: String? = nil
  ) -> Int? {
    let rounded = value.rounded()
    guard abs(value - rounded) <= 1e-9, abs(rounded) <= 1e15 else {
      let text = expression.map { quoted($0) } ?? "`\(file[range])`"
      let isLiteral = if case .number? = expression?.kind { true } else { expression == nil }
      let found =
        value.isFinite ? "\(isLiteral ? "this" : text) is \(shortText(of: value))" : "\(text) has no value"
      let isName = if case .name? = expression?.kind { true } else { false }
      let since = expression.flatMap { isLiteral || isName ? nil : operands(of: $0) }
      report(
        "\(what) must be a whole number, and \(found)\(since.map { ", since \($0)" } ?? "")", at: range,
        hint: hint)
      return nil
    }
    return Int(rounded)
  }

  func shortText(of value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "no number" : "too large for a number" }
    return NumberStyle(decimals: 12, shortening: .rounded).number(value).text ?? ""
  }

  private func unknown(_ name: Name, at range: SourceRange) -> String {
    if name == definedName { return "`\(name)` is defined by itself" }
    if isOptimizer(name, at: range) { return "`\(name)` is an optimizer, and has no value" }
    return isFunction(name)
      ? "`\(name)` is a function, and has a value only with its arguments" : notKnown(name)
  }

  private func isOptimizer(_ name: Name, at range: SourceRange) -> Bool {
    scope.optimizers[name] != nil || later?.isOptimizer(name, below: range) == true
  }

  private func isFunction(_ name: Name) -> Bool {
    Function.named(name.text) != nil || scope.functions[name] != nil
  }

  private func notKnown(_ name: Name) -> String {
    guard let comesLater else { return "`\(name)` is not defined above" }
    return comesLater(name) ? "`\(name)` comes later in the lesson" : "`\(name)` is not known here"
  }

  /// That a name which is defined below is worked out from the one that is defined here.
  private func hintAtCircle(_ name: Name, at range: SourceRange) -> String? {
    guard let own = statement?.name, let later, later.advice(for: name, below: range) != nil,
      later.needs(name, Name(own))
    else { return nil }
    return "`\(own)` is worked out from `\(name)`, and `\(name)` from `\(own)`: neither can come first"
  }

  private func advice(for name: Name, at range: SourceRange) -> Diagnostic.Advice? {
    // To look for the nearest of many names takes its time: no more often than anyone will read.
    guard diagnostics.count < Diagnostic.maxPerFile, comesLater?(name) != true else { return nil }
    if name == definedName { return .init("a formula may only mention names that are defined above it") }
    if isOptimizer(name, at: range) {
      return .init("behind `with` it says how params are changed, as in `with \(name)`")
    }
    if isFunction(name) { return .init("write `\(name)(…)`") }
    if let needed = hintAtCircle(name, at: range) { return .init(needed) }
    if let later = adviceAtLater(name, at: range) { return later }
    let place = range.upperBound <= file.bytes.count && file[range] == name.text ? range : nil
    if let habit = NameHabit.advice(for: name.text, at: place) { return habit }
    if let near = Diagnostic.Advice.nearest(to: name.text, among: scope.mentionableNames, at: place) {
      return near
    }
    if readsElement, comesLater == nil {
      return .init("numbers, consts, `for` names, inputs and targets may stand in an index")
    }
    guard readsIndex, comesLater == nil else { return nil }
    let range = statement.flatMap { ranges(ofIndicesIn: $0.value) }?.each.first { $0.name == name.text }
    let word = range.map { "`for \($0.text)`" } ?? "a `for`"
    return .init("\(word) behind it says which numbers `\(name)` stands for")
  }

  /// Which elements there are; one alone that bears a higher index than 1 is hardly what was meant.
  private func hint(toElementsOf family: Family, at indices: [Int]) -> String {
    if indices == [-1], family.bounds.count == 1, let last = family.elements.last {
      return "the elements are \(family.ends), and the last is `\(last)`"
    }
    guard case .given(let kind) = family.kind, family.elements.count == 1, family.bounds.count == 1,
      family.bounds[0].lowerBound > 1
    else { return "the elements are \(family.ends)" }
    return
      "`\(family.extent)` is its only element; all up to it are given as in `\(kind.rawValue) \(family.name)[1...\(family.bounds[0].lowerBound)] = …`"
  }

  /// How a family is used where a number is meant.
  private func hint(for family: Family) -> String? {
    let one = family.elements.first.map { "one element is `\($0)`" }
    // A check, an answer and what stands in running text have no `for`.
    guard comesLater == nil, family.bounds.count <= 2, mayHaveFor else { return one }
    let names = family.bounds.count == 1 ? ["i"] : ["i", "j"]
    let ranges = zip(names, family.bounds).map { "\($0) in \($1.lowerBound)...\($1.upperBound)" }
    let all =
      "in a formula for each write `\(family.name)[\(names.joined(separator: ", "))]`, and `for \(ranges.joined(separator: ", "))` behind it"
    return one.map { "\($0); \(all)" }
  }
}
