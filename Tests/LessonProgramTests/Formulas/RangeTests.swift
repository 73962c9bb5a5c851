import LessonTestSupport
import Testing

@Suite struct RangeTests {
  @Test(arguments: [
    FamilyValues("a = sum(i for i in 1...100)", "a = 5050"),
    FamilyValues("a = sum(i^2 for i in -3...3)", "a = 28"),
    FamilyValues("a = product(i for i in 1...6)", "a = 720"),
    FamilyValues(
      "a = mean(i for i in 1...4)\nb = max(-i for i in 1...4)\nc = min(-i for i in 1...4)", "a = 2.5",
      "b = -1", "c = -4"),
    FamilyValues("a = sum(i for i in 3...1)\nb = product(i for i in 3...1)", "a = 0", "b = 1"),
    FamilyValues("a = sum(i for i in 5...5)", "a = 5"),
    // The second range may depend on the first.
    FamilyValues("a = sum(10*i + j for i in 1...3, j in 1...i)", "a = 150"),
    FamilyValues("a = sum(1 for i in 1...4, j in 1...5, k in 1...6)", "a = 120"),
    FamilyValues("a = sum(sum(i*j for j in 1...2) for i in 1...3)", "a = 18"),
    FamilyValues("x = [5, 6, 7]\na = sum(x[i]*i for i in 1...count(x))", "a = 38"),
    FamilyValues("const k = [2, 3]\na = sum(i for i in k[1]...k[2]*2)", "a = 20"),
    FamilyValues("h[i] = 1 for i in 1...10 step 3\n", "count(h) = 4", "h[10] = 1", "h[4] = 1"),
    FamilyValues("a = sum(i for i in 1...6 step 2)", "a = 9"),
    FamilyValues("a = sum(i for i in 1...2 step 0.25)", "a = 7.5"),
    // The end is a value of the range though 0.1 is no binary number.
    FamilyValues("a = sum(1 for i in 0...1 step 0.1)\nb = max(i for i in 0...1 step 0.1)", "a = 11", "b = 1"),
    FamilyValues("a = sum(1 for i in 0...1 step 1/3)", "a = 4"),
    FamilyValues(
      "a = sum(1 for i in 0...1 step 0.3)\nb = max(i for i in 0...1 step 0.3)", "a = 4", "b = 0.9"),
    FamilyValues("a = sum(i for i in 1...3 step 1e300)", "a = 1"),
    // Within a billionth an end is whole: 0.1·3·10 is 3.0000000000000004.
    FamilyValues("a = sum(i for i in 1...0.1*3*10)", "a = 6"),
  ])
  func `a range has its ends and what lies a step apart between them`(row: FamilyValues) throws {
    try row.expectChecks()
  }

  @Test func `an empty range adds up to 0 and multiplies to 1 without any working`() {
    let lesson = LessonFixture("a = sum(i for i in 3...1)\nb = product(i for i in 3...1)")
    #expect(lesson.working() == "a = 0\n\nb = 1")
  }
}
