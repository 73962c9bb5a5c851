import LessonRuntime
import PlainText
import Stepper
import Terminal

/// A player who types words and reads lines, one after the other: nothing that has been printed changes any more, and all is
/// said in words.
public struct PlainPlayer {
  /// Who plays.
  public private(set) var player: Player

  /// A player of lines.
  public init(_ player: Player) { self.player = player }

  /// How many epochs `run` is, where no other count is given.
  static let epochsOfRun = 100

  /// What is printed before anything is typed.
  public func opening() -> [String] {
    player.fitted([
      player.heading, player.words.standing,
      "Enter trains \(Self.epochsOfRun) epochs; `help` lists what can be typed.",
    ])
  }

  /// What is printed in answer to a line that is typed.
  public mutating func enter(_ line: String) -> [String] {
    player.message = nil
    if let existing = player.prompt?.existing {
      player.prompt = nil
      if ["y", "yes"].contains(line.trimmed) {
        player.save(as: existing, replaces: true)
        return []
      }
      return player.fitted(["not saved"])
    }
    let text = line.trimmed
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = text.dropFirst(word.count).trimmed
    guard let action = text.isEmpty ? .run : PlayerAction.allCases.first(where: { $0.word == word }) else {
      return player.fitted(["there is no `\(word)` here; `help` lists what can be typed"])
    }
    return lines(of: action, rest)
  }

  /// What is said once a lesson has been saved, or could not be.
  public mutating func note(_ result: Player.SavingResult) -> [String] {
    player.note(result)
    let question = player.prompt?.existing == nil ? "" : "; `yes` replaces it"
    return player.fitted([(player.message ?? "") + question])
  }

  private mutating func lines(of action: PlayerAction, _ rest: String) -> [String] {
    if action.operand.isEmpty, !rest.isEmpty {
      return player.fitted(["nothing stands behind `\(action.word)`"])
    }
    switch action {
    case .run, .step, .back, .goTo: return move(action, rest)
    case .update: return update(of: rest)
    case .points: return player.fitted(player.words.wrongPoints)
    case .params: return player.fitted(player.words.params)
    case .losses: return player.fitted(player.words.losses)
    case .plane: return player.fitted(player.words.plane)
    case .network: return choose(rest)
    case .save:
      guard !rest.isEmpty else { return player.fitted(["`save` needs the name of a file"]) }
      player.save(as: rest, replaces: false)
      return []
    case .help: return helpLines
    case .nextParam, .previousParam:
      player.perform(action)
      return player.fitted(["\(player.markedName) is marked"])
    case .restart, .faster, .slower, .moreEpochs, .fewerEpochs:
      player.perform(action)
      return standing
    case .quit:
      player.perform(.quit)
      return []
    }
  }

  // MARK: Moving

  private mutating func move(_ action: PlayerAction, _ rest: String) -> [String] {
    let usual = action == .run ? Self.epochsOfRun : action == .goTo ? nil : 1
    guard let count = rest.isEmpty ? usual : Int(rest), (0...Player.lastEpoch).contains(count) else {
      return player.fitted(["`\(action.word)` takes a whole number of epochs"])
    }
    let epoch = player.training.epoch
    switch action {
    case .back: player.go(to: max(0, epoch - count))
    case .goTo: player.go(to: count)
    default: player.go(to: epoch + count)
    }
    player.finish()
    return standing
  }

  private var standing: [String] {
    player.fitted(([player.message] + [player.words.standing]).compactMap(\.self))
  }

  // MARK: The rest

  private mutating func update(of name: String) -> [String] {
    if !name.isEmpty {
      let names = player.training.paramNames
      let wanted = name.filter { !$0.isWhitespace }
      guard let index = names.firstIndex(of: wanted) else {
        return player.fitted(["there is no weight `\(name)`; `weights` lists all"])
      }
      player.mark(index)
    }
    return player.updateLines
  }

  private mutating func choose(_ text: String) -> [String] {
    guard let network = player.network else {
      player.perform(.network)
      return player.fitted([player.message ?? ""])
    }
    if text.isEmpty {
      return player.fitted(
        player.choices.map { "\($0.name): \($0.value(network) ?? "") (\($0.range))" })
    }
    let setting = player.choices.first { text == $0.name || text.hasPrefix($0.name + " ") }
    guard let setting else { return player.fitted(["there is no such choice; `set` lists all"]) }
    let value = text.dropFirst(setting.name.count).trimmed
    guard let next = setting.set(network, value) else {
      return player.fitted(["\(setting.name): \(setting.range)"])
    }
    player.take(next)
    return player.fitted([player.message ?? player.heading, player.words.standing])
  }

  private var helpLines: [String] {
    WordColumn.lines(
      of: PlayerAction.allCases.filter { !$0.word.isEmpty }.map {
        ($0.word + $0.operand, player.style.words($0.meaning))
      },
      width: max(Style.narrowestPage, player.size.columns))
  }
}

extension Player {
  /// What is trained, in a sentence.
  var heading: String { networkLine + "." }

  /// The name of the marked param.
  var markedName: String {
    let names = training.paramNames
    return names.indices.contains(marked) ? names[marked] : "nothing"
  }

  /// Goes on to the epoch that was asked for.
  mutating func finish() {
    while isRunning { pass { true } }
  }
}
