import Diagnostics
import Foundation
import LessonLanguage
import Testing

/// A way to nest: what comes before and behind the innermost `x`, once for each level.
struct Nest: Sendable, CustomTestStringConvertible {
  let open: String
  let close: String
  var testDescription: String { "\(open)x\(close)" }

  init(_ open: String, _ close: String) {
    self.open = open
    self.close = close
  }

  /// The formula with `depth` levels.
  func source(_ depth: Int) -> SourceFile {
    let text = "y = " + String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
    return SourceFile(name: "lesson.md", text: text)
  }
}

@Suite("Nesting")
struct NestingTests {
  static let nests = [
    Nest("(", ")"), Nest("-", ""), Nest("2^", ""), Nest("f(", ")"), Nest("∂(", ")/∂x"), Nest("grad(", ", x)"),
    Nest("1 + 2*(", ")"), Nest("f(1, a, ", ")"), Nest("h[", "]"), Nest("W[1, ", ", 2]"),
    Nest("sum(", " for i in 1...2)"), Nest("sum(1 for i in 1...", ")"), Nest("∂h[", "]/∂w"),
    Nest("∂h/∂w[", "]"), Nest("if a > 0 then 1 else ", ""),
    Nest("if a > 0 then ", " else 1"), Nest("sum(", " over d)"),
  ]

  /// Ways to nest in which `x` is the end of something else than a plain expression.
  static let others = [
    Nest("[", "]"), Nest("[1, ", ", 2]"),
  ]

  /// Ways to nest inside of a condition.
  static let conditions = [
    Nest("(", ")"), Nest("not ", ""), Nest("a < 1 or b < 2 and (", ")"), Nest("not a < 1 and (", ")"),
  ]

  @Test("conditions nest as deep as expressions do", arguments: conditions, [99, 250])
  func conditionNesting(nest: Nest, depth: Int) {
    let text =
      "y = if " + String(repeating: nest.open, count: depth) + "x < 1"
      + String(repeating: nest.close, count: depth)
      + " then 1 else 0"
    let file = SourceFile(name: "lesson.md", text: text)
    #expect(
      parseCalc(file, file.whole).diagnostics.map(\.message)
        == (depth == 99 ? [] : ["this nests deeper than 200 levels"]))
  }

  @Test(
    "two levels at once are counted as two", arguments: [100, 101],
    [Nest("local(h, w[", "])"), Nest("if (", ") > 0 then 1 else 2")])
  func twoLevels(depth: Int, nest: Nest) {
    let file = nest.source(depth)
    #expect(parseCalc(file, file.whole).diagnostics.isEmpty == (depth == 100))
  }

  @Test("20,000 `not` end at once, in one error")
  func manyNots() {
    let file = SourceFile(
      name: "lesson.md", text: "y = if \(String(repeating: "not ", count: 20_000))a > 0 then 1 else 0")
    #expect(parseCalc(file, file.whole).diagnostics.map(\.message) == ["this nests deeper than 200 levels"])
  }

  @Test(
    "levels are given back behind their end, in conditions and in lists",
    arguments: ["if not not not x < 1 and not (x < 1) then x else x", "h[W[1,2]]", "sum(x for i in 1...(2))"])
  func givenBack(part: String) {
    let text = "y = [" + Array(repeating: part, count: 300).joined(separator: ", ") + "]"
    let file = SourceFile(name: "lesson.md", text: text)
    #expect(parseCalc(file, file.whole).diagnostics == [])
  }

  @Test("200 levels are read", arguments: nests + others)
  func atTheBound(nest: Nest) {
    let file = nest.source(200)
    #expect(parseCalc(file, file.whole).diagnostics == [])
  }

  @Test("201 levels and more are one error at the 201st", arguments: nests + others, [201, 2000])
  func aboveTheBound(nest: Nest, depth: Int) throws {
    let file = nest.source(depth)
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    #expect(statements == [])
    try #require(diagnostics.count == 1)
    #expect(diagnostics[0].message == "this nests deeper than 200 levels")
    #expect(diagnostics[0].hint == "give a part of it a name of its own in a formula above")
    let start = try #require(diagnostics[0].range).lowerBound
    let firstLevel = 4 + nest.open.utf8.count * 200
    #expect((firstLevel..<firstLevel + nest.open.utf8.count).contains(start))
  }

  @Test(
    "20,000 levels end at once, in one error",
    arguments: nests.prefix(3) + others + [Nest("if a > 0 then 1 else ", ""), Nest("h[", "]")])
  func farAboveTheBound(nest: Nest) {
    let file = nest.source(20_000)
    #expect(parseCalc(file, file.whole).diagnostics.map(\.message) == ["this nests deeper than 200 levels"])
  }

  @Test("levels of every kind are counted together, and given back behind their end")
  func mixed() {
    let half =
      String(repeating: "-(", count: 50) + "2^2^" + String(repeating: "(", count: 98) + "x"
      + String(repeating: ")", count: 148)
    for (text, isRead) in [
      ("y = \(half) + \(half) + \(half)", true), ("y = \(half)^2", true), ("y = (\(half)) + 1", false),
      ("y = 2^\(half)", false),
    ] {
      let file = SourceFile(name: "lesson.md", text: text)
      #expect(parseCalc(file, file.whole).diagnostics.isEmpty == isRead)
    }
  }

  @Test("the bound fits a small stack", arguments: nests + others)
  func smallStack(nest: Nest) throws {
    let file = nest.source(200)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      // What is read is freed on the same small stack.
      _ = parseCalc(file, file.whole)
      done.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    done.wait()
  }

  @Test("20,000 terms or factors are no nesting", arguments: [" + ", " - ", "*", "/"])
  func flat(separator: String) throws {
    let file = SourceFile(
      name: "lesson.md", text: "y = " + Array(repeating: "x", count: 20_000).joined(separator: separator))
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    #expect(diagnostics == [])
    guard case .formula(_, let value, _) = try #require(statements.first).kind else {
      Issue.record("the statement is no formula")
      return
    }
    switch value.kind {
    case .sum(let terms): #expect(terms.count == 20_000)
    case .product(let factors): #expect(factors.count == 20_000)
    default: Issue.record("neither a sum nor a product")
    }
  }

  @Test(
    "many of anything end at once",
    arguments: [
      "(", ")", "[", "$", ".", "5.", "1_", "#", "\n", "(\n", "a\n", "∂", "for\n", "y = (\n", ",", "\u{304}",
      "-", "=", "a b ", "if ", "if a<b then ", "not ", "a<b and ", "else ", "for i in 1...2\n", "end\n",
      "h[1]=",
      "(\nfor i in 1...2\n", "(\nh[1] = ", "sum(x for i in ", "def f(", "[1,\n", "1...", ", i in 1...2",
      "def f(a\nb = ", "∂h[", "repeat 2 times\n", "repeat\n", "for row of d\n", "for 2 times\n", "over ",
      "sum(x over ", "train ", "train a, ", "shuffled, ", "until ", "reporting ", "reporting 1, ", "for ",
      "for x, ", "with ", "table ", "table a, ", "record ", "~ ", "input a, ", "input a from ", "data d = ",
      "train a,\nfor 1 epoch,\n", "table a,\nfor x in 1...2\n", "plot a,\n", "repeat 2 times\nw = 1\nend\n",
    ])
  func many(text: String) {
    let source = String(repeating: text, count: 1000)
    for prefix in ["", "y = ("] {
      let file = SourceFile(name: "lesson.md", text: prefix + source)
      let (_, _, diagnostics) = parseCalc(file, file.whole)
      #expect(diagnostics.allSatisfy { $0.range.map { file.whole.contains($0) } == true })
      _ = parseCheck(file, file.whole)
      _ = parseExpression(file, file.whole)
    }
  }

  @Test(
    "long lists of anything are read at once",
    arguments: [
      ("y = [", "1", ", ", "]"), ("y = f(", "x[1]", ", ", ")"),
      ("y[1] = sum(x for ", "i in 1...2", ", ", ")"),
      ("y[i] = x for ", "i in 1...2", ", ", ""), ("y = W[", "i", ", ", "]"),
      ("y = if ", "a < b", " and ", " then 1 else 0"), ("y = if ", "a < b", " or ", " then 1 else 0"),
      ("param ", "b[1...2] = 0", ", ", ""), ("def f(a = ", "1 + x", " + ", ") = 1"),
      ("", "h[1] = 2", "\n", ""),
      ("for t in 1...2\n", "h[1] = 2", "\n", "\nend"), ("y = [", "[1, 2]", ",\n", "]"),
      ("repeat 2 times\n", "forward", "\n", "\nend"), ("for row of d\n", "w <- 1", "\n", "\nend"),
      ("", "repeat 2 times\nend", "\n", ""), ("input ", "a", ", ", " from d"),
      ("param ", "w ~ normal(0, 1)", ",\n", ""), ("data d = xor(", "1", ", ", ")"),
      ("table ", "a", ", ", " over d"),
      ("plot a for ", "x in -1...1", ",\n", " with d"), ("record ", "a", ",\n", ""),
      ("train ", "w1...w8", ", ", " to reduce E with o for 1 epoch"),
      ("train w to reduce E with o for 1 epoch, reporting ", "1", ", ", ", shuffled"),
      ("train w to reduce E with o for 1 epoch, until ", "L < 1", " or ", ", shuffled"),
    ])
  func long(open: String, item: String, separator: String, close: String) {
    let text = open + Array(repeating: item, count: 2000).joined(separator: separator) + close
    let file = SourceFile(name: "lesson.md", text: text)
    #expect(parseCalc(file, file.whole).diagnostics == [])
  }

  /// First lines of blocks; each is closed by an `end`.
  static let blocks = ["for t in 1...2\n", "for row of d\n", "repeat 2 times until x < 1\n"]

  @Test("200 blocks of any kind are read, and fit a small stack", arguments: blocks)
  func blocksAtTheBound(head: String) {
    let text = String(repeating: head, count: 200) + String(repeating: "end\n", count: 200)
    let file = SourceFile(name: "lesson.md", text: text)
    #expect(parseCalc(file, file.whole).diagnostics == [])
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      _ = parseCalc(file, file.whole)
      done.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    done.wait()
  }

  @Test("201 blocks of any kind and more are one error at the 201st", arguments: blocks, [201, 2000])
  func blocksAboveTheBound(head: String, depth: Int) {
    let text =
      String(repeating: head, count: depth) + "$\n" + String(repeating: "end\n", count: depth) + "forward"
    let file = SourceFile(name: "lesson.md", text: text)
    let (statements, _, diagnostics) = parseCalc(file, file.whole)
    #expect(diagnostics.map(\.message) == ["this nests deeper than 200 levels"])
    #expect(diagnostics.map(\.range?.lowerBound) == [head.utf8.count * 200])
    #expect(statements.count == 2)
  }

  @Test("20,000 blocks without an `end` are one error for each that is not too deep")
  func unclosedBlocks() {
    let file = SourceFile(name: "lesson.md", text: String(repeating: Self.blocks.joined(), count: 6_667))
    #expect(parseCalc(file, file.whole).diagnostics.count == 201)
  }

  @Test("an `until` of a loop nests as deep as any condition", arguments: conditions, [99, 250])
  func untilNesting(nest: Nest, depth: Int) {
    let condition =
      String(repeating: nest.open, count: depth) + "x < 1" + String(repeating: nest.close, count: depth)
    for text in [
      "repeat 2 times until \(condition)\nend", "train w to reduce E with o for 1 epoch until \(condition)",
    ] {
      let file = SourceFile(name: "lesson.md", text: text)
      #expect(
        parseCalc(file, file.whole).diagnostics.map(\.message)
          == (depth == 99 ? [] : ["this nests deeper than 200 levels"]))
    }
  }

  @Test("a long text is shortened in a message")
  func longText() throws {
    let file = SourceFile(name: "lesson.md", text: "y = a \(String(repeating: "b", count: 100))")
    let message = try #require(parseCalc(file, file.whole).diagnostics.first).message
    #expect(message == "an operator is missing between `a` and `\(String(repeating: "b", count: 40))…`")
  }
}
