import Foundation
import LessonRuntime
import LessonTestSupport
import TestSupport
import Testing

@Suite struct LessonStepTests {
  @Test(arguments: [
    ("param w = 1, v = 2", "w"), ("param W[1...2] = 0", "W[1]"), ("input a = 1", "a"), ("y = 2", "y"),
    ("h[i] = i for i in 1...2", "h[1]"), ("def f(x) = x + 1", "def f(x) = x + 1"),
    ("# a comment", "a comment"), ("data d = xor(4)", "data d"), ("optimizer o = sgd(0.1)", "optimizer o"),
    ("table x for x in 1...2", "table"), ("plot x for x in 1...2", "plot"), ("forward", "forward"),
    (
      "repeat 2 times\n  forward\nend", "repeat 2 times"
    ),
  ])
  func `a statement is called as its step in the transcript`(statement: String, name: String) throws {
    let steps = LessonFixture(statement).lesson.steps
    #expect(steps.map(\.name) == [name])
    #expect(steps.map(\.text) == [statement])
    #expect(steps.map(\.kind) == [.statement])
  }

  @Test(arguments: [
    ("explain y", "explain y"), ("explain grad(y,  w)", "explain ∂y/∂w"), ("backward y", "backward y"),
    ("update w to reduce y with sgd(0.1)", "update y"),
    ("train w to reduce y with sgd(0.1) for 2 epochs", "train y"),
    ("w <- w + 1  # up\nv <- 2", "w <-"),
  ])
  func `a command is called by what it is about`(command: String, name: String) throws {
    let steps = LessonFixture("param w = 1, v = 1\ny = w^2\n\(command)").lesson.steps
    #expect(steps.map(\.name) == ["w", "y", name])
    #expect(steps.last?.text == command)
  }

  @Test(arguments: [
    ("# The *first* `code` [link](x.md)", "The first code link"),
    ("One line\n  and another.", "One line and another."),
    ("The value `= w5*2` is", "The value w5*2 is"), ("- one\n- two", "one"), ("3. three\n", "three"),
    ("> quoted", "quoted"), ("| a | b |\n| - | - |\n| 1 | 2 |", "a | b"),
    ("```\n\n  as it\nis\n```", "as it"),
    ("Tabs\t and   spaces", "Tabs and spaces"), ("é\t and  spaces", "é and spaces"),
    (
      "É words that go on for longer than anybody wants to have them in a list of steps.",
      "É words that go on for longer than anybody wants to have th…"
    ),
    ("---", "rule"), ("Two\\\nlines", "Two lines"), ("-", "list"),
    (
      "Words that go on for longer than anybody wants to have them in a list of steps.",
      "Words that go on for longer than anybody wants to have them…"
    ),
  ])
  func `prose is called by its first words and has its own text`(prose: String, name: String) throws {
    let text = "---\ntitle: T\n---\n```calc\nparam w5 = 1\n```\n\n\(prose)\n\n\n<!-- no step -->\n"
    let steps = LessonFixture(text: text).lesson.steps.dropFirst()
    #expect(steps.map(\.name) == [name])
    #expect(steps.map(\.text) == [prose.trimmingCharacters(in: .whitespacesAndNewlines)])
    #expect(steps.map(\.kind) == [prose.hasPrefix("#") ? .heading : .prose])
  }

  @Test func `cells of every kind are steps, questions by their numbers`() throws {
    let text = """
      ---
      title: T
      ---
      ```data d
      x
      1
      ```
      ```check
      1 + 1 = 2
      ```
      ```ask
      Two?
      answer: 2
      ```
      ```ask
      Which?
      - [x] this
      ```
      """
    let steps = LessonFixture(text: text).lesson.steps
    #expect(steps.map(\.name) == ["data d", "check", "question 1", "question 2"])
    #expect(steps.map(\.kind) == [.statement, .statement, .question, .question])
    #expect(steps[0].text == "x\n1")
    #expect(steps[2].text.hasPrefix("Two?") && steps[2].text.hasSuffix("answer: 2"))
  }

  @Test func `names that come again are numbered, and so are texts`() {
    let lesson = LessonFixture("x = 1\nforward\nforward\n# forward (2)\nforward").lesson
    #expect(lesson.steps.map(\.name) == ["x", "forward", "forward (2)", "forward (2) (2)", "forward (3)"])
    #expect(lesson.steps.map(\.repetition) == [0, 0, 1, 0, 2])
  }

  @Test func `a lesson with an error has the steps that can be read`() {
    let lesson = LessonFixture("x = 1\ny = = 2\nz = x").lesson
    #expect(!lesson.diagnostics.isEmpty)
    #expect(lesson.steps.map(\.name) == ["x", "z"])
  }

  @Test func `in every lesson the names differ, and every statement stands in its step's text`() throws {
    let folder = PackageFolder("Tests/LessonRuntimeTests/Lessons")
    for name in try folder.names(ending: ".md") {
      let text = try folder.text(of: name)
      let steps = LessonFixture(text: text).lesson.steps
      #expect(Set(steps.map(\.name)).count == steps.count)
      #expect(steps.allSatisfy { !$0.name.isEmpty && !$0.text.isEmpty && !$0.name.contains("\n") })
      // The steps follow one another in the file, each behind the one before it.
      var rest = Substring(text)
      for step in steps {
        let range = try #require(rest.firstRange(of: step.text), "\(name): \(step.name)")
        rest = rest[range.upperBound...]
      }
    }
  }
}
