public import Diagnostics

extension ClaimList {
  /// Reads the list in `file`.
  ///
  /// The list is `nil` when something is wrong with it; `diagnostics` then says what, at most 100 of it. Columns that no
  /// list needs are left alone. Cost: O(n).
  public static func reading(_ file: SourceFile) -> (list: ClaimList?, diagnostics: [Diagnostic]) {
    var reader = ClaimListReader(file)
    let claims = reader.read()
    let diagnostics = reader.diagnostics
    guard diagnostics.isEmpty else {
      let inOrder = diagnostics.sorted { ($0.range?.lowerBound ?? 0) < ($1.range?.lowerBound ?? 0) }
      return (nil, Array(inOrder.prefix(Diagnostic.maxPerFile)))
    }
    return (ClaimList(claims, in: file), [])
  }
}

/// Reads the header and the rows of a list.
private struct ClaimListReader {
  let file: SourceFile
  private var scanner: RecordScanner
  private var found: [Diagnostic] = []
  /// Where each column stands in a row.
  private var columns: [ClaimColumn: Int] = [:]
  /// Where each id was first given.
  private var ids: [String: SourceRange] = [:]

  init(_ file: SourceFile) {
    self.file = file
    scanner = RecordScanner(file)
  }

  /// What is wrong with the list.
  var diagnostics: [Diagnostic] { found + scanner.diagnostics }

  mutating func read() -> [Claim] {
    guard let header = scanner.next() else {
      found.append(
        Diagnostic(
          "this list of claims has no header", at: SourceRange(0, 0),
          hint: "its first line names its columns: \(ClaimColumn.names)"))
      return []
    }
    guard readHeader(header) else { return [] }
    var claims: [Claim] = []
    var rowCount = 0
    while diagnostics.count < Diagnostic.maxPerFile, let fields = scanner.next() {
      rowCount += 1
      if let claim = claim(fields, columnCount: header.count) { claims.append(claim) }
    }
    if rowCount == 0 {
      found.append(
        Diagnostic(
          "this list has no claim", at: range(of: header), hint: "each row below the header is one"))
    }
    return claims
  }

  // MARK: The header

  /// Reads the names of the columns; whether the rows can be read.
  private mutating func readHeader(_ fields: [RecordScanner.Field]) -> Bool {
    if fields.count == 1, let separator = [";", "\t"].first(where: fields[0].text.contains) {
      found.append(
        Diagnostic(
          "the columns of this list are separated by \(separator == ";" ? "semicolons" : "tabs")",
          at: fields[0].range, hint: "save it as CSV with commas"))
      return false
    }
    var others: [RecordScanner.Field] = []
    for (index, field) in fields.enumerated() {
      guard let column = ClaimColumn(rawValue: field.text) else {
        others.append(field)
        continue
      }
      if let first = columns.updateValue(index, forKey: column) {
        found.append(
          Diagnostic(
            "there is a second column `\(column.rawValue)`", at: field.range, hint: "keep one of the two",
            notes: [.init("the first one stands", at: fields[first].range)]))
      }
    }
    let missing = ClaimColumn.allCases.filter { columns[$0] == nil }
    let names = missing.map(\.rawValue)
    // A column of the team's own may be called anything but almost like one that the list lacks.
    let meant = others.compactMap { field in
      Diagnostic.Advice.nearest(to: field.text, among: names, at: field.range).map { (field, $0) }
    }
    for (field, advice) in meant {
      found.append(Diagnostic("there is no column `\(field.text)`", at: field.range, advice: advice))
    }
    if meant.isEmpty, let first = missing.first(where: { !$0.isOptional }) {
      found.append(
        Diagnostic(
          "the column `\(first.rawValue)` is missing", at: range(of: fields),
          hint: "a list of claims has the columns \(ClaimColumn.names)"))
    }
    return found.isEmpty
  }

  private func range(of fields: [RecordScanner.Field]) -> SourceRange {
    guard let first = fields.first, let last = fields.last else { return SourceRange(0, 0) }
    return first.range.union(last.range)
  }

  // MARK: Rows

  private mutating func claim(_ fields: [RecordScanner.Field], columnCount: Int) -> Claim? {
    guard fields.count == columnCount else {
      // What an open quotation mark has swallowed is told there.
      if scanner.diagnostics.isEmpty {
        found.append(
          Diagnostic(
            "this row has \(fields.count == 1 ? "1 field" : "\(fields.count) fields"), and the header has "
              + "\(columnCount)",
            at: range(of: fields),
            hint: fields.count > columnCount
              ? "a field with a comma in it stands between quotation marks"
              : "a comma stands between all columns, also where a field is empty"))
      }
      return nil
    }
    func text(_ column: ClaimColumn) -> String { columns[column].map { fields[$0].text } ?? "" }
    func place(_ column: ClaimColumn) -> SourceRange {
      columns[column].map { fields[$0].range } ?? range(of: fields)
    }
    let id = text(.id)
    let isKnown = take(id, at: place(.id))
    let kind = value(
      of: .kind, text(.kind), at: place(.kind), Claim.Kind.init, Claim.Kind.allCases.map(\.rawValue))
    let verdict = value(
      of: .verdict, text(.verdict), at: place(.verdict), Claim.Verdict.init,
      Claim.Verdict.allCases.map(\.rawValue))
    if text(.printed).isEmpty {
      found.append(
        Diagnostic(
          "this row does not say what is printed", at: range(of: fields),
          hint: "the column `printed` has it, to the letter where it is a number or a formula"))
    }
    guard isKnown, let kind, let verdict else { return nil }
    return Claim(
      id: id, lecture: text(.lecture), slide: text(.slide), printed: text(.printed), kind: kind,
      verdict: verdict, right: text(.right), reason: text(.reason), range: place(.id))
  }

  /// Notes an id; whether it is one.
  private mutating func take(_ id: String, at range: SourceRange) -> Bool {
    guard id.isClaimID else {
      found.append(
        Diagnostic(
          id.isEmpty ? "this row has no id" : "`\(id)` is no id", at: range,
          hint:
            "an id is letters, digits, hyphens, points and `_`, at least one letter and one digit: `S0-088`"))
      return false
    }
    if let first = ids[id] {
      found.append(
        Diagnostic(
          "the id `\(id)` is given a second time", at: range, hint: "give one of the two rows another id",
          notes: [.init("first given", at: first)]))
      return false
    }
    ids[id] = range
    return true
  }

  /// What a word of a closed list stands for.
  private mutating func value<Value>(
    of column: ClaimColumn, _ word: String, at range: SourceRange, _ value: (String) -> Value?,
    _ known: [String]
  ) -> Value? {
    if let value = value(word) { return value }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    found.append(
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
