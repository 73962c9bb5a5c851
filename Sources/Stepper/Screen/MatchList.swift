import PlainText
import Rendering
import Terminal

// What may be meant by the line that is being typed.

extension Action {
  /// Whether what may be meant is listed while something is typed for it.
  var findsSomething: Bool { self == .goTo || self == .search }
}

extension ScreenReader {
  /// The matches of a text, as many as half of the window holds, below their number; the first is where Enter leads.
  func matchLines(for action: Action, _ text: String) -> [String] {
    let (matches, stop) = reader.matches(for: action, text)
    let room = max(1, bodyHeight / 2 - 2)
    let width = size.columns - gutterWidth
    let numberWidth = matches.prefix(room).map { String($0.step + 1).count }.max() ?? 1
    let lines = matches.prefix(room).enumerated().map { index, match in
      let number = String(match.step + 1)
      let padding = String(repeating: " ", count: numberWidth - number.count)
      let mark = index == 0 ? "> " : "  "
      return mark + padding + number + "  " + match.text.harmlessLine
    }
    var head = matches.isEmpty ? "No match" : matches.count == 1 ? "1 match" : "\(matches.count) matches"
    if matches.count > room { head += ", the first \(room) of them" }
    if let stop { head += "; Enter searches on from step \(stop + 1), which trains" }
    return [""] + ([matches.isEmpty ? head : head + ":"] + lines).map { shortened($0, toWidth: width) }
  }
}
