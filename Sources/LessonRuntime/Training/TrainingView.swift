import Algebra
import Engine
import LessonProgram

/// Where the output of what is trained is looked at: on the rows, and on a plane of two inputs.
struct TrainingView {
  /// What the output is called; `nil` where the cost has none apart from its targets.
  let output: Name?
  /// The target that it is held against.
  let target: Name?
  /// The first two inputs that rows set; `nil` where there are not so many.
  let sides: (horizontal: Name, vertical: Name)?
  /// What the outputs should be.
  let targets: [Double]
  /// The rows as points of the plane; none where it has no sides.
  let points: [(x: Double, y: Double)]
  private let inputs: [Name]
  private let set: DataSet?
  private let columns: [Name]
  private let params: [Name]
  private let environment: Environment
  private let rows: RowCost?

  /// What there is to look at in a training.
  init(_ stage: TrainingStage) {
    let training = stage.open.training
    let environment = stage.interpreter.environment
    let names = stage.targets
    let set = training.data.flatMap { environment.data[$0.name] }
    let columns = training.data?.columns ?? []
    params = training.params
    self.environment = environment
    self.set = set
    self.columns = columns
    let target = columns.first { names.contains($0) }
    let inputs = columns.filter { !names.contains($0) }
    let output = Self.output(
      beneath: training.cost, from: inputs, without: names, in: environment)
    self.target = target
    self.inputs = inputs
    self.output = output
    let isPlane = output != nil && inputs.count >= 2
    let sides = isPlane ? (horizontal: inputs[0], vertical: inputs[1]) : nil
    self.sides = sides
    let column = { (name: Name) -> [Double] in
      guard let set, let place = set.columns.firstIndex(of: name) else { return [] }
      return set.rows.map { $0[place].value }
    }
    self.targets = target.map(column) ?? []
    points = sides.map { Array(zip(column($0.horizontal), column($0.vertical))) } ?? []
    rows = output.flatMap { output in
      set.flatMap { try? RowCost(of: output, params: training.params, rows: ($0, columns), in: environment) }
    }
  }

  /// The last value on the way to the cost that depends on the inputs, and on no target.
  private static func output(
    beneath cost: Name, from inputs: [Name], without targets: Set<Name>, in environment: Environment
  ) -> Name? {
    var (aimed, fed) = (targets, Set(inputs))
    var output: Name?
    for name in environment.names(beneath: [cost]) {
      let parts = environment.names(inFormulaOf: name)
      if parts.contains(where: aimed.contains) { aimed.insert(name) }
      if parts.contains(where: fed.contains) { fed.insert(name) }
      if !parts.isEmpty, fed.contains(name), !aimed.contains(name) { output = name }
    }
    return output
  }

  // MARK: Rows

  /// The outputs on all rows.
  func outputs(with params: [Double]) -> [Double?] { rows?.values(with: params) ?? [] }

  // MARK: A plane

  /// Works the output out at the places of a plane.
  func lattice(_ xs: [Double], _ ys: [Double]) -> RowCost? {
    guard let output, let sides else { return nil }
    let rows = ys.flatMap { y in xs.map { x in [Number(x), Number(y)] } }
    let set = DataSet(name: Name("#plane"), columns: [sides.horizontal, sides.vertical], rows: rows)
    return try? RowCost(of: output, params: params, rows: (set, set.columns), in: environment)
  }
}
