import LessonRuntime
import LessonTestSupport
import PythonTranslation
import TestSupport
import Testing

@Suite("Lessons in Python")
struct PythonTranslationTests {
  private func cells(_ text: String...) -> [PythonCell] {
    let cells = text.map { "```calc\n\($0)\n```\n" }.joined(separator: "\nThen.\n\n")
    let lesson = LessonFixture(text: "---\ntitle: A lesson\n---\n\n\(cells)").lesson
    return PythonTranslation.lesson(lesson, RunOptions()).cells
  }

  private func code(_ text: String) -> String { cells(text).flatMap(\.lines).joined(separator: "\n") }

  @Test(arguments: [
    ("input a = 2\nb = -a^2 + 3*(a - 1)/4", "b = formula(\"b\", lambda: -a**2 + 3*(a - 1)/4)"),
    ("input a = 2\nb = (-a)^2", "b = formula(\"b\", lambda: (-a)**2)"),
    (
      "input a = 2\nb = if a > 1 and a < 3 then exp(a) else 0",
      "choose(both(compare(a, \">\", 1), compare(a, \"<\", 3)), lambda: exp(a), lambda: 0)"
    ),
    ("param W = [[1, 2], [3, 4]]", "W = {(1, 1): 1, (1, 2): 2, (2, 1): 3, (2, 2): 4}"),
    ("input a = 2\nb = a^2\nc = ∂b/∂a", "lambda: derivative(\"b\", \"a\")"),
    ("input a = -0.5", "a = -0.5"),
    ("param V[1...2] ~ normal(0, 0.5)", "draw(\"normal\", 0, 0.5, names=[\"V[1]\", \"V[2]\"])"),
  ])
  func `a statement is written as Python says it`(lesson: String, python: String) {
    #expect(code(lesson).contains(python), "\(code(lesson))")
  }

  @Test(arguments: [
    ("lambda", "lambda_"), ("sum", "sum_"), ("exp", "exp_"), ("show", "show_"), ("In", "In_"), ("θ", "θ"),
    ("日", "u65e5"), ("math", "math_"), ("losses", "losses_"), ("exp_of", "exp_of_"),
  ])
  func `a name of Python, of the notebook or of another script gets a name of its own`(
    name: String, identifier: String
  ) {
    let code = code("input \(name) = 2\nfirst = \(name) + 1")
    #expect(code.contains("\(identifier) = 2"))
    #expect(code.contains("lambda: \(identifier) + 1"))
  }

  @Test func `names that would be alike are told apart`() {
    let code = code("input sum_ = 1, sum = 2\ny = sum - sum_")
    #expect(code.contains("sum_, sum__ = 1, 2"))
    #expect(code.contains("lambda: sum__ - sum_"))
  }

  @Test func `what is printed is what the lesson works out`() {
    let cell = cells("input a = 2\nb = a/3\nexplain ∂b/∂a")[0]
    #expect(cell.output == ["b = 0.66667", "∂b/∂a = 0.33333"])
  }

  @Test func `what steps leave of a trained 0 is shown as 0, and a small param by itself as it is`() throws {
    let start = "param w = 0.3, v = 0\nE = 1/2*w^2 + (0.1 + 0.2 - 0.3)*v\n"
    for steps in [
      "update w, v to reduce E with sgd(rate: 0.1)",
      "train w, v to reduce E with sgd(rate: 0.1) for 1 epochs",
      "repeat 1 times\n  update w, v to reduce E with sgd(rate: 0.1)\n  forward\nend",
    ] {
      let cell = try #require(cells(start + steps).first)
      #expect(cell.output.contains("w = 0.27") && cell.output.contains("v = 0"), "\(cell.output)")
      #expect(cell.lines.joined().contains("noise=True"))
    }
    let alone = "param v = 1e-20\nE = 1/2*v^2\nupdate v to reduce E with sgd(rate: 0.5)"
    let cell = try #require(cells(alone).first)
    #expect(cell.output.last == "v = 5e-21")
  }

  @Test func `a formula that is nested too deep for Python is taken as it is, and says so`() {
    let deep = String(repeating: "exp(0*(", count: 40) + "a" + String(repeating: "))", count: 40)
    #expect(code("input a = 2\nb = \(deep)").contains("b = 1  # taken as it is"))
  }

  @Test func `a sum of thousands of terms is no deeper than a call`() {
    let long = (1...3000).map { "a/\($0)" }.joined(separator: " + ")
    #expect(code("input a = 2\nb = \(long)").contains("chain(a/1, \"+\", a/2"))
  }

  @Test func `the cells end where the lesson stops`() {
    let cells = cells("input a = 0\nb = a + 1", "c = ln(a)", "d = 2")
    #expect(cells.count == 1)
    #expect(cells[0].output == ["b = 1"])
  }

  @Test func `a lesson that draws nothing and has no rows needs less of the preamble`() {
    let plain = PythonTranslation.lesson(LessonFixture("input a = 2").lesson, RunOptions()).preamble
    let drawing = PythonTranslation.lesson(
      LessonFixture("input a ~ normal(0, 1)").lesson, RunOptions()
    ).preamble
    #expect(!plain.contains("def philox") && !plain.contains("def train"))
    #expect(drawing.contains("def philox") && !drawing.contains("def train"))
    #expect(plain.hasSuffix("SETTINGS.update(decimals=5, cut_off=False, seed=1)\n"))
  }

  @Test func `no line of a lesson of the course begins with what means something else in a notebook`() throws
  {
    for lesson in try CourseLesson.course().prefix(12) {
      for line in PythonTranslation.lesson(lesson.lesson, RunOptions()).cells.flatMap(\.lines) {
        let first = line.drop { $0 == " " }.first
        #expect(first.map { !"%!?=/,;".contains($0) } == true, "\(lesson.name): \(line)")
      }
    }
  }
}
