import Diagnostics

// What to write in the place of some of the elements of a family, which other languages name by a range.

extension Parser {
  /// Some of the elements of a family: `u[1...2]`, `W[1, 1:2]`.
  private struct Slice {
    let family: Token
    /// The indices that are ranges, with their ends.
    let ranges: [(place: SourceRange, first: String, last: String, isWhole: Bool)]
  }

  /// What to write in the place of `h[1...2]` and `h[1:2]` in a value; `nil` where no such thing stands here.
  var hintAtSliceOfValue: String? {
    let all = statementTokens
    let slices = slices(in: all)
    guard let first = slices.first, let ranges = common(slices) else { return nil }
    let indices = unusedIndices(ranges.count)
    let note =
      !ranges.allSatisfy(\.isWhole)
      ? ", with the first and the last index that are meant"
      : current.kind == .symbol(.colon) ? "; both ends are included" : ""
    let written = zip(indices, ranges).map { "\($0) in \($1.first)...\($1.last)" }.joined(separator: ", ")
    let parts = slices.flatMap { slice in zip(slice.ranges, indices).map { ($0.place, $1) } }
    let index = indices.joined(separator: ", ")
    if let word = all.first.flatMap({ StatementWord(spelled: text(of: $0)) }), word == .table,
      !all.isOfRanges, let table = text(of: all, replacing: parts)
    {
      return "there are no slices: write \("\(table) for \(written)".quotedWhole)\(note)"
    }
    let around = calls(around: first.family).filter { isOfFamilies($0.function) }
    if let sum = around.last, slices.count == 1, ReductionWord(spelled: text(of: sum.function)) != nil,
      sum.inside.pieces(at: .comma).count == 1, !sum.inside.isOfRanges,
      let body = text(of: sum.inside, replacing: parts)
    {
      return
        "there are no slices: write \("\(text(of: sum.function))(\(body) for \(written))".quotedWhole)\(note)"
    }
    let isOfWhole =
      all.contains { $0.kind == .symbol(.matrix) }
      || slices.contains { calls(around: $0.family).contains { isOfFamilies($0.function) } }
    if !isOfWhole, let own = ownValue, !own.value.isOfRanges,
      let value = text(of: own.value, replacing: parts)
    {
      return
        "there are no slices: write \("\(own.head)\(own.name)[\(index)] = \(value) for \(written)".quotedWhole)\(note)"
    }
    guard let end = all.drop(while: { $0.range != first.family.range }).elementTokens,
      let element = text(of: end, replacing: parts)
    else { return nil }
    return
      "there are no slices: a formula above gives this part a name, \("\(nameOfPart)[\(index)] = \(element) for \(written)".quotedWhole)\(note)"
  }

  /// What to write in the place of `[1:3]`, a list of numbers one after the other.
  var hintAtRangeInList: String {
    let sign: Symbol = current.kind == .symbol(.colon) ? .colon : .ellipsis
    let inside = openBracket.map { bracket in
      statementTokens.drop { $0.range.lowerBound <= bracket.range.lowerBound }.prefixInBracket
    }
    let ends = inside?.pieces(at: sign).compactMap { text(of: $0) } ?? []
    let range = ends.count == 2 && !ends.contains("") ? ends.joined(separator: "...") : "1...3"
    let own = ownValue
    return
      "numbers one after the other are written `\(own?.head ?? "")\(own?.name ?? "v")[i] = i for i in \(range)`"
  }

  /// The ranges that all of `slices` have in common; `nil` where they differ.
  private func common(
    _ slices: [Slice]
  ) -> [(place: SourceRange, first: String, last: String, isWhole: Bool)]? {
    guard let first = slices.first else { return nil }
    let isCommon = slices.allSatisfy { slice in
      slice.ranges.count == first.ranges.count
        && zip(slice.ranges, first.ranges).allSatisfy { $0.first == $1.first && $0.last == $1.last }
    }
    return isCommon ? first.ranges : nil
  }

  private func unusedIndices(_ count: Int) -> [String] {
    (0..<count).reduce(into: []) { names, _ in
      names.append(unused(["i", "j", "k", "m"], besides: names))
    }
  }

  private func slices(in tokens: ArraySlice<Token>) -> [Slice] {
    // What is longer is not shown anyway.
    guard tokens.count <= Self.longestForm else { return [] }
    return tokens.indices.compactMap { index in
      guard tokens[index].kind == .symbol(.openBracket), index > tokens.startIndex,
        tokens[index - 1].kind == .name
      else { return nil }
      let inside = tokens[(index + 1)...].prefixInBracket
      let ranges = inside.pieces(at: .comma).compactMap { piece in
        range(of: piece)
      }
      return ranges.isEmpty ? nil : Slice(family: tokens[index - 1], ranges: ranges)
    }
  }

  private func range(
    of tokens: ArraySlice<Token>
  ) -> (place: SourceRange, first: String, last: String, isWhole: Bool)? {
    guard let start = tokens.first, let end = tokens.last else { return nil }
    let sign: Symbol = tokens.contains { $0.kind == .symbol(.ellipsis) } ? .ellipsis : .colon
    let ends = tokens.pieces(at: sign)
    guard ends.count == 2 else { return nil }
    let texts = ends.map { piece in
      piece.first.flatMap { first in piece.last.map { file[first.range.union($0.range)] } }
    }
    return (
      start.range.union(end.range), texts[0] ?? "1", texts[1] ?? "3", !texts.contains(nil)
    )
  }
}
