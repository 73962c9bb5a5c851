import Algebra
import Foundation
import FoundationXML
import Prose
import Rendering
import Testing
import Transcript

@Suite("Banks of questions") struct QuizTests {
  /// Text that each format would take for something of its own.
  private static let nasty = "a<b & \"c\" {d} #e =f ~g :h \\i ]]> $j\u{0}, = -->"

  private static func bank(variant: String? = nil, rightCount: Int = 1) -> QuizBank {
    let asked = Question(
      number: 1, text: [.text(nasty), .emphasis([.text("slope")]), .value(number("-0.5"))],
      kind: .number(
        Question.NumberAnswer(
          formula: formula("∂E/∂w"), shown: number("0.0808"), value: 0.0808, digits: 3,
          accepted: [number("0.081"), number("0.080")], mistakes: [])),
      hints: [[.text("Look <here>.")], [.link([.text("there")], destination: "31-other.md")]],
      reason: [.text("So it is.")], line: 1)
    let chosen = Question(
      number: 2, text: [.text("Which?")],
      kind: .choice(
        (0..<max(3, rightCount + 1)).map {
          Question.Choice(
            isRight: $0 < rightCount, text: [.text("= \($0)")], reason: $0 == 0 ? [.text("yes")] : nil)
        }), hints: [], reason: nil, line: 2)
    let basis = Line(.results([NamedNumber(formula("w_1"), number("0.3"))]))
    let said = [
      Transcript.Part.step(
        Step(
          name: "",
          lines: [
            Line(
              .remark([
                .formula(.number(number("-0.081"))), .words("is right but for its sign, of"),
                .formula(formula("∂E/∂w")),
              ]))
          ]))
    ]
    return QuizBank(
      lesson: "a-lesson", title: "On/off: <it>", variant: variant, hasValueCalledE: false,
      items: [
        QuizItem(
          question: asked, basis: [basis],
          replies: [
            QuizReply(.answer, "0.081", within: "0.0005", said: []),
            QuizReply(.mistake, "-0.081", within: "0.0005", said: said),
          ], result: []),
        QuizItem(question: chosen, basis: [], replies: [], result: []),
      ])
  }

  private static func xml(_ bank: QuizBank) throws -> XMLDocument {
    let writer = MoodleXMLWriter()
    return try XMLDocument(xmlString: writer.head + writer.text(of: bank) + writer.foot, options: [])
  }

  private func strings(_ path: String, in document: XMLDocument) throws -> [String] {
    try document.nodes(forXPath: path).map { $0.stringValue ?? "" }
  }

  @Test func `XML is read back to HTML in which a lesson's text is text`() throws {
    let document = try Self.xml(Self.bank(variant: "17 <b>"))
    let text = try strings("//question[@type='numerical']/questiontext/text", in: document)[0]
    #expect(
      text.contains(
        "a&lt;b &amp; &quot;c&quot; {d} #e =f ~g :h \\i ]]&gt; $j\u{FFFD}, = --&gt;<em>slope</em>−0.5"))
    #expect(text.contains("<p>Given: \\(\\mathit{w_1} = 0.3\\)</p>"))
    #expect(text.hasPrefix("<p><em>On/off: &lt;it&gt;, variant 17 &lt;b&gt;</em></p>"))
    #expect(
      try strings("//question[1]/category/text", in: document) == ["$course$/top/Longhand/On//off: <it>"])
    #expect(
      try strings("//question/name/text", in: document) == [
        "a-lesson 1 (variant 17 <b>)", "a-lesson 2 (variant 17 <b>)",
      ])
    #expect(try strings("//hint/text", in: document) == ["<p>Look &lt;here&gt;.</p>", "<p>there</p>"])
    #expect(try strings("//question[2]/answer/text", in: document) == ["0.081", "-0.081", "*"])
    #expect(try strings("//question[2]/answer/tolerance", in: document) == ["0.0005", "0.0005", "0"])
    #expect(try strings("//question[2]/answer/@fraction", in: document) == ["100", "0", "0"])
    #expect(
      try strings("//question[2]/answer[2]/feedback/text", in: document) == [
        "<p>−0.081 is right but for its sign, of \\(\\partial \\mathit{E}/\\partial \\mathit{w}\\)</p>"
      ])
    #expect(try strings("//shuffleanswers", in: document) == ["true"])
  }

  @Test(arguments: 1...25)
  func `fractions of right choices add up to a hundred, and are such as the system knows`(count: Int) throws {
    let document = try Self.xml(Self.bank(rightCount: count))
    let fractions = try strings("//question[3]/answer/@fraction", in: document).compactMap(Double.init)
    #expect(fractions.count == max(3, count + 1))
    #expect((fractions.prefix(count).reduce(0, +) * 1000).rounded() == 100_000)
    let known: Set<Double> = [
      0, 5, 10, 11.11111, 12.5, 14.28571, 16.66667, 20, 25, 33.33333, 50, 100, -100,
    ]
    #expect(Set(fractions).isSubset(of: known))
    #expect(try strings("//question[3]/single", in: document) == ["\(count == 1)"])
    #expect(fractions.dropFirst(count).allSatisfy { $0 == (count == 1 ? 0 : -100) })
  }

  @Test
  func `GIFT has a backslash before each sign that it knows, and a question on lines without an empty one`() {
    let text = GIFTWriter().text(of: Self.bank())
    let blocks = text.split(separator: "\n\n")
    #expect(blocks.count == 3)
    #expect(blocks[0] == "$CATEGORY: $course$/top/Longhand/On//off: <it>")
    #expect(
      blocks[1].contains(
        "a&lt;b &amp; &quot;c&quot; \\{d\\} \\#e \\=f \\~g \\:h \\\\i ]]&gt; $j\u{FFFD}, \\= --&gt;<em>slope</em>"
      ))
    #expect(blocks[1].hasPrefix("::a-lesson 1::[html]"))
    #expect(
      blocks[1].contains(
        "{#\n\t=%100%0.081:0.0005#\n\t=%0%-0.081:0.0005#<p>−0.081 is right but for its sign, of \\\\("))
    #expect(blocks[1].hasSuffix("\t~#<p>That is not it.</p>\n\t####<p>So it is.</p>\n}"))
    #expect(blocks[2].hasSuffix("{\n\t=<p>\\= 0</p>#<p>yes</p>\n\t~<p>\\= 1</p>\n\t~<p>\\= 2</p>\n}"))
    #expect(
      GIFTWriter().text(of: Self.bank(rightCount: 2)).contains("{\n\t~%50%<p>\\= 0</p>#<p>yes</p>\n\t~%50%"))
  }

  @Test func `CSV has a row for each part, and no cell that a spreadsheet works out`() {
    let rows = QuizTableWriter().text(of: Self.bank(variant: "=1+1")).split(separator: "\n")
    #expect(rows.count == 11)
    #expect(rows.allSatisfy { $0.hasPrefix("a-lesson,'=1+1,") })
    #expect(rows[1] == "a-lesson,'=1+1,1,answer,0.081,0.0005,100,")
    #expect(
      rows[2].hasPrefix("a-lesson,'=1+1,1,mistake,-0.081,0.0005,0,\"<p>−0.081 is right but for its sign, of ")
    )
    #expect(
      rows[6]
        == "a-lesson,'=1+1,2,question,,,,\"<p><em>On/off: &lt;it&gt;, variant =1+1</em></p><p>Which?</p>\"")
    #expect(rows[7] == "a-lesson,'=1+1,2,choice,,,100,<p>= 0</p>")
    #expect(rows[8] == "a-lesson,'=1+1,2,to the choice,,,,<p>yes</p>")
  }
}
