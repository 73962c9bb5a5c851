import Foundation
import LonghandCommandLine
import TestSupport
import Testing

/// `longhand play`: a training that is watched.
@Suite("A training that is played with")
struct PlayTests {
  @Test("is played by words, and saved as a lesson that ends with the same numbers")
  func words() throws {
    let folder = try TemporaryFolder()
    let outcome = longhand(
      ["play", "--plain"], in: folder,
      standardInput: "set layers 2\nset points 40\nstep 3\nsave mine.md\nsave mine.md\nno\nmap\nquit\n")
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    #expect(outcome.results.contains("`mine.md` is there already; `yes` replaces it\nnot saved"))
    let loss = try #require(outcome.results.firstMatch(of: /Epoch 3: loss ([0-9.]+);/)).1
    let run = longhand(["run", "./mine.md"], in: folder)
    #expect(run.status == .success)
    #expect(run.results.contains(loss))
  }

  @Test("is played by keys, and learns from rows of one's own")
  func keys() throws {
    let folder = try TemporaryFolder([
      ("mine.csv", "x1,x2,label\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n"), ("keys", "nnsmine.md\nq"),
    ])
    let outcome = longhand(["play", "--keys", "keys", "--data", "mine.csv"], in: folder)
    #expect(outcome.status == .success)
    #expect(outcome.results.contains("Epoch 2: loss "))
    #expect(try #require(folder.text("mine.md")).contains("```data points\nx1,x2,label\n0,0,0\n"))
  }

  @Test("is the training of a lesson, in a loop as well")
  func lessons() throws {
    let text = """
      param w = 1
      y = (w - 3)^2
      repeat 2 times
        train w to reduce y with sgd(rate: 0.25) for 5 epochs
        record w
      end
      """
    let folder = try TemporaryFolder([("lesson.md", Lessons.lesson("A valley", calc: text, check: ""))])
    let outcome = longhand(
      ["play", "--plain", "./lesson.md"], in: folder, standardInput: "step\nsave s.md\nq\n")
    #expect(outcome.results.contains("Epoch 1: loss 1; rate 0.25."), "\(outcome.results)")
    #expect(longhand(["run", "./s.md"], in: folder).status == .success)
  }

  @Test("is the training of a lesson that says of numbers behind it what variants draw")
  func vary() throws {
    let lesson = Lessons.lesson(
      "A valley",
      calc: "param w = 1\ny = (w - 3)^2\ntrain w to reduce y with sgd(rate: 0.25) for 5 epochs\nparam v = w",
      check: "")
    let text = lesson.replacing(
      "```calc", with: "```vary\nw in 1...2 step 0.5\nsuch that v > 1\n```\n\n```calc")
    let folder = try TemporaryFolder([("lesson.md", text)])
    let outcome = longhand(
      ["play", "--plain", "./lesson.md"], in: folder, standardInput: "step\nsave s.md\nq\n")
    #expect(outcome.results.contains("Epoch 1: loss 1; rate 0.25."), "\(outcome.messages)")
    #expect(longhand(["run", "./s.md"], in: folder).status == .success)
  }

  @Test(
    "has other numbers where they are asked for, as a run has, and so has the lesson that is saved",
    arguments: [
      ["--set", "w=7.3"], ["--set", "w=7.3", "--set", "c=2"], ["--variant", "17"],
      ["--variant", "17", "--set", "c=2"],
    ])
  func otherNumbers(options: [String]) throws {
    let text =
      "param w = 1.5\nconst c = 3\ny = (w - c)^2\ntrain w to reduce y with sgd(rate: 0.25) for 2 epochs"
    let folder = try TemporaryFolder([("lesson.md", Lessons.lesson("A valley", calc: text, check: ""))])
    let outcome = longhand(
      ["play", "--plain", "./lesson.md"] + options, in: folder, standardInput: "step 2\nsave s.md\nquit\n")
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(outcome.results.contains("lesson, variant 17: A valley") == options.contains("17"))
    let loss = try #require(outcome.results.firstMatch(of: /Epoch 2: loss ([0-9.]+);/)).1
    #expect(longhand(["run", "./s.md"], in: folder).results.contains(loss))
    #expect(longhand(["run", "./lesson.md"] + options, in: folder).results.contains(loss))
    #expect(!longhand(["run", "./lesson.md"], in: folder).results.contains(loss))
  }

  @Test(
    "is refused where there is nothing to train, or rows that no network can learn from",
    arguments: [
      (["./fine.md"], Status.failure, "`fine` trains nothing"),
      (["./fine.md", "--data", "x.csv"], .wrongUsage, "a lesson has data of its own"),
      (["--data", "x.csv"], .failure, "a column `x1` is missing"),
      (["--training", "2"], .wrongUsage, "`--training` goes with a lesson"),
      (["--set", "w5=2"], .wrongUsage, "`--set` goes with a lesson"),
      (["--variant", "2"], .wrongUsage, "`--variant` goes with a lesson"),
      (["./fine.md", "--set", "w5"], .wrongUsage, "`--set` takes NAME=VALUE, not `w5`"),
      (["./fine.md", "--set", "w=2"], .wrongUsage, "`fine` has no given number `w`"),
      (["./fine.md", "--variant", ""], .wrongUsage, "`--variant` takes a whole number or any text"),
      (["./rows.md", "--set", "x=2"], .wrongUsage, "where `x` has no place of its own"),
      (["./fine.md", "./fine.md"], .wrongUsage, "one lesson at a time"),
      (["-"], .wrongUsage, "leaves none for keys"),
    ])
  func refusals(arguments: [String], status: Status, message: String) throws {
    let folder = try TemporaryFolder([
      ("fine.md", Lessons.fine), ("rows.md", Lessons.withRows), ("x.csv", "x\n1\n"),
    ])
    let outcome = longhand(["play"] + arguments, in: folder)
    #expect(outcome.status == status)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test("runs and pauses at a terminal, which is left as it was")
  func terminal() throws {
    let learner = try Learner()
    try learner.call(["play"])
    #expect(learner.shows("epoch 0  "))
    learner.type(" ", until: "running")
    #expect(learner.terminal.waits(seconds: Learner.patience) { !$0.text.contains("epoch 0  ") })
    learner.type(" ", until: "paused")
    learner.type("w", until: "Esc back")
    learner.terminal.resize(columns: 40, rows: 12)
    learner.type("\u{1B}", until: "weight 1 of 25")
    learner.terminal.type("q")
    learner.expectEnd(.status(0))
  }
}
