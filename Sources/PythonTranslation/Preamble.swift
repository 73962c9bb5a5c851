/// What every notebook begins with, in sections of which a lesson needs some.
enum Preamble {
  /// What heads a section.
  private static let head = "# --- "

  /// The sections that cells need: what draws at random, and what goes through rows, is left out where nothing does.
  static func needed(of preamble: String, for lines: [String]) -> String {
    let calls = ["at(", "over(", "rows(", "record(", "update(", "train(", "Optimizer(", "slope_over("]
    let goesThroughRows = lines.contains { line in calls.contains { line.contains($0) } }
    let draws = goesThroughRows || lines.contains { $0.contains("draw(") }
    var isNeeded = true
    var text = ""
    for line in preamble.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(head) {
        let title = line.dropFirst(head.count)
        isNeeded =
          title.hasPrefix("Numbers drawn") ? draws : title.hasPrefix("Rows of data") ? goesThroughRows : true
      }
      if isNeeded { text += line + "\n" }
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  /// The names that the preamble has for itself, and those that cells have for what they need for a moment.
  static func names(of preamble: String) -> Set<String> {
    var names: Set<String> = ["columns", "points", "numbers", "losses", "last", "best"]
    for line in preamble.split(separator: "\n") {
      guard let first = line.first, first.isLetter else { continue }
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
      switch words.first {
      case "def", "class": names.formUnion(words.dropFirst().prefix(1))
      case "import", "from": names.formUnion(words)
      default:
        var sides = line.split(separator: " = ")
        sides.removeLast()
        for side in sides {
          names.formUnion(side.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        }
      }
    }
    return names
  }
}
