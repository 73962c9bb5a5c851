import Algebra
import Autograd
import LessonProgram

/// The cost of rows on compiled tapes, worked through many rows at a time.
///
/// Where formulas depend on the numbers (`if`, look-ups), there is a tape for each course that the rows seen so far
/// have taken; a row is worked through on the tape whose guards hold, so its cost is that of a fresh recording.
final class CompiledCost {
  /// The lesson's values, with the params as they now are.
  private let environment: Environment
  private let cost: Name
  private let params: [Name]
  private let columns: [Name]
  private let drawn: [Environment.Entry]
  /// The numbers of each row: those of its columns, then of what is drawn for it.
  private var numbers: [Double]
  private var courses: [Course] = []
  /// The course that the last row has taken.
  private var likely = 0
  private var sums: [Double]

  /// One of the courses that formulas can take.
  private struct Course {
    /// What all formulas are on it.
    let environment: Environment
    let params: [Node]
    /// The leaves that rows set.
    let varying: [Node]
    let program: Program
    let batch: Batch
  }

  /// More courses than these are not kept: rows that need others are not worked through here.
  private static let maxCourses = 64

  /// The `cost` of `environment` for rows that set `columns`; all its formulas can be replayed.
  init(
    _ environment: Environment, cost: Name, params: [Name], columns: [Name], numbers: [Double], rowCount: Int
  ) {
    let drawn = environment.entries.filter { $0.draw != nil }
    let room = Array(repeating: 0.0, count: drawn.count)
    self.environment = environment
    self.cost = cost
    self.params = params
    self.columns = columns
    self.drawn = drawn
    self.numbers = (0..<rowCount).flatMap { row in
      numbers[row * columns.count..<(row + 1) * columns.count] + room
    }
    sums = params.map { _ in 0 }
    // What never changes course needs no tape of its own.
    if environment.isPlain { addCourse(environment) }
  }

  private func addCourse(_ environment: Environment) {
    let nodes = params.map { environment[$0].node }
    let varying = (columns + drawn.map(\.name)).map { environment[$0].node }
    let program = Program(
      environment.tape, of: environment[cost].node, by: nodes, varying: varying, guards: environment.guards)
    courses.append(
      Course(
        environment: environment, params: nodes, varying: varying, program: program, batch: Batch(program)))
  }

  /// Takes over the numbers of the params, which are in `environment` already.
  func setParams() {
    guard !environment.isPlain else { return }
    let numbers = params.map { environment.value(of: $0) }
    for course in courses { course.environment.tape.setValues(numbers, ofLeaves: course.params) }
  }
}

// MARK: - Rows

extension CompiledCost {
  /// Works out the costs of those rows; whether all values are finite.
  func workOut(_ rows: ArraySlice<Int>, costs: inout [Double]) -> Bool {
    draw(for: rows)
    if rows.count == 1, let course = likelyCourse(of: rows[rows.startIndex]), course.program.forward() {
      costs[rows[rows.startIndex]] = course.environment.tape.value(of: course.program.output)
      return true
    }
    return goThrough(rows) { course, rows in
      course.batch.workOut(rows, numbers: numbers, outputs: &costs)
    }
  }

  /// The same, and adds the derivatives by the params to `sums`, at those places; whether all values and derivatives
  /// are finite. If not, nothing is added.
  func addDerivatives(
    of rows: ArraySlice<Int>, costs: inout [Double], to sums: inout [Double], at places: [Int]
  ) -> Bool {
    draw(for: rows)
    return withSums { own in
      if rows.count == 1, let course = likelyCourse(of: rows[rows.startIndex]),
        let cost = course.program.addDerivatives(to: &own)
      {
        costs[rows[rows.startIndex]] = cost
      } else {
        let areDone = goThrough(rows) { course, rows in
          course.batch.addDerivatives(of: rows, numbers: numbers, outputs: &costs, to: &own)
        }
        guard areDone else { return false }
      }
      // Infinity and NaN times 0 are NaN, anything else is 0.
      var trace = 0.0
      for sum in own { trace += sum * 0 }
      guard trace == 0 else { return false }
      for index in own.indices { sums[places[index]] += own[index] }
      return true
    }
  }

  /// The course that the last row has taken, set to the numbers of a row: if its guards hold, the row takes it too, and needs
  /// nothing of what many rows do.
  private func likelyCourse(of row: Int) -> Course? {
    guard likely < courses.count else { return nil }
    let course = courses[likely]
    for (place, leaf) in course.varying.enumerated() {
      course.environment.tape.setValue(numbers[row * course.varying.count + place], ofLeaf: leaf)
    }
    return course
  }

  /// Lends room for the sums of a run, which are 0 at first: it is taken once and not for each run.
  private func withSums(_ body: (inout [Double]) -> Bool) -> Bool {
    var own: [Double] = []
    swap(&own, &sums)
    defer { swap(&own, &sums) }
    own.clear()
    return body(&own)
  }

  /// Goes through the rows, each on the course whose guards hold for it; whether `work` was done for all.
  private func goThrough(
    _ rows: ArraySlice<Int>, _ work: (Course, ArraySlice<Int>) -> [Int]?
  ) -> Bool {
    var left = rows
    var index = 0
    while let row = left.first {
      if index == courses.count, !findCourse(for: row) { return false }
      guard let others = work(courses[index], left) else { return false }
      left = others[...]
      if left.isEmpty { likely = index }
      index += 1
    }
    return true
  }

  /// Finds the course that a row takes, which no other has taken so far; `false` if it has no value there.
  private func findCourse(for row: Int) -> Bool {
    guard courses.count < Self.maxCourses else { return false }
    let width = columns.count + drawn.count
    let settings = zip(columns + drawn.map(\.name), numbers[row * width..<(row + 1) * width])
    let copy = try? environment.copy(beneath: [.name(cost)], setting: settings.map { ($0, $1) })
    guard let copy, copy.isReplayable else { return false }
    addCourse(copy)
    return true
  }

  /// Draws the inputs for the next passes, a pass a row.
  private func draw(for rows: ArraySlice<Int>) {
    guard !drawn.isEmpty else {
      environment.passes += rows.count
      return
    }
    let width = columns.count + drawn.count
    for row in rows {
      environment.passes += 1
      for (index, entry) in drawn.enumerated() {
        guard let draw = entry.draw else { continue }
        numbers[row * width + columns.count + index] = draw.value(
          of: entry.name, seed: environment.seed, pass: environment.passes)
      }
    }
  }
}
