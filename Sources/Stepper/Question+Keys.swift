import Transcript

// Where letters choose, those that are choices are no keys.

extension Question {
  /// Whether the letter is one of its choices.
  func isChoice(_ letter: Character) -> Bool {
    guard case .choice(let choices) = form, let code = letter.asciiValue else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).prefix(choices.count).contains(code)
  }

  /// The key that gives up.
  var keyToGiveUp: String { isChoice("a") ? "A" : "a" }

  /// The key that goes back.
  var keyToGoBack: String { isChoice("b") ? "Left" : "b" }
}
