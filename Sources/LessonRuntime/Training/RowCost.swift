import Algebra
import Autograd

/// The cost of single rows, on a copy of all that it depends on.
///
/// A row costs one forward pass and, for the derivatives, one sweep, whose room is used again and again: no formula is
/// read and nothing is looked up by its name.
final class RowCost {
  /// The copy.
  private let values: Values
  private let cost: Name
  private let data: Name?
  /// How many rows there are; without data the one that the inputs are.
  let rowCount: Int
  /// The numbers of the columns, row by row.
  private let numbers: [Double]
  /// The places of the columns in `numbers`, and their names.
  private let columns: [(place: Int, name: Name)]
  private let width: Int
  /// The params that the cost depends on, and their places among all.
  private let params: [(place: Int, name: Name)]
  private var columnNodes: [Node] = []
  private var paramNodes: [Node] = []
  private var paramNumbers: [Double] = []
  private var costNode = Node(index: 0)
  private var adjoints: [Double] = []

  /// The cost of each row of `data`, of which `columns` are set, or without data of the inputs as they are.
  init(
    of cost: Name, params: [Name], rows: (set: DataSet, columns: [Name])?, in values: Values
  ) throws(Fault) {
    let copy = try values.copy(beneath: [.name(cost)])
    self.values = copy
    self.cost = cost
    data = rows?.set.name
    rowCount = rows?.set.rows.count ?? 1
    width = rows?.set.columns.count ?? 0
    numbers = rows?.set.rows.flatMap { $0.map(\.value) } ?? []
    columns =
      rows.map { rows in
        rows.set.columns.enumerated().filter { rows.columns.contains($1) && copy.has($1) }
          .map { (place: $0, name: $1) }
      } ?? []
    self.params = params.enumerated().filter { copy.has($1) }.map { (place: $0, name: $1) }
    // Once set, an input is drawn no more.
    for (_, name) in columns { copy.set(name, to: copy.value(of: name)) }
    paramNumbers = self.params.map { copy.value(of: $0.name) }
    findNodes()
  }

  /// The operations of a forward pass.
  var operationCount: Int { values.tape.count }

  /// Whether an input is drawn anew at each pass, so that no two passes are alike.
  var isDrawn: Bool { values.hasDraws }

  /// How many forward passes there have been: what inputs are drawn by.
  var passes: Int {
    get { values.passes }
    set { values.passes = newValue }
  }

  /// Takes new numbers of all params.
  func setParams(_ numbers: [Double]) {
    for (index, param) in params.enumerated() { paramNumbers[index] = numbers[param.place] }
  }

  /// The cost of a row, worked out in a forward pass.
  func value(ofRow row: Int) throws(Fault) -> Double {
    let tape = values.tape
    for (node, column) in zip(columnNodes, columns) {
      tape.setValue(numbers[row * width + column.place], ofLeaf: node)
    }
    for (node, number) in zip(paramNodes, paramNumbers) { tape.setValue(number, ofLeaf: node) }
    do throws(Fault) { try values.pass() } catch { throw inRow(row, error) }
    if !values.isPlain { findNodes() }
    return tape.value(of: costNode)
  }

  /// Adds the derivatives of the cost by all params to `sums`, at the row that was worked out last.
  func addDerivatives(ofRow row: Int, to sums: inout [Double]) throws(Fault) {
    try values.work.spend(costNode.index + 1)
    values.tape.sweep(from: costNode, into: &adjoints)
    for (node, param) in zip(paramNodes, params) where node.index < adjoints.count {
      let derivative = adjoints[node.index]
      guard derivative.isFinite else {
        throw inRow(row, .noDerivative(.derivative(of: .name(cost), by: param.name)))
      }
      sums[param.place] += derivative
    }
  }

  /// Looks all nodes up: where an `if` has taken another branch, they are other ones.
  private func findNodes() {
    costNode = values[cost].node
    columnNodes = columns.map { values[$0.name].node }
    paramNodes = params.map { values[$0.name].node }
  }

  private func inRow(_ row: Int, _ fault: Fault) -> Fault {
    data.map { .inRow(row + 1, of: $0, fault) } ?? fault
  }
}
