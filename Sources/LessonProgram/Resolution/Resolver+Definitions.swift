package import Algebra
import Diagnostics
import LessonDocument
package import LessonLanguage

// Statements that define names: given numbers, formulas, families, blocks and functions.

extension Resolver {
  // MARK: - Given numbers

  package mutating func resolve(_ kind: GivenKind, _ givens: [Given], _ statement: Statement) {
    var resolved: [Instruction.Given] = []
    for given in givens {
      let items = elements(of: given, kind)
      // What is too much for the bound is refused before any of it is defined.
      guard items.count <= scope.maxValues(withFormulasOf: 1) else {
        scope.fill()
        report(Scope.tooMuchWritten, at: given.name.range)
        break
      }
      scope.makeRoom(for: items.count)
      if items.count > resolved.count { resolved.reserveCapacity(resolved.count + items.count) }
      for item in items {
        let name = Name(given.name.text, elementAt: item.indices)
        guard define(given.name, name, item.indices, .given(kind), as: item.formula) else { break }
        if item.draw == nil { noteConstant(name, kind, item.formula) }
        resolved.append(
          Instruction.Given(
            name: name, family: item.indices == nil ? nil : given.name.text, formula: item.formula,
            draw: item.draw))
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

  private mutating func elements(of given: Given, _ kind: GivenKind) -> DefinedElements {
    let name = Name(given.name.text)
    let isNew = scope[name] == nil && scope.families[name] == nil
    return build(defining: isNew ? name : nil) { lowering -> DefinedElements in
      lowering.mayGoOverRows = true
      let value: Expression
      switch given.source {
      case .value(let expression):
        if lowering.reportDrawWithEquals(expression, of: given, kind) { return .none }
        let isPlain = if case .none = given.shape { given.ranges.isEmpty } else { false }
        lowering.statement = .init(
          head: kind.rawValue + " ", name: given.name.text, isPlain: isPlain, value: expression)
        value = expression
      case .draw(let call): return lowering.elements(drawn: call, of: given)
      }
      switch given.shape {
      case .none:
        guard given.ranges.isEmpty else {
          lowering.report(
            "a `for` needs indices before the `=`", at: given.name.range,
            hint: "write `\(name)[\(given.ranges[0].name.text)] = …`")
          return .none
        }
        if case .list = value.kind { return lowering.elements(of: value, from: nil) }
        switch lowering.value(of: value) {
        case .broken: return .none
        case .number(let formula):
          return DefinedElements([DefinedElement(indices: nil, formula: formula)])
        case .family(let family): return lowering.elements(of: family, value)
        }
      case .spans(let spans):
        return lowering.elements(filling: spans, with: value, of: given)
      case .element(let indices):
        return lowering.elements(
          Reference(given.name, indices: indices, at: given.name.range), value, given.ranges)
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
    _ statement: Statement, _ bindings: [Name: FormulaLowering.Binding],
    _ definitions: inout [Instruction.Definition], pattern: inout Int
  ) -> Bool {
    switch statement.kind {
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
    block range: NamedRange, _ statements: [Statement], _ bindings: [Name: FormulaLowering.Binding],
    _ definitions: inout [Instruction.Definition], pattern: inout Int
  ) -> Bool {
    let first = pattern
    var values: [Double] = []
    let before = faults.count
    build(bindings: bindings) { lowering in
      lowering.forEach([range]) { lowering in
        if case .index(let value)? = lowering.bindings[Name(range.name.text)] { values.append(value) }
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
      guard definitions.count <= FormulaLowering.maxElements else {
        report("this block defines more than 1,000,000 values, which is the bound", at: range.range)
        return false
      }
    }
    return true
  }

  private mutating func resolve(
    _ reference: Reference, _ expression: Expression, _ ranges: [NamedRange],
    _ bindings: [Name: FormulaLowering.Binding], _ definitions: inout [Instruction.Definition], pattern: Int
  ) -> Bool {
    let before = faults.count
    var made: [Instruction.Definition] = []
    if case .list = expression.kind, reference.indices.isEmpty {
      let items = build(defining: Name(reference.name.text), bindings: bindings) {
        $0.elements(of: expression, from: nil)
      }
      for (index, item) in items.enumerated() {
        let name = Name(reference.name.text, elementAt: item.indices)
        guard define(reference.name, name, item.indices, .formula, as: item.formula) else { return false }
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
    _ bindings: [Name: FormulaLowering.Binding], _ pattern: Int
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
    let plain = Name(reference.name.text)
    let isNew = scope[plain] == nil && scope.families[plain] == nil
    build(defining: isNew ? plain : nil, bindings: bindings) { lowering in
      let before = lowering.diagnostics.count
      lowering.statement = .init(
        head: "", name: reference.name.text, isPlain: isScalar && ranges.isEmpty && bindings.isEmpty,
        value: expression)
      if ranges.isEmpty, lowering.reportMissingRange(of: reference, expression) { return }
      guard lowering.hasRoom(for: expression, over: ranges, at: reference.range) else { return }
      lowering.forEach(ranges[...]) { lowering in
        let indices = isScalar ? nil : lowering.indices(of: reference)
        if !isScalar && indices == nil { return false }
        let name = Name(reference.name.text, elementAt: indices)
        if !isScalar || isNew { lowering.definedName = scope[name] == nil ? name : nil }
        lowering.beginFormula()
        let value = isScalar ? lowering.value(of: expression) : .number(lowering.formula(of: expression))
        if case .family(let family) = value {
          made = Resolver.defineElements(
            of: family, expression, reference, pattern, &lowering, in: scope)
          return true
        }
        guard lowering.diagnostics.count == before, let formula = value.number else {
          if isScalar, value.isBroken { return false }
          // Known from here on, so that what mentions it is not told as well.
          _ = Resolver.define(reference.name, name, indices, .formula, as: nil, in: scope)
          return false
        }
        let fault = Resolver.define(reference.name, name, indices, .formula, as: formula, in: scope)
        if let fault {
          lowering.diagnostics.append(fault)
          return false
        }
        let isChoice = if case .conditional = expression.kind { true } else { false }
        made.append(
          .init(
            name: name, formula: formula, pattern: pattern, family: isScalar ? nil : reference.name.text,
            reasons: isChoice ? lowering.reasons : []))
        return true
      }
    }
    return made
  }

  /// Defines a family by an expression of families: each element has its formula.
  private static func defineElements(
    of family: FamilyValue, _ expression: Expression, _ reference: Reference, _ pattern: Int,
    _ lowering: inout FormulaLowering, in scope: Scope
  ) -> [Instruction.Definition] {
    var made: [Instruction.Definition] = []
    let items = lowering.elements(of: family, expression)
    // What is too much for the bound is refused before any of it is defined; the formulas are of one kind.
    guard items.count <= scope.maxValues(withFormulasOf: items.first?.formula.size ?? 0) else {
      scope.fill()
      lowering.report(Scope.tooMuchWritten, at: reference.range)
      return []
    }
    for item in items {
      let name = Name(reference.name.text, elementAt: item.indices)
      let fault = Resolver.define(
        reference.name, name, item.indices, .formula, as: item.formula, in: scope)
      if let fault {
        lowering.diagnostics.append(fault)
        break
      }
      made.append(
        .init(
          name: name, formula: item.formula, pattern: pattern, family: reference.name.text, isOfWhole: true))
    }
    return made
  }

  // MARK: - Defining

  package mutating func define(
    _ identifier: Identifier, _ name: Name, _ indices: [Int]?, _ kind: Scope.Kind, as formula: Formula
  ) -> Bool {
    let fault = Resolver.define(identifier, name, indices, kind, as: formula, in: scope)
    if let fault { faults.append(fault) }
    return fault == nil
  }

  /// Adds a name to the scope, or says why it cannot be added: that of the identifier, or of its element at the indices.
  private static func define(
    _ identifier: Identifier, _ name: Name, _ indices: [Int]?, _ kind: Scope.Kind, as formula: Formula?,
    in scope: Scope
  ) -> Diagnostic? {
    let plain = Name(identifier.text)
    if let first = scope.optimizers[plain] {
      return Diagnostic(
        "`\(plain)` is an optimizer", at: identifier.range, hint: "take another name",
        notes: [.init("defined", at: first)])
    }
    if let first = scope.schedules[plain] {
      return Diagnostic(
        "`\(plain)` is a schedule", at: identifier.range, hint: "take another name",
        notes: [.init("defined", at: first.range)])
    }
    if let family = scope.families[plain] {
      guard let indices else {
        return Diagnostic(
          "`\(plain)` is a family, and cannot be a number too", at: identifier.range,
          notes: [.init("defined", at: family.range)])
      }
      if family.kind != kind {
        return Diagnostic(
          "`\(plain)` is \(family.kind == .formula ? "a family of formulas" : "given")", at: identifier.range,
          hint: family.kind == .formula || family.kind == .given(.const)
            ? nil : "to change an element write `\(name) <- …`; what is another thing takes another name",
          notes: [.init("defined", at: family.range)])
      }
      if family.indexCount != indices.count {
        return Diagnostic(
          "`\(family.extent)` has \(family.indexCount) \(family.indexCount == 1 ? "index" : "indices"), not \(indices.count)",
          at: identifier.range)
      }
    } else if indices != nil, let number = scope[plain] {
      return Diagnostic(
        "`\(plain)` is a number, and cannot be a family too", at: identifier.range,
        notes: [.init("defined", at: number.range)])
    }
    if let first = scope[name] {
      return Diagnostic(
        "`\(name)` is defined twice", at: identifier.range,
        hint: hint(toDefineAgain: name, identifier, first.kind),
        notes: [.init("first defined", at: first.range)])
    }
    guard scope.grow(byValueWith: formula) else {
      return Diagnostic(Scope.tooMuchWritten, at: identifier.range)
    }
    if let indices {
      scope.define(name, in: plain, indices, kind, at: identifier.range, as: formula)
    } else {
      scope.define(name, kind, at: identifier.range, as: formula)
    }
    return nil
  }

  /// What is probably meant by a second definition of a name that is of `kind`.
  private static func hint(
    toDefineAgain name: Name, _ identifier: Identifier, _ kind: Scope.Kind
  ) -> String {
    switch kind {
    case .formula: "a formula is defined once: take another name, as in `\(identifier.text)_2`"
    case .given(.const): "a const is fixed: take another name, or make it an input, which `<-` changes"
    case .given: "to change it write `\(name) <- …`; what is another thing takes another name"
    }
  }
}

extension Name {
  /// The name of the element at `indices`; the plain name where there are none.
  fileprivate init(_ text: String, elementAt indices: [Int]?) {
    if let indices { self.init(text, indices) } else { self.init(text) }
  }
}
