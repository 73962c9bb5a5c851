import Terminal

/// Something that can be asked for while a training is played: keys, words and the help on them are made from this.
public enum PlayerAction: CaseIterable, Sendable {
  case run
  case step
  case back
  case goTo
  case restart
  case faster
  case slower
  case moreEpochs
  case fewerEpochs
  case nextParam
  case previousParam
  case update
  case plane
  case points
  case params
  case losses
  case network
  case save
  case help
  case quit
}

extension PlayerAction {
  /// The keys that ask for it.
  var keys: [Key] {
    switch self {
    case .run: [.character(" ")]
    case .step: [.character("n"), .character("."), .right]
    case .back: [.character("b"), .left]
    case .goTo: [.character("g")]
    case .restart: [.character("r")]
    case .faster: [.character("+"), .character("=")]
    case .slower: [.character("-")]
    case .moreEpochs: [.character(">")]
    case .fewerEpochs: [.character("<")]
    case .nextParam: [.tab, .down]
    case .previousParam: [.up]
    case .update: [.character("w")]
    case .plane: [.character("m")]
    case .points: [.character("p")]
    case .params: [.character("v")]
    case .losses: [.character("l")]
    case .network: [.character("c")]
    case .save: [.character("s")]
    case .help: [.character("?")]
    case .quit: [.character("q"), .control("d")]
    }
  }

  /// How help calls the keys.
  var keyLabel: String {
    switch self {
    case .run: "Space"
    case .step: "n, Right"
    case .back: "b, Left"
    case .goTo: "g"
    case .restart: "r"
    case .faster: "+"
    case .slower: "-"
    case .moreEpochs: ">"
    case .fewerEpochs: "<"
    case .nextParam: "Tab, Down"
    case .previousParam: "Up"
    case .update: "w"
    case .plane: "m"
    case .points: "p"
    case .params: "v"
    case .losses: "l"
    case .network: "c"
    case .save: "s"
    case .help: "?"
    case .quit: "q, Ctrl-D"
    }
  }

  /// The word that asks for it where words are typed; empty where nothing does.
  var word: String {
    switch self {
    case .run: "run"
    case .step: "step"
    case .back: "back"
    case .goTo: "go"
    case .restart: "restart"
    case .faster: "faster"
    case .slower: "slower"
    // In lines there are no pictures.
    case .moreEpochs, .fewerEpochs: ""
    case .nextParam: "next"
    case .previousParam: "previous"
    case .update: "update"
    case .plane: "map"
    case .points: "points"
    case .params: "weights"
    case .losses: "losses"
    case .network: "set"
    case .save: "save"
    case .help: "help"
    case .quit: "quit"
    }
  }

  /// What stands behind the word; empty where nothing does.
  var operand: String {
    switch self {
    case .run, .step, .back: " [EPOCHS]"
    case .goTo: " EPOCH"
    case .update: " [NAME]"
    case .network: " [CHOICE VALUE]"
    case .save: " FILE"
    default: ""
    }
  }

  /// What it does, for help.
  var meaning: String {
    switch self {
    case .run: "Train, and pause."
    case .step: "Train one epoch."
    case .back: "Go one epoch back. What came behind is forgotten; with the same rate it comes again."
    case .goTo: "Go to an epoch, back or on."
    case .restart: "Start again from the same numbers."
    case .faster: "Take the next larger rate from here on."
    case .slower: "Take the next smaller rate from here on."
    case .moreEpochs: "Train more epochs from one picture to the next, at last as many as there is time for."
    case .fewerEpochs: "Train fewer, at last one."
    case .nextParam: "Mark the next weight."
    case .previousParam: "Mark the one before."
    case .update: "Work out the next update of the marked weight, as a lesson does; Esc leaves."
    case .plane: "Tell in words where the output is on which side."
    case .points: "Draw all points, those on the wrong side, or none; in words: list those on the wrong side."
    case .params: "List all weights."
    case .losses: "Tell the losses in words."
    case .network: "Choose another network, other points, another way to learn."
    case .save: "Save a lesson that ends with these very numbers."
    case .help: "Show what can be asked for."
    case .quit: "Leave."
    }
  }

  /// What is asked for when it is typed; `nil` where nothing is.
  var prompt: String? {
    switch self {
    case .goTo: "go to epoch: "
    case .save: "save as: "
    default: nil
    }
  }

  /// The action that a key asks for.
  static func of(_ key: Key) -> PlayerAction? { allCases.first { $0.keys.contains(key) } }
}
