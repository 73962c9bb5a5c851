import Diagnostics

// What to write in the place of a condition that stands where a value is to stand.

extension Parser {
  /// The condition in the midst of which it stands, as it is written; `nil` where it is not plain what belongs to it.
  var conditionAround: String? {
    var before: [Token] = []
    var depth = 0
    for token in readTokens.reversed() {
      depth -= token.kind.bracketCount
      if depth < 0 || depth == 0 && token.kind.endsCondition { break }
      before.append(token)
    }
    let behind = readTokens.dropLast(before.count).last
    if let behind, [.reserved(.if), .reserved(.then), .reserved(.else)].contains(behind.kind) { return nil }
    if let first = before.last, first.range == readTokens.first?.range,
      StatementWord(spelled: text(of: first)) != nil
    {
      before.removeLast()
    }
    var after: [Token] = []
    depth = 0
    var end: Token?
    for token in rest {
      depth += token.kind.bracketCount
      if depth < 0 || depth == 0 && token.kind.endsCondition {
        end = token
        break
      }
      after.append(token)
    }
    if let end, [.reserved(.then), .reserved(.else), .symbol(.equals)].contains(end.kind) { return nil }
    let tokens = (before.reversed() + after)[...]
    if tokens.contains(where: { if case .fault = $0.kind { true } else { false } }) { return nil }
    // Each side of an `and` compares once.
    let comparisons = tokens.comparisonsBetweenJoints
    return comparisons.allSatisfy { $0 <= 1 } && comparisons.contains(1) ? text(of: tokens) : nil
  }

  /// What to write in the place of a condition that stands where a value is to stand.
  var hintAtCondition: String {
    guard let condition = conditionAround else {
      return "a value with two cases is written `if a > 0 then 1 else 0`"
    }
    let value = "if \(condition) then 1 else 0"
    guard let call = callsAround.last, text(of: call.function) == "count" else {
      return "as a value, 1 or 0, it is written \(value.quotedWhole)"
    }
    let ranges = call.inside.drop { $0.kind != .reserved(.for) }
    let written = text(of: ranges).map { " " + $0 } ?? ""
    return "how many there are is \("sum(\(value)\(written))".quotedWhole)"
  }
}
