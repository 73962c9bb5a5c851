import Algebra
import Prose
import Rendering
import TestSupport
import Testing
import Transcript

/// Each role looks the same everywhere, can be read on every ground, and says nothing by its colour alone.
@Suite struct RoleTests {
  /// What says on the page without any ink what the role is; words that are set off have their look alone.
  private static let signs: [Role: String] = [
    .heading: "\n=======================\n", .aside: "# weighted sum into h1", .tableHead: "param   before",
    .given: "input   i1 = 0.1", .value: "= 0.41", .derivative: "∂E_total/∂w5", .update: "← ", .met: "✓ ",
    .slip: "≠ ", .failure: "✗ ",
  ]

  @Test func `no two roles look alike without colour, but where the page tells them apart in characters`() {
    let page = TextRenderer().text(of: Samples.transcript)
    for sign in Self.signs.values { #expect(page.contains(sign), "\(sign)") }
    #expect(Set(Self.signs.values).count == Self.signs.count)
    for (index, one) in Role.ofText.enumerated() {
      for other in Role.ofText[..<index]
      where one.attributes.withoutColor == other.attributes.withoutColor {
        #expect(Self.signs[one] != Self.signs[other], "\(one) and \(other)")
      }
    }
    // These have no sign.
    let words: [Role] = [.plain, .strong, .emphasis, .code]
    #expect(Set(words.map(\.attributes.withoutColor)).count == words.count)
  }

  @Test func `text has only colours that are seen on light and on dark, and no ground`() {
    #expect(Set(TerminalColor.allCases.map(\.rawValue)).isDisjoint(with: [30, 33, 37, 90, 92, 93, 96, 97]))
    for role in Role.ofText {
      #expect(role.attributes.ground == nil && role.attributes.tint == nil, "\(role)")
    }
    for tint in Tint.series {
      #expect(contrast(tint, .white) >= 3 && contrast(tint, .black) >= 3, "\(tint)")
    }
  }

  @Test(arguments: [Medium.file, .terminal])
  func `without colour the rest of the ink stays`(medium: Medium) {
    let text = TextRenderer(ink: .type, medium: medium).text(of: Samples.transcript)
    let inked = InkedText(text)
    #expect(
      inked.codes.isSubset(of: ["1", "2", "3", "4", "7"]) && inked.codes.isSuperset(of: ["1", "2", "7"]))
    let colored = TextRenderer(ink: .sixteen, medium: medium).text(of: Samples.transcript)
    #expect(InkedText(colored).codes.isSuperset(of: ["32", "31", "36", "94"]))
    #expect(colored.withoutInk == text.withoutInk)
  }

  @Test func `given numbers, results, derivatives and updates are set off, and nothing beside them`() {
    let lines = [
      Samples.givens, Samples.weightedSum,
      Samples.equation(
        "∂E_total/∂w5", .init(.equals, .numbers(formula("0.1*0.2"))), .init(.equals, .result(number("0.02")))),
      Samples.equation(
        "w5", .init(.becomes, .numbers(formula("0.5 - 0.6*0.0802"))),
        .init(.becomes, .result(number("0.45188")))),
      Line(.results([NamedNumber(formula("h"), number("0.5")), NamedNumber(formula("∂h/∂x"), number("2"))])),
    ]
    let text = InkedText(TextRenderer(ink: .sixteen).text(of: Step(name: "step", lines: lines)))
    #expect(text.stretches("36") == ["0.1", "0.5", "0.05", "0.95", "0.1", "0.2", "0.3", "0.4"])
    #expect(text.stretches("1") == ["0.41", "0.5"])
    #expect(text.stretches("94") == ["∂E_total/∂w5", "0.02", "∂h/∂x", "2"])
    #expect(text.stretches("35") == ["w5", "0.45188"])
  }

  @Test(arguments: [20, 33, 80])
  func `words keep their look across lines, and their spaces`(width: Int) {
    let spans: [ProseSpan<Number>] = [
      .text("Some words, "), .emphasis([.text("some more of them"), .text(" here")]), .text(", and "),
      .strong([.text("what matters "), .code("w5 + 1"), .text(" most")]), .text(" of "), .code("sum_h1"),
      .text(" is "), .value(number("0.41")), .text(", e"), .emphasis([.text("\u{301}nd")]), .text("."),
    ]
    let transcript = Transcript(lesson: "t", title: "T", sources: [], parts: [.prose(.paragraph(spans))])
    let text = TextRenderer(width: width, ink: .type).text(of: transcript)
    #expect(text.withoutInk == TextRenderer(width: width).text(of: transcript))
    let inked = InkedText(text)
    func words(_ codes: String) -> [Substring] {
      inked.stretches(codes).flatMap { $0.split(separator: " ") }
    }
    #expect(words("4").prefix(5) == ["some", "more", "of", "them", "here"])
    #expect(words("3") == ["w5", "+", "1", "sum_h1"])
    #expect(words("1") == ["T", "what", "matters", "most", "0.41"])
    if width == 80 { #expect(inked.stretches("4").first == "some more of them here") }
  }

  @Test func `equal steps on the scale of pictures look equal`() {
    let values = (0...16).map { lightness(of: Tint.onScale(Double($0) / 16)) }
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    let mean = (values[16] - values[0]) / 16
    #expect(mean > 4)
    for step in steps { #expect(step > mean * 0.75 && step < mean * 1.3) }
    #expect(Tint.onScale(-1) == Tint.onScale(0) && Tint.onScale(7) == Tint.onScale(1))
    #expect(Tint.onScale(.nan) == Tint.onScale(0))
    for step in 0...16 {
      let tint = Tint.onScale(Double(step) / 16)
      #expect(contrast(tint, tint.opposite) >= 4)
    }
  }

  /// The relative luminance of WCAG 2.
  private func luminance(of tint: Tint) -> Double {
    let parts = [tint.red, tint.green, tint.blue].map { amount -> Double in
      let part = Double(amount) / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ one: Tint, _ other: Tint) -> Double {
    let pair = [luminance(of: one), luminance(of: other)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  /// L* of CIELAB.
  private func lightness(of tint: Tint) -> Double {
    let luminance = luminance(of: tint)
    return luminance > 0.008856 ? 116 * power(luminance, 1.0 / 3) - 16 : 903.3 * luminance
  }
}
