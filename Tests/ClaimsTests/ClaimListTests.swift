import Claims
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("A list of claims")
struct ClaimListTests {
  static let header = "id,lecture,slide,printed,kind,verdict,right,not computable\n"

  private func reading(_ text: String) -> (list: ClaimList?, diagnostics: [Diagnostic]) {
    ClaimList.reading(SourceFile(name: "claims.csv", text: text))
  }

  @Test("has a claim in each row, its fields as RFC 4180 writes them")
  func rows() throws {
    let text =
      "\u{FEFF}verdict,own,id,kind,printed,slide,lecture\r\n"
      + "wrong,x,S0-088,number,\"w = 1, or \"\"2\"\"\",A slide,\"Networks, introduced\"\r\n\r\n"
      + " cut-off ,, A1 , formula ,\"two\r\nlines\",,"
    let (list, diagnostics) = reading(text)
    #expect(diagnostics == [])
    let claims = try #require(list?.claims)
    #expect(claims.map(\.id) == ["S0-088", "A1"])
    #expect(claims.map(\.printed) == ["w = 1, or \"2\"", "two\r\nlines"])
    #expect(claims.map(\.lecture) == ["Networks, introduced", ""])
    #expect(claims.map(\.verdict) == [.wrong, .cutOff])
    #expect(claims.map(\.kind) == [.number, .formula])
    #expect(claims.map(\.right) == ["", ""] && claims.map(\.reason) == ["", ""])
    #expect(claims.map(\.lectureKey) == ["S0", nil])
    #expect(list?.claim("A1") == claims[1] && list?.claim("A2") == nil)
  }

  @Test(
    "says what is wrong with it, and where",
    arguments: [
      ("⟦⟧", "this list of claims has no header"),
      ("⟦id;lecture;printed⟧\n", "the columns of this list are separated by semicolons"),
      ("⟦id\tlecture\tprinted⟧\n", "the columns of this list are separated by tabs"),
      ("⟦id,lecture,slide,printed,kind⟧\na1,,,x,number", "the column `verdict` is missing"),
      ("id,lecture,slide,printed,kind,⟦verdikt⟧\na1,,,x,number,right", "there is no column `verdikt`"),
      ("id,lecture,slide,printed,kind,verdict,⟦rigth⟧\n", "there is no column `rigth`"),
      ("id,lecture,slide,printed,kind,verdict,⟦id⟧\n", "there is a second column `id`"),
      ("⟦id,lecture,slide,printed,kind,verdict⟧\n", "this list has no claim"),
      (header + "⟦a1,,,x,number,right,,,⟧", "this row has 9 fields, and the header has 8"),
      (header + "⟦a1⟧\n", "this row has 1 field, and the header has 8"),
      (header + "⟦⟧,,,x,number,right,,", "this row has no id"),
      (header + "⟦slide 1⟧,,,x,number,right,,", "`slide 1` is no id"),
      (header + "⟦slide⟧,,,x,number,right,,", "`slide` is no id"),
      (header + "⟦12⟧,,,x,number,right,,", "`12` is no id"),
      (header + "⟦a1-⟧,,,x,number,right,,", "`a1-` is no id"),
      (header + "a1,,,x,number,right,,\n⟦a1⟧,,,y,number,right,,", "the id `a1` is given a second time"),
      (header + "a1,,,x,⟦nummer⟧,right,,", "there is no kind `nummer`"),
      (header + "a1,,,x,⟦⟧,right,,", "this row has no kind"),
      (header + "a1,,,x,number,⟦false⟧,,", "there is no verdict `false`"),
      (header + "⟦a1,,,\"\",number,right,,⟧", "this row does not say what is printed"),
      (
        header + "a1,,,\"x\" ⟦y⟧,number,right,,", "text stands behind the quotation mark that ends this field"
      ),
      (header + "a1,,,⟦\"⟧x,number,right,,\nb1,", "this quotation mark is not closed"),
    ])
  func faults(marked: String, message: String) {
    let marked = MarkedPlaces(marked)
    let (list, diagnostics) = reading(marked.text)
    #expect(list == nil)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.range) == marked.ranges.map { SourceRange($0.lowerBound, $0.upperBound) })
  }

  @Test("names the first of two places, and the nearest word")
  func hints() {
    let twice = reading(Self.header + "a1,,,x,number,right,,\na1,,,y,number,right,,").diagnostics
    #expect(twice.flatMap(\.notes).map(\.event) == ["first given"])
    let near = reading(Self.header + "a1,,,x,number,wrnog,,").diagnostics
    #expect(near.map(\.hint) == ["did you mean `wrong`?"])
    let far = reading(Self.header + "a1,,,x,number,no,,").diagnostics
    #expect(
      far.map(\.hint)
        == ["a verdict is one of `right`, `cut-off`, `notation`, `misleading`, `wrong`, `unclear`"])
  }

  @Test("tells all that is wrong, at most a hundred of it, in order")
  func many() {
    let three = reading(Self.header + "a1,,,,number,right,,\na2,,,x,no,right,,\na3,,,x,number,no,,")
      .diagnostics
    #expect(three.count == 3)
    let rows = (0..<300).map { "a\($0),,,x,no,no,,\n" }.joined()
    #expect(reading(Self.header + rows).diagnostics.count == 100)
  }

  @Test(
    "is refused in no time, whatever is wrong with it",
    arguments: [
      ("", ",", 1_000_000), ("", "\"", 1_000_001), (header, ",", 1_000_000), (header, "a\n", 300_000),
      (header + "\"", "a,\n", 300_000),
    ])
  func bounds(head: String, piece: String, count: Int) {
    let (list, diagnostics) = reading(head + String(repeating: piece, count: count))
    #expect(list == nil && !diagnostics.isEmpty && diagnostics.count <= 100)
  }

  @Test("is shown on the page on the lesson format by a row that is right")
  func documentation() throws {
    let page = try PackageFolder("Sources/LessonRuntime/LessonRuntime.docc").text(of: "Lesson-Format.md")
    let lines = page.split(separator: "\n").map { $0.drop { $0 == " " } }
    let row = try #require(lines.first { $0.hasPrefix("mine-07,") })
    let list = try #require(reading(Self.header + row).list)
    #expect(list.claims.map(\.id) == ["mine-07"])
    #expect(list.isLikeID("mine-77") && !list.isLikeID("slide") && page.contains("`mine-77`"))
    for column in Self.header.dropLast().split(separator: ",") { #expect(page.contains("\n- `\(column)`")) }
    for verdict in Claim.Verdict.allCases { #expect(page.contains("`\(verdict.rawValue)`")) }
    for kind in Claim.Kind.allCases { #expect(page.contains("`\(kind.rawValue)`")) }
  }

  private func list(_ ids: [String]) throws -> ClaimList {
    try #require(reading(Self.header + ids.map { "\($0),,,x,number,right,,\n" }.joined()).list)
  }

  @Test(
    "takes for an id what can only be meant as one",
    arguments: [
      ("S0-088", true), ("S0-888", true), ("S0-88", true), ("s0-088", true), ("S0–088", true),
      ("S7-001", true),
      ("S0_088", true), ("T0-001", true), ("", false), ("0.088", false), ("w1", false), ("out_h1", false),
      ("2-2-2", false), ("x1-2", false), ("S0", false), ("slide", false), ("S-088", false), ("0-088", false),
    ])
  func likeness(word: String, isLike: Bool) throws {
    #expect(try list(["S0-088", "S1-001"]).isLikeID(word) == isLike)
  }

  @Test("of short ids leaves words alone that have other letters")
  func short() throws {
    let list = try list(["A1", "A12"])
    #expect(["A1", "A2", "a7"].allSatisfy(list.isLikeID))
    #expect(!["w5", "B1", "A", "A1b", "1"].contains(where: list.isLikeID))
  }

  @Test(
    "advises the nearest id",
    arguments: [
      ("S0-88", "did you mean `S0-088`?"), ("s0-088", "did you mean `S0-088`?"),
      ("S0-888", "the nearest is `S0-090`"), ("S0-001", "the nearest is `S0-088`"),
      ("S1-999", "the nearest is `S1-001`"), ("T4-000", "the ids go from `S0-088` to `S1-001`"),
    ])
  func advice(word: String, advice: String) throws {
    #expect(try list(["S0-088", "S0-090", "S1-001"]).advice(for: word) == advice)
  }
}
