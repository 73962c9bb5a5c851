import Algebra
import Diagnostics
import Engine
import LessonProgram
import LessonTestSupport
import Rendering
import Testing

@testable import LessonRuntime

@Suite("The numbers of variants")
struct VariantTests {
  /// A lesson of a calc cell and a vary cell.
  private func lesson(_ calc: String, vary: String?, behind: String = "") -> LessonFixture {
    let cell = vary.map { "\n```vary\n\($0)\n```\n" } ?? ""
    return LessonFixture(text: "---\ntitle: A lesson\n---\n\n```calc\n\(calc)\n```\n\(cell)\(behind)")
  }

  /// The numbers of a variant as `name=text`, or what is said in their place.
  private func numbers(_ fixture: LessonFixture, _ variant: String) -> [String] {
    #expect(fixture.lesson.diagnostics.isEmpty)
    switch fixture.lesson.numbers(ofVariant: variant) {
    case .drawn(let settings): return settings.map { "\($0.name)=\($0.text)" }
    case .refused(let diagnostic): return [diagnostic.message]
    case .cancelled: return ["cancelled"]
    }
  }

  private static let tenths = (1...9).map { "0.\($0)" }

  @Test("they are those of an own drawing", arguments: ["1", "2", "17", "ada", "Zoë", "2026-03 b"])
  func redrawn(variant: String) {
    let fixture = lesson(
      "param w1 = 1, w2 = 2, v = [1, 2]\nconst eta = 0.5",
      vary: "w1...w2 in 0.1...0.9 step 0.1\nv[2], v[1] in -1...1 step 0.5\neta in [0.10, 0.5, 1e-2]")
    let halves = ["-1", "-0.5", "0", "0.5", "1"]
    let sources = [
      ("w1", Self.tenths), ("w2", Self.tenths), ("v[2]", halves), ("v[1]", halves),
      ("eta", ["0.10", "0.5", "0.01"]),
    ]
    let expected = sources.map { name, source in
      name + "=" + Redrawing.number(from: source, for: name, of: "lesson", variant: variant)
    }
    #expect(numbers(fixture, variant) == expected)
  }

  @Test("a draw that a condition does not let pass is followed by the next one", arguments: 1...20)
  func rejected(variant: Int) {
    let fixture = lesson(
      "param a = 1, b = 2\ny = a + b", vary: "a, b in 0.1...0.9 step 0.1\nsuch that y == 1\nsuch that a < b")
    var draw: UInt64 = 0
    var expected: [String] = []
    repeat {
      expected = ["a", "b"].map { name in
        Redrawing.number(from: Self.tenths, for: name, of: "lesson", variant: String(variant), draw: draw)
      }
      draw += 1
    } while expected[0] >= expected[1] || Int(expected[0].suffix(1))! + Int(expected[1].suffix(1))! != 10
    #expect(numbers(fixture, String(variant)) == ["a=\(expected[0])", "b=\(expected[1])"])
  }

  @Test("they are these, on every machine")
  func golden() {
    let fixture = lesson("param a = 0.5, b = -25, c = 3", vary: nil)
    #expect(
      (1...4).map { numbers(fixture, String($0)).joined(separator: " ") } == Self.goldenNumbers)
  }

  private static let goldenNumbers: [String] = [
    "a=0.1 b=-46 c=3", "a=0.8 b=-78 c=8", "a=0.7 b=-94 c=3", "a=0.3 b=-25 c=9",
  ]

  @Test(
    "without a cell a number is drawn from those like it",
    arguments: [
      ("0.1", 0.1, 0.9, 9), ("-0.45", -0.99, -0.1, 90), ("2", 1, 9, 9), ("25", 10, 99, 90),
      ("0.50", 0.1, 0.99, 90), ("1.0", 1, 9.9, 90), ("0.05", 0.01, 0.09, 9), ("1e-3", 0.001, 0.009, 9),
      ("120", 100, 999, 900), ("-3", -9, -1, 9), ("12.5", 10, 99.9, 900),
    ])
  func ordinary(typed: String, lowest: Double, highest: Double, count: Int) throws {
    let fixture = lesson("input a = \(typed)", vary: nil)
    let numbers = try #require(fixture.lesson.variation.drawn.first?.numbers)
    #expect(numbers.count == count)
    let all = (0..<count).map { numbers[$0] }
    #expect(all.map(\.value).min() == lowest && all.map(\.value).max() == highest)
    #expect(all.allSatisfy { Double($0.text ?? "") == $0.value && ($0.text ?? "").count <= 5 })
    #expect(Set(all.map(\.text)).count == count)
  }

  @Test(
    "what is no measure of anything stays",
    arguments: [
      "input a = 0", "param a = 1", "param a = -1", "param a = 0.0", "target a = 0.5", "const a = 0.5",
      "param a ~ normal(0, 1)", "param a = 1/2", "param a = pi", "input a[1...3] = 0",
    ])
  func staying(calc: String) {
    let fixture = lesson(calc, vary: nil)
    #expect(fixture.lesson.diagnostics.isEmpty && !fixture.lesson.hasVariants)
  }

  @Test("an empty cell leaves a lesson without variants")
  func empty() { #expect(!lesson("param a = 0.5", vary: "# none").lesson.hasVariants) }

  @Test("no binary remainder is drawn")
  func decimals() throws {
    let fixture = lesson("param a = 0.5", vary: "a in 0.1...99.9 step 0.1")
    let numbers = try #require(fixture.lesson.variation.drawn.first?.numbers)
    #expect(numbers.count == 999)
    for index in 0..<999 { #expect(numbers[index].value == Double(index + 1) / 10) }
    #expect(numbers[2].text == "0.3" && numbers[9].text == "1")
  }

  @Test("a const that is the end of a range is drawn, too")
  func consts() {
    let fixture = lesson(
      "const n = 2\nparam w[1...n] = 0.5\ns = sum(w)", vary: "n in 1...3 step 1\nsuch that s == 1.5")
    #expect(numbers(fixture, "1") == ["n=3"])
  }

  @Test("draws with which the lesson stops, or an answer is a mistake, are not taken", arguments: 1...20)
  func unclear(variant: Int) {
    let ask = """

      ```ask
      What is a·b, to 1 decimal?
      answer: a*b
      digits: 1
      mistake: a -- b is missing
      ```

      """
    let fixture = lesson(
      "param a = 2, b = 3\nroot = sqrt(b)", vary: "a in -1...1 step 0.04\nb in -2...2 step 1", behind: ask)
    let drawn = numbers(fixture, String(variant)).map { Double($0.dropFirst(2))! }
    #expect(drawn[1] == 0 && drawn[0] != 0 || drawn[1] == 2 && abs(drawn[0]) > 0.05)
  }

  @Test("where no draw will do it is said why")
  func refused() {
    #expect(
      numbers(lesson("param a = 2", vary: "a in 1...3 step 1\nsuch that a > 0\nsuch that a > 3"), "x") == [
        "variant `x` finds no numbers in 1,000 draws: this condition is met by 0 of them"
      ])
    #expect(
      numbers(lesson("param a = 2\nb = ln(a)", vary: "a in -3...-3 step 1"), "x") == [
        "variant `x` finds no numbers in 1,000 draws: the lesson stops with each of them, with the last as ln(-3) has no value (in `ln(a)`)"
      ])
  }

  @Test("a condition that is never met ends within the bound of work")
  func bounded() {
    let fixture = lesson(
      "param a = 2\nrepeat 1000 times\n  a <- a + 1\nend", vary: "a in 1...3 step 1\nsuch that a < 0")
    let limits = WorkBound.Limits(operationsInAll: 20_000_000)
    guard case .refused(let diagnostic) = fixture.lesson.numbers(ofVariant: "1", within: limits) else {
      Issue.record("no draw will do")
      return
    }
    #expect(diagnostic.message.hasSuffix("draws: this condition is met by 0 of them"))
    #expect(diagnostic.hint?.contains("10,000,000,000 operations") == true)
  }

  @Test("many values and many choices are drawn from at once")
  func many() {
    let fixture = lesson(
      "param a[1...100000] = 1, b = 1", vary: "a in 0...999999 step 1\nb in -1e9...1e9 step 1e4")
    #expect(numbers(fixture, "1").count == 100_001)
  }

  // MARK: Pages

  private static let page = """
    ---
    title: A lesson
    ---

    # A lesson

    ```calc
    input x = 7
    param w = 0.75
    y = w*x
    ```

    w is `= w` here.

    ```vary
    w in [0.25]
    x in [3]
    ```

    ```check
    y = 5.25
    ```

    ```ask
    How large is y at x = `= x`?
    answer: y
    digits: 2
    mistake: w + x -- multiply `= w`
    hint: `= w`·`= x`
    ```

    """

  private func text(_ options: RunOptions) -> String {
    TextRenderer().text(of: LessonFixture(text: Self.page).lesson.run(options).transcript)
  }

  private func options(set: [RunOptions.Setting] = []) -> RunOptions {
    var options = RunOptions()
    guard case .drawn(let settings) = LessonFixture(text: Self.page).lesson.numbers(ofVariant: "17") else {
      return options
    }
    options.variant = "17"
    options.settings = settings + set
    return options
  }

  @Test("the page of a variant has its name, its numbers, no check and none of the old numbers")
  func pages() {
    let text = text(options())
    #expect(text.hasPrefix("variant 17\n\nA lesson\n========\n"))
    #expect(
      text.contains("w is 0.25 here") && text.contains("How large is y at x = 3?") && text.contains("0.75"))
    for old in ["✓", "✗", "5.25", "= 7", "w = 0.75", "vary", "draw"] {
      #expect(!text.contains(old), "\(old)")
    }
    #expect(self.text(RunOptions()).contains("✓ y = 5.25"))
  }

  @Test("a number that is set wins")
  func set() throws {
    let text = text(options(set: [try #require(RunOptions.Setting(name: "w", text: "0.5"))]))
    #expect(text.contains("w is 0.5 here") && text.contains("x = 3") && !text.contains("✓"))
  }

  // MARK: Surveys

  @Test("a survey counts the draws, and tells where answers lie")
  func survey() {
    let fixture = lesson(
      "param a = 2\nb = ln(a)", vary: "a in -1...8 step 1\nsuch that a != 3",
      behind: "\n```ask\nWhat is twice a?\nanswer: 2*a\nmistake: a^2\nmistake: 1/(a - 4)\n```\n")
    let survey = fixture.lesson.surveyOfVariants(300)
    #expect(
      survey.variantCount == 300 && survey.repeatedCount == 294 && survey.refusal == nil && survey.isSound)
    #expect(survey.firstStop?.hasSuffix("has no value (in `ln(a)`)") == true)
    #expect(survey.conditions.map(\.text) == ["a != 3"])
    let question = survey.questions[0]
    #expect(question.subject == "2*a" && question.lowest.text == "2" && question.highest.text == "16")
    #expect(question.mistakes.map(\.subject) == ["a^2"] && question.zeroCount == 0)
    let notTaken =
      survey.stopCount + (survey.runCount - survey.conditions[0].metCount)
      + (survey.runCount - question.clearCount)
    #expect(survey.drawCount - notTaken == 300)
  }

  @Test("a condition that is seldom met is no sound one")
  func seldom() {
    let fixture = lesson("param a = 2", vary: "a in 1...1000 step 1\nsuch that a <= 5")
    let survey = fixture.lesson.surveyOfVariants(20)
    #expect(!survey.isSound)
  }
}
