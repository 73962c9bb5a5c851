import Algebra
import Prose
import TestSupport
import Transcript

/// Transcripts drawn at random, with all that a lesson may put into one: wide and combining letters, control
/// characters, long names and numbers. The same seed gives the same transcript.
struct RandomTranscript {
  private var random: SplitMix64
  /// The digits of the numbers that may appear.
  let digits: [String]

  /// Names and words: without digits, so that every digit in the text is one of a number.
  private static let letters: [Character] = [
    "a", "b", "w", "x", "_", "é", "é", "η", "誤", "差", "🙂", "\u{1B}", "\t", "\u{7}", "\u{202E}", "\u{85}",
    "\u{2028}", "[", "m",
  ]

  init(seed: UInt64, digits: [String]) {
    random = SplitMix64(seed: seed)
    self.digits = digits
  }

  mutating func transcript() -> Transcript {
    Transcript(
      lesson: "random", title: words(), sources: [],
      parts: (0..<8).map { _ in
        if chance(6) { return .question(question()) }
        return chance(3)
          ? .prose(block(depth: 2)) : .step(Step(name: "", lines: many(6) { $0.line() }, isJoined: chance(4)))
      })
  }

  private mutating func chance(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &random) == 0 }

  private mutating func below(_ n: Int) -> Int { Int.random(in: 0..<n, using: &random) }

  private mutating func many<T>(_ most: Int, _ make: (inout RandomTranscript) -> T) -> [T] {
    (0...below(most)).map { _ in make(&self) }
  }

  private mutating func word(_ most: Int = 8) -> String {
    let length = chance(12) ? 40 : most
    return String((0...below(length)).map { _ in Self.letters[below(Self.letters.count)] })
  }

  private mutating func words() -> String { many(12) { $0.word() }.joined(separator: chance(9) ? "\n" : " ") }

  private mutating func name() -> Name { Name("n" + word()) }

  private mutating func number() -> Number { RenderingTests.number(digits[below(digits.count)]) }

  private mutating func formula(depth: Int = 3) -> Formula {
    guard depth > 0 else { return chance(2) ? .number(number()) : .name(name()) }
    switch below(8) {
    case 0: return .number(number())
    case 1: return .name(name())
    case 2: return .negation(formula(depth: depth - 1))
    case 3:
      return .sum(
        of: [.init(.plus, formula(depth: depth - 1))]
          + many(3) { .init($0.chance(2) ? .plus : .minus, $0.formula(depth: depth - 1)) })
    case 4:
      return .product(
        of: [.init(.times, formula(depth: depth - 1))]
          + many(3) { .init($0.chance(2) ? .times : .over, $0.formula(depth: depth - 1)) })
    case 5: return .power(formula(depth: depth - 1), formula(depth: depth - 1))
    case 6: return .derivative(of: formula(depth: depth - 1), by: name())
    default: return Function.named("tanh").map { .call($0, [formula(depth: depth - 1)]) } ?? .name(name())
    }
  }

  private mutating func named() -> NamedNumber { NamedNumber(formula(depth: 1), number()) }

  private mutating func equation() -> Equation {
    let rightSides = many(4) { draw in
      let relation = [Relation.equals, .equals, .approximates, .becomes][draw.below(4)]
      switch draw.below(4) {
      case 0: return Equation.RightSide(relation, .names(draw.formula()))
      case 1: return Equation.RightSide(relation, .numbers(draw.formula()))
      case 2: return Equation.RightSide(relation, .factors(draw.many(4) { $0.formula(depth: 1) }))
      default:
        return Equation.RightSide(relation, .result(draw.number(), was: draw.chance(3) ? draw.number() : nil))
      }
    }
    let remarks: [Equation.Remark?] = [
      nil, .words(words()), .number(NamedNumber(formula(depth: 1), number())),
      .because([.comparison(.number(number()), .greaterOrEqual, .number(number()))]),
    ]
    return Equation(
      subject: chance(5) ? nil : formula(depth: 1), rightSides: rightSides,
      comment: chance(2) ? nil : words(),
      remark: remarks[below(remarks.count)])
  }

  private mutating func check() -> Check {
    let outcomes: [Check.Outcome] = [
      .exact, .rounded, .cutOff(rounded: number()), .withinTolerance(computed: number()),
      .documentedSlip(computed: number()), .notMet(computed: number(), difference: number()),
      .slipIsMet(computed: number()), .otherInputs(computed: number(), isSlip: chance(2)),
    ]
    return Check(
      subject: formula(depth: 1), printed: number(), tolerance: chance(2) ? number() : nil,
      outcome: outcomes[below(outcomes.count)], note: chance(2) ? nil : words(), line: 1)
  }

  private mutating func question() -> Question {
    let kind: Question.Kind
    if chance(2) {
      let mistakes = many(3) { draw in
        Question.Mistake(
          formula: draw.formula(depth: 1), shown: draw.number(),
          relation: draw.chance(3) ? .approximates : .equals,
          value: 0, reason: draw.chance(2) ? nil : draw.spans())
      }
      kind = .number(
        Question.NumberAnswer(
          formula: formula(depth: 2), shown: number(), value: 0, digits: 0, accepted: many(2) { $0.number() },
          mistakes: mistakes))
    } else {
      kind = .choice(
        many(4) { draw in
          Question.Choice(
            isRight: draw.chance(2), text: draw.spans(), reason: draw.chance(2) ? nil : draw.spans())
        })
    }
    // Its own number is one of those that may appear.
    return Question(
      number: 7, text: spans(), kind: kind, hints: chance(2) ? [] : [spans()],
      reason: chance(2) ? nil : spans(),
      line: 1)
  }

  private mutating func cell() -> Table.Cell {
    chance(3) ? .words(words()) : chance(2) ? .formula(formula(depth: 1)) : .number(number())
  }

  private mutating func line() -> Line {
    let content: Line.Content
    switch below(11) {
    case 0, 1: content = .equation(equation())
    case 2:
      let rows = many(3) { draw in
        GivenNumbers.Row(
          kind: draw.chance(2)
            ? "param" : draw.chance(2) ? "input" : "optimizer \(draw.word(40)): \(draw.word())",
          items: draw.many(6) { $0.named() },
          comment: draw.chance(2) ? nil : draw.words())
      }
      content = .givens(GivenNumbers(rows: rows))
    case 3:
      content = .table(
        Table(header: many(4) { $0.cell() }, rows: many(3) { draw in draw.many(4) { $0.cell() } }))
    case 4: content = .path(number: Int(digits[0]) ?? 1, stops: many(8) { .name($0.name()) })
    case 5: content = .results(many(6) { $0.named() }, remark: chance(2) ? nil : .words(words()))
    case 6: content = .check(check())
    case 7:
      content = .remark([.words(words()), .formula(formula()), .relation(formula(), .becomes, formula())])
    case 8:
      let columns = 1 + below(6)
      let rows = (0...below(4)).map { _ in (0..<columns).map { _ in number() } }
      content = .matrix(
        Matrix(subject: formula(depth: 1), rows: rows), remark: chance(2) ? nil : .words(words()),
        otherwise: [Line(.results(many(6) { $0.named() }))])
    case 9: content = .network(network(), otherwise: [Line(.results(many(6) { $0.named() }))])
    default: content = chance(3) ? .blank : .comment(words())
    }
    return Line(content, level: below(chance(9) ? 100 : 4))
  }

  private mutating func network() -> Network {
    var nodes: [Network.Node] = []
    for layer in 0...below(3) {
      for _ in 0...below(4) {
        nodes.append(
          Network.Node(
            name: formula(depth: 1), number: number(),
            bias: chance(2) ? nil : .init(formula(depth: 0), chance(2) ? nil : number()), layer: layer))
      }
    }
    let count = nodes.count
    return Network(
      nodes: nodes,
      connections: many(8) { draw in
        Network.Connection(
          source: draw.below(count), target: draw.below(count),
          weight: draw.chance(3) ? nil : .init(draw.formula(depth: 0), draw.number()))
      })
  }

  private mutating func spans() -> [ProseSpan<Number>] {
    many(6) { draw in
      switch draw.below(7) {
      case 0: .emphasis([.text(draw.words())])
      case 1: .code(draw.words())
      case 2: .link([.text(draw.words())], destination: draw.word(40))
      case 3: .lineBreak
      case 4: .emphasis([.text(draw.word() + "("), .value(draw.number()), .text(").")])
      default: .text(" " + draw.words() + " ")
      }
    }
  }

  private mutating func block(depth: Int) -> ProseBlock<Number> {
    switch below(depth > 0 ? 9 : 4) {
    case 0: .heading(level: 1 + below(6), spans: spans())
    case 1: .verbatim(language: word(), lines: many(4) { $0.words() })
    case 2: .table(header: many(3) { $0.spans() }, rows: many(3) { draw in draw.many(4) { $0.spans() } })
    case 3: .paragraph(spans())
    case 4: .quotation(many(3) { $0.block(depth: depth - 1) })
    case 5: .rule
    default: .list(start: nil, items: many(3) { draw in draw.many(2) { $0.block(depth: depth - 1) } })
    }
  }
}
