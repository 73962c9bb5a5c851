import Algebra
import Diagnostics
import Engine
import LessonProgram
import Transcript

// Tables and plots: expressions worked out for many numbers, on a copy that leaves the lesson's own as they are.

extension StepWriter {
  // MARK: - Tables

  /// A table; of a long one the first and the last rows.
  mutating func step(tabulating table: Instruction.Tabulation) throws(Fault) -> Step {
    let heads = table.heads.map(\.cell)
    let shown: Table
    switch table.points {
    case .current(let formulas):
      let cells = try formulas.map { formula throws(Fault) -> Table.Cell in
        .number(style.shown(try environment.shownNumber(of: formula)))
      }
      shown = Table(header: heads, rows: [cells])
    case .rows(let data, let formulas):
      shown = Table(header: heads, rows: try rows(of: formulas, over: data))
    case .grid(let grid):
      shown = try self.table(of: grid, under: heads)
    }
    return Step(name: "table", lines: draft.lines + [Line(.table(shown))])
  }

  private func rows(of formulas: [Formula], over data: Name) throws(Fault) -> [[Table.Cell]] {
    guard let set = environment.data[data] else {
      preconditionFailure("the resolver lets no unknown data pass")
    }
    let probe = Probe(formulas)
    // A column that is no name of the lesson is shown, too.
    let columns = set.columns.indices.filter {
      !environment.has(set.columns[$0]) || environment.isSetByRows(set.columns[$0])
    }
    return try ShownRows.rows(set.rows.count, columns: formulas.count) { index throws(Fault) in
      let numbers: [Number]
      do throws(Fault) {
        let settings = columns.map { (name: set.columns[$0], number: set.rows[index][$0].value) }
        numbers = try probe.shownNumbers(settings, in: environment)
      } catch {
        throw .inRow(index + 1, of: data, error)
      }
      return zip(formulas, numbers).map { formula, number in
        if case .name(let name) = formula, let column = columns.first(where: { set.columns[$0] == name }) {
          return .number(style.shown(set.rows[index][column]))
        }
        return .number(style.shown(number))
      }
    }
  }

  private func table(of grid: Instruction.Grid, under heads: [Table.Cell]) throws(Fault) -> Table {
    let points = grid.axes.map(\.values).choices
    let reader = GridReader(grid, in: environment)
    let cells = { (index: Int) throws(Fault) -> [Table.Cell] in
      let settings = Array(zip(grid.axes.map(\.name), points[index]))
      let numbers: [Number]
      do throws(Fault) { numbers = try reader.shownNumbers(at: index) } catch {
        throw .at(settings.map { ($0, $1) }, error)
      }
      return zip(reader.formulas(at: index), numbers).map { formula, number in
        if case .name(let name) = formula, let setting = settings.first(where: { $0.0 == name }) {
          return .number(Formula.index(setting.1).literalNumber ?? Number(setting.1))
        }
        return .number(formula.literalNumber ?? style.shown(number))
      }
    }
    let isMatrix =
      grid.axes.count == 2 && heads.count == 1 && grid.axes[1].values.count <= Self.maxMatrixColumns
    guard isMatrix else {
      return Table(header: heads, rows: try ShownRows.rows(points.count, columns: heads.count, cells))
    }
    let (down, across) = (grid.axes[0], grid.axes[1])
    let rows = try ShownRows.rows(down.values.count, columns: across.values.count + 1) { row throws(Fault) in
      var line: [Table.Cell] = [label(down, row)]
      for column in across.values.indices { line += try cells(row * across.values.count + column) }
      return line
    }
    return Table(header: [heads[0]] + across.values.indices.map { label(across, $0) }, rows: rows)
  }

  /// A table over two ranges is a matrix up to so many columns, else a list.
  private static let maxMatrixColumns = 20

  private func label(_ axis: Instruction.Grid.Axis, _ index: Int) -> Table.Cell {
    .words("\(axis.name) = \(Formula.index(axis.values[index]).text(.unicode))")
  }

  // MARK: - Plots

  /// A picture, with what it shows in words.
  mutating func step(plotting plot: Instruction.Plotting) throws(Fault) -> Step {
    let working = PlotWorking(style: style)
    let picture: Plot
    switch plot {
    case .records(let formulas):
      let curves = try formulas.map { formula throws(Fault) in try curve(of: formula) }
      let course = self.course(of: zip(formulas, curves))
      picture = working.curves(
        zip(formulas, curves).map { (label: $0, points: points(of: $1, over: course)) }, over: course)
    case .trainings(let value, let names):
      let course = PlotWorking.Course.steps("epoch")
      let curves = try names.map { name throws(Fault) in
        guard let curve = environment.curves[value, of: name] else { throw .noRecords(value, of: name) }
        return (label: Formula.name(name), points: points(of: curve, over: course))
      }
      picture = working.curves(curves, of: value, over: course)
    case .curves(let labels, let grid):
      let axis = grid.axes[0]
      let curves = try labels.enumerated().map { index, label throws(Fault) in
        let points = try points(of: grid, index)
        return (label: label, points: zip(axis.values, points).map { (x: $0, y: $1) })
      }
      picture = working.curves(curves, over: .range(of: .name(axis.name), isSampled: axis.isSampled))
    case .heatMap(let label, let grid, let data):
      let isMatrix = grid.axes.allSatisfy(\.isIndex)
      let (x, y) = isMatrix ? (grid.axes[1], grid.axes[0]) : (grid.axes[0], grid.axes[1])
      let numbers = try points(of: grid, 0)
      let (across, up) = isMatrix ? (1, x.values.count) : (y.values.count, 1)
      let rows = y.values.indices.map { row in x.values.indices.map { numbers[$0 * across + row * up] } }
      let classes = data.flatMap { Classes(environment.data[$0], x.name, y.name) }
      picture = working.heatMap(
        of: label, horizontal: PlotWorking.Side(x), vertical: PlotWorking.Side(y), values: rows,
        isMatrix: isMatrix, points: classes?.points ?? [], classes: classes?.name)
    }
    return Step(name: "plot", lines: draft.lines + [Line(.plot(picture))])
  }

  private func curve(of formula: Formula) throws(Fault) -> RecordedCurve {
    guard let curve = environment.curves[formula] else { throw .noRecords(formula) }
    return curve
  }

  /// What recorded curves run over: what counts all of them, else their order.
  private func course(of curves: Zip2Sequence<[Formula], [RecordedCurve]>) -> PlotWorking.Course {
    let counters = Set(curves.map { $1.counter })
    if counters.count == 1, let counter = counters.first ?? nil { return .counts(of: counter) }
    let areOfTraining = Set(curves.map { formula, _ in environment.curves.isOfTraining(formula) })
    let words =
      (areOfTraining.contains(true) ? ["epoch"] : []) + (areOfTraining.contains(false) ? ["pass"] : [])
    return .steps(words.joined(separator: " or "))
  }

  private func points(
    of curve: RecordedCurve, over course: PlotWorking.Course
  ) -> [(x: Double, y: Double?)] {
    let isCounted = if case .counts = course { true } else { false }
    return curve.points.map {
      (x: isCounted ? $0.position : Double($0.place), y: $0.number.isFinite ? $0.number : nil)
    }
  }

  /// The values of one expression of a grid; `nil` where it has none.
  private func points(of grid: Instruction.Grid, _ index: Int) throws(Fault) -> [Double?] {
    let single = Instruction.Grid(axes: grid.axes, formulas: grid.formulas.map { [$0[index]] })
    let reader = GridReader(single, in: environment)
    return try (0..<reader.count).map { point throws(Fault) in
      do throws(Fault) {
        return try reader.numbers(at: point)[0]
      } catch  where error.isMissingValue {
        return nil
      }
    }
  }
}

/// The points of rows by two of their columns; their classes are the numbers of the last other column.
private struct Classes {
  let name: Formula?
  let points: [PlotWorking.LabelledPoint]

  init?(_ set: DataSet?, _ x: Name, _ y: Name) {
    guard let set, let x = set.columns.firstIndex(of: x), let y = set.columns.firstIndex(of: y) else {
      return nil
    }
    let label = set.columns.indices.last { $0 != x && $0 != y }
    name = label.map { .name(set.columns[$0]) }
    points = set.rows.map { row in (x: row[x].value, y: row[y].value, label: label.map { row[$0].value }) }
  }
}

extension PlotWorking.Side {
  /// The side along which an axis of a grid runs.
  fileprivate init(_ axis: Instruction.Grid.Axis) {
    self.init(
      name: .name(axis.name), lowest: axis.values[0], highest: axis.values[axis.values.count - 1],
      isSampled: axis.isSampled)
  }
}

/// Works the expressions of a grid out, point by point.
private final class GridReader {
  private let grid: Instruction.Grid
  private let points: [[Double]]
  /// One for each choice of the index axes.
  private let probes: [Probe]
  private let environment: Environment

  init(_ grid: Instruction.Grid, in environment: Environment) {
    self.grid = grid
    self.environment = environment
    points = grid.axes.map(\.values).choices
    probes = grid.formulas.map { Probe($0) }
  }

  var count: Int { points.count }

  func formulas(at index: Int) -> [Formula] { grid.formulas[choice(at: index)] }

  func numbers(at index: Int) throws(Fault) -> [Double] {
    try probes[choice(at: index)].numbers(settings(at: index), in: environment)
  }

  func shownNumbers(at index: Int) throws(Fault) -> [Number] {
    try probes[choice(at: index)].shownNumbers(settings(at: index), in: environment)
  }

  /// The names that are no indices, with their numbers at a point.
  private func settings(at index: Int) -> [(name: Name, number: Double)] {
    zip(grid.axes, points[index]).filter { !$0.0.isIndex }.map { ($0.0.name, $0.1) }
  }

  /// Which of the lists of formulas belongs to a point.
  private func choice(at index: Int) -> Int {
    var choice = 0
    var rest = index
    var size = points.count
    for axis in grid.axes {
      size /= axis.values.count
      if axis.isIndex { choice = choice * axis.values.count + rest / size }
      rest %= size
    }
    return choice
  }
}

extension Instruction.Tabulation.Head {
  /// The head as it is shown.
  fileprivate var cell: Table.Cell {
    switch self {
    case .formula(let formula): .formula(formula)
    case .words(let text): .words(text)
    }
  }
}
