import Testing

@Suite("The reader of transcripts, of families and conditions")
struct FamilyTests {
  @Test(
    "takes what is true as printed",
    arguments: [
      "y = if z > limit then 1 else 0 = 1  because 2 > 1.5",
      "y = if z ≤ limit then z else 3·limit = 3·1.5 = 4.5  because 2 > 1.5",
      "y = (if z > limit then z else 0)·2 + limit = 2·2 + 1.5 = 4 + 1.5 = 5.5  because 2 > 1.5",
      "y = if not (z < limit or z == 3) then 1 else 0 = 1  because 2 ≥ 1.5, 2 ≠ 3",
      "y = if z > 1 and abs(limit − z) > 0.3 then 1 else 0 = 1  because 2 > 1, 0.5 > 0.3",
      "y = if z > 3 and limit > 1 then 1 else 0 = 0  because 2 ≤ 3",
      "y = if (z + 1)·2 ≠ limit then (if z ≥ 2 then 1 else 5) else 0 = 1  because 6 ≠ 1.5, 2 ≥ 2",
      "y = if (if z > 1 then 5 else 3) > 4 then limit else z = 1.5  because 2 > 1, 5 > 4",
      "y = if 1 == class then 1 else 0 = 0  because 1 ≠ 2",
      "y = if f > 0.333333 then 1 else 0 = 1  because 0.3333333 > 0.333333",
      "y = if f > 0.333333 then 1 else 0 = 0  because 0.3333329 ≤ 0.333333",
      "p[1] = 0   p[2] = 7   same formula: explain p",
      "p[1] = 0  because 2 > 1",
      "L = −ln(p[class]) = −ln(p[2]) = −ln(0.5) = 0.69315",
      "L = 3·p[next[class]] = 3·p[3] = 3·0.3 = 0.9",
      "L = −1/z·(p[2] + 1) = −½·(0.5 + 1) = −½·1.5 = −0.75",
      "∂(σ(z))/∂z = 0.10499",
      "s = ∂L/∂z = 0.10499",
      "m = max(p[1], p[2], p[3]) = max(0.2, 0.5, 0.3) = 0.5",
      "m = min(0.2, −0.5) = −0.5", "y = abs(−0.7) = 0.7", "y = √(16) + sqrt(4) = 6", "y = sign(−3) = −1",
      "y = step(0) + step(−0.1) + step(7) = 1 + 0 + 1 = 2", "y = relu(−1) + relu(2) = 0 + 2 = 2",
      "y = sin(1) = 0.84147", "y = cos(1) = 0.54030", "y = tan(1) = 1.55741", "y = arctan(1) = 0.78540",
      "y = sinh(1) = 1.17520", "y = cosh(1) = 1.54308", "y = softplus(0) = 0.69315", "y = exp(1) = 2.71828",
      "y = leaky_relu(−2, 0.1) = −0.2", "y = prelu(−2, 0.25) = −0.5", "y = elu(−1, 2) = −1.26424",
      "y = gelu(1) = 0.84134", "y = erf(1) = 0.84270", "y = floor(−1.5) = −2", "y = factorial(5) = 120",
      "y = log(8) = 2.07944", "y = log2(8) = 3", "y = log10(1000) = 3",
      "t = z + 2·z + … + 9·z = 2 + 2·2 + 30 + 9·2 = 54  … is 5 more; in full: explain",
      "m = max(p[1], …, p[3]) = max(0.2, 0.5, 0.3) = 0.5  … is 1 more; in full: explain",
      "✓ p[1] + p[2] + p[3] = 1", "✓ (step(0.1) − step(−0.1))/0.2 = 5",
    ])
  func truth(_ line: String) { #expect(Self.faults(in: line) == []) }

  @Test(
    "refuses what is not true as printed",
    arguments: [
      ("y = if z > limit then 1 else 0 = 1  because 1 > 1.5", "‘1 > 1.5’ is not so"),
      (
        "y = if z > limit then 1 else 0 = 1  because 2 > 1",
        "what decided ‘if z > limit then 1 else 0’ is not among the reasons"
      ),
      (
        "y = if z > limit then 1 else 0 = 1",
        "what decided ‘if z > limit then 1 else 0’ is not among the reasons"
      ),
      (
        "y = if z > limit then 1 else 0 = 1  because 2 > 1.5, 3 > 1",
        "among the reasons is one that does not decide ‘if z > limit then 1 else 0’"
      ),
      (
        "y = if z > 1 and limit > 1 then 1 else 0 = 1  because 2 > 1",
        "what decided ‘if z > 1 and limit > 1 then 1 else 0’ is not among the reasons"
      ),
      ("y = if z > limit then 1 else 0 = 0  because 2 > 1.5", "‘0’ is not its formula in numbers"),
      ("y = if z > limit then z else 0 = 3  because 2 > 1.5", "z is 2 on this page, not 3"),
      (
        "y = if z > w then 1 else 0 = 1  because 2 > 1",
        "nothing on the page decides ‘if z > w then 1 else 0’"
      ),
      ("r[1] = 0   same formula: explain p", "r[1] is no element of p"),
      ("r[1] = 0   same formulas: explain r, explain s", "no element of s is on this page"),
      ("L = 3·p[class] = 3·p[1] = 3·0.2 = 0.6", "p[class] is p[2], not as in ‘3·p[1]’"),
      ("L = 3·p[class] = 3·0.2 = 0.6", "p[class] is 0.5 on this page, not 0.2"),
      ("L = −1/z·p[2] = −½·0.3 = −0.15", "p[2] is 0.5 on this page, not 0.3"),
      ("s = p[4] = 0.2", "p[4] is not on the page yet"),
      ("m = max(0.2, 0.5) = 0.2", "‘max(0.2, 0.5)’ is 0.5, not 0.2"),
      ("y = step(0) = 0", "‘step(0)’ is 1.0, not 0"), ("y = relu(−1) = −1", "‘relu(−1)’ is 0.0, not −1"),
      ("y = leaky_relu(−2, 0.1) = −0.02", "‘leaky_relu(−2, 0.1)’ is -0.2, not −0.02"),
      ("t = z + … + z = 2 + 5 + 2 = 9", "it is not said what … stands for"),
      ("t = z + … + z = 2 + 5 + 2 = 8  … is 2 more; in full: explain", "‘2 + 5 + 2’ is 9.0, not 8"),
      ("✓ p[1] + p[2] = 0.8", "p[1] + p[2] is 0.7 by this page's numbers, not 0.8"),
      ("def g(s) = 2*s", "‘def g(s) = 2*s’ does not stand in the lesson"),
    ])
  func untruth(line: String, objection: String) { #expect(Self.faults(in: line).contains(objection)) }

  @Test(
    "refuses what it cannot read",
    arguments: [
      "y = if z > 1 then 2 = 2", "y = if z then 1 else 0 = 1", "y = if z > 1 < 3 then 1 else 0 = 1",
      "y = 1  because z > 1", "y = 1  because 2", "y = 1  because 2 > 1,", "y = max() = 1",
      "y = elu(1) = 1", "y = leaky_relu(1) = 1", "y = then + 1 = 2", "p[1] = 0   same formula: explain",
      "… more like these: explain p", "y = p[1 = 3",
    ])
  func illegible(_ line: String) { #expect(!Self.faults(in: line).isEmpty) }

  @Test func `joins conditions, given rows, definitions and reasons that were wrapped`() {
    let text = """
          input   x[1] = 0.37   x[2] = 0.4
                  x[3] = 0.5    x[4] = 0.6
          … 2 more like these: explain x

          def f(s) = if s > 0.5 then s
            else 0

          y = if x[1] ≤ 0.5
                and x[2] < 0.5 then x[1]
                else 0
            = 0.37
          because 0.37 ≤ 0.5,
          0.4 < 0.5

          t = x[5] + x[6] = 1 + 2 = 3
          same formulas: explain x,
          explain y

          ✓ t
            + 1 = 4
            cut off; rounded, 5
      """
    let lesson = LessonSource("```calc\ndef f(s) = if s > 0.5\n  then s else 0\n```\n")
    let reading = Reading(Page(text, lesson: lesson))
    #expect(
      reading.faults.map(\.description) == [
        "16: no element of y is on this page", "16: t is no element of x, y",
      ])
    #expect(
      reading.tally
        == Tally(
          lines: 17, equations: 2, equalities: 1, substitutions: 3, decisions: 1, reasons: 2, givens: 4,
          definitions: 1,
          met: 1, cutOffs: 1, checksOfShownNumbers: 1, sentences: 3))
  }

  @Test func `lets no more elements stay hidden than the page says`() {
    let text = """
          input   x[1] = 0.5
          … 1 more like this: explain x

          t = x[1] + x[2] + x[3] = 0.5 + 1 + 2 = 3.5
          u = x[2] + 1 = 3 + 1 = 4
      """
    #expect(
      Reading(Page(text)).faults.map(\.description) == [
        "4: x[3] is not on the page yet", "5: x[2] is 1 on this page, not 3",
      ])
  }

  /// The faults of a line on a page that has given some numbers.
  private static func faults(in line: String) -> [String] {
    let text = """
          input   z = 2   limit = 1.5   class = 2   f = 0.33333   next[2] = 3
          input   p[1] = 0.2   p[2] = 0.5   p[3] = 0.3
          \(line)
      """
    return Reading(Page(text)).faults.map(\.what)
  }
}
