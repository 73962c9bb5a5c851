import Algebra
import Diagnostics
import LessonTestSupport
import Testing

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct RecordedSettingTests {
  private static let start =
    "param w = 0.5, v = -2\ninput t = 0, u = 0.3, k = 1\nx[1] = 3*w\nx[2] = w - v\nL = (w - 3)^2 + (v*u)^2\n"

  /// What a loop sets, each with a forward pass behind it.
  private static let bodies: [String] = [
    "t <- t + 1\nw <- w - 0.1*∂L/∂w\nv <- v - 0.1*∂L/∂v",
    "w <- w - 0.1*∂L/∂w/(sqrt(∂L/∂w^2) + 1e-8)",
    "t <- 0.1 + t\nu <- step(t - 0.3) + relu(t - 0.3) + floor(10*t)",
    "t <- t + 0.1\nu <- if t > 0.25 then u/2 else u + ∂L/∂v",
    "u <- x[k]\nk <- 3 - k",
    "w <- 2\nv <- w\nu <- -w*v + 1/3",
    "u <- max(w, v, u)/(1 - 0.9^(t + 1))\nt <- t + 1",
    "u <- softmax(w, v, u) + logsumexp(w, v)\nw <- w + u",
    "t <- t + 1\nu <- 1/(3 - t)",
    "t <- t + 1\nu <- ln(2.5 - t)",
    "t <- t + 1\nu <- sqrt(0.3 - t/10)*∂L/∂w",
  ]

  /// The bits of all values behind a lesson, which may stop somewhere.
  private static func values(_ cell: String) -> [String] {
    let plan = LessonFixture(cell).lesson.plan(RunOptions())
    var interpreter = plan.interpreter()
    for instruction in plan.instructions where !interpreter.carryOut(instruction) { break }
    return interpreter.environment.entries.map {
      "\($0.name.text) \(interpreter.environment.value(of: $0.name).bitPattern)"
    }
  }

  @Test(arguments: bodies)
  func `a loop sets what its lines set where they stand as often as it goes by`(body: String) {
    let looped = Self.values(Self.start + "repeat 5 times\n\(body)\nforward\nend")
    let written = Self.values(Self.start + String(repeating: "\(body)\nforward\n", count: 5))
    #expect(looped == written)
    #expect(looped != Self.values(Self.start))
  }

  @Test func `what is defined between two loops is no part of what the first has recorded`() {
    let loop = "repeat 3 times\n  w <- w - 0.1*∂L/∂w\n  forward\nend\n"
    let lines = String(repeating: "w <- w - 0.1*∂L/∂w\nforward\n", count: 3)
    #expect(
      Self.values(Self.start + loop + "z = w*v\n" + loop)
        == Self.values(Self.start + lines + "z = w*v\n" + lines))
  }

  @Test func `no more is kept than a bound, however many lines set numbers`() throws {
    var settings = RecordedSettings()
    let environment = Environment(seed: 0, work: WorkBound())
    try environment.give(Name("w"), 2, literal: nil)
    let name = Name("w")
    let large = Formula.sum((0..<30_000).map { _ in .init(.plus, .name(name)) })
    let lines = (0..<5).map { _ in
      Instruction.Assignment(name: name, formula: large, range: SourceRange(0, 0))
    }
    for line in lines {
      let recording = try environment.record(large, isKept: false)
      settings.keep(RecordedSetting(recording, on: environment.tape), of: line)
    }
    #expect(lines.map { settings[$0] != nil } == [false, false, false, true, true])
    settings.forget()
    #expect(settings[lines[4]] == nil)
  }
}
