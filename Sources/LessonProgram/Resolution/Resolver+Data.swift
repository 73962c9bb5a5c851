import Algebra
import Diagnostics
import LessonDocument
import LessonLanguage

// Rows: data cells, rows that are made, and given names that take their numbers from columns.

extension Resolver {
  /// The rows of a data cell.
  mutating func resolveData(in cell: LessonDocument.Cell) {
    let (rows, faults) = parseData(document.file, cell.body)
    if cell.isClosed { reportSyntax(faults) }
    guard let name = dataName(of: cell) else { return }
    guard let rows else {
      scope.broken.insert(Name(name.text))
      return
    }
    let set = DataSet(name: Name(name.text), rows)
    guard let set = define(set, name) else { return }
    append(.data(set, made: nil), at: cell.body)
  }

  private mutating func dataName(of cell: LessonDocument.Cell) -> Identifier? {
    guard !cell.argument.isEmpty else {
      let line = document.file.lines[document.file.lineIndex(of: cell.kindRange.lowerBound)]
      let fence = document.file[SourceRange(line.lowerBound, cell.kindRange.lowerBound)].filter {
        !$0.isWhitespace
      }
      report(
        "a data cell needs a name", at: cell.kindRange,
        hint: "it stands behind `data`, as in \(fence)data points")
      return nil
    }
    let (expression, faults) = parseExpression(document.file, cell.argumentRange)
    guard faults.isEmpty, let expression, case .name(let text) = expression.kind else {
      report("behind `data` stands one name", at: cell.argumentRange, hint: "write `data points`, for one")
      return nil
    }
    return Identifier(text, at: expression.range)
  }

  /// `data points = spiral(200, noise: 0.1)`
  mutating func resolveData(_ identifier: Identifier, _ call: NamedCall, _ statement: Statement) {
    guard let made = madeData(identifier, call), let set = define(made, identifier) else { return }
    let text = set.source == nil ? document.file[call.range] : nil
    append(.data(set, made: text), at: statement.range, comment: statement.comment)
  }

  private mutating func madeData(_ identifier: Identifier, _ call: NamedCall) -> DataSet? {
    guard let maker = DataMaker(rawValue: call.name.text) else {
      let known = DataMaker.allCases.map(\.rawValue)
      report(
        "there are no rows `\(call.name.text)` to be made", at: call.name.range,
        advice: .nearest(to: call.name.text, among: known, at: call.name.range)
          ?? .init("\(known.joined(separator: ", ")) can be made"))
      return nil
    }
    var numbers: [String: Double] = [:]
    let example = "write `\(maker.rawValue)(200, noise: 0.1)`"
    for (index, given) in call.settings.enumerated() {
      let label = given.label?.text ?? (index == 0 ? DataMaker.settings[0].name : "")
      guard let setting = DataMaker.settings.first(where: { $0.name == label }) else {
        let known = DataMaker.settings.map(\.name)
        report(
          given.label == nil
            ? "only the first setting of `\(maker.rawValue)` needs no label"
            : "`\(maker.rawValue)` has no setting `\(label)`",
          at: given.label?.range ?? given.value.range,
          advice: .nearest(to: label, among: known, at: given.label?.range)
            ?? .init(
              call.settings.count == 2 && given.label == nil && call.settings[0].label == nil
                ? "write `\(maker.rawValue)(\(document.file[call.settings[0].value.range]), noise: \(document.file[given.value.range]))`"
                : "its settings are the count of its rows, which needs no label, and `noise`"))
        return nil
      }
      guard numbers[label] == nil else {
        report("the \(label) is set twice", at: given.label?.range ?? given.value.range)
        return nil
      }
      guard let number = build({ $0.known(given.value, "the \(label) is fixed") }) else { return nil }
      numbers[label] = number
      if let complaint = setting.complaint(about: number) {
        report(complaint, at: given.value.range)
        return nil
      }
    }
    for setting in DataMaker.settings where numbers[setting.name] == nil {
      guard let fallback = setting.fallback else {
        report("`\(maker.rawValue)` needs the \(setting.name) of its rows", at: call.range, hint: example)
        return nil
      }
      numbers[setting.name] = fallback
    }
    return maker.dataSet(
      named: Name(identifier.text), count: Int(numbers["count"] ?? 1), noise: numbers["noise"] ?? 0,
      seed: document.frontMatter.seed)
  }

  /// The rows that the lesson has under the name from here on: its own, or those that replace them.
  private mutating func define(_ set: DataSet, _ identifier: Identifier) -> DataSet? {
    if let first = scope.dataRanges[set.name] {
      report(
        "`\(set.name)` is defined twice", at: identifier.range,
        notes: [.init("the first rows of that name stand", at: first)])
      return nil
    }
    let set = data.last { $0.name == set.name } ?? set
    scope.data[set.name] = set
    scope.dataRanges[set.name] = identifier.range
    return set
  }

  /// `input x1, x2, t from xor`: the names have the numbers of the first row.
  mutating func resolveColumns(
    _ kind: GivenKind, _ names: [Identifier], from data: Identifier, _ statement: Statement
  ) {
    guard let set = scope.data[Name(data.text)] else {
      if scope.broken.contains(Name(data.text)) {
        scope.broken.formUnion(names.map { Name($0.text) })
        return
      }
      report(
        "there are no rows called `\(data.text)` above this line", at: data.range,
        advice: later.advice(for: Name(data.text), below: data.range)
          ?? .nearest(to: data.text, among: scope.data.keys.map(\.text).sorted(), at: data.range))
      return
    }
    var givens: [Instruction.Given] = []
    var wrong: SourceRange?
    for identifier in names {
      let name = Name(identifier.text)
      // Of `x1...x9` one unknown column is told.
      if identifier.range == wrong { continue }
      guard let column = set.columns.firstIndex(of: name) else {
        report(
          "`\(set.name)` has no column `\(name)`", at: identifier.range,
          advice: .nearest(
            to: name.text, among: set.columns.map(\.text),
            at: file[identifier.range] == name.text ? identifier.range : nil)
            ?? .init("its columns are \(set.columns.map { "`\($0)`" }.joined(separator: ", "))"))
        wrong = identifier.range
        continue
      }
      let first = Formula.number(set.rows[0][column])
      if define(identifier, name, nil, .given(kind), as: first) {
        givens.append(.init(name: name, family: nil, formula: first))
        columnNames.insert(name)
      }
    }
    if !givens.isEmpty { append(.given(kind, givens), at: statement.range, comment: statement.comment) }
  }
}
