import LessonRuntime
public import Terminal

/// Plays keys without a clock, and prints what they bring in words: the same keys bring the same lines, always.
///
/// The key that trains, and pauses where time passes, trains 100 epochs here.
public struct KeyedPlayer {
  /// Who plays.
  public private(set) var player: Player

  /// A player of keys.
  public init(_ player: Player) { self.player = player }

  /// What is printed before any key.
  public func opening() -> [String] { player.fitted([player.heading, player.words.standing]) }

  /// What a key brings.
  public mutating func press(_ key: Key) -> [String] {
    let (epoch, wasCovered, title) = (player.training.epoch, player.page != nil, player.heading)
    let isPlaying = !wasCovered && player.prompt == nil && player.choice == nil
    if isPlaying, PlayerAction.of(key) == .run {
      player.message = nil
      player.run(to: epoch + PlainPlayer.epochsOfRun)
    } else {
      player.press(key)
    }
    player.finish()
    var lines = player.fitted(([player.message] + [choice]).compactMap(\.self))
    if let page = player.page, !wasCovered { lines += page.lines + [""] }
    if player.heading != title { lines += player.fitted([player.heading]) }
    if player.training.epoch != epoch || player.heading != title {
      lines += player.fitted([player.words.standing])
    }
    return lines
  }

  /// What is said once a lesson has been saved, or could not be.
  public mutating func note(_ result: Player.SavingResult) -> [String] {
    player.note(result)
    return player.fitted([player.message ?? ""])
  }

  /// The choice that is looked at, and how it stands.
  private var choice: String? {
    guard let place = player.choice, let network = player.network else { return nil }
    let choices = player.choices
    guard choices.indices.contains(place) else { return nil }
    return "> \(choices[place].name): \(choices[place].value(network) ?? "")"
  }
}
