import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

@Suite struct StandpointTests {
  // MARK: What is known

  @Test func `before the first part nothing is known`() {
    let lesson = SteppedLesson(twoTwoTwo)
    #expect(lesson.standpoint(after: -1).names == [])
    #expect(lesson.standpoint(after: -1).why("w5").text == "w5 comes later in the lesson\n\nw5\n^~")
  }

  @Test func `names are known from where they are defined on, families by their own names`() {
    let lesson = SteppedLesson("param w = [1, 2]\nh[j] = w[j] for j in 1...2\ny = h[1]\nw[1] <- 5")
    #expect(lesson.standpoint(after: 0).names == ["w"])
    #expect(lesson.standpoint(after: 1).names == ["h", "w"])
    #expect(lesson.standpoint(after: 2).names == ["y", "h", "w"])
    #expect(lesson.standpoint(after: 1).value(of: "y").text == "y comes later in the lesson\n\ny\n^")
  }

  @Test(arguments: try CourseLesson.course().prefix(4))
  func `a number is known as it was, however far the lesson has gone on`(
    lesson: CourseLesson
  ) throws {
    // Where it stands, a run tells its own numbers; when it has gone on, those of its trace.
    let live = StepwiseRun(lesson.lesson)
    var told: [(place: Int, values: [String])] = []
    while live.goOn() {
      let place = live.transcript.parts.count - 1
      let here = live.standpoint(afterPart: place)
      if place % 16 == 5 { told.append((place, here.names.map { here.value(of: $0).text })) }
    }
    for (place, values) in told {
      let standpoint = live.standpoint(afterPart: place)
      #expect(standpoint.names.map { standpoint.value(of: $0).text } == values)
    }
  }

  @Test func `of given numbers that stand below each other the last row is there with the part`() {
    let lesson = SteppedLesson("param a = 1\nparam b = 2\ny = a + b", parts: 1)
    #expect(lesson.here.names == ["a", "b"])
    #expect(lesson.run.statement(ofPart: 0) == 1)
    #expect(lesson.run.partCount(throughStatement: 0) == 1)
    #expect(lesson.run.partCount(throughStatement: 2) == 2)
    #expect(lesson.run.isOver)
  }

  @Test func `in the midst of a loop the numbers are those of its pass`() {
    let lesson = SteppedLesson(
      "```data rows\nx, t\n1, 2\n2, 3\n```",
      "input x, t from rows\nparam w = 1\ny = w*x\nL = (y - t)^2",
      "for row of rows\n  forward\n  w <- w - 0.1*∂L/∂w\nend\nforward")
    let stale =
      "y is stale: it has not been worked out since w was changed\n\ny\n^\n\nw was changed in step 6"
    let pass = { (part: Int) in ["w", "row", "y"].map { lesson.standpoint(after: part).value(of: $0).text } }
    #expect(
      pass(4) == [
        "w = 1", "row = 1",
        "y is stale: it has not been worked out since x was changed\n\ny\n^\n\nx was changed in step 6",
      ])
    #expect(pass(5) == ["w = 1", "row = 1", "y = 1"])
    #expect(pass(6) == ["w = 1.2", "row = 1", stale])
    #expect(pass(8) == ["w = 1.2", "row = 2", "y = 2.4"])
    #expect(pass(9)[0] == "w = 1.44")
    #expect(pass(10) == ["w = 1.44", "row is not known here\n\nrow\n^~~", "y = 1.44"])
  }

  @Test func `a value that is stale is told with what has changed it`() {
    let lesson = SteppedLesson("param w = 1\ny = 2*w\nw <- 3\nforward")
    #expect(lesson.standpoint(after: 1).value(of: "y").text == "y = 2")
    #expect(
      lesson.standpoint(after: 2).value(of: "2*y").text
        == "y is stale: it has not been worked out since w was changed\n\n2*y\n  ^\n\nw was changed in step 3"
    )
    #expect(lesson.standpoint(after: 3).value(of: "y").text == "y = 6")
  }

  @Test func `where the lesson has stopped, what was known before is known`() {
    let lesson = SteppedLesson("param w = 1\ny = 2*w\nz = 1/(w - 1)")
    #expect(lesson.run.isOver)
    #expect(lesson.here.names == ["w", "y"])
    #expect(lesson.here.value(of: "y").text == "y = 2")
    let wrong = SteppedLesson("y = 2*w")
    #expect(wrong.run.isOver && wrong.run.diagnostics.count == 1)
    #expect(wrong.here.names == [])
  }

  // MARK: What cannot be worked out

  struct Row: Sendable, CustomTestStringConvertible {
    let typed: String
    let said: String

    init(_ typed: String, _ said: String) {
      self.typed = typed
      self.said = said
    }

    var testDescription: String { typed }
  }

  private let network = SteppedLesson(twoTwoTwo)

  @Test(arguments: [
    Row("", "nothing is typed"),
    Row("   ", "nothing is typed"),
    Row("out_h3", "out_h3 is not known here\n\nout_h3\n^~~~~~"),
    Row("w5 w6", "an operator is missing between w5 and w6\n\nw5 w6\n   ^~\n\na product is written w5*w6"),
    Row("2 +", "a value is missing behind +\n\n2 +\n  ^"),
    Row("f(2)", "there is no function f\n\nf(2)\n^"),
    Row("1/(w5 - w5)", "1/0 has no value (in 1/(w5 - w5))"),
    Row("exp(1000)", "exp(1000) is too large for a number"),
    Row(
      "∂sqrt(w5)/∂w5",
      "/∂ is missing behind sqrt\n\n∂sqrt(w5)/∂w5\n     ^\n\nwhat is more than a name stands in parentheses: ∂(sigmoid(z))/∂z"
    ),
    Row(
      "sum(i for i in 1...10000000000)",
      "a range has at most 1,000,000 values, and this one has more\n\nsum(i for i in 1...10000000000)\n               ^~~~~~~~~~~~~~~"
    ),
    Row("x in 1...2", "an expression is meant here, and in has no place in this one\n\nx in 1...2\n  ^~"),
  ])
  func `is told with its place`(row: Row) {
    let remarks = network.here.value(of: row.typed)
    #expect(remarks.isRefusal)
    #expect(remarks.text == row.said)
  }

  @Test func `what would take too long is refused`() {
    let long = network.here.value(of: String(repeating: "1+", count: 6000) + "1")
    #expect(long.text == "this line is longer than 10,000 bytes, which is the bound")
    let deep = network.here.value(
      of: String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300))
    #expect(deep.text.hasPrefix("this nests deeper than 200 levels"))
    let varied = network.here.why("∂(product(1 + w5/i for i in 1...2000))/∂w5")
    #expect(varied.text == "to work this out takes more than is done for a typed line")
    let far = "sum(exp(i + j) for i in 1...100, j in 1...100000)"
    #expect(
      network.here.value(of: far).text.hasPrefix("these ranges have more than 1,000,000 values together"))
  }

  @Test func `what is typed changes nothing of the run`() {
    let typed = [
      "why w5", "w5", "sum(i for i in 1...50)", "∂E_total/∂w1", "1/0", "(((", "w5 <- 3", "w5 = 3", "\u{0}",
      "∂", "“",
      "E_total*0", "local(E_1, out_o1)", "a\nb", "# comment", "if w5 > 0 then 1 else ln(0)",
    ]
    let plain = SteppedLesson(twoTwoTwo + "\nupdate all to reduce E_total with adam(0.1)\nforward")
    let asked = StepwiseRun(plain.lesson)
    while asked.goOn() {
      let part = asked.transcript.parts.count - 1
      for text in typed where part % 3 == 0 {
        let here = asked.standpoint(afterPart: part)
        _ = (here.why(text), here.value(of: text), here.change(text))
      }
    }
    #expect(String(describing: asked.transcript) == String(describing: plain.run.transcript))
  }
}
