package import Algebra
package import Diagnostics
package import LessonLanguage
import PrintedNumbers

/// Turns an expression as it is written into a formula whose names and functions are known.
///
/// Families, ranges and the lesson's own functions are written out on the way: what comes out knows elements, operations and
/// built-in functions only. Every name that is read must be defined above and fresh. All that is wrong is collected; a
/// formula with an error is still built as far as it goes, so that one mistake gives one message.
package struct FormulaBuilder {
  /// What a name stands for that is no value of the lesson.
  package enum Binding {
    /// A `for` name, at one of its values.
    case index(Double)
    /// A parameter of a function, with its argument and the argument's size.
    case argument(Formula, size: Int)
    /// A parameter of a function that stands for a family of the lesson, named as an argument at `place`.
    case family(Name, place: SourceRange)
  }

  package let scope: Scope
  /// The text that the expressions stand in.
  package let file: SourceFile
  /// The name that is being defined, which its own formula cannot mention.
  var definedName: Name?
  /// The names that are known only here.
  var bindings: [Name: Binding] = [:]
  package var diagnostics: [Diagnostic] = []
  /// The comparisons that were decided when the formula was written out, as they hold.
  package var reasons: [Algebra.Condition] = []
  /// Whether stale values may be read: where everything is worked out anew, or only recorded.
  package var readsStale = false
  /// Whose epochs schedules follow.
  var epochs = Epochs.ofValues
  /// Whether a schedule has followed those of a training.
  var hasFollowedEpochs = false
  /// Whether it stands in a command, which may go over all rows.
  package var mayGoOverRows = false
  /// For what is no part of the lesson, as a reader has typed it: whether a name is one of those that come later.
  package var comesLater: ((Name) -> Bool)?
  /// How it is told where something stands: `on line 12`.
  package var place: (SourceRange) -> String
  /// Whether a family has been told that stands in the place of a number.
  private var hasToldFamily = false
  /// Whether it reads an index or the end of a range.
  private var readsIndex = false
  /// How many parts have been written out.
  package private(set) var size = 0

  /// No formula is written out with more parts; what a reader types with fewer, so that it is answered at once.
  package var mostParts: Int { comesLater == nil ? 1_000_000 : 100_000 }
  /// No range has more values, no family more elements.
  static let mostElements = 1_000_000

  package init(scope: Scope, file: SourceFile, defining name: Name? = nil, bindings: [Name: Binding] = [:]) {
    self.scope = scope
    self.file = file
    self.place = { "on line \(file.location(of: $0.lowerBound).line)" }
    self.definedName = name
    self.bindings = bindings
  }

  /// The formula of an expression.
  package mutating func formula(of expression: Expression) -> Formula {
    guard grow(by: 1, at: expression.range) else { return .nothing }
    switch expression.form {
    case .number(let value, let text):
      return .number(Number(value, text: NumberStyle.typed(text, value: value)))
    case .pi:
      return .number(Number(.pi, text: "pi"))
    case .name(let text):
      return value(of: Identifier(text, at: expression.range))
    case .element(let family, let indices):
      return element(family, indices, at: expression.range)
    case .list:
      report("a list in brackets can only be the whole right side of a statement", at: expression.range)
      return .nothing
    case .negation(let inner):
      return .negation(formula(of: inner))
    case .sum(let terms):
      return .sum(
        of: terms.map { Formula.Term($0.isSubtracted ? .minus : .plus, formula(of: $0.expression)) })
    case .product(let written):
      let factors = withDerivatives(written)
      if let only = factors.first, factors.count == 1 { return formula(of: only.expression) }
      return .product(
        of: factors.map { Formula.Factor($0.isDivisor ? .over : .times, formula(of: $0.expression)) })
    case .power(let base, let exponent):
      let base = formula(of: base)
      return .power(base, formula(of: exponent))
    case .conditional(let condition, let first, let second):
      return conditional(condition, then: first, otherwise: second)
    case .call(let function, let arguments):
      return call(function, arguments, at: expression.range)
    case .reduction(let function, let body, let ranges):
      return reduction(function, of: body, over: ranges, at: expression.range)
    case .overRows(let function, let body, let data):
      return overRows(function, of: body, data)
    case .derivative(let numerator, let name):
      return derivative(of: numerator, by: name, at: expression.range)
    case .local(let output, let name):
      return local(output, by: name)
    }
  }

  /// Begins the formula of another element: the bound is for each.
  mutating func beginFormula() {
    size = 0
    reasons = []
  }

  /// Counts parts; false once there are too many.
  mutating func grow(by count: Int, at range: SourceRange) -> Bool {
    if size > mostParts { return false }
    size += count
    if size > mostParts {
      let most = comesLater == nil ? "1,000,000" : "100,000"
      report("written out, this formula has more than \(most) parts, which is the bound", at: range)
      return false
    }
    guard comesLater == nil, !scope.grow(by: count) else { return true }
    size = mostParts + 1
    report(Scope.tooMuchWritten, at: range)
    return false
  }

  package mutating func report(_ message: String, at range: SourceRange, hint: String? = nil) {
    diagnostics.append(Diagnostic(message, at: range, hint: hint))
  }
}

// MARK: - Names

extension FormulaBuilder {
  /// What a plain name stands for.
  private mutating func value(of identifier: Identifier) -> Formula {
    let name = Name(identifier.text)
    switch bindings[name] {
    case .index(let value): return .index(value)
    case .argument(let formula, let size):
      _ = grow(by: size, at: identifier.range)
      return formula
    case .family(let family, let place):
      return .name(read(Identifier(family.text, at: place)))
    case nil:
      if let schedule = scope.schedules[name] { return written(schedule, identifier) }
      return .name(read(identifier))
    }
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
    guard scope[name] != nil else {
      if !scope.broken.contains(name) {
        report(
          unknown(name), at: range,
          hint: CommentHabit.isBehindDashes(file, at: range.lowerBound) ? CommentHabit.hint : hint(for: name))
      }
      return
    }
    guard !readsStale, let change = scope.change(behind: name) else { return }
    report(
      "`\(name)` is stale: `\(change.name)` was changed \(place(change.range)), and `\(name)` has not been worked out since",
      at: range, hint: comesLater == nil ? "write `forward` above this line" : nil)
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
  private mutating func element(
    _ identifier: Identifier, _ expressions: [Expression], at range: SourceRange
  ) -> Formula {
    let formulas = expressions.map { indexFormula(of: $0) }
    let values = formulas.map(\.constant)
    guard let family = family(Name(identifier.text)) else {
      reportNoFamily(identifier, range)
      return .nothing
    }
    guard family.indexCount == formulas.count else {
      let count = family.indexCount
      report(
        "an element of `\(family.name)` has \(count) \(count == 1 ? "index" : "indices"), not \(formulas.count)",
        at: range, hint: "the elements are \(family.extent)")
      return .nothing
    }
    guard values.contains(nil) else {
      guard let indices = wholeNumbers(values.compactMap { $0 }, of: expressions) else { return .nothing }
      let name = Name(family.name, indices)
      if scope[name] == nil, name != definedName {
        if scope.broken.contains(Name(identifier.text)) { return .nothing }
        report(notKnown(name), at: range, hint: hint(toElementsOf: family))
      } else {
        read(name, at: range)
      }
      return .name(name)
    }
    return lookUp(family, formulas, expressions)
  }

  /// The family that a name means here: a parameter's, or the lesson's own.
  package func family(_ name: Name) -> Family? {
    switch bindings[name] {
    case .family(let family, _): scope.families[family]
    case .index, .argument: nil
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
        hint: NameHabit.hint(forElementOf: name.text, String(arguments)) ?? hint(for: name))
    }
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
  private mutating func wholeNumbers(_ values: [Double], of expressions: [Expression]) -> [Int]? {
    var indices: [Int] = []
    for (value, expression) in zip(values, expressions) {
      guard let index = wholeNumber(value, at: expression.range, "an index") else { return nil }
      indices.append(index)
    }
    return indices
  }

  /// The whole number that `value` is within 1e-9; `nil` where it is none, which is reported.
  mutating func wholeNumber(_ value: Double, at range: SourceRange, _ what: String) -> Int? {
    let rounded = value.rounded()
    guard abs(value - rounded) <= 1e-9, abs(rounded) <= 1e15 else {
      let found = value.isFinite ? "this is \(shortText(of: value))" : "`\(file[range])` has no value"
      report("\(what) must be a whole number, and \(found)", at: range)
      return nil
    }
    return Int(rounded)
  }

  func shortText(of value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "no number" : "too large for a number" }
    return NumberStyle(decimals: 12, shortening: .rounded).number(value).text ?? ""
  }

  private func unknown(_ name: Name) -> String {
    if name == definedName { return "`\(name)` is defined by itself" }
    return isFunction(name)
      ? "`\(name)` is a function, and has a value only with its arguments" : notKnown(name)
  }

  private func isFunction(_ name: Name) -> Bool {
    Function.named(name.text) != nil || scope.functions[name] != nil
  }

  private func notKnown(_ name: Name) -> String {
    guard let comesLater else { return "`\(name)` is not defined above" }
    return comesLater(name) ? "`\(name)` comes later in the lesson" : "`\(name)` is not known here"
  }

  private func hint(for name: Name) -> String? {
    // To look for the nearest of many names takes its time: no more often than anyone will read.
    guard diagnostics.count < Diagnostic.mostOfFile, comesLater?(name) != true else { return nil }
    if name == definedName { return "a formula may only mention names that are defined above it" }
    if isFunction(name) { return "write `\(name)(…)`" }
    if let habit = NameHabit.hint(for: name.text) { return habit }
    if let near = didYouMean(name.text, among: scope.mentionableNames) { return near }
    return readsIndex && comesLater == nil
      ? "`for \(name) in 1...3` behind it says which numbers `\(name)` stands for" : nil
  }

  /// Which elements there are; one alone that bears a higher index than 1 is hardly what was meant.
  private func hint(toElementsOf family: Family) -> String {
    guard case .given(let kind) = family.kind, family.elements.count == 1, family.bounds.count == 1,
      family.bounds[0].lowerBound > 1
    else { return "the elements are \(family.extent)" }
    return
      "`\(family.extent)` is its only element; all up to it are given as in `\(kind.rawValue) \(family.name)[1...\(family.bounds[0].lowerBound)] = …`"
  }

  /// How a family is used where a number is meant.
  private func hint(for family: Family) -> String? {
    let one = family.elements.first.map { "one element is `\($0)`" }
    guard comesLater == nil, family.bounds.count <= 2 else { return one }
    let names = family.bounds.count == 1 ? ["i"] : ["i", "j"]
    let ranges = zip(names, family.bounds).map { "\($0) in \($1.lowerBound)...\($1.upperBound)" }
    let all =
      "in a formula for each write `\(family.name)[\(names.joined(separator: ", "))]`, and `for \(ranges.joined(separator: ", "))` behind it"
    return one.map { "\($0); \(all)" }
  }
}

extension Formula {
  /// What stands where nothing could be built.
  package static let nothing = Formula.number(Number(1, text: "1"))

  /// The number of a `for` name in a formula.
  package static func index(_ value: Double) -> Formula {
    let number = Number(
      abs(value), text: NumberStyle(decimals: 12, shortening: .rounded).number(abs(value)).text)
    return value < 0 ? .negation(.number(number)) : .number(number)
  }

  /// The value of a formula without names; `nil` for any other.
  package var constant: Double? {
    if case .number(let number) = self { return number.value }
    return names.isEmpty && atoms.isEmpty && families.isEmpty ? value : nil
  }
}

/// `did you mean` with the nearest candidate, in the form of a hint.
package func didYouMean(_ word: String, among candidates: [String]) -> String? {
  nearest(to: word, among: candidates).map { "did you mean `\($0)`?" }
}
