import Algebra
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonRuntime
@testable import PrintedNumbers

@Suite struct ShownPathTests {
  /// A path from `y` through `names`, whose links have the given numbers.
  private func path(_ names: [String], _ numbers: [Double]) -> Paths.Path {
    Paths.Path(
      output: .name(Name("y")),
      links: zip(names, numbers).map { name, number in
        LocalDerivative(name: Name(name), outline: .number(Number(number)), value: number, largest: 1)
      })
  }

  private func text(_ path: ShownPath) -> String {
    path.stops.map { $0.text(.calc) }.joined(separator: " < ")
  }

  @Test func `a path of sixteen values is shown in full`() {
    let path = path((1...15).map { "a\($0)" }, Array(repeating: 2, count: 15))
    let shown = ShownPath(path, among: [path])
    #expect(!shown.isShortened)
    #expect(shown.stops.count == 16)
    #expect(shown.factors == Array(repeating: Number(2), count: 15))
  }

  @Test func `a longer one has a gap, which is one factor`() {
    let path = path((1...16).map { "a\($0)" }, (1...16).map { Double($0) / 4 })
    let shown = ShownPath(path, among: [path])
    #expect(shown.isShortened)
    #expect(text(shown) == "y < a1 < a2 < … 11 more … < a14 < a15 < a16")
    #expect(shown.factors.count == 5)
    #expect(Number(productOf: shown.factors).value == path.product)
  }

  @Test func `no two paths look alike`() {
    let paths = (3...30).map { place in
      path((1...30).map { $0 == place ? "b\($0)" : "a\($0)" }, Array(repeating: 0.5, count: 30))
    }
    let texts = paths.map { text(ShownPath($0, among: paths)) }
    #expect(Set(texts).count == paths.count)
  }

  @Test func `what passes the derivative on with 1 is left out of the product`() {
    let path = path((1...20).map { "a\($0)" }, (1...20).map { $0 < 3 || $0 > 18 ? 1 : 2 })
    let shown = ShownPath(path, among: [path])
    #expect(text(shown) == "y < a1 < a2 < … 15 more … < a18 < a19 < a20")
    #expect(Number(productOf: shown.factors) == Number(65536))
    #expect(!shown.factors.contains(Number(1)))
  }

  @Test func `what would be too large for a number is not put together`() {
    let path = path(
      (1...20).map { "a\($0)" },
      [1e-300, 1, 1] + Array(repeating: 1e100, count: 7) + [Double](repeating: 1e-60, count: 10))
    let shown = ShownPath(path, among: [path])
    #expect(!shown.isShortened)
    #expect(shown.factors.allSatisfy { $0.value.isFinite })
  }
}
