import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import Tutor

@Suite("Why a number is what it is") struct WhyTests {
  private let network = SteppedLesson(twoTwoTwo)

  struct Row: Sendable, CustomTestStringConvertible {
    let typed: String
    let said: String

    init(_ typed: String, _ said: String) {
      self.typed = typed
      self.said = said
    }

    var testDescription: String { typed }
  }

  // The numbers are those of the lecture, and of a computation with fifty digits.
  @Test(arguments: [
    Row(
      "sum_h1",
      """
      sum_h1 = i1·w1 + i2·w3 + b1
             = 0.1·0.1 + 0.5·0.3 + 0.25
             = 0.01 + 0.15 + 0.25
             = 0.41

      look further: i1, w1, i2, w3, b1
      """),
    Row("w5", "w5 = 0.5                                            given"),
    Row("  w5 ", "w5 = 0.5                                            given"),
    Row(
      "∂E_total/∂w5",
      """
      ∂E_total/∂w5 = ∂E_1/∂out_o1 · ∂out_o1/∂sum_o1 · ∂sum_o1/∂w5
      ∂E_total/∂w5 = 0.68493 · 0.19481 · 0.60109 = 0.08020

      look further: ∂E_1/∂out_o1, ∂out_o1/∂sum_o1, ∂sum_o1/∂w5
      """),
    Row(
      "grad(E_total, w1)",
      """
      w1 reaches E_total by 2 paths:
        1  E_total ← E_1 ← out_o1 ← sum_o1 ← out_h1 ← sum_h1 ← w1
           0.68493 · 0.19481 · 0.5 · 0.23978 · 0.1 = 0.00160
        2  E_total ← E_2 ← out_o2 ← sum_o2 ← out_h1 ← sum_h1 ← w1
           −0.17045 · 0.17185 · 0.7 · 0.23978 · 0.1 = −0.000492
      ∂E_total/∂w1 = 0.00160 + (−0.000492) = 0.00111

      look further: ∂E_1/∂out_o1, ∂out_o1/∂sum_o1, ∂sum_o1/∂out_h1, ∂E_2/∂out_o2, ∂out_o2/∂sum_o2,
        ∂sum_o2/∂out_h1, ∂out_h1/∂sum_h1, ∂sum_h1/∂w1
      """),
    // One link is shown in full.
    Row(
      "∂out_o1/∂sum_o1",
      """
      out_o1 = σ(sum_o1)
        ∂out_o1/∂sum_o1 = out_o1·(1 − out_o1) = 0.73493·(1 − 0.73493) = 0.19481

      look further: out_o1
      """),
    Row(
      "local(E_1, out_o1)",
      """
      E_1 = ½·(t1 − out_o1)²
        local(E_1, out_o1) = out_o1 − t1 = 0.73493 − 0.05 = 0.68493

      look further: out_o1, t1
      """),
    Row(
      "∂E_total/∂E_1",
      "E_total = E_1 + E_2                                 passes E_1 on with factor 1, left out\n\n∂E_total/∂E_1 = 1"
    ),
    Row("∂sum_h1/∂w2", "∂sum_h1/∂w2 = 0\n  w2 does not reach sum_h1"),
    Row(
      "2*(w5 + out_h1)",
      """
      2·(w5 + out_h1) = 2·(0.5 + 0.60109) = 2.20218

      look further: w5, out_h1
      """),
    Row("1 + 1", "1 + 1 = 2"),
    // As steps are called.
    Row("explain w5", "w5 = 0.5                                            given"),
    Row("w5 <-", "w5 = 0.5                                            given"),
    Row("backward E_total", "E_total = E_1 + E_2 = 0.23456 + 0.01453 = 0.24909\n\nlook further: E_1, E_2"),
  ])
  func `one level deep, with what may be asked next`(row: Row) {
    let remarks = network.here.why(row.typed)
    #expect(remarks.text == row.said)
    #expect(!remarks.isRefusal)
  }

  @Test func `of a family, the first element in full and the results of the others`() {
    let lesson = SteppedLesson("param w = [1, 2, 3]\nh[j] = w[j]^2 for j in 1...3")
    #expect(lesson.here.why("h").text == "h[1] = w[1]² = 1² = 1\nh[2] = 4   h[3] = 9\n\nlook further: w[1]")
    #expect(lesson.here.why("w").text == "w[1] = 1   w[2] = 2   w[3] = 3                      given")
    #expect(lesson.here.why("h[2]").text == "h[2] = w[2]² = 2² = 4\n\nlook further: w[2]")
  }

  @Test func `of data, it is said what can be made of its rows`() {
    let lesson = SteppedLesson("```data points\na, b\n1, 2\n3, 4\n```", "input a = 0\ny = 2*a")
    #expect(
      lesson.here.why("points").text
        == "points is data, and mean(a over points) is a number made of its rows")
    #expect(lesson.here.value(of: "mean(a over points)").text.hasSuffix("= 2"))
  }

  @Test func `a link beside which there are other ways is told as a local derivative`() {
    let lesson = SteppedLesson("param w = 2\nz = w^2\ny = z*w\nE = y^2")
    #expect(lesson.here.why("∂E/∂w").text.hasSuffix("look further: ∂E/∂y, ∂y/∂z, local(y, w), ∂z/∂w"))
  }

  @Test func `a given number tells where it comes from`() {
    let lesson = SteppedLesson(
      "param w = 1\nconst c = 2*w\ninput x ~ uniform(0, 1)\ny = w*c\nw <- 3\nforward",
      "repeat 2 times\n  forward\n  update w to reduce y with sgd(1)\nend")
    let places = lesson.run.transcript.parts.count
    #expect(lesson.standpoint(after: 0).why("w").text.hasSuffix(" given"))
    #expect(lesson.standpoint(after: 1).why("c").text.hasSuffix(" given, worked out once in step 2"))
    #expect(lesson.here.why("x").text.hasSuffix(" given, drawn at random in step 3"))
    #expect(
      lesson.standpoint(after: 4).why("w").text
        == "w = 3                                               given, changed in step 5")
    #expect(lesson.standpoint(after: places - 1).why("w").text.hasSuffix(" given, changed in step 7"))
  }

  @Test func `the value of an expression is shown with its working`() {
    let here = network.here
    #expect(here.value(of: "out_h1").text == "out_h1 = 0.60109")
    #expect(here.value(of: "w5").text == "w5 = 0.5")
    #expect(here.value(of: "∂E_total/∂w5").text == "∂E_total/∂w5 = 0.08020")
    #expect(here.value(of: "w5*w6").text == "w5·w6 = 0.5·0.6 = 0.3")
    #expect(here.value(of: "7").text == "7")
    #expect(
      here.value(of: "sum(i for i in 1...20)").text
        == "1 + 2 + 3 + 184 + 20 = 210                          … is 16 more")
  }

  @Test func `a derivative mentions the other elements of a softmax, as the lesson does`() {
    let lesson = SteppedLesson("input z = [1, 2, 3]\np = softmax(z)")
    #expect(lesson.here.why("∂p[1]/∂z[2]").text.contains("∂p[1]/∂z[2] = −p[1]·p[2] = −0.09003·0.24473"))
  }

  @Test func `of a matrix the first element is shown in full, and all in rows`() {
    let lesson = SteppedLesson("param W = [[1, 2], [3, 4]]\nB = 2*W")
    #expect(
      lesson.here.why("B").text
        == "B[1,1] = 2·W[1,1] = 2·1 = 2\nB = [ 2   4 ]\n    [ 6   8 ]\n\nlook further: W[1,1]")
    #expect(
      lesson.here.why("W").text == "W = [ 1   2 ]\n    [ 3   4 ]                                       given")
  }
}
