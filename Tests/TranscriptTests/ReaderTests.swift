import Testing

@Suite("The reader of transcripts")
struct ReaderTests {
  @Test(
    "takes what is true as printed",
    arguments: [
      "sum_h1 = i1·w1 + i2·w3 + b1 = 0.1·0.1 + 0.5·0.3 + 0.25 = 0.01 + 0.15 + 0.25 = 0.41",
      "out_h1 = σ(sum_h1) = 1/(1 + e^(−sum_h1)) = 1/(1 + e^(−0.41)) = 1/(1 + 0.66365) = 0.60109",
      "∂E_1/∂out_o1 = out_o1 − t1 = 0.73493 − 0.05 = 0.68493",
      "∂out_o1/∂sum_o1 = out_o1·(1 − out_o1) = 0.73493·(1 − 0.73493) = 0.19481",
      "∂sum_o1/∂w5 = out_h1 = 0.60109",
      "∂E_total/∂w5 = 0.68493 · 0.19481 · 0.60109 = 0.08020",
      "0.68493 · 0.19481 · 0.5 · 0.23978 · 0.1 = 0.00160",
      "−0.17045 · 0.17185 · 0.7 · 0.23978 · 0.1 = −4.92e-04",
      "∂E_total/∂w1 = 0.00160 + (−4.92e-04) = 0.00111",
      "∂E_total/∂out_h1 = 0.13343·0.5 + (−0.029292)·0.7 = 0.066715 + (−0.020504) = 0.04621",
      "w1 ← 0.1 − 0.6·0.001108 = 0.09933",
      "w5 ← 0.5 − 0.6·0.08020 = 0.45188",
      "w5 ← 0.45188 (was 0.5)",
      "E_1 = ½·(t1 − out_o1)² = ½·(0.05 − 0.73493)² = ½·(−0.68493)² = 0.23456",
      "E_1 = 1/2·(0.05 − 0.73493)^2 = 0.23456",
      "y = √(2) = sqrt(2) = 1.41421",
      "y = ln(π) = 1.14473",
      "y = tanh(0.5) = 0.46212",
      "y = −2² = −4",
      "y = 2^3^2 = 512",
      "y = 2·10^(−3) = 0.002",
      "s = 0.1 + 0.2 + (−0.3) ≈ 0",
      "∂(a + b)/∂b^2 = a = 3",
      "y = 1 + 2·10⁻² = 1.02",
    ])
  func truth(_ line: String) { #expect(Self.faults(in: line) == []) }

  @Test(
    "refuses what is not true as printed",
    arguments: [
      (
        "sum_h1 = 0.1·0.1 + 0.5·0.3 + 0.25 = 0.42",
        "‘0.1·0.1 + 0.5·0.3 + 0.25’ is 0.41000000000000003, not 0.42"
      ),
      ("sum_h1 = 0.1·0.1 + 0.5·0.2 + 0.25 = 0.41", "‘0.1·0.1 + 0.5·0.2 + 0.25’ is 0.36, not 0.41"),
      ("a = 0.01 + 0.16 = 0.16 = 0.17", "‘0.16’ is 0.16, not 0.17"),
      (
        "b = 0.68493·0.19481·0.60109 = 0.08022",
        "‘0.68493·0.19481·0.60109’ is 0.08020416800249701, not 0.08022"
      ),
      ("c = 0.001 · 0.5 = 5.01e-04", "‘0.001 · 0.5’ is 0.0005, not 5.01e-04"),
      ("d = 0.5·0.5 = −0.25", "‘0.5·0.5’ is 0.25, not −0.25"),
      ("e = 0.00001·0.1 = 0.00000001", "‘0.00001·0.1’ is 1.0000000000000002e-06, not 0.00000001"),
      ("f = 1/3 = 0.34", "‘1/3’ is 0.3333333333333333, not 0.34"),
      ("g = 2/3 = 0.65", "‘2/3’ is 0.6666666666666666, not 0.65"),
      ("h = 7/2 = 3", "‘7/2’ is 3.5, not 3"),
      ("i = 0.1·0.5", "‘0.1·0.5’ is the last side and no result"),
      ("j = 0.1·0.5 = 0.05·1", "‘0.05·1’ is the last side and no result"),
      ("w5 ← 0.5 − 0.6·0.08020 = 0.45187", "‘0.5 − 0.6·0.08020’ is 0.45188, not 0.45187"),
    ])
  func untruth(line: String, objection: String) { #expect(Self.faults(in: line) == ["2: \(objection)"]) }

  @Test(
    "refuses what it cannot read",
    arguments: [
      "y = 0.1· = 0.2", "y = = 0.2", "y = 0.1 0.2", "y = (0.1 + 0.2 = 0.3", "y = 0.1 + 0.2) = 0.3",
      "y = 1..2 = 1",
      "y = f(2) = 3", "y = 0,5 = 0.5", "0.5 1", "w1  w2", "y = 2      to be thought about", "param w1 0.1",
      "y = ∂E = 1", "✓ 0.41", "≠ y: 0.1", "✓ y = about 3", "a line of words", "y = 3 → 4",
      "y = tanh(1, 2) = 1",
    ])
  func illegible(_ line: String) { #expect(!Self.faults(in: line).isEmpty) }

  @Test func `joins lines that were wrapped`() {
    let reading = Self.reading(
      """
          param   i1 = 0.1   w1 = 0.1   i2 = 0.5   w3 = 0.3   b1 = 0.25
          sum_h1 = i1·w1
                 + i2·w3 + b1                         # weighted sum into h1
                 = 0.1·0.1 + 0.5·0.3
                 + 0.25
                 = 0.41
          y = σ(0.1
              − 0.1) = 0.5
          0.123456789012 · 0.123456789012
            = 0.0152415787
          ∂E_total/∂out_o2
            = ∂E_total/∂i1·(i2 − b1)
      """)
    #expect(reading.faults.map(\.description) == [])
    #expect(
      reading.tally == Tally(lines: 12, equations: 4, equalities: 3, substitutions: 5, givens: 5, comments: 1)
    )
  }

  @Test(
    "holds each check against its own digits",
    arguments: [
      ("✓ 0.5·0.5 = 0.25", true), ("✓ 0.5·0.5 = 0.26", false),
      ("✓ 2/3 = 0.66    cut off; rounded, 0.67    a note", true),
      ("✓ 2/3 = 0.67    cut off; rounded, 0.68", false),
      ("✓ 2/3 = 0.66    cut off; rounded, 0.66", false),
      ("✓ y = −0.99    cut off; rounded, −1.00", true),
      ("✓ y = −0.99    cut off; rounded, −0.98", false),
      ("✓ 2/3 = 0.67    rounded", true), ("✓ 1/3 = 0.33    rounded", true),
      ("✓ 2/3 = 0.66    rounded", false),
      ("✓ 2/3 ≈ 0.7    within ± 0.05; it is 0.66667", true),
      ("✓ 2/3 ≈ 0.7    within ± 0.01; it is 0.66667", false),
      ("≠ 0.1 + 0.2: printed is 0.4; it is 0.3", true),
      ("≠ 0.1 + 0.2: printed is 0.3; it is 0.3", false),
      ("≠ 0.1 + 0.2: printed is 0.4; it is 0.5", false),
      ("✗ out_o1: printed is 0.73592; it is 0.73493, 0.00099 less", true),
    ])
  func checkLine(line: String, isSo: Bool) { #expect(Self.faults(in: line).isEmpty == isSo) }

  @Test func `joins sentences and checks that were wrapped, and reads the rate`() {
    let reading = Self.reading(
      """
          Then all changes:
            w ← w − η·∂E_total/∂w                                     η = 0.6
          … 12 more, none larger than those above
            nor smaller than those below

            param   before   derivative     change      after
            w5      0.5         0.08020   −0.04912    0.45088

          ≠ 0.3·0.3
            + 0.1: printed is 0.57; it
            is 0.19
            a note with 1 = 2
      """)
    #expect(reading.faults.map(\.description) == ["7: 0.08020 at the rate 0.6 is no change by −0.04912"])
    #expect(
      reading.tally
        == Tally(
          lines: 10, equations: 2, equalities: 2, tables: 1, rows: 1, slips: 1, sentences: 2, comments: 1))
  }

  @Test func `reads the page of the layout, every line of it`() {
    let reading = Self.reading(Self.page)
    #expect(reading.faults.map(\.description) == [])
    #expect(
      reading.tally
        == Tally(
          lines: 49, equations: 28, equalities: 20, substitutions: 16, reasons: 1, approximations: 1,
          givens: 8,
          paths: 2,
          tables: 2,
          rows: 3, met: 3, slips: 1,
          cutOffs: 1, checksOfShownNumbers: 2, sentences: 5, comments: 3))
  }

  @Test(
    "refuses the page of the layout with one digit changed",
    arguments: [
      ("out_h1 = 0.60108", "out_h1 = 0.60107"), ("rounded, 0.60109", "rounded, 0.60110"),
      ("✓ sum_h1 = 0.41", "✓ sum_h1 = 0.42"), ("it is 0.08020", "it is 0.08180"),
      ("printed is 0.082", "printed is 0.080"),
      ("because 2 > 1.5", "because 2 > 2.5"), ("−6.65e-04", "−6.95e-04"), ("0.09934", "0.09936"),
      ("· 0.1 = 0.00160", "· 0.1 = 0.00163"), ("0.00160 + (", "0.00180 + ("), ("η = 0.6", "η = 0.7"),
      ("− η·slope_b1", "− η·slope_b2"), ("(−0.029292)·0.7\n", "(−0.029392)·0.7\n"),
      ("= 0.73493 − 0.05 =", "= 0.73443 − 0.0495 ="), ("i2·w3 + b1   ", "i2·w3   "),
      ("out_h1 = 0.60109\n\n", "w7 = 0.60109\n\n"), ("0.5        0.08020    −", "0.5        0.07020    −"),
      ("w1      0.1 ", "w1      0.2 "),
    ])
  func changedDigit(digits: String, others: String) throws {
    try #require(Self.page.contains(digits))
    #expect(!Self.reading(Self.page.replacing(digits, with: others)).faults.isEmpty)
  }

  @Test func `leaves alone what the lesson shows as it stands`() {
    let text = "    Y = f((0.3)(0.3)) = f(0.57)\n"
    #expect(!Reading(Page(text)).faults.isEmpty)
    #expect(Reading(Page(text, lesson: LessonSource("```\nY = f((0.3)(0.3)) = f(0.57)\n```"))).faults.isEmpty)
  }

  @Test(
    "cuts off and rounds digit by digit",
    arguments: [
      ("0.60108", 0.6010878788483698, true), ("0.60109", 0.6010878788483698, true),
      ("0.60107", 0.6010878788483698, false), ("0.1", 0.1 + 1e-15, true), ("0.3", 0.1 + 0.2, true),
      ("0.30", 0.30000000000000004, true), ("0.01", 0.005, true), ("0.00", 0.005, false),
      ("0.00", 0.004, true), ("0.00", 0.007, false),
      ("−0.17045", -0.1704461158322, true), ("−0.17044", -0.1704461158322, true),
      ("0.17044", -0.1704461158322, false),
      ("1", 1.0000000001, true), ("1", 1.00000001, false), ("1.0", 0.99, true), ("1.00e-03", 0.0009996, true),
      ("9.99e-04", 0.0009996, true), ("5e-04", 5e-4, true), ("1e+03", 1_234, true),
      ("2000000000", 2_000_000_001, true),
    ])
  func numberRule(numeral: String, computed: Double, agrees: Bool) throws {
    #expect(try #require(Numeral(numeral)).agrees(with: computed) == agrees)
  }

  // MARK: Samples

  private static func reading(_ text: String) -> Reading { Reading(Page(text)) }

  /// The faults of a line, as the second of a page that has given some numbers.
  private static func faults(in line: String) -> [String] {
    let givens = "i1 = 0.1   w1 = 0.1   i2 = 0.5   w3 = 0.3   b1 = 0.25   t1 = 0.05   sum_h1 = 0.41   a = 3"
    let text = "    input   \(givens)   out_h1 = 0.60109   out_o1 = 0.73493\n    \(line)"
    return reading(text).faults.map(\.description)
  }

  private static let page = """
    # A heading with 1 = 2 in it

      - and a list with 3 = 4

        input   i1 = 0.1    i2 = 0.5
        target  t1 = 0.05   t2 = 0.95
        param   w1 = 0.1    w5 = 0.5   b1 = 0.25  w3 = 0.3   # to be learned

        sum_h1 = i1·w1 + i2·w3 + b1                         # weighted sum into h1
               = 0.1·0.1 + 0.5·0.3 + 0.25
               = 0.01 + 0.15 + 0.25
               = 0.41

        output = 1                                          because 2 > 1.5

        w7 = 0.7   out_o1 = 0.73493   ∂E_total/∂sum_o1 = 0.13343   ∂E_total/∂sum_o2 = −0.02929
        slope_b1 = 0.01108
        h[2] = 0.53705   h[3] = −0.29131                    same formula: explain h
        total = 0.1·3 − 0.3 ≈ 0                             rounding of binary arithmetic

        ∂E_total/∂w5 = ∂E_1/∂out_o1 · ∂out_o1/∂sum_o1 · ∂sum_o1/∂w5

          E_total = E_1 + E_2          passes E_1 on with factor 1, left out
          E_1 = ½·(t1 − out_o1)²
            ∂E_1/∂out_o1 = out_o1 − t1
                         = 0.73493 − 0.05 = 0.68493
          out_h1 = σ(sum_h1) = 1/(1 + e^(−sum_h1)) = 1/(1 + e^(−0.41)) = 0.60109
          sum_o1 = out_h1·w5 + out_h2·w6 + b3
            ∂sum_o1/∂w5 = out_h1 = 0.60109

        ∂E_total/∂w5 = 0.68493 · 0.19481 · 0.60109
                     = 0.08020

        w1 reaches E_total by 2 paths:
          1  E_total ← E_1 ← out_o1 ← sum_o1 ← out_h1
             ← sum_h1 ← w1
             0.68493 · 0.19481 · 0.5 · 0.23978 · 0.1 = 0.00160
          2  E_total ← E_2 ← out_o2 ← sum_o2 ← out_h1 ← sum_h1 ← w1
             −0.17045 · 0.17185 · 0.7 · 0.23978 · 0.1 = −4.92e-04
        ∂E_total/∂w1 = 0.00160 + (−4.92e-04)
                     = 0.00111

        ∂E_total/∂out_h1 = ∂E_total/∂sum_o1·w5 + ∂E_total/∂sum_o2·w7
                         = 0.13343·0.5 + (−0.029292)·0.7
                         = 0.066715 + (−0.020504)
                         = 0.04621

        w ← w − η·∂E_total/∂w                               η = 0.6
        w5 ← 0.5 − 0.6·0.08020 = 0.45188

          param   before   derivative   change       after
          w1      0.1        0.00111    −6.65e-04    0.09934
          w5      0.5        0.08020    −0.04812     0.45188

          name     before    now
          out_h1   0.60109   0.60100

        b1 ← b1 − η·slope_b1 = 0.25 − 0.6·0.01108 = 0.24335
        b1 ← 0.24335 (was 0.25)
        out_h1 = 1 − 0.39891 = 0.60109

        ✓ out_h1 = 0.60108    cut off; rounded, 0.60109         S0-071
        ✓ sum_h1 = 0.41
        ✓ 0.68492·0.19480·0.60108 = 0.08020
        ≠ ∂E_total/∂w5: printed is 0.082; it is 0.08020
          the slide's own factors give 0.08020
    """
}
