import Diagnostics
import LessonLanguage
import Testing

@Suite("Lines of a vary cell")
struct ParseVaryTests {
  /// The cell in words: what is drawn, then what must hold.
  private func words(_ text: String) -> [String] {
    let file = SourceFile(name: "lesson.md", text: text)
    let (cell, diagnostics) = parseVary(file, file.whole)
    guard diagnostics.isEmpty else { return diagnostics.map(\.message) }
    let drawn = cell.drawn.map { line in
      let names = line.names.map { name in
        switch name {
        case .name(let reference): file[reference.range]
        case .range(let first, let last): "\(first.text) to \(last.text)"
        case .all: "all"
        }
      }
      let source =
        switch line.source {
        case .steps(let first, let last, let step): "\(first.text) to \(last.text) by \(step.text)"
        case .list(let numbers): numbers.map(\.text).joined(separator: " or ")
        }
      return "\(names.joined(separator: " and ")): \(source) at \(file[line.sourceRange])"
    }
    return drawn + cell.conditions.map { "if \(file[$0.range])" }
  }

  @Test(
    "each line becomes its tree",
    arguments: [
      ("", []),
      ("  # nothing\n\n", []),
      ("i1, i2 in 0.1...0.9 step 0.1", ["i1 and i2: 0.1 to 0.9 by 0.1 at 0.1...0.9 step 0.1"]),
      ("w1...w8 in -.9...−.1 step .1 # c", ["w1 to w8: -0.9 to -0.1 by 0.1 at -.9...−.1 step .1"]),
      ("eta in [0.1, -0.50,\n  1e-2]", ["eta: 0.1 or -0.50 or 1e-2 at [0.1, -0.50,\n  1e-2]"]),
      ("W[1, 2], W in [1]", ["W[1, 2] and W: 1 at [1]"]),
      ("such in [1]", ["such: 1 at [1]"]),
      ("such, a in [1]", ["such and a: 1 at [1]"]),
      ("step in 1...3 step 1", ["step: 1 to 3 by 1 at 1...3 step 1"]),
      ("such that a > 1 and\n  not b == 2", ["if a > 1 and\n  not b == 2"]),
      ("such that such > 1", ["if such > 1"]),
      (
        "a in [1]\nsuch that a == 1\nb in [2]",
        ["a: 1 at [1]", "b: 2 at [2]", "if a == 1"]
      ),
    ])
  func tree(text: String, tree: [String]) { #expect(words(text) == tree) }

  @Test("every line that is wrong is told, and the others are read")
  func several() {
    let file = SourceFile(name: "lesson.md", text: "a in\nb in [2]\nsuch a\nsuch that b > 1")
    let (cell, diagnostics) = parseVary(file, file.whole)
    #expect(
      diagnostics.map(\.message) == ["a number is missing behind `in`", "`that` is missing behind `such`"])
    #expect(cell.drawn.count == 1 && cell.conditions.count == 1)
  }

  @Test("a cell with too many words is refused at once")
  func bound() {
    let list = String(repeating: "1,", count: 800_000)
    let file = SourceFile(name: "lesson.md", text: "a in [\(list)1]")
    let (_, diagnostics) = parseVary(file, file.whole)
    #expect(
      diagnostics.map(\.message) == [
        "this cell has more than 1,500,000 words, numbers and signs, which is the bound"
      ])
  }
}
