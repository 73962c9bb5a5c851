import Diagnostics
import LessonLanguage
import TestSupport
import Testing

@Suite("Random text")
struct RandomTextTests {
  static let pieces = [
    "a", "w1", "E_total", "σ", "x\u{304}", "2", "0.5", "1e-8", ".5", "5.", "1_0", "2x", "(", "(", ")", ")",
    "[", "]",
    "+", "-", "−", "*", "·", "/", "^", "=", "=", "==", "!=", "<", "<=", "<-", "←", "...", "..", ",", ":", "~",
    "∂",
    "∂a/∂b", "±", "+-", "--", "# c", "\n", "\n", "\r\n", "\r", " ", " ", "\t", "$", "\u{1B}", "\u{200B}", "🙂",
    "if", "for",
    "end", "to", "with", "all", "pi", "over", "input", "param", "explain", "backward", "forward", "update",
    "train",
    "repeat", "reduce", "grad(", "local(", "exp(", "then", "else", "and", "or", "not", "in", "step", "def",
    "of",
    "≤", "≠", ">", "≥", "h[", "[1, 2]", "sum(", "for i in 1...2", "if a < b then", "end\n",
    "for t in 1...3\n",
    "h[1] =", "def f(x) =", "q\nanswer: a\n", "answer:", "digits: 3", "\nhint:", "mistake:", "because:",
    "\n- [x] a", "- [ ]",
    "from", "table", "plot", "record", "data", "optimizer", "times", "epochs",
    "shuffled", "validated on", "stopping after", "without improvement", "until a < 1", "reporting 1, 2",
    "accumulating", "clipping", "in batches of", "over d", "for 9 epochs", "with sgd(rate: 1)", "to reduce E",
    "repeat 2 times\n", "for row of d\n", "repeat", "~ normal(0, 1)", "mean(", "over d)", "x from d",
  ]

  @Test("a soup of tokens is read or told, with every place in the file", arguments: 0..<10)
  func tokens(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 0..<40, using: &generator)
      let text = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      }
      .joined(separator: Bool.random(using: &generator) ? " " : "")
      expectSoundness(text)
    }
  }

  @Test("statements with a piece put in, left out or changed are read or told", arguments: 0..<10)
  func mutations(seed: UInt64) {
    let statements = [
      "input i1 = 0.1, i2 = 0.5 # data\n", "y = a*b^-c + (d - f(x, -2))/3\n", "explain ∂(a + b)/∂a\n",
      "update w1...w8, all to reduce E with sgd(rate: 0.6)\n", "w5 <- w5 - 0.6*∂E/∂w5\n",
      "grad(E, w) = 0.5 ± 1 -- n\n", "for t in 1...3\n h[t] = sum(W[i, t]*x[i] for i in 1...2 step 1)\nend\n",
      "def f(x, a = 0.1) = if x < 0 and not (a >= 1 or x == 2) then a*x else x\n",
      "param T[0...2, 0...1] = [[1, 0], [0, 1]], b[1...8] = 0\n",
      "A[i, j] = W[i, j] for i in 1...2, j in 1...2\n",
      "W[1] <- ∂h[2]/∂x[1] + local(h[1], x[2])\n", "input x1, x2, t from xor\n",
      "param V[1...8] ~ normal(0, 0.5), b = 2\n", "data d = spiral(200, noise: 0.1)\n",
      "optimizer o = adam(rate: 0.1)\n",
      "train W, b to reduce sum of L over xor in batches of 2 with sgd(rate: 0.5) for 500 epochs,\n"
        + "  shuffled, validated on d, stopping after 5 without improvement, until L < 1, reporting 1, 2, w1\n",
      "table x1, sigmoid(x) for x in -6...6 step 2\n", "table x1, o over xor\n",
      "plot o, p for x1 in -1...1, x2 in -0.5...1 with xor\n",
      "repeat 10 times until mean(miss over d) == 0\n for row of d\n  forward\n  record row, x1\n end\nend\n",
    ]
    var generator = SplitMix64(seed: 1000 + seed)
    for _ in 0..<100 {
      let first = Int.random(in: 0...statements.count - 4, using: &generator)
      var scalars = Array(statements[first..<first + 4].joined().unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let start = Int.random(in: 0..<scalars.count, using: &generator)
        let end = min(scalars.count, start + Int.random(in: 0..<3, using: &generator))
        let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
        scalars.replaceSubrange(start..<end, with: Array(piece.unicodeScalars))
      }
      expectSoundness(String(String.UnicodeScalarView(scalars)))
    }
  }

  @Test("random characters are read or told, with every place in the file", arguments: 0..<10)
  func characters(seed: UInt64) {
    var generator = SplitMix64(seed: 2000 + seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
      // Bytes that are no text become U+FFFD, as no file reaches the parser with them.
      expectSoundness(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Expects of everything that is read from `text` that its places are right, and that each statement alone
  /// reads the same.
  private func expectSoundness(_ text: String) {
    let file = SourceFile(name: "lesson.md", text: text)
    let (statements, _, mistakes) = parseCalc(file, file.whole)
    for statement in statements {
      var outline = Outline(file)
      outline.visit(statement)
      #expect(outline.faults == [], "\(text)")
      let excerpt = SourceFile(name: "excerpt", text: file[statement.range])
      let again = parseCalc(excerpt, excerpt.whole)
      // A block may hold what is wrong; any other statement is right as a whole.
      let inside = mistakes.filter { $0.range.map { statement.range.contains($0) } == true }
      #expect(again.diagnostics.map(\.message) == inside.map(\.message), "\(text)")
      if !statement.kind.isBlock { #expect(inside == [], "\(text)") }
      #expect(
        again.statements.map { TreeDump(excerpt).text(of: $0.withoutComment) }
          == [TreeDump(file).text(of: statement.withoutComment)], "\(text)")
    }
    let (checks, _, checkMistakes) = parseCheck(file, file.whole)
    for check in checks {
      var outline = Outline(file)
      outline.visit(check.expression, in: check.range)
      #expect(outline.faults == [], "\(text)")
    }
    let (expression, expressionMistakes) = parseExpression(file, file.whole)
    #expect((expression == nil) == (expressionMistakes.count == 1), "\(text)")
    let (question, askMistakes) = parseAsk(file, file.whole)
    #expect((question == nil) == !askMistakes.isEmpty, "\(text)")
    if let question { expectSoundness(of: question, in: file) }
    for mistake in mistakes + checkMistakes + expressionMistakes + askMistakes {
      expectSoundness(of: mistake, in: file)
    }
  }

  /// Expects that the texts of a question stand in it, one behind the other, and its expressions with them.
  private func expectSoundness(of question: AskCell, in file: SourceFile) {
    var outline = Outline(file)
    var texts = question.question + question.hints.flatMap { $0 } + (question.reason ?? [])
    switch question.kind {
    case .number(let answer, _, let mistakes):
      for value in [answer] + mistakes.map(\.value) { outline.visit(value, in: question.range) }
      texts += mistakes.flatMap { $0.reason ?? [] }
    case .choice(let choices):
      texts += choices.flatMap { $0.text + ($0.reason ?? []) }
    }
    let inOrder = texts.sorted { $0.lowerBound < $1.lowerBound }
    #expect(zip(inOrder, inOrder.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    #expect(texts.allSatisfy { !file[$0].isEmpty && !file[$0].contains("\n") })
    #expect(outline.faults == [])
  }

  private func expectSoundness(of mistake: Diagnostic, in file: SourceFile) {
    let range = mistake.range
    #expect(range.map { file.whole.contains($0) } == true, "\(mistake)")
    #expect(!mistake.message.hasSuffix(".") && !mistake.message.isEmpty, "\(mistake)")
    // Comments may hold anything, but no message may quote one with what harms a terminal in it.
    #expect(mistake.message.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }, "\(mistake)")
  }
}

extension Statement.Kind {
  fileprivate var isBlock: Bool {
    switch self {
    case .block, .repeat, .rows: true
    default: false
    }
  }
}

extension Statement {
  fileprivate var withoutComment: Statement { Statement(kind, at: range) }
}
