package import Algebra
import Autograd
package import LessonProgram

/// The cost of rows, on a copy of all that it depends on.
///
/// Rows are worked through on compiled tapes, many at a time. Where formulas hold derivatives, and to find what has
/// no value, a row costs one forward pass and one sweep.
package final class RowCost {
  /// The copy.
  private let environment: Environment
  private let cost: Name
  private let data: Name?
  /// How many rows there are; without data the one that the inputs are.
  package let rowCount: Int
  /// The numbers of the columns that are set, row by row.
  private let numbers: [Double]
  private let columns: [Name]
  private var columnNodes: [Node] = []
  /// The params that the cost depends on.
  private let params: [Name]
  /// Their places among all params.
  private let places: [Int]
  private var paramNodes: [Node] = []
  private var costNode = Node(index: 0)
  private let adjoints = Adjoints()
  /// How many inputs are drawn anew for each row.
  private let drawCount: Int
  private var compiled: CompiledCost?

  /// The cost of each row of `data`, of which `columns` are set, or without data of the inputs as they are.
  package init(
    of cost: Name, params: [Name], rows: (set: DataSet, columns: [Name])?, in environment: Environment
  ) throws(Fault) {
    let copy = try environment.copy(beneath: [.name(cost)])
    self.environment = copy
    self.cost = cost
    data = rows?.set.name
    rowCount = rows?.set.rows.count ?? 1
    let set = rows?.set
    let used =
      rows.map { rows in
        rows.set.columns.indices.filter {
          rows.columns.contains(rows.set.columns[$0]) && copy.has(rows.set.columns[$0])
        }
      } ?? []
    columns = used.compactMap { set?.columns[$0] }
    numbers = set?.rows.flatMap { row in used.map { row[$0].value } } ?? []
    places = params.indices.filter { copy.has(params[$0]) }
    self.params = places.map { params[$0] }
    // Once set, an input is drawn no more.
    for name in columns { copy.set(name, to: copy.value(of: name), isExact: true) }
    drawCount = copy.entries.count { $0.draw != nil }
    findNodes()
    if copy.isReplayable, copy.tape.count <= Environment.largestCompiled {
      compiled = CompiledCost(
        copy, cost: cost, params: self.params, columns: columns, numbers: numbers, rowCount: rowCount)
    }
  }

  /// How many rows make a block: sums over whole blocks, one after the other, are the sum over all.
  static let blockLength = Batch.blockLength

  /// The operations of a forward pass.
  package var operationCount: Int { environment.tape.count }

  /// What it comes to to work so many rows out, forward and perhaps back.
  package func work(onRows count: Int, withDerivatives: Bool = false) -> Int {
    let operations = (withDerivatives ? 2 : 1) * operationCount
    let draws = Work.draw * drawCount
    guard compiled != nil else {
      return count
        * (Work.pass(operations: operations) + (withDerivatives ? Work.sweep(operations: 0) : 0) + draws)
    }
    // A few rows are worked through one by one.
    return count * (draws + operations * (count < Self.minRowsForLanes ? 4 : 1))
  }

  /// From so many rows on they are worked through side by side.
  private static let minRowsForLanes = 4

  /// Whether an input is drawn anew at each pass, so that no two passes are alike.
  var isDrawn: Bool { environment.hasDraws }

  /// How many forward passes there have been: what inputs are drawn by.
  package var passes: Int {
    get { environment.passes }
    set { environment.passes = newValue }
  }

  /// Takes new numbers of all params.
  func setParams(_ numbers: [Double]) {
    for index in paramNodes.indices {
      environment.tape.setValue(numbers[places[index]], ofLeaf: paramNodes[index])
    }
    compiled?.setParams()
  }
}

// MARK: - Many rows

extension RowCost {
  /// The values of all rows with those numbers of the params; `nil` for a row that has none.
  package func values(with params: [Double]) -> [Double?] {
    setParams(params)
    var values = Array(repeating: 0.0, count: rowCount)
    do throws(Fault) {
      try workOut(ArraySlice(values.indices), costs: &values)
      return values
    } catch {
      return values.indices.map { row in
        do throws(Fault) { return try value(ofRow: row) } catch { return nil }
      }
    }
  }

  /// Works out the costs of those rows, and writes them into `costs`, at the rows' places.
  func workOut(_ rows: ArraySlice<Int>, costs: inout [Double]) throws(Fault) {
    let passes = passes
    if let compiled {
      try environment.work.spend(work(onRows: rows.count))
      if compiled.workOut(rows, costs: &costs) { return }
      self.passes = passes
    }
    for row in rows { costs[row] = try value(ofRow: row) }
  }

  /// The same, and adds the derivatives by all params to `sums`.
  ///
  /// What has no value is told of the first such row, and whether it was a derivative.
  func addDerivatives(
    of rows: ArraySlice<Int>, costs: inout [Double], to sums: inout [Double]
  ) throws(RowFault) {
    let passes = passes
    if let compiled {
      do throws(Fault) { try environment.work.spend(work(onRows: rows.count, withDerivatives: true)) } catch {
        throw .forward(error)
      }
      if compiled.addDerivatives(of: rows, costs: &costs, to: &sums, at: places) { return }
      self.passes = passes
    }
    for row in rows {
      do throws(Fault) { costs[row] = try value(ofRow: row) } catch { throw .forward(error) }
      do throws(Fault) { try addDerivatives(ofRow: row, to: &sums) } catch { throw .backward(error) }
    }
  }
}

/// Why the cost of a row, or its derivatives, have no value.
enum RowFault: Error {
  /// A value, found going forward.
  case forward(Fault)
  /// A derivative, found going backward.
  case backward(Fault)
}

// MARK: - One row

extension RowCost {
  /// The cost of a row, worked out in a forward pass.
  private func value(ofRow row: Int) throws(Fault) -> Double {
    let first = row * columnNodes.count
    for index in columnNodes.indices {
      environment.tape.setValue(numbers[first + index], ofLeaf: columnNodes[index])
    }
    do throws(Fault) { try environment.pass() } catch { throw inRow(row, error) }
    if !environment.isPlain { findNodes() }
    return environment.tape.value(of: costNode)
  }

  /// Adds the derivatives of the cost by all params to `sums`, at the row that was worked out last.
  private func addDerivatives(ofRow row: Int, to sums: inout [Double]) throws(Fault) {
    try environment.work.spend(Work.sweep(operations: costNode.index + 1))
    environment.tape.sweep(from: costNode, into: adjoints)
    // Infinity and NaN times 0 are NaN, anything else is 0.
    var trace = 0.0
    for index in places.indices {
      let derivative = adjoints[paramNodes[index]]
      trace += derivative * 0
      sums[places[index]] += derivative
    }
    if trace != 0 { throw inRow(row, noDerivative) }
  }

  /// That a derivative of the last sweep has no value.
  private var noDerivative: Fault {
    let index = paramNodes.firstIndex { !adjoints[$0].isFinite }
    return .noDerivative(
      .derivative(of: .name(cost), by: index.map { params[$0] } ?? cost),
      of: environment.slopeless(beneath: costNode))
  }

  /// Looks all nodes up: where an `if` has taken another branch, they are other ones.
  private func findNodes() {
    costNode = environment[cost].node
    columnNodes = columns.map { environment[$0].node }
    paramNodes = params.map { environment[$0].node }
  }

  private func inRow(_ row: Int, _ fault: Fault) -> Fault {
    data.map { .inRow(row + 1, of: $0, fault) } ?? fault
  }
}
