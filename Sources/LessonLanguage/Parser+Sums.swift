import Diagnostics

/// Sums and products as they stand on a blackboard: `∑ u[i]`, `∑_{i=1}^3 u[i]`, `sum_i u[i]`.
extension Parser {
  /// What to write in the place of the sign at which it stands, and of what it is of.
  func hintAtSum(_ word: String) -> String? {
    let sign = text(of: current)
    var tokens = rest.dropFirst().drop { text(of: $0) == sign }
    var limits: Limits?
    if let (found, end) = limitsOfSum {
      limits = found
      tokens = tokens.drop { $0.range.lowerBound < end }
    }
    return sum(word, of: tokens, limits)
  }

  /// What to write in the place of `sum_i u[i]`; it stands behind the name that is read last.
  var hintAtSumWithIndex: String? {
    guard let previous, let word = ["sum", "prod"].first(where: { text(of: previous).hasPrefix($0 + "_") }),
      current.kind == .name
    else { return nil }
    let name = String(text(of: previous).drop { $0 != "_" }.dropFirst())
    return sum(word == "sum" ? "sum" : "product", of: rest, Limits(name: name, range: nil))
  }

  /// The name that a sum goes over, with its range where one is written.
  private struct Limits {
    let name: String
    let range: String?
  }

  private func sum(_ word: String, of tokens: ArraySlice<Token>, _ limits: Limits?) -> String? {
    let summand = tokens.prefixOfSummand
    guard let body = text(of: summand) else { return nil }
    let start = "a \(word) is written "
    if let limits, let range = limits.range {
      guard isInside(range, of: limits.name, in: summand) else { return start + .rangeInside }
      return start + "\(word)(\(body) for \(limits.name) in \(range))".quotedWhole
    }
    let behind = tokens.dropFirst(summand.count).drop { $0.kind != .reserved(.for) }
    let outer = zip(behind, behind.dropFirst()).filter { $1.kind == .reserved(.in) }.map { text(of: $0.0) }
    let left = statementTokens.prefix { $0.kind != .symbol(.equals) }
    let isForEach = left.contains { $0.kind == .symbol(.openBracket) } && !outer.isEmpty
    if !outer.isEmpty, !isForEach, let written = text(of: behind) {
      return start + "\(word)(\(body) \(written))".quotedWhole
    }
    var names: [String] = []
    for name in indexNames(in: summand)
    where !outer.contains(name) && !names.contains(name) && known?.isValue(name) != true {
      names.append(name)
    }
    if let limits { names = names.filter { $0 == limits.name } }
    guard !names.isEmpty else {
      return summand.contains { $0.kind == .symbol(.openBracket) }
        ? nil : start + "\(word)(\(body))".quotedWhole
    }
    if !isForEach, names.count == 1, let whole = whole(summand, without: names[0]) {
      return start + "\(word)(\(whole))".quotedWhole
    }
    let ranges = names.map { name in
      range(of: name, in: summand).map { "\(name) in \($0.lowerBound)...\($0.upperBound)" } ?? "\(name) in …"
    }
    let form = "\(word)(\(body) for \(ranges.joined(separator: ", ")))".quotedWhole
    guard isForEach, let written = text(of: behind) else { return start + form }
    return "\(start)\(form), and `\(written)` stays behind it"
  }

  /// `_{i=1}^3` behind the sign at which it stands, with its end.
  private var limitsOfSum: (Limits, end: Int)? {
    let start = current.range.upperBound
    guard let last = rest.last, last.range.upperBound > start else { return nil }
    var text = file[SourceRange(start, last.range.upperBound)][...]
    let length = text.utf8.count
    guard text.first == "_" else { return nil }
    text = text.dropFirst().drop { $0 == "{" }
    let name = String(text.prefix { $0.isLetter })
    text = text.dropFirst(name.count).drop { $0 == " " }
    guard !name.isEmpty else { return nil }
    var range: String?
    if text.first == "=" {
      text = text.dropFirst().drop { $0 == " " }
      let first = text.prefix { $0.isNumber || $0.isLetter }
      text = text.dropFirst(first.count).drop { $0 == "}" }
      guard text.first == "^", !first.isEmpty else { return nil }
      text = text.dropFirst().drop { $0 == "{" }
      let end = text.prefix { $0.isNumber || $0.isLetter }
      text = text.dropFirst(end.count)
      guard !end.isEmpty else { return nil }
      range = "\(first)...\(end)"
    }
    text = text.drop { $0 == "}" }
    return (Limits(name: name, range: range), start + length - text.utf8.count)
  }

  /// Whether a range of numbers has none in it for which one of the elements in `tokens` is known to be missing.
  func isInside(_ written: String, of name: String, in tokens: ArraySlice<Token>) -> Bool {
    let ends = written.split(separator: "...").compactMap { Int($0) }
    guard ends.count == 2, let elements = range(of: name, in: tokens) else { return true }
    return ends.allSatisfy { elements.contains($0) }
  }

  // MARK: Indices

  /// The pieces between the brackets of families, with the family.
  func indices(in tokens: ArraySlice<Token>) -> [(family: Token, pieces: [ArraySlice<Token>])] {
    tokens.indices.compactMap { place in
      guard tokens[place].kind == .symbol(.openBracket), place > tokens.startIndex,
        tokens[place - 1].kind == .name
      else { return nil }
      return (tokens[place - 1], tokens[(place + 1)...].prefixInBracket.pieces(at: .comma))
    }
  }

  private func indexNames(in tokens: ArraySlice<Token>) -> [String] {
    indices(in: tokens).flatMap { $0.pieces.flatMap { $0.filter { $0.kind == .name } } }.map { text(of: $0) }
  }

  /// What `tokens` say of whole families, where each of them has the one index `name`, of the same range.
  private func whole(_ tokens: ArraySlice<Token>, without name: String) -> String? {
    var parts: [(SourceRange, String)] = []
    var bounds: [ClosedRange<Int>]?
    for (family, pieces) in indices(in: tokens) {
      guard pieces.count == 1, let only = pieces[0].first, pieces[0].count == 1, text(of: only) == name,
        let close = tokens.first(where: { $0.range.lowerBound >= only.range.upperBound })
      else { return nil }
      let own = known?.bounds(text(of: family))
      guard parts.isEmpty || bounds == own else { return nil }
      bounds = own
      parts.append((SourceRange(family.range.upperBound, close.range.upperBound), ""))
    }
    return text(of: tokens, replacing: parts)
  }

  /// The range of a name that stands in indices, where all these elements exist; `nil` where that is not known.
  func range(of name: String, in tokens: ArraySlice<Token>) -> ClosedRange<Int>? {
    var range: ClosedRange<Int>?
    for (family, pieces) in indices(in: tokens) {
      for (place, index) in pieces.enumerated() where index.contains(where: { text(of: $0) == name }) {
        guard let bounds = known?.bounds(text(of: family)), bounds.count == pieces.count,
          let first = index.first, text(of: first) == name
        else { return nil }
        var shift = 0
        if index.count == 3, let number = index.last.flatMap({ Int(self.text(of: $0)) }), number < 1_000_000 {
          let sign = index[index.startIndex + 1].kind
          guard sign == .symbol(.plus) || sign == .symbol(.minus) else { return nil }
          shift = sign == .symbol(.plus) ? -number : number
        } else if index.count != 1 {
          return nil
        }
        let moved = bounds[place].lowerBound + shift...bounds[place].upperBound + shift
        guard range.map({ $0.overlaps(moved) }) ?? true else { return nil }
        range = range.map { $0.clamped(to: moved) } ?? moved
      }
    }
    return range
  }
}

extension String {
  /// Of a range with indices of elements in it that there are not.
  static var rangeInside: String {
    "with a `for` in the parentheses, which goes over indices that there are"
  }
}
