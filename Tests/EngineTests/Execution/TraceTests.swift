import Algebra
import LessonTestSupport
import Testing

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct TraceTests {
  private static let lessons: [String] = [
    "param w = 0.5\ny = 2*w\nw <- 3\nforward\nw <- w + y\nforward",
    "param w[1...3] ~ normal(0, 1)\ninput m ~ uniform(0, 1)\ny = m*sum(w)\nforward\nupdate w to reduce y with sgd(0.1)\nforward",
    "param w = 1\nL = (w - 3)^2\nrepeat 3 times\n  forward\n  w <- w - 0.1*∂L/∂w\nend\nforward",
    "param w = 1\nL = (w - 3)^2\nrepeat 3 times\n  forward\n  record w, L\n  w <- w - 0.1*∂L/∂w\nend\nk = w",
    "data d = xor(4)\ninput x1, label from d\nparam w = 1\nL = (w*x1 - label)^2\ntrain w to reduce L over d with adam(0.1) for 3 epochs\nfor row of d\n  forward\n  w <- w + 0.1*x1\nend\nforward\nz = w",
  ]

  /// The values after so many instructions of a run that goes no further.
  private static func numbers(_ plan: RunPlan, after count: Int) -> [Name: Double] {
    var interpreter = plan.interpreter()
    for instruction in plan.instructions.prefix(count) { _ = interpreter.carryOut(instruction) }
    return Dictionary(
      uniqueKeysWithValues: interpreter.environment.entries.map {
        ($0.name, interpreter.environment.value(of: $0.name))
      })
  }

  @Test(arguments: lessons)
  func `the numbers after an instruction are those of a run that ends there`(cell: String) throws {
    let plan = LessonFixture(cell).lesson.plan(RunOptions())
    var interpreter = plan.interpreter(keepsTrace: true)
    var moments = [-1]
    for instruction in plan.instructions {
      let isDone = interpreter.carryOut(instruction)
      try #require(isDone)
      moments.append(try #require(interpreter.execution.trace).count - 1)
    }
    let trace = try #require(interpreter.execution.trace)
    for (count, moment) in moments.enumerated() {
      let snapshot = try #require(trace.snapshot(at: moment, of: interpreter.environment))
      let wanted = Self.numbers(plan, after: count)
      #expect(Set(snapshot.names) == Set(wanted.keys))
      for (name, number) in wanted { #expect(snapshot.value(of: name) == number, "\(name) after \(count)") }
      // Worked out anew on a copy, all is as a forward pass would have it.
      let copy = try snapshot.copy(beneath: snapshot.names.map { .name($0) }, work: WorkBound())
      for name in snapshot.names where copy[name].recording == nil {
        #expect(copy.value(of: name) == wanted[name], "\(name) after \(count)")
      }
    }
  }

  @Test func `without a trace nothing is kept`() {
    var interpreter = LessonFixture(Self.lessons[0]).lesson.plan(RunOptions()).interpreter()
    for instruction in LessonFixture(Self.lessons[0]).lesson.plan(RunOptions()).instructions {
      _ = interpreter.carryOut(instruction)
    }
    #expect(interpreter.execution.trace == nil)
  }

  @Test(arguments: lessons)
  func `whether anybody is told changes no number`(cell: String) throws {
    let plan = LessonFixture(cell).lesson.plan(RunOptions())
    var interpreter = plan.interpreter()
    var (untold, nobody) = (plan.interpreter().execution, NoObserver())
    for instruction in plan.instructions {
      _ = interpreter.carryOut(instruction)
      try untold.carryOut(instruction, telling: &nobody)
    }
    #expect(interpreter.environment.entries.map(\.name) == untold.environment.entries.map(\.name))
    for name in interpreter.environment.entries.map(\.name) {
      #expect(interpreter.environment.value(of: name) == untold.environment.value(of: name), "\(name)")
    }
  }
}
