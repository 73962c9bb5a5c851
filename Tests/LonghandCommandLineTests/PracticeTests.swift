import Foundation
import LessonRuntime
import TestSupport
import Testing

@testable import LonghandCommandLine

/// `longhand practice`, and what is kept of it.
@Suite("Practice")
struct PracticeTests {
  private static let chain = Lessons.lesson(
    "A chain",
    calc: """
      input x = 0.5
      param w = 0.7, v = -0.4
      a = w*x
      h = sigmoid(a)
      y = v*h
      L = 1/2*(y - 1)^2
      explain ∂L/∂w
      update w, v to reduce L with sgd(rate: 0.1)
      forward
      """, check: "")
  private static let final = "(y - 1)*v*h*(1 - h)*x"
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder([("Lessons/11-chain.md", Self.chain), ("Lessons/12-sum.md", Lessons.fine)])
  }

  private func practice(_ input: [String] = [], _ options: String...) -> Outcome {
    longhand(
      ["practice"] + options, in: folder, environment: folder.home,
      standardInput: input.map { $0 + "\n" }.joined())
  }

  private func progress() -> String {
    longhand(["progress"], in: folder, environment: folder.home).results
  }

  @Test("of round 1 shows all but the results, and takes a number for each")
  func results() {
    let outcome = practice(["", "w*x", "", "0.98765", "sigmoid(a)"], "chain", "--variant", "3")
    #expect(outcome.status == .success && outcome.messages.isEmpty)
    #expect(outcome.results.hasPrefix("variant 3\n\nA chain\n"))
    #expect(outcome.results.contains("Round 1 of 3: "))
    #expect(
      outcome.results.contains(#/ a = w·x = −?[0-9.]+·−?[0-9.]+ = ________\n\n\| Question 1\n\| What is a\?/#)
    )
    #expect(
      outcome.results.contains("answer> 0.98765\nThat is not it.")
        && outcome.results.contains("answer> sigmoid(a)\nRight."))
    #expect(progress().contains("practised: round 1 is begun; 2 numbers mastered"))
  }

  @Test("takes what is answered after a look further down for found with help")
  func peeking() {
    let outcome = practice(["", ":skip", ":back", ":back", "w*x"], "chain")
    #expect(outcome.results.contains("answer> w*x\nRight."))
    #expect(progress().contains("practised: round 1 is begun\n"))
  }

  @Test("of round 2 shows the names only, and counts hints")
  func names() {
    let outcome = practice(["", ":hint", "w*x"], "chain", "--round", "2")
    #expect(outcome.results.contains("    a = w·x = ________\n"))
    #expect(outcome.results.contains(#/Hint: a = −?[0-9.]+·−?[0-9.]+\n/#))
    #expect(progress().contains("practised: round 2 is begun\n"))
  }

  @Test("of round 3 takes numbers by their names in any order, and diagnoses those that are wrong")
  func question() {
    let outcome = practice(
      ["", "h = a", "h = sigmoid(w*x)", "x = 1", "nothing = 2", "w*x = 2", "-1", "dL/dw = \(Self.final)"],
      "chain",
      "--round", "3")
    #expect(outcome.results.contains("| Work out ∂L/∂w. Type each number"))
    #expect(!outcome.results.contains("h = σ(a)") && !outcome.results.contains("________"))
    #expect(outcome.results.contains("is what comes out with a in place of σ(a)"))
    #expect(outcome.results.contains("x is given") && outcome.results.contains("nothing is not known here"))
    #expect(
      outcome.results.contains("w*x is neither a name nor a derivative: type what the number is called"))
    #expect(outcome.results.contains(#/right: h = [0-9.]+\n/#))
    #expect(outcome.results.contains(#/right: ∂L\/∂w = −?[0-9.]+\n/#))
    #expect(outcome.results.contains("All that was asked for is found."))
    #expect(progress().contains("practised: round 3 is done; 1 number mastered"))
  }

  @Test("with --marks at-end says nothing of a number before all are there")
  func marksAtEnd() {
    let outcome = practice(
      ["", "h = 0.99999", "dL/dw = 7.77777", "dL/dw = \(Self.final)"], "chain", "--round", "3", "--marks",
      "at-end")
    let parts = outcome.results.split(separator: "answer> ")
    #expect(parts.count == 4)
    #expect(parts[1].contains("It is marked when this is there, too: `∂L/∂w`."))
    #expect(!parts[1].contains("That is not it"))
    #expect(
      parts[2].contains("0 of 2 right.") && parts[2].contains("h = 0.99999")
        && parts[2].contains("∂L/∂w = 7.77777"))
    #expect(parts[3].contains("1 of 1 right."))
    #expect(practice([], "chain", "--round", "1", "--marks", "at-end").messages.contains("goes with round 3"))
  }

  @Test("goes on where it was left, with the same numbers, and then with less help and other ones")
  func resuming() {
    let first = practice(["", "w*x", ":quit"], "chain")
    #expect(first.results.hasPrefix("variant 1\n"))
    let second = practice(
      ["sigmoid(a)", ""] + Array(repeating: [":skip", ""], count: 12).joined(), "chain")
    #expect(
      second.results.contains("This is where you left off.")
        && second.results.contains("answer> sigmoid(a)\nRight."))
    #expect(
      second.results.contains(
        #/This is the end of round 1: 2 of [0-9]+ found, without help\. Not found: `y`, `L`,/#))
    #expect(progress().contains("practised: round 1 is done; 2 numbers mastered"))
    let third = practice([], "chain")
    #expect(third.results.hasPrefix("variant 2\n") && third.results.contains("Round 2 of 3: "))
    #expect(practice([], "chain", "--variant", "ada").results.hasPrefix("variant ada\n"))
    #expect(practice([], "chain", "--round", "3").results.hasPrefix("variant 3\n"))
  }

  @Test("keeps the numbers of an empty page")
  func emptyPage() {
    _ = practice(["", "h = sigmoid(w*x)", ":quit"], "chain", "--round", "3")
    let again = practice(["dL/dw = \(Self.final)"], "chain")
    #expect(again.results.contains("This is where you left off."))
    #expect(
      again.results.contains(#/right: h = [0-9.]+\n/#)
        && again.results.contains("All that was asked for is found."))
  }

  @Test(
    "brings what was mastered back after 1, 3 and 7 more lessons, and from the beginning where help was needed"
  )
  func spacing() throws {
    func read(_ count: Int) {
      var progress = Progress(environment: folder.home)
      for index in 0..<count {
        progress.note(LessonStep(name: "x", text: "x", kind: .statement), .read, in: "lesson-\(index)")
      }
      #expect(progress.save() == nil)
    }
    let solution = ["", "dL/dw = \(Self.final)"]
    _ = practice(solution, "chain", "--round", "3")
    #expect(practice().results.contains("Nothing has come back"))
    var count = 0
    for pause in [1, 3, 7] {
      read(count + pause - 1)
      if pause > 1 { #expect(!practice().results.contains("has come back\n")) }
      count += pause
      read(count)
      #expect(practice().results.contains("∂L/∂w has come back\n"))
      #expect(practice().results.contains("`longhand practice chain --round 3`"))
      #expect(practice(solution, "chain").results.contains("All that was asked for is found."))
    }
    read(100)
    #expect(practice().results.contains("Nothing has come back"))

    // Another lesson's way: help, when it has come back, begins it anew.
    var table = Mastery(round: .results, returns: 2, lessons: 5)
    #expect(!table.isDue(atLessons: 11) && table.isDue(atLessons: 12))
    table.returns = 3
    #expect(!table.isDue(atLessons: 1000))
  }

  @Test("alone offers what is unfinished and what is next")
  func offers() {
    #expect(practice().results.contains("Nothing to practise yet"))
    _ = practice(["", "w*x"], "chain")
    #expect(practice().results.contains("chain  round 1 is not finished\n         `longhand practice chain`"))
    #expect(practice([], "--round", "2").messages.contains("`--round` needs a lesson"))
  }

  @Test("of keys from a file is the same each time, and keeps nothing")
  func keys() throws {
    try folder.write("\nw*x\n:hint\nq", to: "keys.txt")
    let first = practice([], "chain", "--keys", "keys.txt")
    #expect(first.status == .success && first.results.contains("Right."))
    #expect(practice([], "chain", "--keys", "keys.txt") == first)
    #expect(folder.text(TemporaryFolder.progress) == nil)
  }

  @Test("of a lesson without anything to work out is refused")
  func nothing() throws {
    try folder.write(Lessons.lesson("None", calc: "input x = 2", check: ""), to: "none.md")
    let outcome = practice([], "./none.md")
    #expect(outcome.status == .failure && outcome.messages.contains("has nothing to be worked out by hand"))
  }

  @Test(
    "at a terminal goes through a round of each kind, is left and gone on with",
    arguments: [1, 2, 3], [(80, 24), (40, 12)])
  func terminal(round: Int, size: (columns: Int, rows: Int)) throws {
    let home = try TemporaryFolder([("chain.md", Self.chain)])
    func open() throws -> Learner {
      let learner = try Learner(in: home, columns: size.columns, rows: size.rows)
      try learner.call(["practice", "./chain.md", "--round", "\(round)", "--variant", "1"])
      let isOpen = learner.terminal.waits(seconds: Learner.patience) { $0.isAlternate && !$0.status.isEmpty }
      try #require(isOpen, "\(learner.terminal.screen.text)")
      return learner
    }
    let first = try open()
    first.press("\r\r\r")
    #expect(first.terminal.screen.text.contains("Question 1"))
    first.press(round == 3 ? "h = a\r" : "0.9\r")
    first.press(round == 3 ? "h = sigmoid(w*x)\r" : "w*x\r")
    #expect(first.page.contains { $0.contains(round == 3 ? "right" : "Right.") }, "\(first.page)")
    if round != 3 { first.press("\r") }
    first.terminal.type("\u{4}")
    first.expectEnd(.status(0))
    // What is said behind comes to the window when the program may have ended.
    let isTold = first.terminal.waits(seconds: Learner.patience) { screen in
      let told = screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return told.contains("round \(round)") && told.contains("goes on here")
    }
    #expect(isTold, "\(first.terminal.screen.text)")

    let second = try open()
    #expect(second.page.contains { $0.contains("This is where you left off.") }, "\(second.page)")
    second.press(round == 3 ? "dL/dw = \(Self.final)\r" : "sigmoid(a)\r")
    #expect(second.page.contains { $0.contains(round == 3 ? "right" : "Right.") }, "\(second.page)")
    second.terminal.type("\u{4}")
    second.expectEnd(.status(0))
  }
}
