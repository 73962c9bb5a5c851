import PlainText
import Player
import Rendering
import Stepper
import Terminal
import TestSupport
import Testing

@Suite("Keys that are pressed at random")
struct RandomKeyTests {
  private static let keys: [Key] =
    " nnnb.rg0123456789+-=wmpvlc?s~y".map { .character($0) } + [
      .enter, .tab, .escape, .escape, .backspace, .delete, .left, .right, .up, .down, .home, .end, .pageUp,
      .pageDown, .control("g"), .control("x"), .pasted("12\n"), .character("é"),
    ]

  /// How many sequences a player gets, and how many keys each has.
  private static let (sequences, keysOfSequence) = (10, 6)

  // Hundreds of walks more, with the release program at a terminal, are those of `.ci/terminal/playing.py`.
  @Test("always leave a frame that fits its window", arguments: 0..<4)
  func frames(part: Int) throws {
    // To put a network together takes longest: ten sequences of keys are pressed one after the other.
    for seed in part * 25..<(part + 1) * 25 {
      var random = SplitMix64(seed: UInt64(seed))
      let size = TerminalSize(
        columns: Int.random(in: 1...50, using: &random), rows: Int.random(in: 1...14, using: &random))
      let style = Style(
        width: size.columns, alphabet: Bool.random(using: &random) ? .unicode : .ascii,
        ink: Ink.allCases.randomElement(using: &random) ?? .none, medium: .terminal)
      var player = try Player(smallNetwork { $0.layers = [] }, size: size, style: style)
      var pressed: [Key] = []
      for _ in 0..<Self.sequences * Self.keysOfSequence where !player.hasLeft {
        let key = Self.keys.randomElement(using: &random) ?? .enter
        pressed.append(key)
        player.press(key)
        if let saving = player.saving { player.note(saving.replaces ? .saved : .exists) }
        var epochs = 3
        player.pass {
          epochs -= 1
          return epochs > 0
        }
        let lines = player.frame.lines.map(\.withoutInk)
        #expect(
          lines.count <= size.rows && lines.allSatisfy { displayWidth($0) <= size.columns },
          "\(seed): \(pressed)")
        if let cursor = player.frame.cursor {
          #expect(cursor.row < size.rows && cursor.column <= size.columns, "\(seed): \(pressed)")
        }
      }
    }
  }
}
