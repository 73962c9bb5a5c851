import Algebra
import Diagnostics
import LessonLanguage

// Functions of other languages and of books, with what is written in their place.

extension FormulaLowering {
  /// What to write in the place of a function of other languages, with its arguments as they are written here.
  func habit(_ name: String, _ arguments: [Expression], at range: SourceRange) -> String? {
    if arguments.count == 1, isOfRows(arguments[0]), FunctionHabit.named(name)?.called == "count" {
      return "the number of rows is `sum(1 over \(file[arguments[0].range]))`"
    }
    // What makes a list of a call says no more than that call.
    if FunctionHabit.isList(name), arguments.count == 1, case .call(let inner, let given) = arguments[0].kind,
      FunctionHabit.named(inner.text) != nil
    {
      return habit(inner.text, given, at: range)
    }
    if comesLater == nil, let made = madeFamily(name, arguments, at: range) { return made }
    if let known = habitOfFamily(name, arguments) { return known }
    guard let habit = FunctionHabit.named(name) else { return nil }
    var written = arguments.map { file[$0.range] }
    let numbers = arguments.count { isNumber($0) }
    let isOfAny = habit.names.contains("matmul") || habit.names.contains("outer")
    let areNumbers = numbers > 0 && (isOfAny || numbers == arguments.count)
    if habit.isOrderOpen, arguments.count == 2 {
      let targets = arguments.map { isTarget($0) }
      if targets[0] == targets[1] { written = habit.parameters }
      if targets[0], !targets[1] { written.swapAt(0, 1) }
    }
    var ranges: [String] = []
    if case .name(let first)? = arguments.first?.kind, let family = family(Name(first)) {
      ranges = family.bounds.map { "\($0.lowerBound)...\($0.upperBound)" }
    }
    if areNumbers, arguments.count == 1, habit.isOfFamilyOnly, let number = written.first {
      let model = scope.families.values.filter { $0.indexCount == 1 }.min {
        $0.range.lowerBound < $1.range.lowerBound
      }
      let called = habit.called.map { "`\($0)`" } ?? "this"
      let example = model.flatMap { model in habit.called.map { ", as in `\($0)(\(model.name))`" } } ?? ""
      return "`\(number)` is a number; \(called) is of a family\(example)"
    }
    return habit.hint(givenTo: written, over: ranges, areNumbers: areNumbers) { [file] form in
      ProposedForm.inPlace(of: range, in: file, form)
    }
  }

  /// What to write in the place of functions that mean something else of a family: of `inv(W)`, `diff(u)`, `size(W, 1)`.
  private func habitOfFamily(_ name: String, _ arguments: [Expression]) -> String? {
    guard case .name(let text)? = arguments.first?.kind, let family = family(Name(text)) else { return nil }
    switch (name.lowercased(), arguments.count, family.indexCount) {
    case ("outer", 2, 1):
      guard case .name(let second) = arguments[1].kind, let other = self.family(Name(second)),
        other.indexCount == 1
      else { return nil }
      let indices = ["i", "j", "k", "m", "n"].filter { freeName([$0]) == $0 } + ["i", "j"]
      return FunctionHabit.outer(
        text, second, over: family.bounds[0], other.bounds[0], indices: indices,
        called: statement.flatMap { $0.isPlain ? $0.head + $0.name : nil } ?? freeName())
    case ("diff", 1, 1) where family.bounds[0].count > 1:
      let (own, index) = (statement.flatMap { $0.isPlain ? $0.name : nil } ?? freeName(), freeIndex)
      let bounds = family.bounds[0]
      return
        "differences are `\(own)[\(index)] = \(text)[\(index) + 1] - \(text)[\(index)] for \(index) in \(bounds.lowerBound)...\(bounds.upperBound - 1)`"
    case ("jacobian", 2, _), ("gradient", 2, _), ("derivative", 2, _), ("deriv", 2, _):
      guard case .name(let other) = arguments[1].kind, let element = family.elements.first else { return nil }
      return "a derivative is of a number: that of one element is `∂\(element)/∂\(other)`"
    case ("size", 2, 2), ("len", 2, 2), ("length", 2, 2):
      return
        "`\(text)` has \(family.bounds[0].count) rows and \(family.bounds[1].count) columns: such a number is written as it is"
    default: return nil
    }
  }

  /// `t(W)` of R, where `t` is a value here.
  func hintAtTransposed(_ function: Identifier, _ arguments: [Expression]) -> String? {
    guard function.text.lowercased() == "t", case .name(let text)? = arguments.first?.kind,
      arguments.count == 1, family(Name(text))?.indexCount == 2
    else { return nil }
    return "rows and columns are exchanged by `transpose(\(text))`"
  }

  /// What to write where a function of one number is given two.
  func habitOfTwo(_ name: String, _ arguments: [String], at range: SourceRange) -> String? {
    guard arguments.count == 2 else { return nil }
    let place = { [file] in ProposedForm.inPlace(of: range, in: file, $0) }
    switch name {
    case "log", "ln": return FunctionHabit.named("logb")?.hint(givenTo: arguments, placing: place)
    case "step":
      return
        "a step elsewhere than at 0 is written `step(\(arguments[0]) - \(ProposedForm.operand(arguments[1])))`"
    default: return nil
    }
  }

  // MARK: - Families that are made

  /// What to write in the place of a call that makes a family elsewhere; the statement may give it a name.
  private func madeFamily(_ name: String, _ arguments: [Expression], at range: SourceRange) -> String? {
    let isWhole = statement.map { $0.value.range == range && $0.isPlain } ?? false
    let scale = statement.flatMap { $0.isPlain && !$0.head.isEmpty ? numberTimes(range, in: $0.value) : nil }
    let isOwn = isWhole || scale != nil && MadeFamily.isDrawn(name)
    let target = (isOwn ? statement?.name : nil) ?? freeName()
    let indices = ["i", "j", "k", "m", "n"].filter { freeName([$0]) == $0 }
    let word = isOwn ? statement?.head.filter { $0 != " " } : nil
    let names = MadeFamily.Names(
      target: target, unused: freeName(besides: [target]), indices: Array((indices + ["i", "j"]).prefix(2)),
      word: word ?? "", scale: isOwn ? scale : nil)
    var bounds: [ClosedRange<Int>] = []
    if case .name(let text)? = arguments.first?.kind { bounds = family(Name(text))?.bounds ?? [] }
    let given = arguments.map { made($0) }
    guard let made = MadeFamily.form(for: name, given, named: names, like: bounds) else { return nil }
    guard made.isForm, !isOwn, MadeFamily.isOne(name) else { return made.hint }
    if let set = setEach(made.hint, at: range) { return set }
    guard let statement, let text = plainText(of: statement.value),
      statement.value.range.lowerBound <= range.lowerBound,
      range.upperBound <= statement.value.range.upperBound
    else { return "\(made.hint), in a line above, and here `\(target)` stands in its place" }
    let start = range.lowerBound - statement.value.range.lowerBound
    let bytes = Array(text.utf8)
    guard bytes.count >= start + file[range].utf8.count else { return made.hint }
    let whole =
      String(decoding: bytes[..<start], as: UTF8.self) + target
      + String(decoding: bytes[(start + file[range].utf8.count)...], as: UTF8.self)
    return "\(made.hint), in a line above, and here it is `\(whole)`"
  }

  /// `u <- zeros(3)`, of a family that is given; `nil` where nothing of that kind is set.
  private func setEach(_ hint: String, at range: SourceRange) -> String? {
    let line = file.lines[file.lineIndex(of: range.lowerBound)]
    let left = file[SourceRange(line.lowerBound, range.lowerBound)].filter { $0 != " " }
    guard statement == nil, left.hasSuffix("<-") || left.hasSuffix("←"), hint.hasPrefix("all the same") else {
      return nil
    }
    let name = String(left.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    guard let family = family(Name(name)), family.indexCount == 1, left.dropFirst(name.count).count <= 2,
      let value = hint.split(separator: " = ").last?.dropLast()
    else { return nil }
    let bounds = family.bounds[0]
    return
      "all the same is set by `\(name)[\(freeIndex)] <- \(value) for \(freeIndex) in \(bounds.lowerBound)...\(bounds.upperBound)`"
  }

  /// The number with which what stands at `range` is multiplied, where nothing else stands in `value`.
  private func numberTimes(_ range: SourceRange, in value: Expression) -> String? {
    guard case .product(let factors) = value.kind, factors.count == 2, !factors.contains(where: \.isDivisor),
      let other = factors.first(where: { $0.expression.range != range }),
      factors.contains(where: { $0.expression.range == range }), case .number = other.expression.kind
    else { return nil }
    return file[other.expression.range]
  }

  /// What is known of an argument of a call that makes a family.
  private func made(_ argument: Expression) -> MadeFamily.Argument {
    let text = file[argument.range]
    switch argument.kind {
    case .number(let value, _): return .init(text, number: value)
    case .negation(let inner):
      guard case .number(let value, _) = inner.kind else { break }
      return .init(text, number: -value)
    case .name(let name):
      if bindings[Name(name)] == nil, let value = scope.constants[Name(name)] {
        return .init(text, number: value, isConst: true)
      }
      if family(Name(name)) != nil { return .init(text, what: "a family") }
      guard bindings[Name(name)] == nil, let definition = scope[Name(name)] else { break }
      if case .given(let kind) = definition.kind {
        return .init(text, what: kind == .input ? "an input" : "a \(kind.rawValue)")
      }
      return .init(text, what: "a formula")
    default:
      let names = argument.allNames
      if !names.isEmpty,
        names.allSatisfy({ bindings[Name($0)] == nil && scope.constants[Name($0)] != nil })
      {
        return .init(text, isConst: true)
      }
    }
    return .init(text, what: "neither")
  }

  /// A name for an index that the lesson does not have.
  private var freeIndex: String { freeName(["i", "j", "k", "m", "n"]) }

  // MARK: - What an argument is

  /// Whether an expression is the name of rows of data.
  func isOfRows(_ expression: Expression) -> Bool {
    guard case .name(let text) = expression.kind else { return false }
    return bindings[Name(text)] == nil && scope.data[Name(text)] != nil
  }

  /// Whether an expression is known to be a number, and no family.
  private func isNumber(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .number, .pi, .element: return true
    case .name(let text):
      switch bindings[Name(text)] {
      case .index, .argument: return true
      case .family, .values: return false
      case nil: return scope[Name(text)] != nil
      }
    default: return false
    }
  }

  private func isTarget(_ expression: Expression) -> Bool {
    guard case .name(let text) = expression.kind, bindings[Name(text)] == nil else { return false }
    let kind = scope[Name(text)]?.kind ?? scope.families[Name(text)]?.kind
    return kind == .given(.target)
  }
}
