import Algebra
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct OptimizerTests {
  @Test(arguments: OptimizerReference.all)
  func `twenty steps lead where PyTorch's lead`(row: OptimizerReference) throws {
    let steps = try Self.steps(row.name, rate: row.rate, params: ["x", "y"])
    let expected = Dictionary(uniqueKeysWithValues: row.params.map { ($0, $1) })
    var params = row.cost.start
    var checked = 0
    for step in 1...20 {
      try steps.step(&params, derivatives: row.cost.derivatives(params))
      guard let (x, y) = expected[step] else { continue }
      checked += 1
      #expect(abs(params[0] - x) <= 1e-12 * abs(x), "step \(step): x is \(params[0]), not \(x)")
      #expect(abs(params[1] - y) <= 1e-12 * abs(y), "step \(step): y is \(params[1]), not \(y)")
    }
    #expect(checked == 5)
  }

  @Test(arguments: PublishedOptimizer.all, [OptimizerReference.Cost.bowl, .valley])
  func `twenty steps lead where the published formulas lead`(
    row: PublishedOptimizer, cost: OptimizerReference.Cost
  ) throws {
    let plain = try #require(Optimizer.named(row.name))
    let optimizer = plain.options.first { $0.label == row.option }?.optimizer ?? plain
    try #require(optimizer.option == row.option)
    let steps = try OptimizerInUse(optimizer, settings: row.settings.map { Number($0) })
      .steps(for: [Name("x"), Name("y")], work: WorkBound(.init()))
    var params = cost.start
    var expected = params
    var kept = params.map { _ in row.start }
    for step in 1...20 {
      try steps.step(&params, derivatives: cost.derivatives(params))
      let slopes = cost.derivatives(expected)
      for index in expected.indices {
        expected[index] = row.step(&kept[index], expected[index], slopes[index], Double(step))
        #expect(abs(params[index] - expected[index]) <= 1e-11 * abs(expected[index]), "step \(step)")
      }
    }
  }

  @Test func `every optimizer is held against PyTorch or what is published`() {
    for optimizer in Optimizer.all {
      for option in optimizer.options {
        #expect(PublishedOptimizer.all.contains { $0.name == optimizer.name && $0.option == option.label })
      }
    }
    let published = PublishedOptimizer.all.filter { $0.option == nil }.map(\.name)
    for optimizer in Optimizer.all where !published.contains(optimizer.name) {
      #expect(OptimizerReference.all.filter { $0.name == optimizer.name }.count == 2)
    }
  }

  /// Three steps down `(w − 1)²` from 0, worked out with 50 digits.
  @Test(arguments: [
    ("momentum", 0.1, [0.2, 0.54, 0.938]),
    ("adagrad", 0.1, [0.0999999995, 0.166896472434159, 0.219543817781257]),
    ("adadelta", 1, [0.00447212477470162, 0.00899131972453982, 0.0135355376585093]),
    ("rmsprop", 0.1, [0.316227761016838, 0.501129386492946, 0.63081943970844]),
    ("adam", 0.1, [0.0999999995, 0.199587771308208, 0.29841372705397]),
  ])
  func `the steps of the lectures are met to fifteen digits`(
    name: String, rate: Double, expected: [Double]
  ) throws {
    let steps = try Self.steps(name, rate: rate, params: ["w"])
    var params = [0.0]
    for number in expected {
      try steps.step(&params, derivatives: [2 * (params[0] - 1)])
      #expect(abs(params[0] - number) <= 3e-15)
    }
  }

  @Test(arguments: Optimizer.all.map(\.name))
  func `steps that are broken off go on as if they had not been`(name: String) throws {
    let optimizer = try #require(Optimizer.named(name))
    var used = OptimizerInUse(optimizer, settings: Self.settings(of: optimizer, rate: 0.1))
    let whole = try used.steps(for: [Name("x"), Name("y")], work: WorkBound(.init()))
    var expected = [0.5, -0.5]
    var broken = expected
    for _ in 1...6 { try whole.step(&expected, derivatives: Self.slopes(expected)) }
    for count in [1, 3, 2] {
      let part = try used.steps(for: [Name("x"), Name("y")], work: WorkBound(.init()))
      for _ in 0..<count { try part.step(&broken, derivatives: Self.slopes(broken)) }
      used.keep(part, for: [Name("x"), Name("y")])
    }
    #expect(broken == expected)
  }

  @Test(arguments: Optimizer.all.map(\.name))
  func `each param counts its own steps`(name: String) throws {
    let optimizer = try #require(Optimizer.named(name))
    var used = OptimizerInUse(optimizer, settings: Self.settings(of: optimizer, rate: 0.1))
    let alone = try used.steps(for: [Name("x")], work: WorkBound(.init()))
    var x = [0.5]
    try alone.step(&x, derivatives: [0.7])
    used.keep(alone, for: [Name("x")])

    let both = try used.steps(for: [Name("y"), Name("x")], work: WorkBound(.init()))
    var params = [0.5, x[0]]
    try both.step(&params, derivatives: [0.7, -0.2])
    #expect([both.stepNumber(at: 0), both.stepNumber(at: 1)] == [1, 2])
    // The first step of the one is that of the other.
    #expect(params[0] == x[0])
    try alone.step(&x, derivatives: [-0.2])
    #expect(params[1] == x[0])
  }

  @Test(arguments: Optimizer.all.map(\.name))
  func `recorded steps that are taken up lead where new ones lead`(name: String) throws {
    let optimizer = try #require(Optimizer.named(name))
    var recorded = RecordedSteps()
    // Two of a kind, with settings of their own, on the same params; one of them also changes a param alone in between.
    let rates = [0.1, 0.3]
    var kept = rates.map { OptimizerInUse(optimizer, settings: Self.settings(of: optimizer, rate: $0)) }
    var anew = kept
    var (one, other) = ([[0.5, -0.5], [1, 2]], [[0.5, -0.5], [1, 2]])
    for round in 0..<4 {
      for index in rates.indices {
        let params = round == 2 && index == 0 ? [Name("y")] : [Name("x"), Name("y")]
        let steps = try recorded.steps(of: kept[index], for: params, work: WorkBound(.init()))
        let fresh = try anew[index].steps(for: params, work: WorkBound(.init()))
        var values = Array(one[index].suffix(params.count))
        var expected = Array(other[index].suffix(params.count))
        let slopes = Array(Self.slopes(one[index]).suffix(params.count))
        try steps.step(&values, derivatives: slopes)
        try fresh.step(&expected, derivatives: slopes)
        #expect(values == expected)
        #expect(params.indices.map(steps.stepNumber) == params.indices.map(fresh.stepNumber))
        kept[index].keep(steps, for: params)
        anew[index].keep(fresh, for: params)
        one[index].replaceSubrange((2 - params.count)..., with: values)
        other[index].replaceSubrange((2 - params.count)..., with: expected)
      }
    }
    // The same tape, not one like it.
    let pair = [Name("x"), Name("y")]
    let work = WorkBound(.init())
    let first = try recorded.steps(of: kept[1], for: pair, work: work)
    #expect(try recorded.steps(of: kept[1], for: pair, work: work) === first)
  }

  @Test func `what is published stands in the table`() {
    #expect(
      Optimizer.all.map { optimizer in
        optimizer.name + ": "
          + optimizer.quantities.map { quantity in
            "\(quantity.symbol) \(quantity.role == .intermediate ? "=" : "←") \(quantity.formula.text(.unicode))"
          }.joined(separator: ", ")
      } == [
        "sgd: w ← w − η·g",
        "momentum: v ← β·v + g, w ← w − η·v",
        "nesterov: v ← β·v + g, w ← w − η·(g + β·v)",
        "adagrad: s ← s + g², w ← w − η·g/(√(s) + ε)",
        "adadelta: s ← ρ·s + (1 − ρ)·g², Δ = √(u + ε)/√(s + ε)·g, u ← ρ·u + (1 − ρ)·Δ², w ← w − η·Δ",
        "rmsprop: s ← ρ·s + (1 − ρ)·g², w ← w − η·g/(√(s) + ε)",
        "adam: m ← β1·m + (1 − β1)·g, v ← β2·v + (1 − β2)·g², "
          + "m̂ = m/(1 − β1^t), v̂ = v/(1 − β2^t), w ← w − η·m̂/(√(v̂) + ε)",
        "adamw: m ← β1·m + (1 − β1)·g, v ← β2·v + (1 − β2)·g², "
          + "m̂ = m/(1 − β1^t), v̂ = v/(1 − β2^t), w ← w − η·λ·w − η·m̂/(√(v̂) + ε)",
        "adamax: m ← β1·m + (1 − β1)·g, u ← max(β2·u, abs(g) + ε), w ← w − η/(1 − β1^t)·m/u",
      ])
  }

  @Test func `an option stands in the algorithm that it makes`() {
    #expect(
      Optimizer.all.flatMap { optimizer in
        optimizer.options.map { option in
          "\(optimizer.name), \(option.label): "
            + option.optimizer.quantities.map { quantity in
              let sign = quantity.role == .intermediate ? "=" : "←"
              let start = quantity.start.map { " from \($0)" } ?? ""
              return "\(quantity.symbol) \(sign) \(quantity.formula.text(.unicode))\(start)"
            }.joined(separator: ", ")
        }
      } == [
        "sgd, decay: d = g + λ·w, w ← w − η·d",
        "momentum, decay: d = g + λ·w, v ← β·v + d, w ← w − η·v",
        "nesterov, decay: d = g + λ·w, v ← β·v + d, w ← w − η·(d + β·v)",
        "adagrad, start: s ← s + g² from s0, w ← w − η·g/(√(s) + ε)",
        "adam, hat: m ← β1·m + (1 − β1)·g, v ← β2·v + (1 − β2)·g², "
          + "α = η·√(1 − β2^t)/(1 − β1^t), w ← w − α·m/(√(v) + ε̂)",
      ])
  }

  @Test func `settings and their numbers are those of the lesson format`() {
    #expect(
      Optimizer.all.map { optimizer in
        let settings = optimizer.settings.map { $0.label + ($0.fallback.map { ": \($0.text ?? "")" } ?? "") }
        return "\(optimizer.name)(\(settings.joined(separator: ", ")))"
      } == [
        "sgd(rate)", "momentum(rate, beta: 0.9)", "nesterov(rate, beta: 0.9)", "adagrad(rate, eps: 1e-08)",
        "adadelta(rate: 1, rho: 0.95, eps: 1e-06)", "rmsprop(rate, rho: 0.9, eps: 1e-08)",
        "adam(rate, beta1: 0.9, beta2: 0.999, eps: 1e-08)",
        "adamw(rate, beta1: 0.9, beta2: 0.999, eps: 1e-08, decay: 0.01)",
        "adamax(rate, beta1: 0.9, beta2: 0.999, eps: 1e-08)",
      ])
  }

  // MARK: -

  private static func steps(_ name: String, rate: Double, params: [String]) throws -> OptimizerSteps {
    let optimizer = try #require(Optimizer.named(name))
    return try OptimizerInUse(optimizer, settings: settings(of: optimizer, rate: rate))
      .steps(for: params.map { Name($0) }, work: WorkBound(.init()))
  }

  private static func settings(of optimizer: Optimizer, rate: Double) -> [Number] {
    optimizer.settings.map { $0.label == "rate" ? Number(rate) : $0.fallback ?? Number(.nan) }
  }

  private static func slopes(_ params: [Double]) -> [Double] { [2 * params[0], 6 * params[1]] }
}
