import Diagnostics

/// What to write in the place of calls of modules and of objects, with what they are given: `np.zeros((2, 3))`, `u.dot(v)`.
extension Parser {
  /// What to write in the place of the dotted name at which it stands, and of its arguments; `nil` where its name tells as
  /// much.
  var hintAtDottedName: String? {
    let dotted = DottedName(text(of: current))
    guard let first = dotted.parts.first, let last = dotted.parts.last else { return nil }
    if let shape = hintAtShape(of: first, last) { return shape }
    let behind = rest.dropFirst()
    if dotted.isCall {
      return dotted.isOfModule ? hint(forForeign: last, [], at: current.range, dotted) : nil
    }
    guard behind.first?.kind == .symbol(.openParenthesis) else { return nil }
    let inside = behind.dropFirst().prefixInBracket
    guard inside.endIndex < behind.endIndex, !inside.isEmpty else { return nil }
    let whole = current.range.union(behind[inside.endIndex].range)
    var pieces = inside.pieces(at: .comma)
    if !dotted.isOfModule {
      return hintAtMethod(last, of: first, pieces, at: whole)
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
    guard last == "shape", let bounds = known?.bounds(object) else { return nil }
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
    let texts = pieces.compactMap { text(of: $0) }
    guard texts.count == pieces.count else { return nil }
    if let made = made(function, pieces, at: range, isOfNumPy: dotted.parts[0] != "random") { return made }
    if known?.isFunction(function) ?? FunctionWords.areKnown(function) {
      let form = call(of: function, texts)
      return
        "functions belong to no module: write \(ProposedForm.inPlace(of: range, in: file, form).quotedWhole)"
    }
    return FunctionHabit.named(function).map { habit(of: $0, texts, pieces, at: range) }
      ?? "functions belong to no module, and none is called `\(function)`"
  }

  /// A call, but for `dot` of two matrices, which is their product.
  private func call(of function: String, _ arguments: [String]) -> String {
    let areMatrices =
      function == "dot" && arguments.count == 2 && arguments.allSatisfy { known?.bounds($0)?.count == 2 }
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
    guard texts.count == pieces.count + 1 else { return nil }
    if let label = hintAtLabels(of: function, pieces, at: range, object: object) { return label }
    let place = { [file] (form: String) in ProposedForm.inPlace(of: range, in: file, form).quotedWhole }
    if known?.isFunction(function) ?? FunctionWords.areKnown(function) {
      return "write \(place(call(of: function, texts)))"
    }
    if let habit = FunctionHabit.named(function), habit.parameters.count == texts.count {
      return habit.hint(givenTo: texts) { [file] in ProposedForm.inPlace(of: range, in: file, $0) }
    }
    return "values have no functions of their own, and none is called `\(function)`"
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
        for: function, pieces.map { argument($0) }, named: names, like: bounds, isOfNumPy: isOfNumPy)
    else { return nil }
    return own != nil || !made.isForm || !MadeFamily.isOne(function)
      ? made.hint : "\(made.hint), in a line above, and here `\(target)` stands in its place"
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
