import Claims
import PlainText
import Rendering
import Transcript

/// What is printed of single claims.
struct ClaimLines {
  /// How it is to look.
  let display: Display

  /// A claim in a list of several: its verdict, what is printed, and where the course deals with it.
  func row(_ coverage: ClaimCoverage) -> [String] {
    let claim = coverage.claim
    let reason = coverage.standing == .notComputable ? ": " + claim.reason : ""
    return [
      "\(claim.kind.rawValue), \(claim.verdict.rawValue); \(coverage.standing.words)" + reason, claim.printed,
    ].map(\.harmlessLine) + lessons(of: coverage)
  }

  /// A claim on a page of its own: all that the list says, and each place with the check as it came out.
  func page(_ coverage: ClaimCoverage) -> String {
    let claim = coverage.claim
    let rows = [
      ("lecture", claim.lecture), ("slide", claim.slide), ("printed", claim.printed),
      ("kind", claim.kind.rawValue), ("verdict", claim.verdict.rawValue), ("right", claim.right),
      ("not computable", claim.reason), ("course", coverage.standing.words),
    ]
    let lines = WordColumn.lines(
      of: rows.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.harmlessLine) }, width: display.width)
    let places = coverage.places.map { place in
      let name = "\(place.lesson), line \(place.line)".harmlessLine
      guard place.isCheck else { return lined(name + ": told in prose") }
      guard let check = place.check else { return lined(name + ": not reached") }
      return lined(name + ":") + display.renderer.text(of: Step(name: "check", lines: [Line(.check(check))]))
    }
    return ([lined(claim.id) + lines.map { $0 + "\n" }.joined()] + places).joined(separator: "\n")
  }

  private func lined(_ text: String) -> String {
    wrapped(text, width: display.width).map { $0 + "\n" }.joined()
  }

  /// `backpropagation: checked on lines 140, 152; told on line 95`
  private func lessons(of coverage: ClaimCoverage) -> [String] {
    var names: [String] = []
    for place in coverage.places where !names.contains(place.lesson) { names.append(place.lesson) }
    return names.map { name in
      let places = coverage.places.filter { $0.lesson == name }
      let parts = [("checked", places.filter(\.isCheck)), ("told", places.filter { !$0.isCheck })]
        .filter { !$0.1.isEmpty }
        .map { word, places in
          let lines = places.map { String($0.line) }.joined(separator: ", ")
          return "\(word) on \(places.count == 1 ? "line" : "lines") \(lines)"
        }
      return "\(name): \(parts.joined(separator: "; "))".harmlessLine
    }
  }
}
