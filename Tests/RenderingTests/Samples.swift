import Algebra
import Prose
import Transcript

/// The worked lines that the tests lay out: the 2-2-2 example's.
enum Samples {
  static let givens = Line(
    .givens(
      GivenNumbers(rows: [
        .init(kind: "input", items: items("i1 0.1", "i2 0.5"), comment: nil),
        .init(kind: "target", items: items("t1 0.05", "t2 0.95"), comment: "the outputs"),
        .init(kind: "param", items: items("w1 0.1", "w2 0.2", "w3 0.3", "w4 0.4"), comment: nil),
      ])))

  static let weightedSum = equation(
    "sum_h1", .init(.equals, .names(formula("i1*w1 + i2*w3 + b1"))),
    .init(.equals, .numbers(formula("0.1*0.1 + 0.5*0.3 + 0.25"))),
    .init(.equals, .numbers(formula("0.01 + 0.15 + 0.25"))), .init(.equals, .result(number("0.41"))),
    comment: "weighted sum into h1")

  static let activation = equation(
    "out_h1", .init(.equals, .names(formula("sigmoid(sum_h1)"))),
    .init(.equals, .names(formula("1/(1 + exp(-sum_h1))"))),
    .init(.equals, .numbers(formula("1/(1 + exp(-0.41))"))),
    .init(.equals, .numbers(formula("1/(1 + 0.66365)"))),
    .init(.equals, .result(number("0.60109"))))

  static let alongOnePath = [
    equation(
      "∂E_total/∂w5",
      .init(.equals, .factors([formula("∂E_1/∂out_o1"), formula("∂out_o1/∂sum_o1"), formula("∂sum_o1/∂w5")]))),
    Line(.blank),
    equation(
      level: 1, "E_total", .init(.equals, .names(formula("E_1 + E_2"))),
      remark: .words("passes E_1 on with factor 1, left out")),
    equation(level: 1, "out_o1", .init(.equals, .names(formula("sigmoid(sum_o1)")))),
    equation(
      level: 2, "∂out_o1/∂sum_o1", .init(.equals, .names(formula("out_o1*(1 - out_o1)"))),
      .init(.equals, .numbers(formula("0.73493*(1 - 0.73493)"))), .init(.equals, .result(number("0.19481")))),
    equation(
      level: 2, "∂sum_o1/∂w5", .init(.equals, .names(formula("out_h1"))),
      .init(.equals, .result(number("0.60109")))),
    Line(.blank),
    equation(
      "∂E_total/∂w5", .init(.equals, .factors([formula("0.68493"), formula("0.19481"), formula("0.60109")])),
      .init(.equals, .result(number("0.08020")))),
  ]

  static let severalPaths = [
    Line(
      .remark([
        .formula(formula("w1")), .words("reaches"), .formula(formula("E_total")), .words("by 2 paths:"),
      ])),
    Line(.path(number: 1, stops: names("E_1 out_o1 sum_o1 out_h1 sum_h1 w1")), level: 1),
    equation(
      level: 2, nil, .init(.equals, .factors(["0.68493", "0.19481", "0.5", "0.23978", "0.1"].map(formula))),
      .init(.equals, .result(number("0.00160")))),
    Line(.path(number: 2, stops: names("E_2 out_o2 sum_o2 out_h1 sum_h1 w1")), level: 1),
    equation(
      level: 2, nil,
      .init(.equals, .factors(["-0.17045", "0.17185", "-0.7", "0.23978", "0.1"].map(formula))),
      .init(.equals, .result(number("4.92e-04")))),
    equation(
      "∂E_total/∂w1", .init(.equals, .numbers(formula("0.00160 + 4.92e-04"))),
      .init(.approximates, .result(number("0.00209")))),
  ]

  static let reversePass = equation(
    "∂E_total/∂out_h1", .init(.equals, .names(formula("∂E_total/∂sum_o1*w5 + ∂E_total/∂sum_o2*w7"))),
    .init(.equals, .numbers(formula("0.13343*0.5 + -0.02929*0.7"))),
    .init(.equals, .numbers(formula("0.066715 + -0.020504"))), .init(.equals, .result(number("0.04621"))))

  static let update = [
    equation(
      "w", .init(.becomes, .names(formula("w - η*∂E_total/∂w"))), remark: .words("η = 0.6")),
    equation(
      "w5", .init(.becomes, .numbers(formula("0.5 - 0.6*0.08020"))),
      .init(.equals, .result(number("0.45188")))),
    equation(
      "w5", .init(.becomes, .names(formula("w5 - 0.6*∂E_total/∂w5"))),
      .init(.equals, .numbers(formula("0.5 - 0.6*0.08020"))),
      .init(.equals, .numbers(formula("0.5 - 0.04812"))),
      .init(.equals, .result(number("0.45188"), was: number("0.5")))),
    Line(
      .table(
        Table(
          header: ["param", "before", "derivative", "change", "after"].map { .words($0) },
          rows: [
            ["0.1", "0.00111", "-6.65e-04", "0.09934"], ["0.5", "0.08020", "-0.04812", "0.45188"],
          ].enumerated().map { index, digits in
            [.formula(formula(index == 0 ? "w1" : "w5"))] + digits.map { .number(number($0)) }
          })), level: 1),
  ]

  static let checks = [
    Check(
      subject: formula("out_h1"), printed: number("0.60108"), outcome: .cutOff(rounded: number("0.60109")),
      note: "S0-071", line: 1),
    Check(subject: formula("sum_h1"), printed: number("0.41"), outcome: .exact, note: nil, line: 2),
    Check(subject: formula("sum_h2"), printed: number("0.47"), outcome: .rounded, note: "S0-072", line: 3),
    Check(
      subject: formula("out_o1"), printed: number("0.73"), tolerance: number("0.01"),
      outcome: .withinTolerance(computed: number("0.73493")), note: nil, line: 4),
    Check(
      subject: formula("∂E_total/∂w5"), printed: number("0.082"),
      outcome: .documentedSlip(computed: number("0.08020")), note: "the slide's own factors give 0.08020",
      line: 5),
    Check(
      subject: formula("out_o1"), printed: number("0.73592"),
      outcome: .notMet(computed: number("0.73493"), difference: number("-0.00099")), note: nil, line: 6),
    Check(
      subject: formula("∂E_total/∂w5"), printed: number("0.080"),
      outcome: .slipIsMet(computed: number("0.0802")), note: nil, line: 7),
    Check(
      subject: formula("out_h1"), printed: number("0.60108"),
      outcome: .otherInputs(computed: number("0.62245"), isSlip: false), note: "S0-071", line: 8),
    Check(
      subject: formula("∂E_total/∂w5"), printed: number("0.082"), tolerance: number("0.001"),
      outcome: .otherInputs(computed: number("0.09128"), isSlip: true), note: nil, line: 9),
  ].map { Line(.check($0)) }

  static let results = Line(
    .results([
      NamedNumber(formula("h[2]"), number("0.53705")), NamedNumber(formula("h[3]"), number("-0.29131")),
    ]))

  static let prose: [ProseBlock<Number>] = [
    .heading(level: 1, spans: [.text("Backpropagation by hand")]),
    .paragraph([
      .text("The "), .emphasis([.text("slope")]), .text(" of "), .code("w5"), .text(" is "),
      .value(number("0.08020")), .text(", as the "),
      .link([.text("lecture")], destination: "https://example.org"),
      .text(" says."), .lineBreak, .text("Step by step:"),
    ]),
    .list(
      start: nil,
      items: [
        [.paragraph([.text("forward, from the inputs to the error")])],
        [
          .paragraph([.text("backward")]),
          .list(start: 9, items: [[.paragraph([.text("output")])], [.paragraph([.text("hidden")])]]),
        ],
      ]),
    .heading(level: 2, spans: [.text("Given numbers")]),
    .quotation([.paragraph([.text("Names, then numbers, then the result.")])]),
    .table(
      header: [[.text("name")], [.text("value")]],
      rows: [[[.text("i1")], [.value(number("0.1"))]], [[.code("eta")], [.text("10")]], [[.text("none")]]]),
    .verbatim(
      language: "text", lines: ["if  x", "\tthen y", "", "end of this short piece of verbatim text, uncut"]),
    .heading(level: 3, spans: [.text("Aside")]),
    .rule,
  ]

  static let transcript = Transcript(
    lesson: "backpropagation", title: "Backpropagation by hand", sources: [],
    parts: prose.map { .prose($0) }
      + [
        step(givens), step(weightedSum), step(activation), step(alongOnePath), step(severalPaths),
        step(reversePass),
        step(update), step(results), step(checks),
      ])

  /// The lines as a step.
  static func step(_ lines: Line...) -> Transcript.Part { step(lines) }

  /// The lines as a step.
  static func step(_ lines: [Line]) -> Transcript.Part { .step(Step(name: "step", lines: lines)) }

  /// An equation as a line.
  static func equation(
    level: Int = 0, _ subject: String?, _ rightSides: Equation.RightSide..., comment: String? = nil,
    remark: Equation.Remark? = nil
  ) -> Line {
    Line(
      .equation(
        Equation(subject: subject.map(formula), rightSides: rightSides, comment: comment, remark: remark)),
      level: level)
  }

  private static func items(_ items: String...) -> [NamedNumber] {
    items.map { item in
      let words = item.split(separator: " ").map(String.init)
      return NamedNumber(formula(words[0]), number(words[1]))
    }
  }

  private static func names(_ names: String) -> [Formula] {
    names.split(separator: " ").map { .name(Name(String($0))) }
  }
}
