public import Terminal

/// Something that a reader can ask for: keys, words and the help on them are made from this.
public enum Action: CaseIterable, Sendable {
  case next
  case back
  case nextSection
  case previousSection
  case goTo
  case search
  case answer
  case hint
  case giveUp
  case skip
  case why
  case command
  case whereabouts
  case help
  case quit
}

extension Action {
  /// The keys that ask for it where no line is being typed.
  public var keys: [Key] {
    switch self {
    case .next: [.enter, .character(" "), .right]
    case .back: [.character("b"), .left, .backspace]
    case .nextSection: [.character("]")]
    case .previousSection: [.character("[")]
    case .goTo: [.character("g")]
    case .search: [.character("/")]
    case .answer: [.character("=")]
    case .hint: [.character("h")]
    case .giveUp: [.character("a"), .character("A")]
    case .skip: [.character("s")]
    case .why: [.character("w")]
    case .command: [.character(":")]
    case .whereabouts: []
    case .help: [.character("?")]
    case .quit: [.character("q"), .control("d")]
    }
  }

  /// How help calls the keys.
  var keyLabel: String {
    switch self {
    case .next: "Enter, Space, Right"
    case .back: "b, Left"
    case .answer: "Enter or ="
    case .giveUp: "a, with choices A"
    case .command: ":"
    case .whereabouts: ""
    case .quit: "q, Ctrl-D"
    default:
      keys.compactMap { if case .character(let character) = $0 { String(character) } else { nil } }.joined()
    }
  }

  /// The word that asks for it where words are typed in place of keys.
  public var word: String {
    switch self {
    case .next: "next"
    case .back: "back"
    case .nextSection: "next section"
    case .previousSection: "previous section"
    case .goTo: "go to"
    case .search: "search"
    case .answer: "answer"
    case .hint: "hint"
    case .giveUp: "give up"
    case .skip: "skip"
    case .why: "why"
    case .command: ":"
    case .whereabouts: "where"
    case .help: "help"
    case .quit: "quit"
    }
  }

  /// What stands before the line that is typed for it; `nil` where nothing is typed.
  var prompt: String? {
    switch self {
    case .goTo: "go to> "
    case .search: "search> "
    case .answer: "answer> "
    case .why: "why> "
    case .command: ": "
    case .next, .back, .nextSection, .previousSection, .hint, .giveUp, .skip, .whereabouts, .help, .quit: nil
    }
  }

  /// What it does, for help.
  var meaning: String {
    switch self {
    case .next: "The next step: a paragraph, or the next piece of the working."
    case .back: "One step back."
    case .nextSection: "To the next section."
    case .previousSection: "To the beginning of the section, or to the one before it."
    case .goTo: "Go to a name, a section, or the number of a step."
    case .search: "Search for a text, from here on; the last one again if none is typed."
    case .answer:
      "Answer the question: a number, or an expression such as 0.5*out_h1; the letters of choices."
    case .hint: "A hint, one at a time."
    case .giveUp: "Give up, and see the answer."
    case .skip: "Leave the question open, and go on."
    case .why:
      "Why a number is what it is: type a name, or a derivative such as ∂E/∂w5 or grad(E, w5); of the step shown "
        + "last if nothing is typed."
    case .command:
      "`: w5 = 0.9` asks what if that number were given: `: reset` takes it back. `: out_h1*w5` works an "
        + "expression out."
    case .whereabouts: "Where in the lesson this is."
    case .help: "What can be asked for."
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
