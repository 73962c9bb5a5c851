import Algebra
import Diagnostics
import LessonDocument
import LessonLanguage

// Tables and plots: expressions worked out for many numbers, or for every row.

extension Resolver {
  /// `table x1, o over xor`
  mutating func resolveTable(
    _ expressions: [Expression], _ iteration: LessonLanguage.IterationClause?, _ statement: Statement
  ) {
    let table: Instruction.Tabulation
    switch iteration {
    case nil:
      let columns = expressions.map { currentColumns(of: $0) }
      table = .init(
        heads: heads(of: expressions, columns), points: .current(columns.joined().map(\.formula)))
    case .rows(let data):
      guard let set = build({ $0.dataSet(data) }) else { return }
      let columns = expressions.map { sweptColumns(of: $0, columns: set.columns, at: data.range) }
      table = .init(
        heads: heads(of: expressions, columns),
        points: .rows(of: set.name, columns.joined().map(\.formula)))
    case .ranges(let ranges):
      let swept = grid(expressions, ranges, hasColumnsOfFamilies: true, sampling: { _, _ in nil })
      guard let (grid, heads) = swept else { return }
      table = .init(heads: heads, points: .grid(grid))
    case .epochs(let trainings):
      report(
        "a table has no trainings", at: trainings[0].range,
        hint: "`plot L of slow, fast` draws their curves; `reporting 1, 10, 100` shows the numbers of epochs")
      return
    }
    append(.table(table), at: statement.range, comment: statement.comment)
  }

  /// `plot sigmoid(x), tanh(x) for x in -6...6`
  mutating func resolvePlot(
    _ expressions: [Expression], _ iteration: LessonLanguage.IterationClause?, points: Identifier?,
    _ statement: Statement
  ) {
    if case .ranges(let ranges)? = iteration, reportListOfPlot(ranges) { return }
    let plot: Instruction.Plotting
    switch iteration {
    case nil:
      let formulas = expressions.map { expression in
        buildStanding {
          $0.readsStale = true
          $0.mayHaveRanges = true
          return $0.formula(of: expression)
        }
      }
      plot = .records(formulas)
    case .epochs(let trainings):
      guard let drawn = plotting(expressions[0], of: trainings) else { return }
      plot = drawn
    case .rows(let data):
      report(
        "a plot goes over a range, not over rows", at: data.range,
        hint: "`for x in 0...1` gives the range, and `with \(data.text)` adds the points of the rows")
      return
    case .ranges(let ranges) where ranges.count == 1:
      guard let (grid, heads) = grid(expressions, ranges, sampling: { PlotSamples.samples(from: $0, to: $1) })
      else { return }
      if let points {
        report("points belong to a plot over two ranges", at: points.range)
        return
      }
      plot = .curves(heads.map(\.label), grid)
    case .ranges(let ranges):
      guard ranges.count == 2, expressions.count == 1 else {
        report(
          "a plot has one range for curves, or two for a heat map of one value", at: statement.range)
        return
      }
      // The rows of a matrix come first, in whichever order its ranges stand.
      let ranges =
        expressions[0].hasRows(ranges[1].name.text, columns: ranges[0].name.text) ? ranges.reversed() : ranges
      var isHorizontal = true
      let sampled = grid(
        expressions, ranges,
        sampling: {
          defer { isHorizontal = false }
          return PlotSamples.samples(
            from: $0, to: $1,
            most: isHorizontal ? PlotSamples.horizontalSamples : PlotSamples.verticalSamples)
        })
      guard let (grid, heads) = sampled else { return }
      var set: DataSet?
      if let points {
        set = scope.data[Name(points.text)]
        guard set != nil else {
          _ = build { $0.dataSet(points) }
          return
        }
        guard grid.axes.allSatisfy({ set?.columns.contains($0.name) == true }) else {
          report(
            "`\(points.text)` has no columns `\(grid.axes[0].name)` and `\(grid.axes[1].name)`",
            at: points.range, hint: "the points stand at the columns that the ranges are named after")
          return
        }
      }
      plot = .heatMap(heads[0].label, grid, points: set?.name)
    }
    append(.plot(plot), at: statement.range, comment: statement.comment)
  }

  /// The expressions at every point of the ranges, and the heads of their columns.
  ///
  /// A `for` name that stands in indices is written out for each of its values; any other is a number that is set, so
  /// that one can differentiate by it.
  private mutating func grid(
    _ expressions: [Expression], _ ranges: [NamedRange], hasColumnsOfFamilies: Bool = false,
    sampling: (_ from: Double, _ to: Double) -> [Double]?
  ) -> (Instruction.Grid, [Instruction.Tabulation.Head])? {
    var axes: [Instruction.Grid.Axis] = []
    let indexNames = Set(expressions.flatMap(\.indexNames))
    for range in ranges {
      let name = Name(range.name.text)
      let isIndex = indexNames.contains(range.name.text) && scope[name] == nil
      guard let (values, isSampled) = values(of: range, sampling: isIndex ? { _, _ in nil } : sampling) else {
        return nil
      }
      guard !values.isEmpty else {
        report("this range is empty", at: range.range)
        return nil
      }
      guard axes.allSatisfy({ $0.name != name }) else {
        report("`\(name)` has two ranges", at: range.name.range)
        return nil
      }
      axes.append(.init(name: name, values: values, isIndex: isIndex, isSampled: isSampled))
    }
    let count = axes.reduce(1.0) { $0 * Double($1.values.count) }
    guard count <= Double(FormulaLowering.maxElements) else {
      report(
        "these ranges have more than 1,000,000 values together, which is the bound", at: ranges[0].range)
      return nil
    }
    let names = axes.filter { !$0.isIndex }.map(\.name)
    guard areSettable(names, ranges) else { return nil }
    let strangers = names.filter { scope[$0] == nil }
    for name in strangers { scope.define(name, .given(.input), at: ranges[0].name.range, as: nil) }
    defer { for _ in strangers { scope.forgetLast() } }
    return written(expressions, ranges, axes, hasColumnsOfFamilies: hasColumnsOfFamilies)
  }

  /// The formulas for each choice of the indices.
  private mutating func written(
    _ expressions: [Expression], _ ranges: [NamedRange], _ axes: [Instruction.Grid.Axis],
    hasColumnsOfFamilies: Bool
  ) -> (Instruction.Grid, [Instruction.Tabulation.Head])? {
    let before = faults.count
    var formulas: [[Formula]] = []
    let indices = axes.filter(\.isIndex)
    guard indices.isEmpty || indices.reduce(1, { $0 * $1.values.count }) <= 100_000 else {
      report("more than 100,000 elements are more than a page holds", at: ranges[0].range)
      return nil
    }
    if hasColumnsOfFamilies, indices.isEmpty {
      let columns = buildStanding { lowering in
        lowering.readsStale = true
        return expressions.map { lowering.columns(of: $0) }
      }
      guard faults.count == before else { return nil }
      return (
        Instruction.Grid(axes: axes, formulas: [columns.joined().map(\.formula)]),
        heads(of: expressions, columns)
      )
    }
    for choice in indices.map(\.values).choices {
      var bindings: [Name: FormulaLowering.Binding] = [:]
      for (axis, value) in zip(indices, choice) { bindings[axis.name] = .index(value) }
      formulas.append(
        buildStanding(bindings: bindings) { lowering in
          lowering.readsStale = true
          return expressions.map { lowering.formula(of: $0) }
        })
      guard faults.count == before else { return nil }
    }
    let heads = zip(expressions, formulas[0]).map { expression, formula in
      indices.isEmpty
        ? head(of: expression, FormulaLowering.Column(formula: formula)) : .words(file[expression.range])
    }
    return (Instruction.Grid(axes: axes, formulas: formulas), heads)
  }

  /// The columns of an expression at the current values; ranges may stand behind the whole table only.
  private mutating func currentColumns(of expression: Expression) -> [FormulaLowering.Column] {
    guard !isFull else { return [] }
    return buildStanding { lowering in
      lowering.mayHaveRanges = true
      return lowering.columns(of: expression)
    }
  }

  /// The heads of the columns that expressions have.
  private func heads(
    of expressions: [Expression], _ columns: [[FormulaLowering.Column]]
  ) -> [Instruction.Tabulation.Head] {
    zip(expressions, columns).flatMap { expression, columns in columns.map { head(of: expression, $0) } }
  }

  /// The formula of an expression in which the calls of the lesson's own functions stand as they were typed; `nil` where there
  /// are none.
  private func formula(withCallsOf expression: Expression) -> Formula? {
    guard expression.calledFunctions.contains(where: { scope.functions[Name($0.text)] != nil }) else {
      return nil
    }
    var lowering = FormulaLowering(scope: scope, file: file, defining: nil)
    lowering.showsCalls = true
    lowering.mayGoOverRows = true
    let formula = lowering.formula(of: expression)
    return lowering.diagnostics.isEmpty ? formula : nil
  }

  /// The head of a column: its formula, in which the lesson's own functions are called and not written out; but where an
  /// element's is much longer than what its author has written, that with the element's indices; of a schedule its name.
  private func head(
    of expression: Expression, _ column: FormulaLowering.Column
  ) -> Instruction.Tabulation.Head {
    if case .name(let text) = expression.kind, scope.schedules[Name(text)] != nil {
      return .formula(.name(Name(text)))
    }
    guard let indices = column.indices else {
      return .formula(formula(withCallsOf: expression) ?? column.formula)
    }
    let text = file[expression.range]
    guard column.formula.text(.unicode).count > 2 * text.count + 6 else { return .formula(column.formula) }
    let isCall = if case .call = expression.kind { true } else { false }
    return .words(Name(isCall ? text : "(\(text))", indices).text)
  }

  /// The values of a range, and whether they are only some of all numbers in it.
  private mutating func values(
    of range: NamedRange, sampling: (_ from: Double, _ to: Double) -> [Double]?
  ) -> (values: [Double], isSampled: Bool)? {
    guard case .span(let span, let step) = range.values else {
      return build { $0.list(of: range) }.map { ($0, false) }
    }
    guard let ends = ends(of: span) else { return nil }
    if step == nil, let sampled = sampling(ends.first, ends.last) { return (sampled, true) }
    return build { $0.values(of: range, from: ends.first, to: ends.last) }.map { ($0, false) }
  }

  /// Whether there is a list that a plot cannot be drawn over, which is reported.
  private mutating func reportListOfPlot(_ ranges: [NamedRange]) -> Bool {
    for range in ranges {
      guard case .list(_, let place) = range.values else { continue }
      if ranges.count > 1 {
        report(
          "the places of a heat map are evenly apart, and a list's need not be", at: place,
          hint: "write a range with a `step`, as in `-1...1 step 0.5`")
        return true
      }
      guard let values = build({ $0.list(of: range) }) else { return true }
      guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else {
        report("a plot goes from left to right: the numbers of its list rise", at: place)
        return true
      }
    }
    return false
  }

  private mutating func ends(of span: Span) -> (first: Double, last: Double)? {
    build { lowering in
      guard let first = lowering.known(span.first, "the ends of a range are fixed"),
        let last = lowering.known(span.last, "the ends of a range are fixed")
      else { return nil }
      guard first.isFinite, last.isFinite, abs(first) <= 1e15, abs(last) <= 1e15 else {
        lowering.report("the ends of a range are numbers up to 1e15", at: span.range)
        return nil
      }
      return (first, last)
    }
  }

  /// Whether the `for` names can be numbers that are set: of the lesson's own names, given ones can.
  private mutating func areSettable(_ names: [Name], _ ranges: [NamedRange]) -> Bool {
    for name in names {
      let range = ranges.first { Name($0.name.text) == name }?.name.range ?? ranges[0].name.range
      if scope.families[name] != nil {
        report("`\(name)` is a family, and a range gives one number", at: range)
        return false
      }
      switch scope[name]?.kind {
      case .formula:
        report(
          "`\(name)` has a formula, and cannot be set", at: range,
          hint: comesLater == nil
            ? "range over a number that it is worked out from, or take another `for` name"
            : "take a number that it is worked out from")
        return false
      case .given(.const):
        report(
          "`\(name)` is a const, and cannot be set", at: range,
          hint: comesLater == nil ? "give it as an input, to range over it" : "take an input or a param")
        return false
      case .given, nil: break
      }
    }
    return true
  }

  private mutating func sweptColumns(of expression: Expression, columns: [Name], at range: SourceRange)
    -> [FormulaLowering.Column]
  {
    // A column that is no given number of the lesson may be shown too.
    let strangers = columns.filter { scope[$0] == nil && scope.families[$0] == nil }
    for name in strangers { scope.define(name, .given(.input), at: range, as: nil) }
    defer { for _ in strangers { scope.forgetLast() } }
    return buildStanding {
      $0.readsStale = true
      return $0.columns(of: expression)
    }
  }
}

extension Expression {
  /// Whether this is an element of a matrix with the one name as its row and the other as its column.
  fileprivate func hasRows(_ row: String, columns column: String) -> Bool {
    guard case .element(_, let indices) = kind, indices.count == 2 else { return false }
    return indices[0].isName(row) && indices[1].isName(column)
  }

  private func isName(_ text: String) -> Bool {
    if case .name(let name) = kind { name == text } else { false }
  }
}

extension Instruction.Tabulation.Head {
  /// What a curve or a heat map is called that would be the column of this head in a table.
  fileprivate var label: Formula {
    switch self {
    case .formula(let formula): formula
    case .words(let text): .name(Name(text))
    }
  }
}

extension [[Double]] {
  /// Every choice of one number from each list, the last one running fastest.
  package var choices: [[Double]] {
    reduce([[]]) { choices, values in choices.flatMap { choice in values.map { choice + [$0] } } }
  }
}
