import Algebra
import Rendering
import Testing
import Transcript

/// A layout that is expected of lines of working.
struct ExpectedLayout: CustomTestStringConvertible, Sendable {
  let name: String
  var width = 80
  var alphabet = Alphabet.unicode
  let lines: [Line]
  let text: String

  var testDescription: String { "\(name), \(width) columns" }
}

@Suite struct WorkedLineTests {
  @Test(arguments: equations + paths + updates)
  func `an equation is worked link by link`(_ expected: ExpectedLayout) { check(expected) }

  @Test(arguments: givens)
  func `given numbers stand in columns`(_ expected: ExpectedLayout) { check(expected) }

  @Test(arguments: asides)
  func `remarks stand beside their line or above it`(_ expected: ExpectedLayout) { check(expected) }

  private func check(_ expected: ExpectedLayout) {
    #expect(text(expected.lines, width: expected.width, alphabet: expected.alphabet) == expected.text)
  }

  static let equations = [
    ExpectedLayout(
      name: "a forward step", lines: [Samples.weightedSum, Line(.blank), Samples.activation],
      text: """
            sum_h1 = i1·w1 + i2·w3 + b1                         # weighted sum into h1
                   = 0.1·0.1 + 0.5·0.3 + 0.25
                   = 0.01 + 0.15 + 0.25
                   = 0.41

            out_h1 = σ(sum_h1) = 1/(1 + e^(−sum_h1))
                   = 1/(1 + e^(−0.41))
                   = 1/(1 + 0.66365)
                   = 0.60109
        """),
    ExpectedLayout(
      name: "a forward step", width: 40, alphabet: .ascii,
      lines: [Samples.weightedSum, Line(.blank), Samples.activation],
      text: """
            # weighted sum into h1
            sum_h1 = i1*w1 + i2*w3 + b1
                   = 0.1*0.1 + 0.5*0.3 + 0.25
                   = 0.01 + 0.15 + 0.25
                   = 0.41

            out_h1 = sigma(sum_h1)
                   = 1/(1 + e^(-sum_h1))
                   = 1/(1 + e^(-0.41))
                   = 1/(1 + 0.66365)
                   = 0.60109
        """),
    ExpectedLayout(
      name: "a forward step", width: 20, lines: [Samples.weightedSum],
      text: """
            # weighted sum
            # into h1
            sum_h1
              = i1·w1
                  + i2·w3
                  + b1
              = 0.1·0.1
                  + 0.5·0.3
                  + 0.25
              = 0.01 + 0.15
                  + 0.25
              = 0.41
        """),
    ExpectedLayout(
      name: "a reverse row", lines: [Samples.reversePass],
      text: """
            ∂E_total/∂out_h1 = ∂E_total/∂sum_o1·w5 + ∂E_total/∂sum_o2·w7
                             = 0.13343·0.5 + (−0.02929)·0.7
                             = 0.066715 + (−0.020504)
                             = 0.04621
        """),
    ExpectedLayout(
      name: "a reverse row", width: 60, lines: [Samples.reversePass],
      text: """
            ∂E_total/∂out_h1 = ∂E_total/∂sum_o1·w5
                                 + ∂E_total/∂sum_o2·w7
                             = 0.13343·0.5 + (−0.02929)·0.7
                             = 0.066715 + (−0.020504)
                             = 0.04621
        """),
    ExpectedLayout(
      name: "a reverse row", width: 40, lines: [Samples.reversePass],
      text: """
            ∂E_total/∂out_h1
              = ∂E_total/∂sum_o1·w5
                  + ∂E_total/∂sum_o2·w7
              = 0.13343·0.5 + (−0.02929)·0.7
              = 0.066715 + (−0.020504)
              = 0.04621
        """),
    ExpectedLayout(
      name: "a local derivative", width: 60, lines: [localDerivative],
      text: """
            ∂out_o1/∂sum_o1 = out_o1·(1 − out_o1)
                            = 0.73493·(1 − 0.73493) = 0.19481
        """),
    ExpectedLayout(
      name: "a local derivative", lines: [localDerivative],
      text: """
            ∂out_o1/∂sum_o1 = out_o1·(1 − out_o1) = 0.73493·(1 − 0.73493) = 0.19481
        """),
    ExpectedLayout(
      name: "a result that no digits make equal",
      lines: [
        Samples.equation(
          "x", .init(.equals, .numbers(formula("0.1 + 0.2"))), .init(.approximates, .result(number("0"))))
      ],
      text: "    x = 0.1 + 0.2 ≈ 0"),
    ExpectedLayout(
      name: "a result that no digits make equal", width: 20, alphabet: .ascii,
      lines: [
        Samples.equation(
          "x", .init(.equals, .numbers(formula("0.1 + 0.2 + -0.30001"))),
          .init(.approximates, .result(number("-1e-05"))))
      ],
      text: """
            x
            =  0.1 + 0.2
                + (-0.30001)
            ~= -1e-05
        """),
    ExpectedLayout(
      name: "a name wider than the width", width: 20,
      lines: [Samples.equation("a_very_long_name_indeed", .init(.equals, .result(number("0.5"))))],
      text: """
            a_very_long_name
              _indeed
              = 0.5
        """),
    ExpectedLayout(
      name: "wide letters", width: 20,
      lines: [
        Samples.equation(
          "誤差", .init(.equals, .names(formula("出力 - 目標値"))), .init(.equals, .result(number("0.25"))))
      ],
      text: """
            誤差 = 出力
                    − 目標値
                 = 0.25
        """),
  ]

  private static let localDerivative = Samples.equation(
    "∂out_o1/∂sum_o1", .init(.equals, .names(formula("out_o1*(1 - out_o1)"))),
    .init(.equals, .numbers(formula("0.73493*(1 - 0.73493)"))), .init(.equals, .result(number("0.19481"))))

  static let paths = [
    ExpectedLayout(
      name: "one path", lines: Samples.alongOnePath,
      text: """
            ∂E_total/∂w5 = ∂E_1/∂out_o1 · ∂out_o1/∂sum_o1 · ∂sum_o1/∂w5

              E_total = E_1 + E_2          passes E_1 on with factor 1, left out
              out_o1 = σ(sum_o1)
                ∂out_o1/∂sum_o1 = out_o1·(1 − out_o1) = 0.73493·(1 − 0.73493) = 0.19481
                ∂sum_o1/∂w5 = out_h1 = 0.60109

            ∂E_total/∂w5 = 0.68493 · 0.19481 · 0.60109 = 0.08020
        """),
    ExpectedLayout(
      name: "several paths", lines: Samples.severalPaths,
      text: """
            w1 reaches E_total by 2 paths:
              1  E_1 ← out_o1 ← sum_o1 ← out_h1 ← sum_h1 ← w1
                 0.68493 · 0.19481 · 0.5 · 0.23978 · 0.1 = 0.00160
              2  E_2 ← out_o2 ← sum_o2 ← out_h1 ← sum_h1 ← w1
                 −0.17045 · 0.17185 · (−0.7) · 0.23978 · 0.1 = 4.92e-04
            ∂E_total/∂w1 = 0.00160 + 4.92e-04 ≈ 0.00209
        """),
    ExpectedLayout(
      name: "a path", width: 40, alphabet: .ascii, lines: Array(Samples.severalPaths[1...2]),
      text: """
              1  E_1 <- out_o1 <- sum_o1
                   <- out_h1 <- sum_h1 <- w1
                 0.68493 * 0.19481 * 0.5
                   * 0.23978 * 0.1
                   = 0.00160
        """),
    ExpectedLayout(
      name: "factors that would be read wrongly",
      lines: [
        Samples.equation(
          nil, .init(.equals, .factors(["a + b", "-x", "-2", "c*d", "-y*z", "e - f"].map(formula))),
          .init(.equals, .result(number("-1"))))
      ],
      text: "    (a + b) · (−x) · (−2) · c·d · (−y·z) · (e − f) = −1"),
  ]

  static let updates = [
    ExpectedLayout(
      name: "an update", lines: Samples.update,
      text: """
            w ← w − η·∂E_total/∂w                               η = 0.6
            w5 ← 0.5 − 0.6·0.08020 = 0.45188
            w5 ← w5 − 0.6·∂E_total/∂w5
               = 0.5 − 0.6·0.08020
               = 0.5 − 0.04812
               = 0.45188 (was 0.5)
              param   before   derivative   change      after
              w1      0.1      0.00111      −6.65e-04   0.09934
              w5      0.5      0.08020      −0.04812    0.45188
        """),
    ExpectedLayout(
      name: "an update", width: 40, alphabet: .ascii, lines: Array(Samples.update[1...2]),
      text: """
            w5 <- 0.5 - 0.6*0.08020 = 0.45188
            w5 <- w5 - 0.6*dE_total/dw5
               =  0.5 - 0.6*0.08020
               =  0.5 - 0.04812
               =  0.45188 (was 0.5)
        """),
  ]

  static let givens = [
    ExpectedLayout(
      name: "rows", lines: [Samples.givens],
      text: """
            input   i1 = 0.1    i2 = 0.5
            target  t1 = 0.05   t2 = 0.95                       # the outputs
            param   w1 = 0.1    w2 = 0.2    w3 = 0.3    w4 = 0.4
        """),
    ExpectedLayout(
      name: "rows", width: 40, lines: [Samples.givens],
      text: """
            input   i1 = 0.1    i2 = 0.5
            # the outputs
            target  t1 = 0.05   t2 = 0.95
            param   w1 = 0.1    w2 = 0.2
                    w3 = 0.3    w4 = 0.4
        """),
    ExpectedLayout(
      name: "rows", width: 20, lines: [Samples.givens],
      text: """
            input
              i1 = 0.1
              i2 = 0.5
            # the outputs
            target
              t1 = 0.05
              t2 = 0.95
            param
              w1 = 0.1
              w2 = 0.2
              w3 = 0.3
              w4 = 0.4
        """),
    ExpectedLayout(
      name: "typed digits and a minus",
      lines: [
        Line(
          .givens(
            GivenNumbers(rows: [
              .init(
                kind: "const",
                items: [
                  NamedNumber(formula("b"), number("-0.50")), NamedNumber(formula("k"), number("1e-8")),
                ],
                comment: nil)
            ])))
      ],
      text: "    const   b = −0.50   k = 1e-8"),
    ExpectedLayout(
      name: "results", lines: [Samples.results], text: "    h[2] = 0.53705   h[3] = −0.29131"),
    ExpectedLayout(
      name: "results", width: 35, alphabet: .ascii, lines: [Samples.results],
      text: """
            h[2] = 0.53705
            h[3] = -0.29131
        """),
  ]

  static let asides = [
    ExpectedLayout(
      name: "words about a result",
      lines: [
        Samples.equation(
          "y", .init(.equals, .numbers(formula("0.1 + 0.2"))), .init(.equals, .numbers(formula("0.3"))),
          .init(.approximates, .result(number("0"))), remark: .words("rounding of binary arithmetic"))
      ],
      text: """
            y = 0.1 + 0.2
              = 0.3
              ≈ 0          rounding of binary arithmetic
        """),
    ExpectedLayout(
      name: "a break before an outer operator rather than inside parentheses", width: 40,
      lines: [
        Samples.equation(
          "L", .init(.equals, .names(formula("1/2*(y1 - t1)^2 + 1/2*(y2 - t2)^2 + 1/2*(y3 - t3)^2"))))
      ],
      text: """
            L = ½·(y1 − t1)² + ½·(y2 − t2)²
                  + ½·(y3 − t3)²
        """),
    ExpectedLayout(
      name: "a comment behind a long line", width: 100,
      lines: [
        Samples.equation(
          "total", .init(.equals, .names(formula("first_summand + second_summand + third_summand"))),
          comment: "all of it")
      ],
      text: "    total = first_summand + second_summand + third_summand  # all of it"),
    ExpectedLayout(
      name: "a comment on its own, and one that does not fit", width: 40,
      lines: [
        Line(.comment("a comment that is long enough for two lines")),
        Samples.equation("x", .init(.equals, .result(number("1"))), comment: "beside\nor above"),
      ],
      text: """
            # a comment that is long enough for
            # two lines
            # beside or above
            x = 1
        """),
    ExpectedLayout(
      name: "a sentence", width: 40,
      lines: [
        Line(
          .remark([
            .formula(formula("w1")), .words("moves by"), .relation(formula("η"), .equals, formula("0.6")),
            .words(", not by ("), .formula(formula("-0.6")), .words("): … 6 more like this: explain h"),
          ]), level: 1)
      ],
      text: """
              w1 moves by η = 0.6, not by
                (−0.6): … 6 more like this:
                explain h
        """),
    ExpectedLayout(
      name: "a sentence", alphabet: .ascii,
      lines: [
        Line(.remark([.words("… 6 more, ≈ 0, where"), .relation(formula("w"), .becomes, formula("-1"))]))
      ],
      text: "    ... 6 more, ~= 0, where w <- -1"),
  ]

  @Test(arguments: [
    "in full: explain ∂E_total/∂w5", "… is 7 more; in full: explain y", "given", "passes x on",
  ])
  func `what is said of a line that is too long stands below it`(remark: String) {
    let long = Equation(
      subject: formula("∂E_total/∂w5"), rightSides: [.init(.equals, .result(number("0.0802012345678")))],
      remark: .words(remark))
    let lines = text(
      [Line(.equation(long)), Line(.results([NamedNumber(formula("a"), number("1"))], remark: nil))],
      width: 40
    )
    .split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.first?.hasPrefix("∂E_total/∂w5 = 0.0802012345678") == true)
    #expect(lines.count == 2 || lines.dropFirst().first?.hasPrefix(remark.prefix(5)) == true)
  }
}
