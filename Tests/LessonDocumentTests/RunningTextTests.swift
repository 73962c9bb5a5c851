import Diagnostics
import LessonDocument
import Testing

@Suite struct RunningTextTests {
  /// The numbers and marks found in the prose `text`, as they stand there.
  private func findings(in text: String) -> (numbers: [String], marks: [String]) {
    let file = SourceFile(name: "a.md", text: "---\ntitle: t\n---\n" + text)
    let found = LessonDocument(reading: file).findings
    return (found.typedNumbers.map { String(file[$0]) }, found.marksAtDigits.map { String(file[$0]) })
  }

  @Test(arguments: [
    ("It is 0.60108.", ["0.60108"]), ("0.1·0.2 = 0.02, so 3", ["0.1", "0.2", "0.02", "3"]),
    ("about 4.92e-05 or 1E3", ["4.92e-05", "1E3"]), ("−0.5, -0.25 and (+2)", ["0.5", "0.25", "2"]),
    ("w5, h_1 and x2y, the 3rd", []), ("the 2-2-2 example, S0-088", []), ("2^3 and 50%", ["2", "3", "50"]),
    ("1.2.3 and 1,000", []), ("`0.5` and `= w5` and ``2``", []), ("*0.5* and **2**", ["0.5", "2"]),
    ("[0.5](2)", ["0.5"]), ("a 0.5\\*2", ["0.5", "2"]), ("# Step 1\n\n> 2\n\n- 3", ["1", "2", "3"]),
    ("| a | 0.25 |\n|---|---|\n| `7` | 8 |", ["0.25", "8"]), ("```\n0.5\n```", []), ("<!-- 0.5 -->", []),
    ("½ of 0.5", ["0.5"]), ("x = 1e", []), ("7e-x", []),
  ])
  func `the numbers that are typed are found, but not those of words, code and inline values`(
    text: String, numbers: [String]
  ) {
    #expect(findings(in: text).numbers == numbers)
  }

  @Test(arguments: [
    ("0.7*1.5 - 0.3*2", []), ("2*x + 3*y", ["*", "*"]), ("*3 times*", ["*"]), ("**2**", ["**", "**"]),
    ("*a* 2 *b*", []), ("2 * x * 3", []), ("w_1 and w_2", []), ("`2*x*3`", []), ("2\\*x\\*3", []),
    ("2*x, alone", []), ("_4_", ["_", "_"]),
  ])
  func `marks of emphasis beside digits are found where they are marks`(text: String, marks: [String]) {
    #expect(findings(in: text).marks == marks)
  }

  @Test func `findings are bounded`() {
    let text = String(repeating: "1 *2* ", count: 20_000)
    let found = findings(in: text)
    #expect(found.numbers.count == 10_000 && found.marks.count == 10_000)
  }
}
