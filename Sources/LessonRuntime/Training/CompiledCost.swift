import Autograd

/// The cost of rows where it is always the same operations: a compiled tape, worked through many rows at a time.
final class CompiledCost {
  private let values: Values
  private let batch: Batch
  /// The numbers of each row: those of its columns, then of what is drawn for it.
  private var numbers: [Double]
  private let columnCount: Int
  /// The inputs that are drawn anew at each pass.
  private let drawn: [Values.Entry]
  private var sums: [Double]

  /// The cost at `output`, with the `numbers` of `rowCount` rows for the `columns`.
  init(
    _ values: Values, output: Node, params: [Node], columns: [Node], numbers: [Double], rowCount: Int
  ) {
    let drawn = values.entries.filter { $0.draw != nil }
    self.values = values
    self.drawn = drawn
    columnCount = columns.count
    sums = params.map { _ in 0 }
    let program = Program(
      values.tape, of: output, by: params, varying: columns + drawn.map(\.node))
    batch = Batch(program)
    let room = Array(repeating: 0.0, count: drawn.count)
    self.numbers =
      (0..<rowCount).flatMap { row in numbers[row * columns.count..<(row + 1) * columns.count] + room }
  }

  /// Works out the costs of those rows; whether all values are finite.
  func workOut(_ rows: ArraySlice<Int>, costs: inout [Double]) -> Bool {
    draw(for: rows)
    return batch.workOut(rows, numbers: numbers, outputs: &costs)
  }

  /// The same, and adds the derivatives by the params to `sums`, at those places; whether all values and derivatives are finite.
  /// If not, nothing is added.
  func addDerivatives(
    of rows: ArraySlice<Int>, costs: inout [Double], to sums: inout [Double], at places: [Int]
  ) -> Bool {
    draw(for: rows)
    for index in self.sums.indices { self.sums[index] = 0 }
    guard batch.addDerivatives(of: rows, numbers: numbers, outputs: &costs, to: &self.sums) else {
      return false
    }
    // Infinity and NaN times 0 are NaN, anything else is 0.
    var trace = 0.0
    for sum in self.sums { trace += sum * 0 }
    guard trace == 0 else { return false }
    for (index, place) in places.enumerated() { sums[place] += self.sums[index] }
    return true
  }

  /// Draws the inputs for the next passes, a pass a row.
  private func draw(for rows: ArraySlice<Int>) {
    guard !drawn.isEmpty else {
      values.passes += rows.count
      return
    }
    let width = columnCount + drawn.count
    for row in rows {
      values.passes += 1
      for (index, entry) in drawn.enumerated() {
        guard let draw = entry.draw else { continue }
        numbers[row * width + columnCount + index] = draw.value(
          of: entry.name, seed: values.seed, pass: values.passes)
      }
    }
  }
}
