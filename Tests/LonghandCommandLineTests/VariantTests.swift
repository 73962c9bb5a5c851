import LonghandCommandLine
import Testing

@Suite("Variants")
struct VariantTests {
  private static let varied =
    Lessons.lesson("A sum", calc: "param w5 = 0.5, w6 = 0.5\ns = w5 + w6", check: "s = 1")
      + """

      ```vary
      w5 in 0.1...0.9 step 0.1
      such that w5 != w6
      ```

      ```ask
      What is s, to 1 decimal?
      answer: s
      digits: 1
      mistake: w6
      ```

      """

  private func folder(_ lesson: String = varied) throws -> TemporaryFolder {
    try TemporaryFolder([
      ("Lessons/11-varied.md", lesson),
      ("Lessons/12-sum.md", Lessons.lesson("Nothing", calc: "x = 2 + 3", check: "")),
    ])
  }

  @Test("`run --variant` shows the same page for the same variant, whatever stands around its name")
  func page() throws {
    let folder = try folder()
    let page = longhand(["run", "varied", "--variant", "ada 7"], in: folder)
    #expect(page.status == .success && page.messages.isEmpty)
    #expect(page.results.hasPrefix("variant ada 7\n\nA sum\n=====\n"))
    #expect(!page.results.contains("✓"))
    #expect(longhand(["run", "--variant= ada  7 ", "varied"], in: folder).results == page.results)
    #expect(longhand(["run", "--variant", "8", "varied"], in: folder).results != page.results)
  }

  @Test("a number of `--set` wins over that of the variant")
  func set() throws {
    let page = longhand(["run", "varied", "--variant", "3", "--set", "w5=7.25"], in: try folder())
    #expect(page.status == .success && page.results.contains("w5 = 7.25"))
    #expect(page.results.hasPrefix("variant 3\n") && !page.results.contains("✓"))
  }

  @Test("`step --variant` goes through the page, and keeps nothing")
  func step() throws {
    let folder = try folder()
    let steps = longhand(
      ["step", "--plain", "varied", "--variant", "3"], in: folder, standardInput: "\n\n\n\nq\n")
    #expect(steps.status == .success && steps.results.hasPrefix("variant 3\n"))
  }

  @Test("`check --variants` tells what the variants are like")
  func survey() throws {
    let folder = try folder()
    let outcome = longhand(["check", "varied", "--variants", "60"], in: folder)
    #expect(outcome.status == .success && outcome.messages.isEmpty)
    #expect(
      outcome.results == """
        varied: 60 variants, 52 like an earlier one, of 72 draws
          question 1: s is 0.6 to 1.4
          such that w5 != w6: met by 60 of 72 draws

        """)
    #expect(longhand(["check", "varied", "--variants", "60"], in: folder).results == outcome.results)
    let course = longhand(["check", "--variants", "60"], in: folder)
    #expect(course.status == .success && course.results == outcome.results + "sum: no variants\n")
  }

  @Test("`check --variants` ends with 1 where a condition is seldom met, or never")
  func seldom() throws {
    let seldom = Self.varied.replacing(
      "step 0.1\nsuch that w5 != w6", with: "step 0.001\nsuch that w5 < 0.104")
    let outcome = longhand(["check", "varied", "--variants", "10"], in: try folder(seldom))
    #expect(outcome.status == .failure && outcome.messages.isEmpty)
    #expect(outcome.results.contains("such that w5 < 0.104: met by 10 of"))
    #expect(outcome.results.contains(", which is less than one in a hundred"))
    let never = longhand(
      ["check", "varied", "--variants", "10"],
      in: try folder(Self.varied.replacing("w5 != w6", with: "w5 > w6 + 1")))
    #expect(never.status == .failure)
    #expect(never.results.contains("varied: 0 variants, of 1000 draws\n"))
    #expect(
      never.messages.contains(
        "error: variant `1` finds no numbers in 1,000 draws: this condition is met by 0 of them"))
  }
}
