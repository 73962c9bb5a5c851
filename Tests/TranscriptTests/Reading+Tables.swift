// Tables: those of changes, of data, and of anything that a lesson asks for.

extension Reading {
  /// What a table is of.
  enum Table {
    /// No table is being read.
    case none
    /// What `forward` has changed.
    case changes
    /// What a step has changed.
    case update
    /// A training's reports.
    case training
    /// The rows of data of that name, which is so many.
    case data(String, rowCount: Int, isMade: Bool, read: Int)
    /// What the lesson asks for; `columns` are its heads, `pass` the row that was read last.
    case asked([Expression], data: String?, record: LessonTables.Table?, pass: Int)
  }

  /// A column of numbers over passes or epochs, from 1.
  struct Curve {
    let axis: String
    /// What may count the numbers: the first head of their table.
    var counter: String?
    var numbers: [Int: Numeral] = [:]
    /// The numbers by those under the first head.
    var counted: [Double: Numeral] = [:]
    /// What the page's formulas come to before the first number.
    var before: Estimate?
    /// Whether the page shows all of them.
    var isWhole = true
  }

  /// Begins a table.
  mutating func readHeader(_ heads: [String], _ line: Int) throws(Unreadable) {
    switch heads {
    case ["name", "before", "now"]:
      known.workOutAgain()
      known.forget { [drawnAnew] in drawnAnew.contains($0) }
      table = .changes
    case _
    where heads.starts(with: ["param", "before"])
      && heads.contains { ["derivative", "clipped"].contains($0) } && heads.suffix(2) == ["change", "after"]:
      table = .update
      endWorkedRow()
    case _ where training != nil && heads.starts(with: ["epoch", "loss"]):
      guard heads.last == "largest |derivative|" else {
        throw Unreadable(
          description: "‘\(heads[heads.count - 1])’ is not the last head of a training's table")
      }
      beginTable(ofTraining: heads)
      table = .training
    default:
      if case .data(let name, let count, let isMade, _) = table {
        formulas.data[name] = PageFormulas.DataRows(columns: heads)
        table = .data(name, rowCount: count, isMade: isMade, read: 0)
        if let rows = lesson.data[name], rows.first != heads {
          fault(line, "these are not the columns of \(name)")
        }
      } else {
        try beginTable(askedFor: heads, line)
      }
    }
  }

  /// Ends what was begun, where the statement does not belong to it.
  mutating func leaveTable(before content: Statement.Content) {
    switch content {
    case .row, .comment, .note: return
    default: break
    }
    if case .data(let name, let count, let isMade, let read) = table, read > 0 {
      if read != count {
        // Without all of its rows, nothing can be worked out over it.
        formulas.data[name] = nil
        if !isMade, count <= 24 { fault(0, "data \(name) has \(count) rows, and \(read) are shown") }
      }
      table = .none
    }
    switch content {
    case .sentence, .picture: break
    case .equation: plotSentences = []
    default: (plotSentences, numberInWaiting) = ([], nil)
    }
    switch table {
    case .none, .data: return
    case .training: endTraining()
    case .asked(_, _, let record?, _): end(record)
    case .update: update = nil
    case .changes: break
    case .asked: dataOfTable = nil
    }
    table = .none
  }

  // MARK: Rows

  /// Reads a row.
  mutating func readRow(_ header: [String], _ cells: [String], _ line: Int) throws(Unreadable) {
    let row = Dictionary(zip(header, cells)) { $1 }
    switch table {
    case .none, .changes, .update: try readChange(row, line)
    case .training: try readRow(ofTraining: row, header, line)
    case .data(let name, let count, let isMade, let read) where cells.count == 1 && header.count > 1:
      guard let hidden = cells[0].wholeMatch(of: /… (\d+) more: table .+ over (.+)/), hidden.2 == name,
        let number = Int(hidden.1)
      else { throw Unreadable(description: "‘\(cells[0])’ is no row of \(name)") }
      // Over rows that the page does not show nothing can be worked out.
      formulas.data[name] = nil
      table = .data(name, rowCount: count, isMade: isMade, read: read + number)
    case .data(let name, let count, let isMade, let read):
      let numbers = try cells.map { text throws(Unreadable) in try Self.number(text) }
      formulas.data[name]?.rows.append(numbers)
      table = .data(name, rowCount: count, isMade: isMade, read: read + 1)
      if let rows = lesson.data[name],
        !rows.indices.contains(read + 1) || !Self.areSame(rows[read + 1], numbers)
      {
        fault(line, "row \(read + 1) of \(name) is another in the lesson")
      }
    case .asked(let columns, let data, let record, let pass):
      table = .asked(columns, data: data, record: record, pass: pass + 1)
      let heads = Self.heads(header, ofRow: row)
      let ofRow =
        heads == header ? columns : try heads.map { head throws(Unreadable) in try Expression(head) }
      try readRow(header, cells, under: ofRow, over: data, pass + 1, line)
    }
  }

  /// The heads with the numbers of a row in the place of indices: of `s[k]` in the row of k = 2, `s[2]`.
  private static func heads(_ heads: [String], ofRow row: [String: String]) -> [String] {
    let indices = row.filter { !$0.key.contains("[") && Int($0.value) != nil }
    return heads.map { head in
      guard head.contains("["), !Page.isIndexLabel(head) else { return head }
      return head.replacing(/\[[^\]]*\]/) { match in
        let inner = match.output.dropFirst().dropLast().split(
          separator: ",", omittingEmptySubsequences: false)
        return "[" + inner.map { indices[$0.filter { $0 != " " }] ?? String($0) }.joined(separator: ",") + "]"
      }
    }
  }

  static func number(_ text: String) throws(Unreadable) -> Numeral {
    guard let number = Numeral(text) else { throw Unreadable(description: "‘\(text)’ is no number") }
    return number
  }

  private static func areSame(_ cells: [String], _ numbers: [Numeral]) -> Bool {
    cells.count == numbers.count && zip(cells, numbers).allSatisfy { Double($0) == $1.value }
  }

  /// In a row of an update, before and change make after, and the change is the derivative times the rate.
  private mutating func readChange(_ row: [String: String], _ line: Int) throws(Unreadable) {
    var numbers: [String: Numeral] = [:]
    for (head, cell) in row where !["param", "name"].contains(head) { numbers[head] = try Self.number(cell) }
    let name = row["param"] ?? row["name"] ?? ""
    guard try !Expression(name).isOfNumbers else { throw Unreadable(description: "‘\(name)’ is no name") }

    if let before = numbers["before"], let shown = known[name] {
      tally.equalities += 1
      // One row of an update is worked above the table, and then the page has shown the new number already.
      if !known.areSame(before, shown), !known.areSame(numbers["after"] ?? before, shown) {
        fault(line, "\(name) was \(shown.text), not \(before.text)")
      }
    }
    if let before = numbers["before"], let change = numbers["change"], let after = numbers["after"] {
      tally.equalities += 1
      let slack = max(known.uncertainty(before), known.uncertainty(after))
      if !Numeral.areNear(before.value + change.value, after.value, within: slack) {
        fault(
          line, "\(before.text) and \(change.text) make \(before.value + change.value), not \(after.text)")
      }
    }
    if let update, row["param"] != nil {
      readRow(ofUpdate: update, name, numbers, line)
    } else if let derivative = numbers["derivative"] ?? numbers["clipped"], let change = numbers["change"],
      let rate
    {
      tally.equalities += 1
      let slack = rate.value * known.uncertainty(derivative) + known.uncertainty(change)
      if !Numeral.areNear(-rate.value * derivative.value, change.value, within: slack) {
        fault(line, "\(derivative.text) at the rate \(rate.text) is no change by \(change.text)")
      }
    }
    known[name] = numbers["after"] ?? numbers["now"]
  }

  // MARK: What a lesson asks for

  /// Begins a table of a `table` or a `record` statement.
  private mutating func beginTable(askedFor heads: [String], _ line: Int) throws(Unreadable) {
    let columns = try heads.map { head throws(Unreadable) in
      Page.isIndexLabel(head) ? Expression.rest : try Expression(head)
    }
    if let data = dataOfTable {
      guard heads.count > 1, heads[0] == "row" else {
        throw Unreadable(description: "the first head is not row")
      }
      table = .asked(columns, data: data, record: nil, pass: 0)
      return
    }
    let plain = heads.map(LessonTables.plain)
    // What the lesson calls by a function of its own stands written out in a transcript.
    func isMeant(_ table: LessonTables.Table) -> Bool {
      table.columns == plain
        || table.columns.count == plain.count
          && zip(table.columns, plain).allSatisfy { $0 == $1 || $0.contains("(") || $0.contains("/") }
    }
    let record = records.first.flatMap { isMeant($0) ? $0 : nil }
    if let record {
      records = records.dropFirst()
      forget(changedBy: record)
    }
    let asked = record ?? lesson.tables.tables.first(where: isMeant)
    let isMatrix = heads.dropFirst().allSatisfy(Page.isIndexLabel) && heads.count > 1
    if asked == nil, !isMatrix, !lesson.isEmpty { fault(line, "the lesson asks for no table of \(heads)") }
    table = .asked(columns, data: asked?.data, record: record, pass: 0)
    if record != nil { for head in heads { curves[head] = Curve(axis: "pass", counter: heads[0]) } }
  }

  /// In a row, what can be worked out from its other numbers, or from the page, is worked out.
  private mutating func readRow(
    _ header: [String], _ cells: [String], under columns: [Expression], over data: String?, _ pass: Int,
    _ line: Int
  ) throws(Unreadable) {
    guard columns.count == cells.count else {
      throw Unreadable(description: "\(cells.count) cells under \(columns.count) heads")
    }
    if cells.allSatisfy({ $0 == "…" }) {
      for head in header { curves[head]?.isWhole = false }
      return
    }
    let isMatrix = header.count > 1 && header.dropFirst().allSatisfy(Page.isIndexLabel)
    if isMatrix { return try readMatrixRow(header, cells, line) }
    var numbers: [String: Numeral] = [:]
    var own: [String: Numeral] = [:]
    for (index, cell) in cells.enumerated() {
      let number = try Self.number(cell)
      if curves[header[index]]?.isWhole == true {
        curves[header[index]]?.numbers[pass] = number
        curves[header[index]]?.counted[try Self.number(cells[0]).value] = number
      }
      guard case .name(let name) = columns[index], !name.hasPrefix("∂"), !name.contains(" over ") else {
        continue
      }
      numbers[name] = number
      // An element whose formula the page does not show may depend on what a derivative is by.
      let isGiven = formulas.givens[name] != nil || !name.contains("[")
      if formulas.formulas[name] == nil, isGiven { own[name] = number }
    }
    if let dataOfTable, let rows = formulas.data[dataOfTable], rows.rows.indices.contains(pass - 1) {
      if numbers["row"]?.value != Double(pass) { fault(line, "this is row \(pass)") }
      own = Dictionary(zip(rows.columns, rows.rows[pass - 1])) { $1 }
      own["row"] = numbers["row"]
    } else if let data, let rows = formulas.data[data], rows.rows.indices.contains(pass - 1) {
      for (column, number) in zip(rows.columns, rows.rows[pass - 1]) {
        // The row sets columns that the table does not show.
        guard numbers[column] != nil else {
          own[column] = number
          continue
        }
        tally.equalities += 1
        if numbers[column]?.text != number.text {
          fault(line, "\(column) is \(number.text) in row \(pass) of \(data)")
        }
      }
    }
    for (index, column) in columns.enumerated() {
      if case .name(let name) = column, own[name] != nil { continue }
      var others = numbers
      if case .name(let name) = column { others[name] = nil }
      var estimate = formulas.value(of: column, own, known)
      // A derivative is not that of a number in its row.
      if estimate == nil, !header[index].contains("∂") {
        estimate = formulas.value(of: column, others, known)
      }
      guard let estimate, !isBehindChanges(header[index]) else { continue }
      tally.workedOut += 1
      let number = try Self.number(cells[index])
      if !known.isNear(number, estimate) {
        fault(line, "\(header[index]) is \(estimate.value) by this page's formulas, not \(number.text)")
      }
    }
  }

  /// Whether a column is a derivative in a loop that changes a family, of which the page shows no more than some elements.
  private func isBehindChanges(_ head: String) -> Bool {
    guard head.contains("∂"), case .asked(_, _, let record?, _) = table else { return false }
    return formulas.givens.keys.contains { name in
      KnownNumbers.family(of: name).map(record.changed.contains) ?? false
    }
  }

  /// In a row of a matrix, each number is that of the head at its indices.
  private mutating func readMatrixRow(
    _ header: [String], _ cells: [String], _ line: Int
  ) throws(Unreadable) {
    let expression = try Expression(header[0])
    for (head, cell) in zip(header, cells).dropFirst() where cell != "…" {
      let number = try Self.number(cell)
      var indices: [String: Numeral] = [:]
      for label in [cells[0], head] {
        let parts = label.split(separator: " = ").map(String.init)
        if parts.count == 2 { indices[parts[0]] = Numeral(parts[1]) }
      }
      let element = expression.replacing(indices)
      guard let estimate = known.value(of: element) ?? formulas.value(of: expression, indices, known) else {
        continue
      }
      tally.workedOut += 1
      if !known.isNear(number, estimate) {
        fault(line, "\(header[0]) is \(estimate.value) at \(cells[0]), \(head), not \(number.text)")
      }
    }
  }

  // MARK: What a loop changes

  /// Forgets what the loop of a record has changed, its rows being shown and not what lies between them.
  private mutating func forget(changedBy record: LessonTables.Table) {
    let rows = record.changed.filter { $0.hasPrefix("over ") }.compactMap {
      formulas.data[String($0.dropFirst(5))]
    }
    let columns = Set(rows.flatMap(\.columns))
    known.forget { [formulas, drawnAnew] name in
      let family = KnownNumbers.family(of: name) ?? name
      return formulas.givens[name] == nil || record.changed.contains(family) || columns.contains(name)
        || drawnAnew.contains(name) || record.changed.contains("all") && formulas.givens[name] == "param"
    }
  }

  /// At the end of a loop, inputs that its rows have set get their numbers back.
  private mutating func end(_ record: LessonTables.Table) {
    let rows = record.changed.filter { $0.hasPrefix("over ") }.compactMap {
      formulas.data[String($0.dropFirst(5))]
    }
    let columns = Set(rows.flatMap(\.columns))
    known.remember { columns.contains($0) && !record.changed.contains($0) }
  }
}

extension Expression {
  /// The expression with numbers for the indices of its elements.
  fileprivate func replacing(_ indices: [String: Numeral]) -> Expression {
    guard case .name(let name) = self, let family = KnownNumbers.family(of: name) else { return self }
    let inner = name.dropFirst(family.count + 1).dropLast().split(separator: ",").map { index in
      indices[index.filter { $0 != " " }]?.text ?? String(index)
    }
    return .name("\(family)[\(inner.joined(separator: ","))]")
  }
}
