// Stretches of tokens.

extension ArraySlice<Token> {
  /// The tokens up to the bracket that closes what stands before them, without it.
  var prefixInBracket: ArraySlice<Token> {
    var depth = 0
    for index in indices {
      depth += self[index].kind.bracketCount
      if depth < 0 { return self[..<index] }
    }
    return self
  }

  /// The tokens up to a sign of a sum, or a `for`, that stands in no bracket.
  var prefixOfSummand: ArraySlice<Token> {
    var depth = 0
    for index in indices {
      depth += self[index].kind.bracketCount
      let ends: [Token.Kind] = [.symbol(.plus), .symbol(.minus), .symbol(.comma), .reserved(.for)]
      if depth < 0 || depth == 0 && ends.contains(self[index].kind) { return self[..<index] }
    }
    return self
  }

  /// The stretches between the signs `symbol` that stand in no bracket; one where there is no such sign.
  func pieces(at symbol: Symbol) -> [ArraySlice<Token>] {
    var pieces: [ArraySlice<Token>] = []
    var (depth, start) = (0, startIndex)
    for index in indices {
      depth += self[index].kind.bracketCount
      if depth == 0, self[index].kind == .symbol(symbol) {
        pieces.append(self[start..<index])
        start = index + 1
      }
    }
    return pieces + [self[start...]]
  }

  /// How many comparisons stand before, between and behind `and` and `or`; those in brackets are not looked at.
  var comparisonsBetweenJoints: [Int] {
    var counts = [0]
    var depth = 0
    for token in self {
      depth += token.kind.bracketCount
      guard depth == 0 else { continue }
      switch token.kind {
      case .reserved(.and), .reserved(.or): counts.append(0)
      case .symbol(let sign) where sign.comparison != nil: counts[counts.count - 1] += 1
      default: break
      }
    }
    return counts
  }

  /// Whether a `for` stands in them that stands in no bracket.
  var hasOwnRanges: Bool {
    var depth = 0
    return contains { token in
      depth += token.kind.bracketCount
      return depth == 0 && token.kind == .reserved(.for)
    }
  }

  /// Whether a `for` stands in them.
  var isOfRanges: Bool { contains { $0.kind == .reserved(.for) } }

  /// The element with which they begin, `u[1...2]`.
  var elementTokens: ArraySlice<Token>? {
    guard dropFirst().first?.kind == .symbol(.openBracket) else { return nil }
    let inside = dropFirst(2).prefixInBracket
    return inside.endIndex < endIndex ? self[startIndex...inside.endIndex] : nil
  }
}

extension ArraySlice<Token> {
  /// What stands in the parentheses that are all there is; `nil` where there are none, or more.
  var insideOfParentheses: ArraySlice<Token>? {
    guard first?.kind == .symbol(.openParenthesis), last?.kind == .symbol(.closeParenthesis) else {
      return nil
    }
    let inside = dropFirst().prefixInBracket
    return inside.endIndex == endIndex - 1 ? inside : nil
  }
}
