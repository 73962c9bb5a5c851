import Diagnostics

/// What to write in the place of calls of modules and of objects, with what they are given: `np.zeros((2, 3))`, `u.dot(v)`.
extension Parser {
  /// What to write in the place of the dotted name at which it stands, and of its arguments; `nil` where its name tells as
  /// much.
  var hintAtDottedName: String? {
    let dotted = DottedName(text(of: current))
    if readTokens.last?.kind == .reserved(.from), dotted.parts.count == 2, !dotted.isCall,
      let word = readTokens.first
    {
      return "a column has its own name: `\(text(of: word)) \(dotted.parts[1]) from \(dotted.parts[0])`"
    }
    guard let last = dotted.parts.last, dotted.isOfModule || dotted.object != nil else { return nil }
    let object = dotted.object ?? ""
    if let shape = hintAtShape(of: object, last) { return shape }
    let behind = rest.dropFirst()
    if !dotted.isCall, last == "T", dotted.parts.count == 2 {
      return hintAtTransposed(object, before: behind)
    }
    if dotted.isCall {
      return dotted.isOfModule
        ? hint(forForeign: last, [], at: current.range, dotted)
        : FunctionHabit.named(last) == nil ? nil : hintAtMethod(last, of: object, [], at: current.range)
    }
    guard behind.first?.kind == .symbol(.openParenthesis) else { return nil }
    let inside = behind.dropFirst().prefixInBracket
    guard inside.endIndex < behind.endIndex, !inside.isEmpty else { return nil }
    let whole = current.range.union(behind[inside.endIndex].range)
    var pieces = inside.pieces(at: .comma)
    if !dotted.isOfModule {
      return hintAtMethod(last, of: object, pieces, at: whole)
    }
    if pieces.count == 1, let bracket = inside.first, bracket.kind.bracketCount > 0,
      inside.dropFirst().prefixInBracket.endIndex == inside.endIndex - 1
    {
      pieces = inside.dropFirst().dropLast().pieces(at: .comma)
    }
    return hint(forForeign: last, pieces, at: whole, dotted)
  }

  /// `W.shape[0]`
  private func hintAtShape(of object: String, _ last: String) -> String? {
    guard last == "shape", let bounds = bounds(ofObject: object) else { return nil }
    if bounds.count == 1 { return "the number of elements is `count(\(object))`" }
    guard bounds.count == 2 else { return nil }
    let index = rest.dropFirst(2).prefix(2)
    if next.kind == .symbol(.openBracket), index.last?.kind == .symbol(.closeBracket), let first = index.first
    {
      switch text(of: first) {
      case "0": return "the number of rows is `\(bounds[0].count)`"
      case "1": return "the number of columns is `\(bounds[1].count)`"
      default: break
      }
    }
    return "`\(object)` has \(bounds[0].count) rows and \(bounds[1].count) columns"
  }

  // MARK: Functions of modules

  private func hint(
    forForeign function: String, _ pieces: [ArraySlice<Token>], at range: SourceRange, _ dotted: DottedName
  ) -> String? {
    if let label = hintAtLabels(of: function, pieces, at: range) { return label }
    if FunctionHabit.isConditional(function), let whole = conditional(of: pieces) {
      return "write \(ProposedForm.inPlace(of: range, in: file, whole).quotedWhole)"
    }
    if FunctionHabit.isConditional(function), pieces.count != 3 { return .twoCases }
    let texts = pieces.compactMap { text(of: $0) }
    guard texts.count == pieces.count else {
      return FunctionHabit.isConditional(function)
        ? .twoCases : "functions belong to no module, and what they are given is written as in calc, too"
    }
    if let made = made(function, pieces, at: range, isOfNumPy: dotted.parts[0] != "random") { return made }
    if let axis = hintAtBareAxis(of: function, texts, at: range) { return axis }
    if ["log", "ln"].contains(function), texts.count == 2, let habit = FunctionHabit.named("logb") {
      return habit.hint(givenTo: texts) { [file] in ProposedForm.inPlace(of: range, in: file, $0) }
    }
    if known?.isFunction(function) ?? FunctionWords.areKnown(function) {
      let form = call(of: function, texts)
      return
        "functions belong to no module: write \(ProposedForm.inPlace(of: range, in: file, form).quotedWhole)"
    }
    if function == "outer", texts.count == 2, let outer = hintAtOuter(texts[0], texts[1], at: range) {
      return outer
    }
    return FunctionHabit.named(function).map { habit(of: $0, texts, pieces, at: range) }
      ?? "functions belong to no module, and none is called `\(function)`"
  }

  /// The bounds of a family, or of a matrix that is transposed.
  private func bounds(ofObject text: String) -> [ClosedRange<Int>]? {
    guard text.hasPrefix("transpose("), text.hasSuffix(")") else { return known?.bounds(text) }
    return known?.bounds(String(text.dropFirst("transpose(".count).dropLast())).map { $0.reversed() }
  }

  /// A call, but for `dot` with a matrix, which is a product.
  private func call(of function: String, _ arguments: [String]) -> String {
    let counts = arguments.map { bounds(ofObject: $0)?.count ?? 0 }
    let areMatrices = function == "dot" && counts.count == 2 && counts.contains(2) && !counts.contains(0)
    return areMatrices
      ? arguments.joined(separator: " @ ") : "\(function)(\(arguments.joined(separator: ", ")))"
  }

  private func habit(
    of habit: FunctionHabit, _ texts: [String], _ pieces: [ArraySlice<Token>], at range: SourceRange
  ) -> String {
    let areNumbers =
      !pieces.isEmpty
      && pieces.allSatisfy { piece in
        guard let first = piece.first, piece.count == 1 else { return false }
        return first.kind == .number
          || first.kind == .name && known?.isValue(text(of: first)) == true
            && known?.bounds(text(of: first)) == nil
      }
    let ranges = texts.first.flatMap { known?.bounds($0) }?.map { "\($0.lowerBound)...\($0.upperBound)" }
    return habit.hint(givenTo: texts, over: ranges ?? [], areNumbers: areNumbers) { [file] form in
      ProposedForm.inPlace(of: range, in: file, form)
    }
  }

  // MARK: Functions of objects

  private func hintAtMethod(
    _ function: String, of object: String, _ pieces: [ArraySlice<Token>], at range: SourceRange
  ) -> String? {
    let texts = [object] + pieces.compactMap { text(of: $0) }
    guard texts.count == pieces.count + 1 else { return "values have no functions of their own" }
    if let label = hintAtLabels(of: function, pieces, at: range, object: object) { return label }
    if let axis = hintAtBareAxis(of: function, texts, at: range) { return axis }
    let place = { [file] (form: String) in ProposedForm.inPlace(of: range, in: file, form).quotedWhole }
    if known?.isFunction(function) ?? FunctionWords.areKnown(function) {
      return "write \(place(call(of: function, texts)))"
    }
    if let habit = FunctionHabit.named(function), habit.parameters.count == texts.count {
      let ranges = bounds(ofObject: object)?.map { "\($0.lowerBound)...\($0.upperBound)" } ?? []
      return habit.hint(givenTo: texts, over: ranges) { [file] in
        ProposedForm.inPlace(of: range, in: file, $0)
      }
    }
    return "values have no functions of their own, and none is called `\(function)`"
  }

  /// `outer(u, v)` and `u ⊗ v`, which stands at `range`; `nil` where the two are not families with one index.
  func hintAtOuter(_ first: String, _ second: String, at range: SourceRange) -> String? {
    guard let one = known?.bounds(first), let two = known?.bounds(second), one.count == 1, two.count == 1
    else { return nil }
    let own = ownValue.flatMap { own in
      own.value.first?.range.lowerBound == range.lowerBound
        && own.value.last?.range.upperBound == range.upperBound ? own : nil
    }
    return FunctionHabit.outer(
      first, second, over: one[0], two[0], indices: unusedIndices(2),
      called: own.map { $0.head + $0.name } ?? nameOfPart)
  }

  // MARK: Families that are made

  /// What to write in the place of a call that makes a family elsewhere; `nil` where it is none.
  func made(
    _ function: String, _ pieces: [ArraySlice<Token>], at range: SourceRange, isOfNumPy: Bool = false
  ) -> String? {
    let own = ownValue.flatMap { own in
      own.value.first?.range.lowerBound == range.lowerBound
        && own.value.last?.range.upperBound == range.upperBound ? own : nil
    }
    let target = own?.name ?? nameOfPart
    let names = MadeFamily.Names(
      target: target, unused: unused(["r", "p", "part"], besides: [target]), indices: unusedIndices(2),
      word: own.map { String($0.head.filter { $0 != " " }) } ?? "")
    let bounds = pieces.first.flatMap { text(of: $0) }.flatMap { known?.bounds($0) } ?? []
    guard
      let made = MadeFamily.form(
        for: function, arguments(of: function, pieces), named: names, like: bounds, isOfNumPy: isOfNumPy)
    else { return nil }
    return own != nil || !made.isForm || !MadeFamily.isOne(function)
      ? made.hint : "\(made.hint), in a line above, and here `\(target)` stands in its place"
  }

  /// The arguments of such a call one by one: a size in parentheses is one for each number, and what is given by its label, of
  /// NumPy's draws, stands in its place.
  private func arguments(of function: String, _ pieces: [ArraySlice<Token>]) -> [MadeFamily.Argument] {
    let isDraw = ["normal", "uniform"].contains(function) && !pieces.isEmpty
    let places = ["loc": 0, "low": 0, "scale": 1, "high": 1, "size": 2]
    let single = { (piece: ArraySlice<Token>) -> [ArraySlice<Token>] in
      (piece.insideOfParentheses?.pieces(at: .comma).filter { !$0.isEmpty }) ?? [piece]
    }
    var given: [[ArraySlice<Token>]?] = [nil, nil, nil]
    for (place, piece) in pieces.enumerated() {
      let isLabelled = piece.count > 2 && piece.dropFirst().first?.kind == .symbol(.equals)
      let label = isLabelled ? piece.first.flatMap { places[text(of: $0)] } : place
      guard isDraw, let label, label < 3, given[label] == nil else {
        return function == "full" && !isLabelled && pieces.count == 2
          ? (single(pieces[0]) + [pieces[1]]).map { argument($0) } : pieces.map { argument($0) }
      }
      given[label] = single(isLabelled ? piece.dropFirst(2) : piece)
    }
    let numbers = zip(given, ["0", "1"]).map { $0?.map { argument($0) } ?? [.init($1)] }
    return numbers.flatMap(\.self) + (given[2] ?? []).map { argument($0) }
  }

  /// What is known of an argument of such a call.
  func argument(_ tokens: ArraySlice<Token>) -> MadeFamily.Argument {
    guard let first = tokens.first, let text = text(of: tokens) else { return .init("…") }
    let kinds = tokens.map(\.kind)
    if kinds == [.number], let number = Double(text) { return .init(text, number: number) }
    if kinds == [.symbol(.minus), .number], let number = tokens.last.flatMap({ Double(self.text(of: $0)) }) {
      return .init(text, number: -number)
    }
    if kinds == [.name] {
      if let value = known?.constant(self.text(of: first)) {
        return .init(text, number: value, isConst: true)
      }
      if known?.bounds(text) != nil { return .init(text, what: "a family") }
    }
    return .init(text)
  }
}
