import Algebra
import Foundation
import LessonTestSupport
import TestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct ScheduleTests {
  /// Schedules as PyTorch has them, each with its rate in plain arithmetic; the epoch counts from 1.
  private static let schedules: [(formula: String, rate: @Sendable (Double) -> Double)] = [
    // `StepLR(step_size=3, gamma=0.5)`
    ("0.1*0.5^floor((epoch - 1)/3)", { 0.1 * pow(0.5, (($0 - 1) / 3).rounded(.down)) }),
    // `ExponentialLR(gamma=0.9)`
    ("0.2*0.9^(epoch - 1)", { 0.2 * pow(0.9, $0 - 1) }),
    // `CosineAnnealingLR(T_max=10, eta_min=0)`
    ("0.3*(1 + cos(pi*(epoch - 1)/10))/2", { 0.3 * (1 + cos(.pi * ($0 - 1) / 10)) / 2 }),
    // A warm-up.
    ("if epoch < 4 then 0.05*epoch else 0.2", { $0 < 4 ? 0.05 * $0 : 0.2 }),
    ("c/(1 + 0.1*epoch)", { 0.4 / (1 + 0.1 * $0) }),
  ]

  private static let given = """
    const c = 0.4
    param w = -1
    L = (w - 1)^2

    """

  @Test(arguments: schedules.indices)
  func `a training takes the rate of each epoch`(index: Int) throws {
    let (formula, rate) = Self.schedules[index]
    let working = LessonFixture(
      Self.given
        + "schedule eta = \(formula)\ntrain w to reduce L with sgd(rate: eta) for 12 epochs\ntable w"
    ).working(RunOptions(decimals: 12))
    // The distance from the lowest point shrinks by 1 − 2η.
    let expected = (1...12).reduce(1.0 - 3) { $0 * (1 - 2 * rate(Double($1))) } + 1
    let found = try #require(working.split(separator: "\n").last.map { $0.filter { $0 != " " } })
    let number = try #require(Double(found.replacing("−", with: "-")))
    #expect(abs(number - expected) <= 1e-11, "\(working)")
  }

  @Test(arguments: ["sgd(rate: eta)", "sgd(rate: eta, decay: 0.1)"], ["", ", clipping 0.5"])
  func `a count of the lesson's own leads where the epochs of a training lead`(call: String, clause: String) {
    let schedule = "schedule eta = 0.1*0.5^floor((epoch - 1)/2)\n"
    let numbers = { (lesson: String) in
      LessonFixture(Self.given + schedule + lesson + "\ntable w, L").working(RunOptions(decimals: 12))
        .split(separator: "\n").last
    }
    let trained = numbers("train w to reduce L with \(call) for 7 epochs\(clause)")
    let updated = numbers(
      """
      input epoch = 0
      repeat 7 times
        epoch <- epoch + 1
        update w to reduce L with \(call)\(clause)
        forward
      end
      """)
    #expect(trained == updated)
    #expect(trained?.isEmpty == false)
  }

  @Test(arguments: [
    WorkedCell(
      """
      const half = 0.5
      schedule eta = 0.1*half^floor((epoch - 1)/2)   # halved every second epoch
      param a = 1
      L = (a - 3)^2
      train a to reduce L with sgd(rate: eta) for 4 epochs, reporting 1, 2, 3, 4
      """,
      """
      const   half = 0.5

      # halved every second epoch
      schedule eta = 0.1*half^floor((epoch - 1)/2)

      param   a = 1

      L = (a − 3)²
        = (1 − 3)²
        = (−2)²
        = 4

      Training a to reduce L with sgd, 4 epochs:
        η = 0.1·half^floor((epoch − 1)/2)

        epoch   loss         η      largest |derivative|
        1       2.56         0.1    4
        2       1.6384       0.1    3.2
        3       1.327104     0.05   2.56
        4       1.07495424   0.05   2.304
      """)
  ])
  func `a training shows its schedule, and the rate of each epoch that is reported`(cell: WorkedCell) {
    let printed = LessonFixture(cell.cell).working(RunOptions(decimals: 8))
    #expect(printed.hasPrefix(cell.working), "\(printed)")
  }

  @Test(arguments: ["sgd", "adam", "nesterov"])
  func `a named optimizer follows a schedule from the first epoch of each training`(kind: String) {
    let schedule = "schedule eta = 0.1*0.5^floor((epoch - 1)/2)\noptimizer o = \(kind)(rate: eta)\n"
    let numbers = { (lesson: String) in
      LessonFixture(Self.given + schedule + lesson + "\ntable w, L").working(RunOptions(decimals: 12))
        .split(separator: "\n").last
    }
    let trained = numbers(
      "train w to reduce L with o for 5 epochs\ntrain w to reduce L with o for 3 epochs")
    let updated = numbers(
      """
      input epoch = 0
      repeat 8 times
        epoch <- if epoch == 5 then 1 else epoch + 1
        update w to reduce L with o
        forward
      end
      """)
    #expect(trained == updated)
    #expect(trained?.isEmpty == false)
  }

  @Test func `a named optimizer shows its schedule where it is named, and the rate where it makes a step`() {
    let working = LessonFixture(
      Self.given
        + "schedule eta = 0.1/epoch\noptimizer o = adam(rate: eta)\ninput epoch = 4\nupdate w to reduce L with o"
    ).working()
    #expect(
      working.contains("optimizer o, which is adam:\n  η = 0.1/epoch\n  β1 = 0.9   β2 = 0.999   ε = 1e-08\n"),
      "\(working)")
    #expect(working.contains("\n  η = 0.025   β1 = 0.9"), "\(working)")
  }

  @Test func `a schedule that takes another branch keeps to its formula`() {
    let working = LessonFixture(
      Self.given
        + "schedule eta = if epoch == 3 then 1/8 else if epoch > 4 then 1/16 else 1/4\n"
        + "train w to reduce L with sgd(rate: eta) for 6 epochs, reporting 1, 2, 3, 4, 5, 6"
    ).working()
    let rates = working.split(separator: "\n").compactMap { line -> String? in
      let cells = line.split(separator: " ").map(String.init)
      return cells.count == 4 && Int(cells[0]) != nil ? cells[2] : nil
    }
    #expect(rates == ["0.25", "0.25", "0.125", "0.25", "0.0625", "0.0625"], "\(working)")
  }

  @Test func `a schedule is tabulated over its epochs, under its name`() {
    let printed = LessonFixture(
      "schedule eta = 0.1*0.5^floor((epoch - 1)/2)\ntable epoch, eta, 2*eta for epoch in 1...3"
    ).lastWorking()
    #expect(
      printed.contains("\n3       0.05   0.1\n") || printed.hasSuffix("\n3       0.05   0.1"), "\(printed)")
    #expect(printed.contains("epoch   eta"), "\(printed)")
  }

  @Test func `the parameters of a function are none of the names of a schedule`() {
    let printed = LessonFixture(
      """
      const c = 0.4
      schedule eta = c/epoch
      def f(c) = c*eta
      table f(10) for epoch in 1...2
      """
    ).working()
    #expect(printed.hasSuffix("4\n2"), "\(printed)")
  }

  @Test func `a schedule may be made of another`() {
    let printed = LessonFixture(
      "schedule eta = 0.4/epoch\nschedule zeta = eta^2\ntable zeta for epoch in 2...2"
    ).working()
    #expect(printed.hasSuffix("\n0.04"), "\(printed)")
  }

  @Test(arguments: [
    MarkedLesson(
      "schedule eta = 0.1/epoch\nexplain ⟦eta⟧", "`eta` is a schedule, and there is no epoch here",
      hint:
        "it is the rate of a training, as in `with sgd(rate: eta)`, or is shown by `table epoch, eta for epoch in 1...5`"
    ),
    MarkedLesson(
      "schedule eta = 0.1/epoch\nupdate w to reduce L with sgd(rate: ⟦eta⟧)",
      "`eta` is a schedule, and there is no epoch here",
      hint:
        "it is the rate of a training, as in `with sgd(rate: eta)`, or is shown by `table epoch, eta for epoch in 1...5`"
    ),
    MarkedLesson(
      "schedule eta = 0.1/epoch\noptimizer o = adam(rate: eta)\nupdate w to reduce L with ⟦o⟧",
      "the rate of `o` follows a schedule, and there is no epoch here",
      hint:
        "`train … with o` counts the epochs; beside that a count of the lesson's own leads, as in `input epoch = 1`"
    ),
    MarkedLesson(
      "schedule eta = 0.1/(2 - epoch)\noptimizer o = sgd(rate: eta)\n⟦train w to reduce L with o for 5 epochs⟧",
      "epoch 2: 0.1/0 has no value (in `0.1/(2 - 2)`)"),
    MarkedLesson(
      "schedule eta = 0.1/epoch\ntrain w to reduce L with momentum(rate: 1, beta: ⟦eta⟧) for 3 epochs",
      "`eta` is a schedule, and there is no epoch here",
      hint:
        "it is the rate of a training, as in `with sgd(rate: eta)`, or is shown by `table epoch, eta for epoch in 1...5`"
    ),
    MarkedLesson(
      "schedule eta = ⟦w/epoch⟧",
      "a schedule is made of `epoch`, numbers and consts, and `w` is none of these"),
    MarkedLesson(
      "schedule eta = ⟦∂L/∂c⟧",
      "a schedule is made of `epoch`, numbers and consts, and `L` is none of these"),
    MarkedLesson("schedule eta = ⟦epochs⟧", "`epochs` is not defined above"),
    MarkedLesson(
      "schedule ⟦w⟧ = 1",
      "`w` is the name of a value", hint: "take another name",
      note: MarkedNote("defined", at: "param ⟦w⟧ = 3")),
    MarkedLesson(
      "schedule eta = 1\nschedule ⟦eta⟧ = 1",
      "`eta` is a schedule",
      hint: "take another name",
      note: MarkedNote("defined", at: "schedule ⟦eta⟧ = 1")),
    MarkedLesson(
      "schedule eta = 1\n⟦eta⟧ = 1",
      "`eta` is a schedule", hint: "take another name",
      note: MarkedNote("defined", at: "schedule ⟦eta⟧ = 1")),
    MarkedLesson(
      "schedule eta = 1\noptimizer ⟦eta⟧ = sgd(1)",
      "`eta` is a schedule",
      hint: "take another name",
      note: MarkedNote("defined", at: "schedule ⟦eta⟧ = 1")),
    MarkedLesson(
      "optimizer o = sgd(1)\nschedule ⟦o⟧ = 1",
      "`o` is an optimizer",
      hint: "take another name",
      note: MarkedNote("defined", at: "optimizer ⟦o⟧ = sgd(1)")),
    MarkedLesson(
      "schedule ⟦epoch⟧ = 1", "`epoch` is what a schedule is a formula of", hint: "take another name"),
    MarkedLesson(
      "schedule eta = 0.2 - 0.1*epoch\n⟦train w to reduce L with sgd(rate: eta) for 5 epochs⟧",
      "epoch 3: the `rate` of `sgd` is 0 or above, and this is -0.1"),
    MarkedLesson(
      "schedule eta = 0.1/(2 - epoch)\n⟦train w to reduce L with sgd(rate: eta) for 5 epochs⟧",
      "epoch 2: 0.1/0 has no value (in `0.1/(2 - 2)`)"),
  ])
  func `a schedule is a rate, and has a number only in an epoch`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test func `a training that follows a schedule is refused beforehand where it is too long`() {
    let errors = LessonFixture(
      Self.given + "schedule eta = 0.1/epoch\ntrain w to reduce L with sgd(rate: eta) for 9999999 epochs"
    ).errors
    #expect(errors.contains("this lesson works out more than 10,000,000,000 operations"), "\(errors)")
  }
}
