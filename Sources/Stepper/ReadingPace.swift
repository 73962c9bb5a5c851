/// How much one press shows.
public enum ReadingPace: String, CaseIterable, Sendable {
  /// What is new a line at a time, and at once what the reader has seen before: steps of an earlier reading, and equations
  /// of a kind that was worked line by line further up.
  case firstReading = "first reading"
  /// A paragraph, or the next piece of the working: the names, then the numbers, then the result.
  case line
  /// A paragraph, or a whole step of the working.
  case thought
  /// All that stands before the next heading, or through the next question.
  case section

  /// The pace whose name begins with a text; `nil` where there is none, or more than one.
  init?(named text: String) {
    let found = Self.allCases.filter { !text.isEmpty && $0.rawValue.hasPrefix(text.lowercased()) }
    guard let pace = found.first, found.count == 1 else { return nil }
    self = pace
  }

  /// What one press shows, for people.
  var meaning: String {
    switch self {
    case .firstReading: "what is new a line at a time, what you have seen before at once"
    case .line: "a paragraph, or the next piece of the working"
    case .thought: "a paragraph, or a whole step of the working"
    case .section: "all before the next heading, or through the next question"
    }
  }

  /// The pace behind this one, and behind the last one the first.
  var following: ReadingPace {
    let all = Self.allCases
    return all.firstIndex(of: self).map { all[($0 + 1) % all.count] } ?? self
  }
}
