import LessonTestSupport
import Testing
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonRuntime

@Suite struct PathTests {
  /// `count` links that double: h1 = h0 + h0 and so on.
  private func doublings(_ count: Int) -> String {
    (1...count).map { "h\($0) = h\($0 - 1) + h\($0 - 1)" }.joined(separator: "\n")
  }

  /// `count` diamonds, of two paths each.
  private func diamonds(_ count: Int) -> String {
    (1...count).map { "a\($0) = h\($0 - 1)\nb\($0) = h\($0 - 1)\nh\($0) = a\($0) + b\($0)" }
      .joined(separator: "\n")
  }

  /// The lines that the last statement prints, wide enough for any.
  private func lastStep(_ cell: String) -> [String] {
    let fixture = LessonFixture(cell)
    #expect(fixture.errors.isEmpty)
    let truth = PrintedTruth(of: fixture.run.transcript)
    #expect(truth.lies.isEmpty)
    let text = fixture.working(width: 10_000)
    return text.components(behindLast: "\n\n").split(separator: "\n").map { line in
      // However far a remark stands away.
      String(line.replacing(/([^ ]) {2,}/) { "\($0.1)  " })
    }
  }

  @Test func `sixty doublings are one path`() {
    let lines = lastStep("param h0 = 1\n\(doublings(60))\nexplain ∂h60/∂h0")
    // 2 to the power of 56 is 72,057,594,037,927,936.
    #expect(
      lines == [
        "∂h60/∂h0 = 2 · 2 · 2 · 7.20576e+16 · 2 = 1.15292e+18",
        "the fourth factor is the product of 56 of the links above",
      ])
  }

  @Test func `sixty diamonds are counted without walking them`() throws {
    let lines = lastStep("param h0 = 1\n\(diamonds(60))\nexplain ∂h60/∂h0")
    #expect(lines.first == "h0 reaches h60 by 1,152,921,504,606,846,976 paths:")
    #expect(
      lines.contains(
        "  … 1,152,921,504,606,846,970 more, none larger than those above nor smaller than those below"))
    #expect(
      lines.last == "∂h60/∂h0 = 1 + 1 + 1 + 1 + 1 + 1 + 1.15292e+18 = 1.15292e+18"
        + "  the last term is the sum of the 1,152,921,504,606,846,970 others")
    // Six different paths.
    #expect(Set(lines.filter { $0.contains("←") }.map { $0.drop { $0 != "←" } }).count == 6)
  }

  @Test func `the number of paths is exact however large`() {
    let lines = lastStep("param h0 = 1\n\(diamonds(200))\nexplain ∂h200/∂h0")
    let paths = "1,606,938,044,258,990,275,541,962,092,341,162,602,522,202,993,782,792,835,301,376"
    #expect(lines.first == "h0 reaches h200 by \(paths) paths:")
  }

  @Test func `the largest, the smallest and the rest add up`() {
    // Products 1 to 12, of which every second is negative; three and three are shown.
    let factors = [7, 3, 12, 1, 9, 5, 11, 2, 8, 4, 10, 6]
    let lines = factors.enumerated().map { "a\($0) = \($1 % 2 == 0 ? "-" : "")\($1)*x" }
    let sum = factors.indices.map { "a\($0)" }.joined(separator: " + ")
    let last = lastStep("param x = 1\n\(lines.joined(separator: "\n"))\ny = \(sum)\nexplain ∂y/∂x")
    #expect(
      last == [
        "x reaches y by 12 paths:",
        "  1  y ← a2 ← x", "     −12", "  2  y ← a6 ← x", "     11", "  3  y ← a10 ← x", "     −10",
        "  … 6 more, none larger than those above nor smaller than those below",
        "  10  y ← a1 ← x", "      3", "  11  y ← a7 ← x", "      −2", "  12  y ← a3 ← x", "      1",
        "∂y/∂x = −12 + 11 + (−10) + 3 + (−2) + 1 + 3 = −6"
          + "  the last term is the sum of the 6 others",
      ])
  }

  @Test func `the product of a path is that of its links, largest first, through several layers`() {
    // 3 · 3 paths through two layers; the sizes of their products are all different.
    let cell = """
      param x = 1
      a = 2*x
      b = 3*x
      c = -5*x
      d = 7*a + 11*b + 13*c
      e = 0.1*a + 0.01*b - 0.001*c
      f = a + b
      y = d + e + f
      explain ∂y/∂x
      """
    let last = lastStep(cell)
    #expect(
      last == [
        "x reaches y by 8 paths:",
        "  1  y ← d ← c ← x", "     13 · (−5) = −65", "  2  y ← d ← b ← x", "     11 · 3 = 33",
        "  3  y ← d ← a ← x", "     7 · 2 = 14",
        "  … 2 more, none larger than those above nor smaller than those below",
        "  6  y ← e ← a ← x", "     0.1 · 2 = 0.2", "  7  y ← e ← b ← x", "     0.01 · 3 = 0.03",
        "  8  y ← e ← c ← x", "     −0.001 · (−5) = 0.005",
        "∂y/∂x = −65 + 33 + 14 + 0.2 + 0.03 + 0.005 + 5 = −12.765"
          + "  the last term is the sum of the 2 others",
      ])
  }

  @Test func `dead paths are counted without walking them, and hide no others`() {
    // Each diamond has a side that is closed, and the last opens both.
    let closed = (1...60).map { "a\($0) = h\($0 - 1)\nb\($0) = relu(-h\($0 - 1))\nh\($0) = a\($0) + b\($0)" }
    let cell = "param h0 = 1\n\(closed.joined(separator: "\n"))\ny = h60*h30\n"
    let lines = lastStep(cell + "explain ∂y/∂h0")
    #expect(lines.first == "h0 reaches y by 1,152,921,505,680,588,800 paths:")
    #expect(lines.contains("  … 1,152,921,505,680,588,798 more pass through a factor 0"))
    #expect(lines.count { $0.contains("←") } == 2)
    #expect(lines.last == "∂y/∂h0 = 1 + 1 = 2")
  }

  @Test func `two names of one value have derivatives of their own`() {
    let fixture = LessonFixture(
      "input x = 2\na = x\nb = a\ny = a*b\nexplain ∂y/∂b\nexplain ∂y/∂a\nbackward y")
    #expect(fixture.errors.isEmpty)
    let working = fixture.working()
    #expect(working.contains("∂y/∂b = a = 2"))
    #expect(working.contains("∂y/∂a = 2 + 2 = 4"))
    #expect(working.contains("∂y/∂a = ∂y/∂b + ∂y/∂y·b\n      = 2 + 1·2\n      = 2 + 2\n      = 4"))
  }
}

extension String {
  /// What stands behind the last `separator`.
  fileprivate func components(behindLast separator: String) -> Substring {
    ranges(of: separator).last.map { self[$0.upperBound...] } ?? self[...]
  }
}
