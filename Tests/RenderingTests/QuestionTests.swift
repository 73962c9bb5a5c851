import Algebra
import Prose
import Rendering
import TestSupport
import Testing
import Transcript

@Suite struct QuestionTests {
  private static let slope = Question(
    number: 1,
    text: [
      .text("How large is the "), .emphasis([.text("slope")]), .text(" of w6, where out_h2 is "),
      .value(number("0.61538")), .text("? Give it to 3 decimals."),
    ],
    kind: .number(
      Question.NumberAnswer(
        formula: formula("∂E_total/∂w6"), shown: number("-0.08211"), value: -0.082108, digits: 3,
        accepted: [number("-0.082")],
        mistakes: [
          Question.Mistake(
            formula: formula("∂E_total/∂w5"), shown: number("0.08020"), value: 0.080204,
            reason: [.text("that is the slope of w5, which hangs on the output of the other neuron")]),
          Question.Mistake(
            formula: formula("a - a"), shown: number("0"), relation: .approximates, value: 0, reason: nil),
        ])),
    hints: [
      [.code("w6"), .text(" hangs on out_h2, not on out_h1.")],
      [.text("It is not "), .value(number("-2")), .text(".")],
    ],
    reason: [.text("The first two factors are those of w5; only the last one changes.")], line: 1)

  private static let direction = Question(
    number: 2, text: [.text("Which way does w5 move?")],
    kind: .choice([
      Question.Choice(isRight: true, text: [.text("down")], reason: nil),
      Question.Choice(
        isRight: false, text: [.text("up, as far as the rate of the update allows it to move in one step")],
        reason: [.text("the slope is positive, so the step is negative")]),
    ]),
    hints: [[.text("Look at the sign.")]], reason: nil, line: 2)

  private static let count = Question(
    number: 3, text: [.text("How many weights?")],
    kind: .number(
      Question.NumberAnswer(
        formula: formula("weights"), shown: number("8"), value: 8, digits: 0, accepted: [number("8")],
        mistakes: [
          Question.Mistake(formula: formula("4"), shown: number("4"), value: 4, reason: [.text("one layer")]),
          Question.Mistake(formula: formula("-4"), shown: number("-4"), value: -4, reason: nil),
        ])),
    hints: [], reason: nil, line: 3)

  private static let several = Question(
    number: 4, text: [.text("Which?")],
    kind: .choice(
      ["one", "two", "three"].map { .init(isRight: $0 != "two", text: [.text($0)], reason: nil) }),
    hints: [], reason: nil, line: 4)

  private func text(_ questions: [Question], width: Int = 80, alphabet: Alphabet = .unicode) -> String {
    RenderingTests.text(questions.map { .question($0) }, width: width, alphabet: alphabet)
  }

  @Test func `a question stands in its place, and its answer at the end`() {
    let parts: [Transcript.Part] = [
      .prose(.paragraph([.text("Before.")])), .question(Self.slope), Samples.step(Samples.results),
      .question(Self.direction), .prose(.paragraph([.text("Behind.")])),
    ]
    #expect(
      RenderingTests.text(parts) == """
        Before.

        | Question 1
        | How large is the slope of w6, where out_h2 is 0.61538? Give it to 3 decimals.
        | Answer with at least 3 decimals.

            h[2] = 0.53705   h[3] = −0.29131

        | Question 2
        | Which way does w5 move?
        |
        | a) down
        | b) up, as far as the rate of the update allows it to move in one step

        Behind.

        Answers
        -------

        Question 1

            ∂E_total/∂w6 = −0.08211                             accepted: −0.082

        Hint 1: w6 hangs on out_h2, not on out_h1.
        Hint 2: It is not −2.

        Mistake: that is the slope of w5, which hangs on the output of the other neuron

            ∂E_total/∂w5 = 0.08020

        Mistake:

            a − a ≈ 0

        Because: The first two factors are those of w5; only the last one changes.

        Question 2

        a) is right: down
        b) is wrong: up, as far as the rate of the update allows it to move in one step
           the slope is positive, so the step is negative

        Hint: Look at the sign.
        """)
  }

  @Test func `narrow pages and those in ASCII keep every word`() {
    #expect(
      text([Self.slope, Self.direction], width: 40, alphabet: .ascii) == """
        | Question 1
        | How large is the slope of w6, where
        | out_h2 is 0.61538? Give it to 3
        | decimals.
        | Answer with at least 3 decimals.

        | Question 2
        | Which way does w5 move?
        |
        | a) down
        | b) up, as far as the rate of the
        |    update allows it to move in one
        |    step

        Answers
        -------

        Question 1

            dE_total/dw6 = -0.08211
            accepted: -0.082

        Hint 1: w6 hangs on out_h2, not on
        out_h1.
        Hint 2: It is not -2.

        Mistake: that is the slope of w5, which
        hangs on the output of the other neuron

            dE_total/dw5 = 0.08020

        Mistake:

            a - a ~= 0

        Because: The first two factors are those
        of w5; only the last one changes.

        Question 2

        a) is right: down
        b) is wrong: up, as far as the rate of
           the update allows it to move in one
           step
           the slope is positive, so the step is
           negative

        Hint: Look at the sign.
        """)
  }

  @Test func `a whole number is asked for without decimals, a typed one stands alone`() {
    #expect(
      text([Self.count]) == """
        | Question 3
        | How many weights?

        Answers
        -------

        Question 3

            weights = 8

        Mistake: one layer

            4

        Mistake:

            −4
        """)
  }

  @Test func `it is said where more than one choice is right`() {
    #expect(
      text([Self.several]).hasPrefix(
        """
        | Question 4
        | Which?
        |
        | a) one
        | b) two
        | c) three
        |
        | More than one is right.


        """))
  }

  @Test(arguments: [(1, "Answer with at least 1 decimal."), (12, "Answer with at least 12 decimals.")])
  func `the decimals that are wanted are said`(digits: Int, sentence: String) {
    var question = Self.slope
    guard case .number(var answer) = question.kind else {
      Issue.record("the question asks for no number")
      return
    }
    answer.digits = digits
    answer.accepted = [number("0.1"), number("-0.2")]
    question.kind = .number(answer)
    let lines = text([question]).split(separator: "\n")
    #expect(lines.contains { $0 == "| " + sentence })
    #expect(lines.contains { $0.hasSuffix("          accepted: 0.1 or −0.2") })
  }

  @Test(arguments: [("0.01", false, "0.01"), ("2", true, "2%")])
  func `the tolerance is said in place of decimals`(number: String, isPercent: Bool, width: String) {
    var question = Self.slope
    guard case .number(var answer) = question.kind else {
      Issue.record("the question asks for no number")
      return
    }
    answer.digits = 0
    answer.accepted = []
    answer.tolerance = Question.Tolerance(Number(Double(number) ?? 0, text: number), isPercent: isPercent)
    question.kind = .number(answer)
    let lines = text([question]).split(separator: "\n")
    #expect(lines.contains { $0 == "| An answer within \(width) is right." })
    #expect(lines.contains { $0.hasSuffix("          accepted: within \(width)") })
  }

  @Test func `choices behind z have two letters`() {
    let choices = (0..<800).map { Question.Choice(isRight: $0 == 0, text: [.text("c\($0)")], reason: nil) }
    let question = Question(
      number: 1, text: [.text("q")], kind: .choice(choices), hints: [], reason: nil, line: 1)
    let lines = text([question]).split(separator: "\n").map(String.init)
    for (letters, index) in [
      ("a", 0), ("z", 25), ("aa", 26), ("az", 51), ("ba", 52), ("zz", 701), ("aaa", 702),
    ] {
      #expect(lines.contains("| \(letters)) c\(index)"))
    }
  }

  @Test func `ink sets off the numbers of questions and what is said of replies`() {
    let transcript = Transcript(
      lesson: "t", title: "T", sources: [], parts: [.question(Self.slope), .question(Self.several)])
    let inked = TextRenderer(ink: .sixteen).text(of: transcript)
    #expect(inked.withoutInk == TextRenderer().text(of: transcript))
    for line in [
      "\u{1B}[1m| \u{1B}[0m\u{1B}[1;7mQuestion 1\u{1B}[0m",
      "\u{1B}[1m| \u{1B}[0m\u{1B}[2mAnswer with at least 3 decimals.\u{1B}[0m",
      "\u{1B}[1m| \u{1B}[0m\u{1B}[2mMore than one is right.\u{1B}[0m", "\u{1B}[1mAnswers\u{1B}[0m",
      "\u{1B}[1;7mQuestion 1\u{1B}[0m",
    ] {
      #expect(inked.split(separator: "\n").contains { $0 == line }, "\(line)")
    }
    #expect(inked.contains("\u{1B}[2maccepted: −0.082\u{1B}[0m\n"))
  }

  @Test(arguments: ["\u{1B}[31mred", "a\tb", "a\r\nb", "a\u{202E}b", "a\u{0}b", "a\u{2028}b"])
  func `nothing in a question steers the terminal`(source: String) {
    let spans: [ProseSpan<Number>] = [
      .text(source), .code(source), .link([.text(source)], destination: source),
    ]
    let formula = Formula.name(Name(source))
    let answer = Question.NumberAnswer(
      formula: formula, shown: number("1"), value: 1, digits: 1, accepted: [number("1")],
      mistakes: [.init(formula: formula, shown: number("2"), value: 2, reason: spans)])
    let choices = [Question.Choice(isRight: true, text: spans, reason: spans)]
    for kind in [Question.Kind.number(answer), .choice(choices)] {
      let question = Question(number: 1, text: spans, kind: kind, hints: [spans], reason: spans, line: 1)
      for width in [20, 80] {
        let lines = text([question], width: width).split(separator: "\n")
        #expect(lines.allSatisfy { columns($0) <= width && !$0.unicodeScalars.contains { $0.isCommand } })
      }
    }
  }
}
