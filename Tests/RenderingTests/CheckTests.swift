import Rendering
import Testing
import Transcript

@Suite struct CheckTests {
  @Test(arguments: [
    ExpectedLayout(
      name: "all outcomes", lines: Samples.checks,
      text: """
            ✓ out_h1 = 0.60108    cut off; rounded, 0.60109                       S0-071
            ✓ sum_h1 = 0.41
            ✓ sum_h2 = 0.47       rounded                                         S0-072
            ✓ out_o1 ≈ 0.73       within ± 0.01; it is 0.73493
            ≠ ∂E_total/∂w5: printed is 0.082; it is 0.08020
              the slide's own factors give 0.08020
            ✗ out_o1: printed is 0.73592; it is 0.73493, 0.00099 less
            ✗ ∂E_total/∂w5: the lesson says that 0.080 is a slip, but it is met; it is
              0.0802
            - out_h1 = 0.62245    printed for the lesson's own inputs: 0.60108    S0-071
            - ∂E_total/∂w5 = 0.09128
              a printed slip, for the lesson's own inputs: 0.082 ± 0.001
        """),
    ExpectedLayout(
      name: "all outcomes", width: 60, alphabet: .ascii, lines: Samples.checks,
      text: """
            ok out_h1 = 0.60108  cut off; rounded, 0.60109  S0-071
            ok sum_h1 = 0.41
            ok sum_h2 = 0.47  rounded  S0-072
            ok out_o1 ~= 0.73    within +- 0.01; it is 0.73493
            != dE_total/dw5: printed is 0.082; it is 0.08020
               the slide's own factors give 0.08020
            NO out_o1: printed is 0.73592; it is 0.73493, 0.00099
               less
            NO dE_total/dw5: the lesson says that 0.080 is a slip,
               but it is met; it is 0.0802
            -  out_h1 = 0.62245
               printed for the lesson's own inputs: 0.60108  S0-071
            -  dE_total/dw5 = 0.09128
               a printed slip, for the lesson's own inputs: 0.082 +-
               0.001
        """),
    ExpectedLayout(
      name: "met numbers", width: 20, lines: Array(Samples.checks[..<2]),
      text: """
            ✓ out_h1
                = 0.60108
              cut off;
              rounded,
              0.60109
              S0-071
            ✓ sum_h1 = 0.41
        """),
    ExpectedLayout(
      name: "a difference upwards, of a number with a tolerance",
      lines: [
        Line(
          .check(
            Check(
              subject: formula("x"), printed: number("-1.5"), tolerance: number("0.1"),
              outcome: .notMet(computed: number("-1"), difference: number("0.5")), note: nil, line: 1)))
      ],
      text: "    ✗ x: printed is −1.5 ± 0.1; it is −1, 0.5 more"),
    ExpectedLayout(
      name: "a long note beside short ones",
      lines: ["S0-001", "the lecture writes this figure under the picture, not in the text", "S0-002"].map {
        Line(
          .check(
            Check(subject: formula("out_o1"), printed: number("0.5"), outcome: .exact, note: $0, line: 1)))
      },
      text: """
            ✓ out_o1 = 0.5    S0-001
            ✓ out_o1 = 0.5
              the lecture writes this figure under the picture, not in the text
            ✓ out_o1 = 0.5    S0-002
        """),
  ])
  func `a check says how a number is met, or that it is not`(_ expected: ExpectedLayout) {
    #expect(text(expected.lines, width: expected.width, alphabet: expected.alphabet) == expected.text)
  }
}
