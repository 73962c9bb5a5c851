import Algebra
import Diagnostics
import LessonDocument
import LessonTestSupport
import Testing

@testable import LessonProgram
@testable import LessonRuntime

@Suite struct KnownNamesTests {
  /// Statements of all kinds that define names or change numbers, each of which may be the last of a lesson.
  private static let statements = [
    "input x = 2, e1[1...3] = 1",
    "param w = 0.5, W = [[1, 2], [3, 4]]",
    "const n = 2",
    "y = w*x",
    "def f(a) = a + 1",
    "h[i] = f(W[1,i])*y for i in 1...n",
    "w <- 1",
    "z = 3*x",
    "forward",
    "L = sum(h) + z",
    "W[1,1] <- 2\nW[2,2] <- 5",
    "optimizer o = sgd(0.1)\nforward",
    "update W to reduce L with sgd(0.1)",
    "data points = xor(4)",
    "input x1, x2 from points",
    "repeat 2 times\n  forward\n  w <- w - 0.1*∂L/∂w\nend",
    "forward\nfor row of points\n  forward\nend",
    "forward",
    "train w to reduce L with o for 2 epochs",
    "schedule rate = 1/epoch",
    "repeat 0 times\n  forward\nend",
    "for i in 1...2\n  g[i] = h[i] + x1\nend",
    "x <- 3",
    "q = 2*w",
    "table q, w",
  ]

  private static func document(_ count: Int) -> LessonDocument {
    let text = statements.prefix(count).joined(separator: "\n")
    return LessonDocument(
      reading: SourceFile(name: "lesson.md", text: "---\ntitle: t\n---\n\n```calc\n\(text)\n```\n"))
  }

  @Test(arguments: 0...statements.count)
  func `at a place those names are known, and stale, that are at the end of a lesson cut off there`(
    count: Int
  ) throws {
    let cut = Resolver(Self.document(count))
    try #require(cut.diagnostics == [])
    let whole = Lesson(Self.document(Self.statements.count), name: "lesson")
    let known = KnownNames(whole.plan(RunOptions()))
      .scope(afterInstructions: cut.body.instructions.count)
    #expect(known.definitions.map(\.name) == cut.scope.definitions.map(\.name))
    #expect(known.definitions.map(\.range) == cut.scope.definitions.map(\.range))
    for name in cut.scope.definitions.map(\.name) {
      let (found, wanted) = (known.change(behind: name), cut.scope.change(behind: name))
      #expect(found?.name == wanted?.name && found?.range == wanted?.range, "\(name)")
    }
    #expect(known.families.keys.map(\.text).sorted() == cut.scope.families.keys.map(\.text).sorted())
    for (name, family) in cut.scope.families {
      #expect(
        known.families[name]?.elements == family.elements && known.families[name]?.extent == family.extent)
    }
    #expect(known.data.keys.map(\.text).sorted() == cut.scope.data.keys.map(\.text).sorted())
    #expect(known.functions.keys.map(\.text).sorted() == cut.scope.functions.keys.map(\.text).sorted())
    #expect(known.optimizers == cut.scope.optimizers)
    #expect(known.schedules.keys.map(\.text).sorted() == cut.scope.schedules.keys.map(\.text).sorted())
    #expect(known.constants == cut.scope.constants)
  }
}
