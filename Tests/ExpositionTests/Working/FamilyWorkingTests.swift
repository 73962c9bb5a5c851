import LessonTestSupport
import Testing

@Suite struct FamilyWorkingTests {
  @Test func `the first of formulas that are alike is shown in full, the others as results`() {
    let lesson = LessonFixture("input x = [1, 2, 3]\nh[i] = 2*x[i] + 1 for i in 1...3")
    #expect(
      lesson.working() == """
        input   x[1] = 1   x[2] = 2   x[3] = 3

        h[1] = 2·x[1] + 1
             = 2·1 + 1
             = 2 + 1
             = 3
        h[2] = 5   h[3] = 7                                 same formula: explain h
        """)
  }

  @Test func `explain of a family shows all of its elements and what is beneath them`() {
    let lesson = LessonFixture(
      "input x = [1, 2]\nz[i] = x[i]^2 for i in 1...2\nh[i] = z[i] + 1 for i in 1...2\n# all\nexplain h")
    #expect(
      lesson.working().hasSuffix(
        """
        z[1] = x[1]² = 1² = 1

        z[2] = x[2]² = 2² = 4

        h[1] = z[1] + 1 = 1 + 1 = 2

        h[2] = z[2] + 1 = 4 + 1 = 5
        """))
  }

  @Test func `twelve terms are shown all, of thirteen the first three and the last`() {
    let twelve = LessonFixture("a = sum(i for i in 1...12)").working(width: 120)
    #expect(twelve == "a = 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 = 78")
    // 4 + 5 + … + 12 is 72.
    let thirteen = LessonFixture("param x[1...13] = 1\nx[i] <- i for i in 1...13\ns = sum(x)").working(
      width: 120)
    #expect(thirteen.contains("s = x[1] + x[2] + x[3] + … + x[13] = 1 + 2 + 3 + 72 + 13 = 91"))
  }

  /// The number that stands for what is left out is what it comes to, so that the line is true.
  @Test(arguments: [
    ("sum(x)", "1 + 2 + 3 + 72 + 13 = 91"),
    ("product(x)", "1·2·3·79833600·13 = 6227020800"),
    ("max(x)", "max(1, 2, 3, 12, 13) = 13"),
    ("min(x)", "min(1, 2, 3, 4, 13) = 1"),
    ("mean(x)", "(1 + 2 + 3 + 72 + 13)/13 = 7"),
    // 16 + 25 + … + 144 is 650 − 14.
    ("dot(x, x)", "1·1 + 2·2 + 3·3 + 636 + 13·13"),
    ("1 - sum(x)", "1 − (1 + 2 + 3 + 72 + 13)"),
  ])
  func `a shortened line is true as it is printed`(expression: String, shown: String) {
    let lesson = LessonFixture("x[i] = i for i in 1...13\ny = \(expression)")
    #expect(lesson.working(width: 120).contains(shown))
  }

  @Test func `of a thousand elements the first two dozen are shown, and how to see the others`() {
    let working = LessonFixture("param x[1...1000] = 0.5\nh[i] = 2*x[i] for i in 1...1000\ns = sum(h)")
      .working()
    #expect(working.contains("x[24] = 0.5"))
    #expect(!working.contains("x[25] = "))
    #expect(working.contains("… 976 more like these: explain x"))
    #expect(working.contains("h[25] = 1"))
    #expect(!working.contains("h[26] = 1"))
    #expect(working.contains("… 975 more like these: explain h"))
    #expect(working.contains("s = h[1] + h[2] + h[3] + … + h[1000] = 1 + 1 + 1 + 996 + 1 = 1000"))
    #expect(working.split(separator: "\n").count < 40)
  }

  @Test func `explain shows all of a thousand elements`() {
    let working = LessonFixture("param x[1...1000] = 0.5\nexplain x").working()
    #expect(working.contains("x[1000] = 0.5"))
  }

  @Test func `the reverse pass goes over every element`() {
    let lesson = LessonFixture(
      "param w = [2, 3]\nh[i] = w[i]^2 for i in 1...2\nL = sum(h)\n# back\nbackward L")
    #expect(
      lesson.working().hasSuffix(
        """
        ∂L/∂L = 1
        ∂L/∂h[2] = ∂L/∂L = 1
        ∂L/∂h[1] = ∂L/∂L = 1
        ∂L/∂w[2] = ∂L/∂h[2]·2·w[2] = 1·2·3 = 6
        ∂L/∂w[1] = ∂L/∂h[1]·2·w[1] = 1·2·2 = 4
        """))
  }

  @Test func `twenty thousand names are defined, read and run`() throws {
    let names = (1...20_000).map { "a\($0) = \($0 == 1 ? "1" : "a\($0 - 1) + 1")" }
    try FamilyValues("param " + (1...20_000).map { "p\($0) = 1" }.joined(separator: ", "), "p20000 = 1")
      .expectChecks()
    let short = names.prefix(4_000).joined(separator: "\n")
    try FamilyValues(short, "a4000 = 4000").expectChecks()
  }

  @Test func `fifty thousand chained conditions are refused, as nesting is`() {
    let chain = (1...50_000).map { "if x == \($0) then \($0) else " }.joined()
    let errors = LessonFixture("input x = 3\ny = \(chain)0").errors
    #expect(errors.contains("error: this nests deeper than 200 levels"))
    #expect(errors.split(separator: "error:").count == 2)
  }
}
