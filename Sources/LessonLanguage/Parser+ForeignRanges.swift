import Diagnostics

/// Ranges of other languages: `range(3)`, `range(1, n + 1)`, `i = 1:3`, `i from 1 to 3`.
extension Parser {
  /// An end of a range, a whole number or a const with a number added.
  private struct End {
    var base = ""
    var offset: Int
    let value: Int

    /// The end that lies `shift` behind it.
    func moved(by shift: Int) -> String {
      let number = offset + shift
      if base.isEmpty { return "\(number)" }
      return number == 0 ? base : number > 0 ? "\(base) + \(number)" : "\(base) - \(-number)"
    }
  }

  private func end(_ tokens: ArraySlice<Token>) -> End? {
    let texts = tokens.map { text(of: $0) }
    let kinds = tokens.map(\.kind)
    let number = { (text: String) in Int(text).flatMap { $0 < 1_000_000 ? $0 : nil } }
    switch kinds {
    case [.number]: return number(texts[0]).map { End(offset: $0, value: $0) }
    case [.symbol(.minus), .number]: return number(texts[1]).map { End(offset: -$0, value: -$0) }
    case [.name], [.name, .symbol(.plus), .number], [.name, .symbol(.minus), .number]:
      guard let const = known?.constant(texts[0]), const.magnitude < 1e6, let value = Int(exactly: const),
        let added = kinds.count == 1 ? 0 : number(texts[2])
      else { return nil }
      let offset = kinds.last == .name || texts[1] == "+" ? added : -added
      return End(base: texts[0], offset: offset, value: value + offset)
    case [.name, .symbol(.openParenthesis), .name, .symbol(.closeParenthesis)]:
      guard ["len", "count"].contains(texts[0]), let bounds = known?.bounds(texts[2]), bounds.count == 1
      else { return nil }
      return End(offset: bounds[0].count, value: bounds[0].count)
    default: return nil
    }
  }

  // MARK: Python

  /// `range(1, 4)` as it is written here: as it stands, and where it counts the elements of a family from 0, as the same
  /// elements are counted here; neither where it is not plain what is meant.
  private struct PythonRange {
    let place: SourceRange
    let exact: String?
    let moved: String?
    let family: String
    let lowest: Int
  }

  private func pythonRange(_ tokens: ArraySlice<Token>) -> PythonRange? {
    guard let word = tokens.first, ["range", "arange"].contains(text(of: word)),
      tokens.dropFirst().first?.kind == .symbol(.openParenthesis)
    else { return nil }
    let inside = tokens.dropFirst(2).prefixInBracket
    guard inside.endIndex < tokens.endIndex, !inside.isEmpty else { return nil }
    let place = word.range.union(tokens[inside.endIndex].range)
    let none = PythonRange(place: place, exact: nil, moved: nil, family: "", lowest: 0)
    let pieces = inside.pieces(at: .comma)
    let ends = pieces.compactMap { end($0) }
    guard ends.count == pieces.count, ends.count <= 3 else { return none }
    let first = ends.count == 1 ? End(offset: 0, value: 0) : ends[0]
    let behind = ends.count == 1 ? ends[0] : ends[1]
    let step = ends.count == 3 ? ends[2] : nil
    guard first.value < behind.value, step.map({ $0.value > 0 && $0.base.isEmpty }) != false else {
      return none
    }
    let written = { (shift: Int) in
      "\(first.moved(by: shift))...\(behind.moved(by: shift - 1))\(step.map { " step \($0.value)" } ?? "")"
    }
    let all = statementTokens
    guard let start = all.firstIndex(where: { $0.range == word.range }), start - 2 >= all.startIndex else {
      return none
    }
    let name = text(of: all[start - 2])
    let value = ownValue?.value ?? all
    let uses = value.indices.filter {
      value[$0].kind == .name && text(of: value[$0]) == name && value[$0].range != all[start - 2].range
    }
    let indices = indices(in: value).flatMap { found in
      found.pieces.enumerated().filter { $1.contains { $0.kind == .name && text(of: $0) == name } }.map {
        (family: text(of: found.family), place: $0, isAlone: $1.count == 1)
      }
    }
    if indices.isEmpty {
      return PythonRange(place: place, exact: written(0), moved: nil, family: "", lowest: 0)
    }
    let lowest = indices.map { known?.bounds($0.family)?[$0.place].lowerBound }
    guard let fitting = range(of: name, in: value), let least = lowest[0], lowest.allSatisfy({ $0 == least })
    else { return none }
    let fits = { (shift: Int) in
      fitting.contains(first.value + shift) && fitting.contains(behind.value - 1 + shift)
    }
    let isElsewhere = uses.count > indices.count
    let mayMove = least != 0 && !isElsewhere && fits(least)
    // Who adds to the index has thought of how the family counts.
    let isMoved = mayMove && (indices.allSatisfy(\.isAlone) || !fits(0))
    return PythonRange(
      place: place, exact: fits(0) ? written(0) : nil, moved: isMoved ? written(least) : nil,
      family: indices[0].family, lowest: least)
  }

  /// The one way to write `range(3)`, with which `tokens` begin; `nil` where there is none, or where there are two.
  func foreignRange(_ tokens: ArraySlice<Token>) -> (place: SourceRange, text: String)? {
    guard let range = pythonRange(tokens), (range.exact == nil) != (range.moved == nil) else { return nil }
    return (range.exact ?? range.moved).map { (range.place, $0) }
  }

  /// What to write in the place of the `range(3)` at `place`; `nil` where no such thing stands there.
  func hintAtForeignRange(at place: SourceRange) -> String? {
    let all = statementTokens
    guard let range = pythonRange(all.drop { $0.range.lowerBound < place.lowerBound }) else { return nil }
    let written = file[range.place].quoted
    switch (range.exact, range.moved) {
    case (let exact?, nil):
      // What stands in a block is not seen from its first line.
      let isOfBlock = all.first?.kind == .reserved(.for) && exact.hasPrefix("0...")
      return
        "\(written) is written `\(exact)`\(isOfBlock ? ", and over a family that counts from 1 it begins at 1 and has one number more" : "")"
    case (nil, let moved?):
      return
        "\(written) counts from 0, and `\(range.family)` from \(range.lowest): it is written `\(moved)`"
    case (let exact?, let moved?):
      return
        "\(written) is written `\(exact)`; where it counts the elements of `\(range.family)` from 0, `\(moved)`"
    case (nil, nil): return .bothEnds
    }
  }

  // MARK: MATLAB, and words

  /// What to write in the place of `x = 0:3`, `x from 0 to 3` and `x = 0...3` behind a `for`; it stands behind the name.
  func hintAtForeignEnds(of name: Identifier) -> String? {
    guard current.kind == .symbol(.equals) || current.kind == .reserved(.from),
      let range = foreignEnds(rest.dropFirst())
    else { return nil }
    return "write `for \(name.text) in \(range)`"
  }

  /// `0:3`, `0 to 3` and `0...3` as a range; `nil` where that is not plain.
  func foreignEnds(_ tokens: ArraySlice<Token>) -> String? {
    let isBetween = { (token: Token) in
      [.symbol(.ellipsis), .symbol(.colon), .reserved(.to)].contains(token.kind)
        || token.kind == .fault(.sign) && ["..", "..="].contains(text(of: token))
    }
    let plain: [Token.Kind] = [.number, .name, .symbol(.plus), .symbol(.minus)]
    var pieces: [String] = []
    var rest = tokens
    while pieces.count < 3 {
      let piece = rest.prefix {
        plain.contains($0.kind) && !(pieces.count > 0 && $0.kind == .name && text(of: $0) == "do")
      }
      guard (1...3).contains(piece.count), let written = text(of: piece) else { return nil }
      pieces.append(written)
      rest = rest.dropFirst(piece.count)
      guard let sign = rest.first, isBetween(sign), rest.count > 1 else { break }
      if pieces.count == 2, sign.kind != .symbol(.colon) { return nil }
      rest = rest.dropFirst()
    }
    switch pieces.count {
    case 2: return "\(pieces[0])...\(pieces[1])"
    case 3: return pieces[1].hasPrefix("-") ? nil : "\(pieces[0])...\(pieces[2]) step \(pieces[1])"
    default: return nil
    }
  }
}

extension String {
  fileprivate static var bothEnds: String {
    "a range has both its ends, with three points between them, and they count as the elements do"
  }
}
