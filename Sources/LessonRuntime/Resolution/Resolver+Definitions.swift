import Algebra
import Diagnostics
import LessonDocument
import LessonLanguage

// Statements that define names: given numbers, formulas, families, blocks and functions.

extension Resolver {
  // MARK: - Given numbers

  mutating func resolve(_ kind: GivenKind, _ givens: [Given], _ statement: Statement) {
    var resolved: [Instruction.Given] = []
    for given in givens {
      let items = elements(of: given)
      for item in items {
        guard define(given.name, item.indices, .given(kind), as: item.formula) else { break }
        let name = item.indices.map { Name(given.name.text, $0) } ?? Name(given.name.text)
        noteConstant(name, kind, item.formula)
        resolved.append(
          Instruction.Given(
            name: name, family: item.indices == nil ? nil : given.name.text, formula: item.formula))
      }
    }
    if !resolved.isEmpty { append(.given(kind, resolved), at: statement.range, comment: statement.comment) }
  }

  /// A const whose number is known before the lesson runs may stand in indices and ranges.
  private mutating func noteConstant(_ name: Name, _ kind: GivenKind, _ formula: Formula) {
    guard kind == .const else { return }
    let constants = scope.constants
    let known = formula.replacingNames { constants[$0].map { .number(Number($0)) } }
    if let value = settings[name]?.value ?? known.constant, value.isFinite { scope.constants[name] = value }
  }

  private mutating func elements(of given: Given) -> [DefinedElement] {
    let name = Name(given.name.text)
    let isNew = scope[name] == nil && scope.families[name] == nil
    return build(defining: isNew ? name : nil) { builder -> [DefinedElement] in
      switch given.shape {
      case .none:
        guard given.ranges.isEmpty else {
          builder.report(
            "a `for` needs indices before the `=`", at: given.name.range,
            hint: "write `\(name)[\(given.ranges[0].name.text)] = …`")
          return []
        }
        if case .list = given.value.form { return builder.elements(of: given.value, from: nil) }
        return [DefinedElement(indices: nil, formula: builder.formula(of: given.value))]
      case .spans(let spans):
        return builder.elements(filling: spans, with: given)
      case .element(let indices):
        return builder.elements(
          Reference(given.name, indices: indices, at: given.name.range), given.value, given.ranges)
      }
    }
  }

  // MARK: - Formulas

  /// A formula, a family of formulas, or a block of them.
  mutating func resolveFormulas(_ statement: Statement) {
    var definitions: [Instruction.Definition] = []
    var patterns = 0
    resolveFormulas(statement, [:], &definitions, pattern: &patterns)
    if !definitions.isEmpty {
      append(.define(definitions), at: statement.range, comment: statement.comment)
    }
  }

  /// False once something is wrong: what is written out again and again is not told again and again.
  @discardableResult
  private mutating func resolveFormulas(
    _ statement: Statement, _ bindings: [Name: FormulaBuilder.Binding],
    _ definitions: inout [Instruction.Definition], pattern: inout Int
  ) -> Bool {
    switch statement.form {
    case .formula(let reference, let expression, let ranges):
      pattern += 1
      return resolve(reference, expression, ranges, bindings, &definitions, pattern: pattern)
    case .block(let range, let statements):
      return resolve(block: range, statements, bindings, &definitions, pattern: &pattern)
    default:
      // Comments in a block stand once in the lesson, and are not shown for each of its values.
      return true
    }
  }

  private mutating func resolve(
    block range: NamedRange, _ statements: [Statement], _ bindings: [Name: FormulaBuilder.Binding],
    _ definitions: inout [Instruction.Definition], pattern: inout Int
  ) -> Bool {
    let first = pattern
    var values: [Double] = []
    let before = faults.count
    build(bindings: bindings) { builder in
      builder.forEach([range]) { builder in
        if case .index(let value)? = builder.bindings[Name(range.name.text)] { values.append(value) }
        return true
      }
    }
    guard faults.count == before else { return false }
    for value in values {
      // The patterns of a block are those of its text, whatever the value.
      pattern = first
      var inner = bindings
      inner[Name(range.name.text)] = .index(value)
      for statement in statements {
        guard resolveFormulas(statement, inner, &definitions, pattern: &pattern) else { return false }
      }
      guard definitions.count <= FormulaBuilder.mostElements else {
        report("this block defines more than 1,000,000 values, which is the bound", at: range.span.range)
        return false
      }
    }
    return true
  }

  private mutating func resolve(
    _ reference: Reference, _ expression: Expression, _ ranges: [NamedRange],
    _ bindings: [Name: FormulaBuilder.Binding], _ definitions: inout [Instruction.Definition], pattern: Int
  ) -> Bool {
    let before = faults.count
    var made: [Instruction.Definition] = []
    if case .list = expression.form, reference.indices.isEmpty {
      let items = build(defining: Name(reference.name.text), bindings: bindings) {
        $0.elements(of: expression, from: nil)
      }
      for (index, item) in items.enumerated() {
        guard define(reference.name, item.indices, .formula, as: item.formula) else { return false }
        let name = Name(reference.name.text, item.indices ?? [])
        // The formulas of a list differ: each is shown.
        made.append(
          .init(
            name: name, formula: item.formula, pattern: pattern * 1_000_000 + index,
            family: reference.name.text))
      }
    } else {
      made = defineEach(reference, expression, ranges, bindings, pattern)
    }
    definitions += made
    return faults.count == before
  }

  /// Defines the elements one by one, as each may mention those before it.
  private mutating func defineEach(
    _ reference: Reference, _ expression: Expression, _ ranges: [NamedRange],
    _ bindings: [Name: FormulaBuilder.Binding], _ pattern: Int
  ) -> [Instruction.Definition] {
    var made: [Instruction.Definition] = []
    let isScalar = reference.indices.isEmpty
    if isScalar, !ranges.isEmpty {
      report(
        "a `for` needs indices before the `=`", at: reference.range,
        hint: "write `\(reference.name.text)[\(ranges[0].name.text)] = …`")
      return []
    }
    let scope = scope
    let file = document.file
    let plain = Name(reference.name.text)
    let isNew = scope[plain] == nil && scope.families[plain] == nil
    build(defining: isNew ? plain : nil, bindings: bindings) { builder in
      let before = builder.diagnostics.count
      builder.forEach(ranges[...]) { builder in
        let indices = isScalar ? nil : builder.indices(of: reference)
        if !isScalar && indices == nil { return false }
        let name = indices.map { Name(reference.name.text, $0) } ?? plain
        if !isScalar || isNew { builder.definedName = scope[name] == nil ? name : nil }
        builder.beginFormula()
        let formula = builder.formula(of: expression)
        guard builder.diagnostics.count == before else {
          // Known from here on, so that what mentions it is not told as well.
          _ = Resolver.define(reference.name, indices, .formula, as: nil, in: scope, file)
          return false
        }
        if let fault = Resolver.define(reference.name, indices, .formula, as: formula, in: scope, file) {
          builder.diagnostics.append(fault)
          return false
        }
        let isChoice = if case .conditional = expression.form { true } else { false }
        made.append(
          .init(
            name: name, formula: formula, pattern: pattern, family: isScalar ? nil : reference.name.text,
            reasons: isChoice ? builder.reasons : []))
        return true
      }
    }
    return made
  }

  // MARK: - Defining

  private mutating func define(
    _ identifier: Identifier, _ indices: [Int]?, _ kind: Scope.Kind, as formula: Formula
  ) -> Bool {
    guard let fault = Resolver.define(identifier, indices, kind, as: formula, in: scope, document.file) else {
      return true
    }
    faults.append(fault)
    return false
  }

  /// Adds a name to the scope, or says why it cannot be added.
  private static func define(
    _ identifier: Identifier, _ indices: [Int]?, _ kind: Scope.Kind, as formula: Formula?, in scope: Scope,
    _ file: SourceFile
  ) -> Diagnostic? {
    let plain = Name(identifier.text)
    let line = { (range: SourceRange) in file.location(of: range.lowerBound).line }
    if let family = scope.families[plain] {
      guard let indices else {
        return Diagnostic(
          "`\(plain)` is a family, defined on line \(line(family.range)), and cannot be a number too",
          at: identifier.range)
      }
      if family.kind != kind {
        return Diagnostic(
          "`\(plain)` is \(family.kind == .formula ? "a family of formulas" : "given"), defined on line \(line(family.range))",
          at: identifier.range)
      }
      if family.indexCount != indices.count {
        return Diagnostic(
          "`\(family.extent)` has \(family.indexCount) \(family.indexCount == 1 ? "index" : "indices"), not \(indices.count)",
          at: identifier.range)
      }
    } else if indices != nil, let number = scope[plain] {
      return Diagnostic(
        "`\(plain)` is a number, defined on line \(line(number.range)), and cannot be a family too",
        at: identifier.range)
    }
    let name = indices.map { Name(identifier.text, $0) } ?? plain
    if let first = scope[name] {
      let isChange = kind == .formula && first.kind != .formula && first.kind != .given(.const)
      return Diagnostic(
        "`\(name)` is defined twice; the first definition is on line \(line(first.range))",
        at: identifier.range,
        hint: isChange ? "to change it write `\(name) <- …`" : nil)
    }
    if let indices {
      scope.define(identifier.text, indices, kind, at: identifier.range, as: formula)
    } else {
      scope.define(name, kind, at: identifier.range, as: formula)
    }
    return nil
  }

  // MARK: - Functions

  mutating func resolve(_ definition: FunctionDefinition, _ statement: Statement) {
    let name = Name(definition.name.text)
    if let first = scope.functions[name] {
      let line = document.file.location(of: first.definition.name.range.lowerBound).line
      report(
        "the function `\(name)` is defined twice; the first definition is on line \(line)",
        at: definition.name.range)
      return
    }
    var seen: Set<Name> = []
    var isOptional = false
    for parameter in definition.parameters {
      if !seen.insert(Name(parameter.name.text)).inserted {
        report("the parameter `\(parameter.name.text)` stands twice", at: parameter.name.range)
      }
      if parameter.fallback == nil && isOptional {
        report("a parameter without a value stands behind one that has one", at: parameter.name.range)
      }
      isOptional = isOptional || parameter.fallback != nil
    }
    let before = faults.count
    for called in definition.body.calledFunctions where !isKnown(called, to: name) {
      if Name(called.text) == name {
        report("`\(name)` calls itself, and the functions of a lesson do not", at: called.range)
      } else {
        report(
          "there is no function `\(called.text)` above", at: called.range,
          hint: didYouMean(called.text, among: Function.all.map(\.name)))
      }
    }
    // A function that calls what is not above it is never written out.
    guard faults.count == before else {
      scope.brokenFunctions.insert(name)
      return
    }
    let measure = FunctionMeasure(definition, functions: scope.functions)
    scope.functions[name] = LessonFunction(definition: definition, size: measure.size, uses: measure.uses)
    append(.function(document.file[statement.range]), at: statement.range, comment: statement.comment)
  }

  private func isKnown(_ identifier: Identifier, to name: Name) -> Bool {
    let called = Name(identifier.text)
    if called == name { return false }
    return scope.functions[called] != nil || Function.named(identifier.text) != nil
      || FamilyFunction(rawValue: identifier.text) != nil
  }
}

// MARK: - Families

extension FormulaBuilder {
  /// The indices of an element that is defined.
  fileprivate mutating func indices(of reference: Reference) -> [Int]? {
    var indices: [Int] = []
    for expression in reference.indices {
      let before = diagnostics.count
      let formula = indexFormula(of: expression)
      guard diagnostics.count == before else { return nil }
      guard let value = formula.constant else {
        report(
          "the indices of what is defined must be known when the lesson is written out", at: expression.range)
        return nil
      }
      guard let index = wholeNumber(value, at: expression.range, "an index") else { return nil }
      indices.append(index)
    }
    return indices
  }

  /// The elements of a list; its rows must be of one length. `from` is the first value of each index, 1 where it is `nil`.
  fileprivate mutating func elements(of list: Expression, from bases: [Int]?) -> [DefinedElement] {
    var items: [DefinedElement] = []
    var shape: [Int] = []
    guard readShape(of: list, &shape, depth: 0) else { return [] }
    collect(list, shape[...], bases ?? shape.map { _ in 1 }, [], &items)
    return items
  }

  /// The lengths of a list and of its rows, those of the first ones.
  private mutating func readShape(of list: Expression, _ shape: inout [Int], depth: Int) -> Bool {
    guard case .list(let entries) = list.form else { return true }
    guard let first = entries.first else {
      report("a list needs at least one entry", at: list.range)
      return false
    }
    guard entries.count <= Self.mostElements else {
      report("a family has at most 1,000,000 elements, and this one has more", at: list.range)
      return false
    }
    shape.append(entries.count)
    return readShape(of: first, &shape, depth: depth + 1)
  }

  private mutating func collect(
    _ list: Expression, _ shape: ArraySlice<Int>, _ bases: [Int], _ indices: [Int],
    _ items: inout [DefinedElement]
  ) {
    guard let length = shape.first else {
      if case .list(let entries) = list.form {
        report(
          "the rows of this list are not of the same kind: here is a list of \(entries.count)", at: list.range
        )
        return
      }
      items.append(.init(indices: indices, formula: formula(of: list)))
      return
    }
    guard case .list(let entries) = list.form else {
      report("the rows of this list are not of the same kind: here is a number", at: list.range)
      return
    }
    guard entries.count == length else {
      report(
        "the rows of this list have \(length) entries, and this one has \(entries.count)", at: list.range)
      return
    }
    let before = diagnostics.count
    for (offset, entry) in entries.enumerated() {
      collect(entry, shape.dropFirst(), bases, indices + [bases[indices.count] + offset], &items)
      guard diagnostics.count == before else { return }
    }
  }

  /// `b[1...8] = 0` and `T[0...2, 0...2] = [[…]]`.
  fileprivate mutating func elements(filling spans: [Span], with given: Given) -> [DefinedElement] {
    guard given.ranges.isEmpty else {
      report(
        "a `for` goes with names of indices, not with ranges of them", at: given.name.range,
        hint: "write `\(given.name.text)[i] = … for i in 1...3`")
      return []
    }
    var bounds: [ClosedRange<Int>] = []
    var count = 1.0
    for span in spans {
      guard let first = end(span.first), let last = end(span.last) else { return [] }
      guard first <= last else {
        report("this range of indices runs backwards", at: span.range)
        return []
      }
      bounds.append(first...last)
      count *= Double(last - first) + 1
      guard count <= Double(Self.mostElements) else {
        report("a family has at most 1,000,000 elements, and this one has more", at: span.range)
        return []
      }
    }
    guard case .list = given.value.form else {
      let formula = formula(of: given.value)
      return bounds.combinations.map { .init(indices: $0, formula: formula) }
    }
    var shape: [Int] = []
    guard readShape(of: given.value, &shape, depth: 0) else { return [] }
    guard shape == bounds.map(\.count) else {
      let wanted = bounds.map { String($0.count) }.joined(separator: " by ")
      let found = shape.map(String.init).joined(separator: " by ")
      report("the indices ask for \(wanted) elements, and the list has \(found)", at: given.value.range)
      return []
    }
    return elements(of: given.value, from: bounds.map(\.lowerBound))
  }

  /// `A[i, j] = W[i, j] for i in 1...2, j in 1...2`, and `s[0] = 1` without a `for`.
  fileprivate mutating func elements(
    _ reference: Reference, _ value: Expression, _ ranges: [NamedRange]
  ) -> [DefinedElement] {
    var items: [DefinedElement] = []
    let before = diagnostics.count
    forEach(ranges[...]) { builder in
      guard let indices = builder.indices(of: reference) else { return false }
      builder.beginFormula()
      items.append(.init(indices: indices, formula: builder.formula(of: value)))
      return builder.diagnostics.count == before
    }
    return diagnostics.count == before ? items : []
  }
}

extension [ClosedRange<Int>] {
  /// Every choice of one number from each range, the last one running fastest.
  fileprivate var combinations: [[Int]] {
    reduce([[]]) { choices, range in choices.flatMap { choice in range.map { choice + [$0] } } }
  }
}

extension Expression {
  /// The functions that are called in an expression, in order.
  fileprivate var calledFunctions: [Identifier] {
    switch form {
    case .number, .pi, .name, .local: []
    case .element(_, let parts), .list(let parts): parts.flatMap(\.calledFunctions)
    case .negation(let inner): inner.calledFunctions
    case .sum(let terms): terms.flatMap(\.expression.calledFunctions)
    case .product(let factors): factors.flatMap(\.expression.calledFunctions)
    case .power(let base, let exponent): base.calledFunctions + exponent.calledFunctions
    case .conditional(let condition, let first, let second):
      condition.calledFunctions + first.calledFunctions + second.calledFunctions
    case .call(let function, let arguments): [function] + arguments.flatMap(\.calledFunctions)
    case .reduction(_, let body, let ranges):
      body.calledFunctions
        + ranges.flatMap { $0.span.first.calledFunctions + $0.span.last.calledFunctions }
    case .derivative(let numerator, _): numerator.calledFunctions
    }
  }
}

extension LessonLanguage.Condition {
  fileprivate var calledFunctions: [Identifier] {
    switch form {
    case .comparison(let left, _, let right): left.calledFunctions + right.calledFunctions
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.calledFunctions)
    case .not(let other): other.calledFunctions
    }
  }
}
