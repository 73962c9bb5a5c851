import CommaSeparated
public import Diagnostics

extension ClaimList {
  /// Reads the list in `file`.
  ///
  /// The list is `nil` when something is wrong with it; `diagnostics` then says what, at most 100 of it. Columns that no
  /// list needs are left alone. Cost: O(n).
  public static func reading(_ file: SourceFile) -> (list: ClaimList?, diagnostics: [Diagnostic]) {
    var table = RecordTable<ClaimColumn>(file, ofEach: "claim")
    var reader = ClaimReader()
    var claims: [Claim] = []
    table.forEachRow { table, row in
      if let claim = reader.claim(row, &table) { claims.append(claim) }
    }
    guard table.diagnostics.isEmpty else { return (nil, table.diagnosticsInOrder) }
    return (ClaimList(claims, in: file), [])
  }
}

/// Reads the rows of a list.
private struct ClaimReader {
  /// Where each id was first given.
  private var ids: [String: SourceRange] = [:]

  /// The claim in a row; `nil` where something is wrong with it.
  mutating func claim(_ row: RecordTable<ClaimColumn>.Row, _ table: inout RecordTable<ClaimColumn>) -> Claim?
  {
    let id = row.text(.id)
    let isKnown = take(id, at: row.range(.id), &table)
    let kind = value(of: .kind, row, Claim.Kind.init, Claim.Kind.allCases.map(\.rawValue), &table)
    let verdict = value(
      of: .verdict, row, Claim.Verdict.init, Claim.Verdict.allCases.map(\.rawValue), &table)
    if row.text(.printed).isEmpty {
      table.report(
        Diagnostic(
          "this row does not say what is printed", at: row.range,
          hint: "the column `printed` has it, to the letter where it is a number or a formula"))
    }
    guard isKnown, let kind, let verdict else { return nil }
    return Claim(
      id: id, lecture: row.text(.lecture), slide: row.text(.slide), printed: row.text(.printed), kind: kind,
      verdict: verdict, right: row.text(.right), reason: row.text(.reason), range: row.range(.id))
  }

  /// Notes an id; whether it is one.
  private mutating func take(
    _ id: String, at range: SourceRange, _ table: inout RecordTable<ClaimColumn>
  ) -> Bool {
    guard id.isClaimID else {
      table.report(
        Diagnostic(
          id.isEmpty ? "this row has no id" : "`\(id)` is no id", at: range,
          hint:
            "an id is letters, digits, hyphens, points and `_`, at least one letter and one digit: `S0-088`"))
      return false
    }
    if let first = ids[id] {
      table.report(
        Diagnostic(
          "the id `\(id)` is given a second time", at: range, hint: "give one of the two rows another id",
          notes: [.init("first given", at: first)]))
      return false
    }
    ids[id] = range
    return true
  }

  /// What a word of a closed list stands for.
  private func value<Value>(
    of column: ClaimColumn, _ row: RecordTable<ClaimColumn>.Row, _ value: (String) -> Value?,
    _ known: [String], _ table: inout RecordTable<ClaimColumn>
  ) -> Value? {
    let (word, range) = (row.text(column), row.range(column))
    if let value = value(word) { return value }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    table.report(
      Diagnostic(
        word.isEmpty ? "this row has no \(column.rawValue)" : "there is no \(column.rawValue) `\(word)`",
        at: range,
        advice: .nearest(to: word, among: known, at: range) ?? .init("a \(column.rawValue) is one of \(list)")
      ))
    return nil
  }
}

extension String {
  /// Whether it can be told from the words of a note: made of ASCII letters, digits, `-`, `.` and `_`, with at least one
  /// letter and one digit, and neither begun nor ended by a sign.
  fileprivate var isClaimID: Bool {
    let bytes = Array(utf8)
    guard let first = bytes.first, let last = bytes.last, first.isClaimIDLetter || first.isClaimIDDigit,
      last.isClaimIDLetter || last.isClaimIDDigit
    else { return false }
    return bytes.allSatisfy(\.isClaimIDPart) && bytes.contains(where: \.isClaimIDLetter)
      && bytes.contains(where: \.isClaimIDDigit)
  }
}
