import Diagnostics

extension Request {
  /// Why a line is no request.
  struct Confusion: Error {
    /// What is said to it.
    let message: String
  }

  /// Words that ask for the same as the one that help shows.
  private static let otherWords: [String: Action] = [
    "goto": .goTo, "g": .goTo, "?": .help, "q": .quit, "exit": .quit, "n": .next, "b": .back, "w": .why,
    "explain": .why,
    "/": .search, "]": .nextSection, "[": .previousSection, "previous": .back,
  ]

  /// The request that somebody types as a line: the words of an action and what is typed for it; nothing is the next step.
  ///
  /// - Parameter answers: Whether a question is open: what is no request is the answer then. Shorter words are answers, too:
  ///   `b` may be a choice, and `w` a name.
  static func reading(_ line: String, answers: Bool) -> Result<Request, Confusion> {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return .success(Request(.next)) }
    if first.hasPrefix(":") || (!answers && first.hasPrefix("/")) {
      let text = words.joined(separator: " ").dropFirst()
      let action = first.hasPrefix(":") ? Action.command : .search
      return .success(Request(action, String(text.drop { $0 == " " })))
    }
    for action in Action.allCases {
      let own = action.word.split(separator: " ").map(String.init)
      guard words.starts(with: own) else { continue }
      let rest = words.dropFirst(own.count).joined(separator: " ")
      // `hint` asks for one, `hint*2` and `next to` do not.
      if rest.isEmpty || action.prompt != nil { return .success(Request(action, rest)) }
    }
    if answers { return .success(Request(.answer, words.joined(separator: " "))) }
    if let action = otherWords[first], words.count == 1 || action.prompt != nil {
      return .success(Request(action, words.dropFirst().joined(separator: " ")))
    }
    let known = Action.allCases.map(\.word)
    let hint =
      nearest(to: line, among: known).map { "Did you mean `\($0)`?" } ?? "`help` lists what can be typed."
    return .failure(Confusion(message: "This is nothing that can be asked for. \(hint)"))
  }
}
