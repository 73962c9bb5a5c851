import Diagnostics
import LessonRuntime
import Tutor

// Requests that are typed as words.

extension Request {
  /// Why a line is no request.
  struct Confusion: Error {
    /// What is said to it.
    let message: String
  }

  /// Words that ask for the same as the one that help shows.
  private static let otherWords: [String: Action] = [
    "go": .goTo, "goto": .goTo, "exit": .quit, "previous": .back,
  ]

  /// Letters and signs that ask for the same where nothing else can be meant by them.
  private static let otherLetters: [String: Action] = [
    "g": .goTo, "?": .help, "q": .quit, "n": .next, "b": .back, "w": .why, "/": .search, "]": .nextSection,
    "[": .previousSection, ".": .rest, "o": .checks, "s": .pace, "p": .pin, "v": .values, "d": .network,
  ]

  /// The request that is typed behind a `:`, or as a line for an action.
  ///
  /// The words of actions come first. A lesson may have values that are called like them, and these can be asked for in
  /// parentheses, but nothing else gives a hint or leaves a question.
  init(_ action: Action, typed text: String) {
    switch action {
    case .command: self = Request(named: text) ?? Request(.command, text)
    case .answer where text.hasPrefix(":"): self.init(.command, typed: text.afterColon)
    default: self.init(action, text)
    }
  }

  /// The request whose words a text begins with, what is typed for it behind them; `nil` where it begins with none.
  init?(named text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    for action in Action.allCases where action != .command {
      let own = action.word.split(separator: " ").map(String.init)
      if words.starts(with: own), let request = Request(action, words.dropFirst(own.count)) {
        self = request
        return
      }
    }
    guard let action = words.first.flatMap({ Self.otherWords[$0] }),
      let request = Request(action, words.dropFirst())
    else { return nil }
    self = request
  }

  /// `hint` asks for one, `hint*2` and `next to` do not.
  private init?(_ action: Action, _ words: ArraySlice<String>) {
    guard words.isEmpty || action.takesText else { return nil }
    self.init(action, words.joined(separator: " "))
  }

  /// The request that somebody types as a line; nothing is the next step.
  ///
  /// - Parameter isReply: Whether a question is open: then the line is the reply to it, unless it begins with `:`.
  static func reading(_ line: String, isReply: Bool) -> Result<Request, Confusion> {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return .success(Request(.next)) }
    let text = words.joined(separator: " ")
    if first.hasPrefix(":") { return .success(Request(.command, typed: text.afterColon)) }
    if isReply { return .success(Request(.answer, text)) }
    if first.hasPrefix("/") { return .success(Request(.search, String(text.dropFirst().drop { $0 == " " }))) }
    if let request = Request(named: text) { return .success(request) }
    if Standpoint.showingCommands.contains(first) || text.isChange {
      return .success(Request(.command, text))
    }
    if let action = otherLetters[first], let request = Request(action, words.dropFirst()) {
      return .success(request)
    }
    let known = Action.allCases.map(\.word)
    let hint =
      nearest(to: line, among: known).map { "Did you mean `\($0)`?" } ?? "`help` lists what can be typed."
    return .failure(Confusion(message: "This is nothing that can be asked for. \(hint)"))
  }
}

extension String {
  /// The text without the `:` at its beginning, and the spaces behind that.
  fileprivate var afterColon: String { String(dropFirst().drop { $0 == " " }) }

  /// Whether the text sets something, and is no condition.
  var isChange: Bool {
    let signs = ["==", "!=", "<=", ">="].reduce(self) { $0.replacing($1, with: "") }
    return signs.contains("=") || signs.contains("<-") || signs.contains("←")
  }
}
