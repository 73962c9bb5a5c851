import Diagnostics

/// Settings that functions have in other languages: `sum(W, axis=0)`, `std(u, ddof=1)`, `sum(u[i], i=1..3)`.
extension Parser {
  private static let axes: Set<String> = ["axis", "axes", "dim", "dims", "margin"]

  /// What to write in the place of a call of `function` with settings; `nil` where it has none, or where nothing is known of
  /// them. The first argument of a function of an object is that `object`.
  func hintAtLabels(
    of function: String, _ pieces: [ArraySlice<Token>], at range: SourceRange, object: String? = nil
  ) -> String? {
    let labels = pieces.filter { isLabelled($0) }
    let others = (object.map { [$0] } ?? []) + pieces.compactMap { isLabelled($0) ? nil : text(of: $0) }
    guard let label = labels.first, let word = label.first.map({ text(of: $0) }), let first = others.first,
      others.count == 1
    else { return nil }
    let name = nameHere(of: function)
    let value = text(of: label.dropFirst(2)) ?? ""
    let form = { [file] in ProposedForm.inPlace(of: range, in: file, $0).quotedWhole }
    let isOfWhole = FunctionWords.ofWholeFamilies.contains(name) || ReductionWord(rawValue: name) != nil
    if Self.axes.contains(word), isOfWhole {
      if known?.bounds(first)?.count == 1 { return "there are no axes: write \(form("\(name)(\(first))"))" }
      return hintAtAxis(value, name, of: first, at: range)
        ?? (ReductionWord(rawValue: name) == nil
          ? "there are no axes: a row or a column is a family of its own"
          : "there are no axes: a `for` in the parentheses says over which index it goes")
    }
    if ends(of: value) != nil, ReductionWord(rawValue: name) != nil {
      return reduction(name, of: first, pieces, labels)
        ?? "a \(name == "sum" || name == "product" ? name : "`\(name)`") is written \(String.rangeInside)"
    }
    if SettingWords.all.contains(name) {
      switch (word, value) {
      case ("ddof", "1"), ("unbiased", "True"), ("correction", "1"):
        return "write \(form("\(name)(\(first), correction: 1)"))"
      case ("ddof", "0"), ("unbiased", "False"): return "write \(form("\(name)(\(first))"))"
      default: break
      }
    }
    return isOfWhole && labels.count == pieces.count - (object == nil ? 1 : 0)
      ? "`\(name)` has no settings: write \(form("\(name)(\(first))"))" : nil
  }

  /// `sum(W[i, j], i=1..2, j=1..3)` with a `for`; `nil` where that is not plain.
  private func reduction(
    _ name: String, of body: String, _ pieces: [ArraySlice<Token>], _ labels: [ArraySlice<Token>]
  ) -> String? {
    guard let tokens = pieces.first(where: { !isLabelled($0) }) else { return nil }
    var body = body
    var ranges: [String] = []
    for label in labels {
      guard let word = label.first.map({ text(of: $0) }), let value = text(of: label.dropFirst(2)),
        let ends = ends(of: value), isInside(ends, of: word, in: tokens)
      else { return nil }
      if !tokens.contains(where: { $0.kind == .name && text(of: $0) == word }) {
        guard tokens.count == 1, labels.count == 1, let bounds = known?.bounds(body), bounds.count == 1 else {
          return nil
        }
        body = "\(body)[\(word)]"
      }
      ranges.append("\(word) in \(ends)")
    }
    return "write `\(name)(\(body) for \(ranges.joined(separator: ", ")))`"
  }

  /// `W.sum(0)`, `np.sum(W, 0)`: a number in the place of `axis=0`; `nil` where no such thing stands there.
  func hintAtBareAxis(of function: String, _ texts: [String], at range: SourceRange) -> String? {
    let name = nameHere(of: function)
    guard ReductionWord(rawValue: name) != nil, texts.count == 2, ["0", "1", "-1"].contains(texts[1]),
      let bounds = known?.bounds(texts[0])
    else { return nil }
    let form = { [file] in ProposedForm.inPlace(of: range, in: file, $0).quotedWhole }
    if bounds.count == 1 { return "there are no axes: write \(form("\(name)(\(texts[0]))"))" }
    return hintAtAxis(texts[1], name, of: texts[0], at: range)
      ?? "there are no axes: a `for` in the parentheses says over which index it goes"
  }

  private func isLabelled(_ piece: ArraySlice<Token>) -> Bool {
    guard let sign = piece.dropFirst().first?.kind, piece.first?.kind == .name else { return false }
    return sign == .symbol(.equals) || sign == .symbol(.colon)
  }

  /// What a function is called here.
  func nameHere(of function: String) -> String {
    guard let habit = FunctionHabit.named(function) else { return function }
    if habit.names.contains("maximum") { return "max" }
    return habit.names.contains("minimum") ? "min" : habit.called ?? function
  }

  /// `1..3` and `1:3` as a range.
  private func ends(of value: String) -> String? {
    for sign in ["...", "..", ":"] {
      let parts = value.split(separator: sign, omittingEmptySubsequences: false)
      if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber } }) {
        return parts.joined(separator: "...")
      }
    }
    return nil
  }

  /// `sum(W, axis=0)`: of each column; `nil` where that is not plain.
  private func hintAtAxis(_ axis: String, _ function: String, of family: String, at range: SourceRange)
    -> String?
  {
    let nouns = ["sum": "sum", "mean": "mean", "max": "largest", "min": "smallest", "product": "product"]
    guard let noun = nouns[function], let bounds = known?.bounds(family), bounds.count == 2,
      let axis = ["0": 0, "1": 1, "-1": 1][axis]
    else { return nil }
    let isOwn = ownValue.map { own in
      own.value.first?.range.lowerBound == range.lowerBound
        && own.value.last?.range.upperBound == range.upperBound
    }
    let names = unusedIndices(2)
    let ranges = zip(names, bounds).map { "\($0) in \($1.lowerBound)...\($1.upperBound)" }
    let target = isOwn == true ? (ownValue?.head ?? "") + (ownValue?.name ?? "") : nameOfPart
    let form =
      "\(target)[\(names[1 - axis])] = \(function)(\(family)[\(names.joined(separator: ", "))] for \(ranges[axis])) for \(ranges[1 - axis])"
    let place = isOwn == true ? "" : ", in a line above"
    return
      "there are no axes: the \(noun) of each \(axis == 0 ? "column" : "row") is \(form.quotedWhole)\(place)"
  }
}
