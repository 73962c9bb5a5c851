import LessonTestSupport
import Testing
import Transcript

@testable import LessonProgram
@testable import LessonRuntime

/// What tables, plots and sums over rows leave as it was: everything.
@Suite struct UnchangedTests {
  /// Commands that show every number, and go on from the numbers as they are.
  private static let tail = """
    table x, t, w, V[1], V[2], m, n, y, z, L, g
    explain ∂L/∂w
    explain ∂L/∂V[2]
    backward L
    update w, V to reduce L with o
    forward
    table x, t, w, V[1], V[2], m, n, y, z, L, g
    train w to reduce L over d in batches of 2 with o for 3 epochs, shuffled
    table x, t, w, V[1], V[2], m, n, y, z, L, g
    for row of d
      forward
      record row, x, t, m, y, L
    end
    forward
    table x, t, w, V[1], V[2], m, n, y, z, L, g
    """

  private static let above = """
    \(RowsLesson.columns)
    input m ~ bernoulli(0.5), n ~ normal(0, 1), k = 1
    param w = 0.50, V[1...2] ~ normal(0, 1)
    y = tanh(w*x + V[1]*m + V[2]*n)
    z = if y > 0 then V[k]*x else x^2
    L = (y - t)^2 + z^2
    g = ∂y/∂w
    optimizer o = adam(0.1)
    update w to reduce L with o
    forward
    """

  @Test(arguments: [
    "table x, y, m over d", "table y, z for x in -3...3", "table y for w in 0...2, x in -1...1",
    "table V[i], V[i]*q for i in 1...2, q in 1...3", "table x + 1, sum(L over d), ∂(mean(L over d))/∂w",
    "table m, n for m in 0...1", "table z for k in 1...2", "table ∂L/∂V[i] for i in 1...2",
    "plot y, z for x in -3...3", "plot L for x in -1...1, w in 0...2", "plot 1/q for q in -1...1",
    "plot y for x in -3...3 step 3, t in -6...6 step 6 with d", "plot g for w in -1...1 step 0.5",
    "explain sum(L over d)", "explain ∂(max(L over d) - min(y over d))/∂w", "explain mean(m over d)",
    "explain sum(if m > 0 then V[k] else z over d)", "explain mean(g over d)",
  ])
  func `a table, a plot or a sum changes nothing that comes behind it`(command: String) {
    // What one changes, two change.
    #expect(Self.behind(command + "\n" + command) == Self.undisturbed)
  }

  @Test(arguments: [
    "w <- w + 1\nforward", "forward", "m <- m\nforward", "x <- 2\nforward",
    "update w to reduce L with o\nforward",
  ])
  func `what does change something is seen`(command: String) {
    #expect(Self.behind(command) != Self.undisturbed)
  }

  private static let undisturbed = behind("")

  /// What the tail prints behind `command`: the steps of its own cell.
  private static func behind(_ command: String) -> [String] {
    let text = above + "\n```\n\n```calc\n\(command)\n```\n\n```calc\n\(tail)\n```\n"
    let fixture = LessonFixture(text: text)
    #expect(fixture.errors.isEmpty, "\(command)")
    let lines = fixture.working(width: 200).split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.firstIndex { $0.hasPrefix("x ") && $0.contains("V[2]") && $0.hasSuffix("g") }
    return head.map { lines[$0...].map(String.init) } ?? ["no tail"]
  }
}
