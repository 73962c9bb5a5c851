import Algebra
package import Diagnostics
package import LessonLanguage

// Functions: built in, over families, over ranges, and the lesson's own.

extension FormulaLowering {
  package mutating func call(_ identifier: Identifier, _ arguments: [Expression], at range: SourceRange)
    -> ExpressionValue
  {
    let name = Name(identifier.text)
    if let function = scope.functions[name] {
      return showsCalls
        ? .number(.name(Name(file[range].split(whereSeparator: \.isWhitespace).joined(separator: " "))))
        : writeOut(function, identifier, arguments, at: range)
    }
    let reduction = FamilyFunction.named(identifier.text)
    if reduction == .dot, isOfMatrices(arguments) {
      reportMatrices(arguments, identifier)
      return .broken
    }
    if let reduction, reduction.isOfFamilies(arguments.count), !isMatrixProduct(reduction, arguments),
      let items = familyArguments(arguments)
    {
      return .number(reduce(reduction, items, identifier))
    }
    if let composed = ComposedFunction.named(identifier.text) {
      return compose(composed, identifier, arguments, at: range)
    }
    let function = Function.named(functionName(spelled: identifier.text))
    guard reduction != nil || function != nil else {
      if !scope.broken.contains(name) { reportUnknown(identifier, arguments, at: range) }
      // What is given to a function that there is not has no index of its own.
      if arguments.contains(where: { isIndexed($0) }) { hasToldIndex = true }
      // A call in a list, and what no value has, is told with it.
      let isTold = FunctionHabit.isList(identifier.text) || FunctionHabit.named(identifier.text) != nil
      for argument in arguments where !isFamily(argument) {
        if isTold, argument.isForeignConstant || isOfRows(argument) || FunctionHabit.isList(identifier.text) {
          continue
        }
        _ = value(of: argument)
      }
      return .broken
    }
    let before = diagnostics.count
    let operands = arguments.map { operand($0) }
    if let reduction, reduction.isOfFamilies(arguments.count), operands.contains(where: { $0.value.isFamily })
    {
      return reduce(reduction, operands, identifier, at: range)
    }
    guard let function else {
      if let reduction, diagnostics.count == before {
        reportNoFamily(among: arguments, of: reduction, identifier)
      }
      return .broken
    }
    guard function.arity.contains(operands.count) else {
      reportArity(function.name, function.arity, operands.count, at: identifier, arguments, in: range)
      return .broken
    }
    return each(operands, at: range) { .call(function, function.completed($0)) }
  }

  /// A function of families that are worked out.
  private mutating func reduce(
    _ reduction: FamilyFunction, _ operands: [Operand], _ identifier: Identifier, at range: SourceRange
  ) -> ExpressionValue {
    if operands.contains(where: { $0.value.isBroken }) { return .broken }
    let families = operands.compactMap(\.value.family)
    guard families.count == operands.count else {
      reportNoFamily(among: operands.map(\.expression), of: reduction, identifier)
      return .broken
    }
    if reduction == .dot, families.count == 2, families[0].bounds.count != families[1].bounds.count {
      return product(of: operands[0], operands[1], at: range).value
    }
    if reduction == .dot, families.count == 2, families.allSatisfy({ $0.bounds.count > 1 }) {
      reportMatrices(operands.map(\.expression), identifier)
      return .broken
    }
    return .number(reduce(reduction, families.map(\.items), identifier))
  }

  private func isFamily(_ expression: Expression) -> Bool {
    guard case .name(let text) = expression.kind else { return false }
    if case .values? = bindings[Name(text)] { return true }
    return family(Name(text)) != nil
  }

  private mutating func reportUnknown(
    _ identifier: Identifier, _ arguments: [Expression], at range: SourceRange
  ) {
    let name = Name(identifier.text)
    let known =
      Function.all.map(\.name) + FamilyFunction.allCases.map(\.rawValue)
      + ComposedFunction.allCases.map(\.rawValue)
      + scope.functions.values.map(\.definition.name.text).sorted()
    let written = arguments.map { file[$0.range] }.joined(separator: ",")
    let advice: Diagnostic.Advice? =
      if let exchanged = hintAtTransposed(identifier, arguments) {
        .init(exchanged)
      } else if family(name) != nil {
        .init("`\(name)` is a family: an element is written `\(name)[\(written)]`")
      } else if scope[name] != nil || bindings[name] != nil {
        .init("`\(name)` is a value: a product is written `\(name)*(…)`")
      } else {
        adviceAtLater(name, at: range) ?? .init(hint: habit(identifier.text, arguments, at: range))
          ?? .nearest(to: identifier.text, among: known, at: identifier.range)
      }
    report("there is no function `\(identifier.text)`", at: identifier.range, advice: advice)
  }

  /// Reports an argument that should be a family: that it is not defined, or else that it is none.
  private mutating func reportNoFamily(
    among arguments: [Expression], of function: FamilyFunction, _ identifier: Identifier
  ) {
    for case .name(let text) in arguments.map(\.kind)
    where bindings[Name(text)] == nil && scope[Name(text)] == nil && scope.families[Name(text)] == nil {
      for argument in arguments { _ = formula(of: argument) }
      return
    }
    if arguments.count > 1, !arguments.contains(where: isFamily), let sign = function.sign {
      report(
        "`\(identifier.text)` is of a family or a range", at: identifier.range,
        hint: "of single numbers write `\(sign)`")
      return
    }
    if hasToldIndex { return }
    let what = function.takesRanges ? "a family or a range" : function == .dot ? "two families" : "a family"
    let number = arguments.first { !isFamily($0) }.map { ", and `\(file[$0.range])` is a number" } ?? ""
    let written = function == .dot ? "dot(u, v)" : "\(function.rawValue)(v)"
    let range = function.takesRanges ? ", or `\(function.rawValue)(x[i]^2 for i in 1...3)`" : ""
    report(
      "`\(identifier.text)` is of \(what)\(number)", at: identifier.range,
      hint: "with \(function == .dot ? "families `u` and `v`" : "a family `v`") write `\(written)`\(range)")
  }

  mutating func reportArity(
    _ name: String, _ arity: ClosedRange<Int>, _ count: Int, at identifier: Identifier,
    _ arguments: [Expression] = [], in call: SourceRange? = nil
  ) {
    let wanted =
      arity.count == 1
      ? "\(arity.lowerBound) argument\(arity.lowerBound == 1 ? "" : "s")"
      : arity.upperBound == Int.max
        ? "\(arity.lowerBound) or more arguments" : "\(arity.lowerBound) to \(arity.upperBound) arguments"
    let hint = call.flatMap { habitOfTwo(name, arguments.compactMap { plainText(of: $0) }, at: $0) }
    report("`\(name)` takes \(wanted), not \(count)", at: identifier.range, hint: hint)
  }

  // MARK: - The lesson's own

  private mutating func writeOut(
    _ function: LessonFunction, _ identifier: Identifier, _ arguments: [Expression], at range: SourceRange
  ) -> ExpressionValue {
    let parameters = function.definition.parameters
    guard function.arity.contains(arguments.count) else {
      reportArity(identifier.text, function.arity, arguments.count, at: identifier)
      return .broken
    }
    var bound: [Name: Binding] = [:]
    var least = function.size
    for (index, parameter) in parameters.enumerated() {
      let value: ExpressionValue
      let before = written
      if index < arguments.count, case .name(let text) = arguments[index].kind,
        let family = family(Name(text))
      {
        bound[Name(parameter.name.text)] = .family(Name(family.name), range: arguments[index].range)
        continue
      }
      if index < arguments.count {
        value = self.value(of: arguments[index])
      } else if let fallback = parameter.fallback {
        value = self.value(of: fallback)
      } else {
        value = .broken
      }
      if case .family(let family) = value {
        bound[Name(parameter.name.text)] = .values(family)
        continue
      }
      let formula = value.number ?? .nothing
      let argumentSize = written - before
      least += function.uses[index] * Double(argumentSize)
      bound[Name(parameter.name.text)] = .argument(formula, size: argumentSize)
    }
    guard Double(size) + least <= Double(maxParts) else {
      _ = grow(by: maxParts + 1, at: range)
      return .broken
    }
    let (outer, calls) = (bindings, around)
    (bindings, around) = (bound, [])
    defer { (bindings, around) = (outer, calls) }
    return value(of: function.definition.body)
  }

  // MARK: - Families

  /// The elements of the families that `arguments` name; `nil` when one is no family.
  private mutating func familyArguments(_ arguments: [Expression]) -> [[Formula]]? {
    var items: [[Formula]] = []
    for argument in arguments {
      guard case .name(let text) = argument.kind, let family = family(Name(text)) else { return nil }
      guard grow(by: family.elements.count, at: argument.range) else { return [] }
      for name in family.elements where scope.change(behind: name) != nil {
        read(name, at: argument.range)
        break
      }
      items.append(family.elements.map { .name($0) })
    }
    return items.isEmpty ? nil : items
  }

  private mutating func reduce(_ reduction: FamilyFunction, _ items: [[Formula]], _ identifier: Identifier)
    -> Formula
  {
    let wanted = reduction == .dot ? 2 : 1
    guard items.count == wanted, let first = items.first else {
      if !items.isEmpty {
        report(
          "`\(identifier.text)` takes \(wanted == 1 ? "one family" : "two families"), not \(items.count)",
          at: identifier.range)
      }
      return .nothing
    }
    if reduction == .dot {
      guard first.count == items[1].count else {
        report(
          "`dot` takes families of the same size; these have \(first.count) and \(items[1].count) elements",
          at: identifier.range)
        return .nothing
      }
      return .sum(
        of: zip(first, items[1]).map { .init(.plus, .product(of: [.init(.times, $0), .init(.times, $1)])) })
    }
    return combine(reduction, first, identifier)
  }

  /// One formula of many: their sum, mean, product, largest or smallest.
  private mutating func combine(_ reduction: FamilyFunction, _ items: [Formula], _ identifier: Identifier)
    -> Formula
  {
    switch reduction {
    case .sum, .dot:
      return items.isEmpty ? .index(0) : .sum(of: items.map { .init(.plus, $0) })
    case .product:
      return items.isEmpty ? .index(1) : .product(of: items.map { .init(.times, $0) })
    case .count:
      return .index(Double(items.count))
    case .mean, .max, .min:
      guard !items.isEmpty else {
        report("`\(identifier.text)` needs at least one value, and this range is empty", at: identifier.range)
        return .nothing
      }
      guard reduction == .mean else {
        guard let function = Function.named(reduction.rawValue), items.count > 1 else { return items[0] }
        return .call(function, items)
      }
      let sum = Formula.sum(of: items.map { .init(.plus, $0) })
      return .product(of: [.init(.times, sum), .init(.over, .index(Double(items.count)))])
    }
  }

  // MARK: - Ranges

  mutating func reduction(
    _ identifier: Identifier, of body: Expression, over ranges: [NamedRange], at range: SourceRange
  ) -> Formula {
    guard let reduction = FamilyFunction.named(identifier.text), reduction.takesRanges else {
      report(
        "`\(identifier.text)` is of no range", at: identifier.range,
        hint: "sum, mean, product, max and min are")
      return .nothing
    }
    let before = diagnostics.count
    var items: [Formula] = []
    forEach(ranges[...]) { lowering in
      // One mistake is told once, not for each value.
      guard lowering.diagnostics.count == before else { return false }
      items.append(lowering.formula(of: body))
      return lowering.diagnostics.count == before
    }
    guard diagnostics.count == before else { return .nothing }
    return combine(reduction, items, identifier)
  }
}
