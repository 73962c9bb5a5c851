import Diagnostics
import LessonTestSupport
import Rendering
import Testing
import Transcript

@testable import LessonProgram
@testable import LessonRuntime

/// The same lesson gives the same transcript, always.
@Suite struct DeterminismTests {
  /// Lessons that use everything that could come out in another order or with other numbers.
  static let lessons = [
    // Draws, made data, a training in shuffled batches, and what it has recorded.
    """
    data s = spiral(30, noise: 0.1)
    input x1, x2 from s
    target label from s
    input m[1...4] ~ bernoulli(0.8)
    param W[1...4, 1...2] ~ normal(0, 0.5), v[1...4] ~ uniform(-1, 1)
    h[j] = tanh(sum(W[j,i]*x1 + W[j,i]*x2 for i in 1...2))*m[j] for j in 1...4
    o = tanh(dot(v, h))
    L = (o - label)^2
    train all to reduce L over s in batches of 7 with adam(rate: 0.05) for 6 epochs, shuffled, validated on s
    plot L
    plot o for x1 in -5...5, x2 in -5...5 with s
    table x1, x2, label, o over s
    """,
    // Every optimizer.
    """
    input x = 1
    param a[1...3] = 0.5
    y = x*product(a)
    L = (y - 2)^2
    optimizer p = nesterov(0.1)
    optimizer q = adadelta(1)
    update a to reduce L with p
    forward
    update a to reduce L with q
    forward
    update all to reduce L with adamw(0.1)
    forward
    update all to reduce L with rmsprop(0.1)
    forward
    update a to reduce L with p
    forward
    update all to reduce L with adagrad(0.1)
    forward
    backward L
    """,
    // Loops, records and sums over rows.
    """
    data d = gauss(8)
    input x1, x2 from d
    target label from d
    param w1 ~ normal(0, 1), w2 ~ normal(0, 1), b = 0
    o = if w1*x1 + w2*x2 + b > 0 then 1 else -1
    miss = abs(label - o)/2
    repeat 10 times until mean(miss over d) == 0
      for row of d
        forward
        w1 <- w1 + 0.1*(label - o)*x1
        w2 <- w2 + 0.1*(label - o)*x2
        b <- b + 0.1*(label - o)
        record row, x1, x2, o, miss, w1, w2, b
      end
      record mean(miss over d), max(abs(x1) over d)
    end
    plot mean(miss over d)
    explain sum(miss over d)
    """,
    // Families, functions, conditions, look-ups, derivatives, and a fault at the end.
    """
    const n = 3
    input k = 2
    param E[1...3] = [1, 2, 3], u = 0.5
    def f(z) = if z > 1 then ln(z) else z^2
    h[i] = f(E[i]*u) for i in 1...n
    y = sum(h[i]*E[k] for i in 1...n)
    explain h
    explain ∂y/∂u
    backward y
    table ∂h[i]/∂E[j] for i in 1...n, j in 1...n
    plot f(z), ∂(f(z))/∂z, 1/z for z in -2...2
    k <- 4
    forward
    """,
  ]

  private func text(_ lesson: Lesson, _ fixture: LessonFixture) -> String {
    let run = lesson.run()
    return TextRenderer().text(of: run.transcript)
      + run.diagnostics.map { $0.text(in: fixture.file) }.joined(separator: "\n")
  }

  @Test(arguments: lessons)
  func `a lesson that is run again gives the same transcript`(cell: String) {
    let fixture = LessonFixture(cell)
    #expect(fixture.lesson.diagnostics.isEmpty)
    let first = text(fixture.lesson, fixture)
    #expect(first.count > 1500)
    #expect(text(fixture.lesson, fixture) == first)
  }

  @Test(arguments: lessons)
  func `a lesson that is read again gives the same transcript`(cell: String) {
    let first = LessonFixture(cell, settings: "seed: 3\n")
    let second = LessonFixture(cell, settings: "seed: 3\n")
    #expect(text(first.lesson, first) == text(second.lesson, second))
  }

  @Test func `runs side by side do not meddle with one another`() async {
    let fixture = LessonFixture(Self.lessons[0])
    let alone = text(fixture.lesson, fixture)
    let texts = await withTaskGroup(of: String.self) { group in
      for _ in 0..<4 { group.addTask { text(fixture.lesson, fixture) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(texts == Array(repeating: alone, count: 4))
  }

  @Test func `another seed gives other numbers where there are draws, and only there`() {
    for (index, cell) in Self.lessons.enumerated() {
      let first = LessonFixture(cell, settings: "seed: 3\n")
      let second = LessonFixture(cell, settings: "seed: 4\n")
      let isSame = text(first.lesson, first) == text(second.lesson, second)
      #expect(isSame == [1, 3].contains(index))
    }
  }
}
