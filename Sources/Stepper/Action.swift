import LessonRuntime
public import Terminal
import Tutor

/// Something that a reader can ask for: keys, words and the help on them are made from this.
///
/// While a question is open, what is typed is the reply to it, and only a few keys are keys (`isKeyBesideReply`). All
/// that can be asked for is asked for by its word then, behind a `:`.
public enum Action: CaseIterable, Sendable {
  case next
  case rest
  case back
  case nextSection
  case previousSection
  case pace
  case goTo
  case search
  case nextMatch
  case previousMatch
  case bookmark
  case toBookmark
  case jumpBack
  case answer
  case hint
  case giveUp
  case skip
  case why
  case checks
  case pin
  case values
  case network
  case command
  case whereabouts
  case help
  case quit
}

extension Action {
  /// The keys that ask for it where no line is being typed and no question is open.
  public var keys: [Key] {
    switch self {
    case .next: [.enter, .character(" "), .right]
    case .rest: [.character(".")]
    case .back: [.character("b"), .left, .backspace]
    case .nextSection: [.character("]")]
    case .previousSection: [.character("[")]
    case .pace: [.character("s")]
    case .goTo: [.character("g")]
    case .search: [.character("/")]
    case .nextMatch: [.character("n")]
    case .previousMatch: [.character("N")]
    case .bookmark: [.character("m")]
    case .toBookmark: [.character("'")]
    case .jumpBack: [.character("`"), .control("o")]
    case .answer: [.character("=")]
    case .why: [.character("w")]
    case .checks: [.character("o")]
    case .pin: [.character("p")]
    case .values: [.character("v")]
    case .network: [.character("d")]
    case .command: [.character(":")]
    case .hint, .giveUp, .skip, .whereabouts: []
    case .help: [.character("?")]
    case .quit: [.character("q"), .control("d")]
    }
  }

  /// Whether its characters are keys where a question is open, too: no reply begins with one of them.
  var isKeyBesideReply: Bool { [.next, .answer, .command, .help, .toBookmark, .jumpBack].contains(self) }

  /// How help calls the keys, and the word where there are none.
  var keyLabel: String {
    switch self {
    case .next: "Enter, Space, Right"
    case .back: "b, Left"
    case .command: ":"
    case .quit: "q, Ctrl-D"
    case .jumpBack: "`, Ctrl-O"
    case .hint, .giveUp, .skip, .whereabouts: typedWord
    default:
      keys.compactMap { if case .character(let character) = $0 { String(character) } else { nil } }.joined()
    }
  }

  /// The word that asks for it where words are typed in place of keys, and behind a `:`.
  public var word: String {
    switch self {
    case .next: "next"
    case .rest: "rest"
    case .back: "back"
    case .nextSection: "next section"
    case .previousSection: "previous section"
    case .pace: "pace"
    case .goTo: "go to"
    case .search: "search"
    case .nextMatch: "next match"
    case .previousMatch: "previous match"
    case .bookmark: "bookmark"
    case .toBookmark: "to bookmark"
    case .jumpBack: "jump back"
    case .answer: "answer"
    case .hint: "hint"
    case .giveUp: "give up"
    case .skip: "skip"
    case .why: "why"
    case .checks: "checks"
    case .pin: "pin"
    case .values: "values"
    case .network: "network"
    case .command: ":"
    case .whereabouts: "where"
    case .help: "help"
    case .quit: "quit"
    }
  }

  /// What is typed to ask for it whatever else is going on: `:hint`.
  var typedWord: String { self == .command ? word : ":" + word }

  /// What stands before the line that is typed for it; `nil` where nothing is typed.
  var prompt: String? {
    switch self {
    case .goTo: "go to> "
    case .search: "search> "
    case .answer: "answer> "
    case .why: "why> "
    case .pin: "pin> "
    case .command: ": "
    case .next, .rest, .back, .nextSection, .previousSection, .pace, .nextMatch, .previousMatch, .bookmark,
      .toBookmark, .jumpBack, .hint, .giveUp, .skip, .checks, .values, .network, .whereabouts, .help, .quit:
      nil
    }
  }

  /// Whether something can be typed behind its word.
  var takesText: Bool { prompt != nil || self == .help || self == .pace }

  /// Whether it may lead far away, so that a way back is wanted.
  var isJump: Bool {
    [.goTo, .search, .nextSection, .previousSection, .toBookmark, .nextMatch, .previousMatch].contains(self)
  }

  /// Whether it can be asked for with nothing typed.
  var takesNothing: Bool { prompt == nil || self == .search || self == .why }

  /// What it does, for help, with examples from the lesson.
  func meaning(_ examples: TypingExamples) -> String {
    switch self {
    case .next: "The next step: as much as the pace says."
    case .rest: "The rest of the step; then all of the next one."
    case .back: "One step back."
    case .nextSection: "To the next section."
    case .previousSection: "To the beginning of the section, or to the one before it."
    case .pace:
      "How much Enter shows, the next pace each time: "
        + ReadingPace.allCases.map { "\($0.rawValue) (\($0.meaning))" }.joined(separator: "; ")
        + ". `:pace thought` sets one. It is kept."
    case .goTo: "Go to a name, a section, the number of a step, or else to a text."
    case .search:
      "Search for a text, from here on; the last one again if none is typed. What has no key is found as it is spelled: "
        + "sigma, \(examples.derivative)."
    case .nextMatch: "To the next match of what was gone to or searched for last."
    case .previousMatch: "To the match before this place."
    case .bookmark: "Mark this place. The mark is kept."
    case .toBookmark: "To the place that is marked."
    case .jumpBack:
      "Back to where the last jump began, be it to a name, a text, a section or the bookmark; then to the one before."
    case .answer:
      "Answer the question: a number, or an expression such as 0.5*\(examples.value); the letters of choices. While a question "
        + "waits, whatever is typed is the reply. One that was given up can be tried again."
    case .hint: "A hint, one at a time."
    case .giveUp: "Give up, and see the answer; asked for twice."
    case .skip: "Leave the question open, and go on."
    case .why:
      "Why a number is what it is: type a name, or a derivative such as \(examples.derivative); of the step shown "
        + "last if nothing is typed."
    case .checks: "Show the printed numbers of which it is only said that they are met."
    case .pin: "Keep a value in view: type its name, or an expression; the same again lets go of it."
    case .values:
      "Show the values that are in view, or put them away: those that are pinned, and the last others, each with what it "
        + "was before the last change."
    case .network: "Draw the network with its numbers here."
    case .command:
      "`: \(examples.given) = 0.9` asks what if that number were given: `: reset` takes it back. "
        + "`: \(examples.product)` works an "
        + "expression out; `:explain …`, `:backward …`, `:table …` and `:plot …` do what they do in a lesson. "
        + "Behind it every word of this page can be typed: `:why \(examples.given)`, `:give up`. A value that is called like "
        + "one of them stands in parentheses: `:(skip)`."
    case .whereabouts: "Where in the lesson this is, in words."
    case .help: "What can be asked for; `:help learning rate` explains a word of the course."
    case .quit: "Leave. What has been done is kept."
    }
  }

  /// The action that a key asks for.
  static func of(_ key: Key) -> Action? { allCases.first { $0.keys.contains(key) } }
}

/// An action, and what is typed for it.
public struct Request: Hashable, Sendable {
  /// The action.
  public var action: Action
  /// What is typed for it; empty where nothing is.
  public var text: String

  /// A request.
  public init(_ action: Action, _ text: String = "") {
    self.action = action
    self.text = text
  }
}
