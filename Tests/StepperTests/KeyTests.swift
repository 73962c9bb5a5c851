import Terminal
import Testing

@testable import Stepper

/// Every key in every state.
@Suite struct KeyTests {
  /// What a key does to a reader at a window.
  enum Effect: Equatable {
    case nothing, forward, back, says, clears, leaves, scrolls, refused, turnsPanel
    case opens(Action)
    case types, closes, submits
  }

  /// A state, and what keys do in it; all others do what is `otherwise` said.
  struct State: CustomTestStringConvertible, Sendable {
    var name: String
    /// The keys that lead to it.
    var script: String
    var rows = 90
    var effects: [(keys: [Key], effect: Effect)]
    var otherwise = Effect.refused

    var testDescription: String { name }
  }

  private static func characters(_ text: String) -> [Key] { text.map { .character($0) } }

  private static let scrolling: [Key] = [.up, .down, .pageUp, .pageDown, .home, .end]
  private static let next: [Key] = [.enter, .right, .character(" ")]
  private static let back: [Key] = [.left, .backspace, .character("b")]
  private static let quit: [Key] = [.character("q"), .control("d")]
  private static let looking: [(keys: [Key], effect: Effect)] = [
    (characters("?"), .says), (characters(":"), .opens(.command)), (characters("="), .opens(.answer)),
    (scrolling, .nothing),
  ]
  private static let moving: [(keys: [Key], effect: Effect)] = [
    (quit, .leaves), (characters("/"), .opens(.search)), (characters("g"), .opens(.goTo)),
    (characters("w"), .opens(.why)), (characters("p"), .opens(.pin)), (characters("v"), .turnsPanel),
    (characters("sm'nNd"), .says),
  ]
  private static let always = looking + moving
  private static let jumpBack: [Key] = [.character("`"), .control("o")]
  /// All that can be typed but the few keys with which no reply begins.
  private static let reply =
    allKeys.filter { key in
      switch key {
      case .character(let character): !" :?='`".contains(character)
      case .pasted: true
      default: false
      }
    }

  static let states = [
    State(
      name: "at the beginning", script: "",
      effects: always + [
        (next + characters("."), .forward), (back + jumpBack, .says), (characters("]"), .forward),
        (characters("[o"), .says), ([.escape], .nothing),
      ]),
    State(
      name: "in the middle", script: "<right><right>",
      effects: always + [
        (next + characters("."), .forward), (back, .back), (jumpBack, .says), (characters("]"), .forward),
        (characters("["), .back), (characters("o"), .says), ([.escape], .nothing),
      ]),
    State(
      name: "with a note", script: "?",
      effects: always.filter { $0.effect != .says } + [
        (characters("?"), .nothing), (characters("sm'nNd") + jumpBack, .says),
        (next + characters("."), .forward), (back, .says), (characters("]"), .forward),
        (characters("[o"), .says), ([.escape], .clears),
      ]),
    State(
      name: "a number is asked for", script: "gquestion 1\n",
      effects: looking + [
        ([.enter], .opens(.answer)), (reply, .opens(.answer)), ([.right, .character(" ")], .says),
        ([.left, .backspace] + jumpBack, .back), (characters("'"), .says), ([.control("d")], .leaves),
        ([.escape], .nothing),
      ]),
    State(
      name: "a choice is asked for", script: "gquestion 2\n",
      effects: looking + [
        ([.enter], .opens(.answer)), (reply, .opens(.answer)), ([.right, .character(" ")], .says),
        ([.left, .backspace] + jumpBack, .back), (characters("'"), .says), ([.control("d")], .leaves),
        ([.escape], .nothing),
      ]),
    State(
      name: "a question was skipped", script: "gquestion 1\n:skip\n<Left>",
      effects: looking + [
        (next, .forward), (reply, .opens(.answer)), ([.left, .backspace] + jumpBack, .back),
        (characters("'"), .says),
        ([.control("d")], .leaves), ([.escape], .nothing),
      ]),
    State(
      name: "a question was given up", script: "gquestion 1\n:give up\n:give up\n",
      effects: always + [
        (next + characters("."), .forward), (back + jumpBack, .back), (characters("]"), .forward),
        (characters("["), .back), (characters("o"), .says), ([.escape], .nothing),
      ]),
    State(
      name: "a question is answered", script: "gquestion 1\n12.0\n",
      effects: always + [
        (next + characters("."), .forward), (back + jumpBack, .back), (characters("]"), .forward),
        (characters("["), .back), (characters("o"), .says), ([.escape], .nothing),
      ]),
    State(
      name: "at the end", script: "gChange\n<right><right><right><right><right><right><right><right>",
      effects: [(characters("nN"), .back)] + always + [
        (next + characters("."), .nothing), (back + jumpBack, .back), (characters("]"), .says),
        (characters("["), .back), (characters("o"), .says), ([.escape], .clears),
      ]),
    State(
      name: "after a jump, with a bookmark elsewhere", script: "mgE\n",
      effects: always.filter { $0.effect != .says } + [
        (characters("?smd"), .says), (characters("n"), .forward), (characters("N"), .back),
        (jumpBack + characters("'"), .back),
        (next + characters("."), .forward), (back, .back), (characters("]"), .forward),
        (characters("["), .back), (characters("o"), .says), ([.escape], .nothing),
      ]),
    State(
      name: "more below", script: "?", rows: 6,
      effects: always.filter { ![.says, .nothing, .turnsPanel].contains($0.effect) } + [
        (characters("?"), .nothing), (characters("v"), .refused),
        ([.up, .down, .pageUp, .pageDown, .home, .end], .scrolls),
        (next + characters("."), .scrolls), (back, .says), (characters("]"), .forward),
        (characters("[osm'nNd") + jumpBack, .says), ([.escape], .clears),
      ]),
    State(
      name: "an empty line is typed", script: "g",
      effects: [
        ([.enter, .escape, .backspace, .control("d"), .control("g")], .closes),
        (characters("aZ09 ?/:=[]∂é漢"), .types), ([.pasted("1")], .types),
        (scrolling + [.left, .right, .tab, .delete], .nothing),
        ("abcefhknopuwy".map { .control($0) }, .nothing),
      ], otherwise: .types),
    State(
      name: "a line is typed", script: "gy",
      effects: [
        ([.enter], .submits), ([.escape, .control("g")], .closes),
        ([.backspace, .control("h"), .control("u"), .control("w")], .types),
        ([.left, .home, .control("a"), .control("b")], .types), ([.pasted("1")], .types),
        ([.right, .end, .up, .down, .pageUp, .pageDown, .tab, .delete], .nothing),
        ("cdefknopy".map { .control($0) }, .nothing),
      ], otherwise: .types),
  ]

  /// Every key that a keyboard has, and some that it hardly has.
  static let allKeys: [Key] =
    (0x20...0x7E).compactMap { Unicode.Scalar($0).map { .character(Character($0)) } }
    + [
      .enter, .tab, .escape, .backspace, .delete, .left, .right, .up, .down, .home, .end, .pageUp,
      .pageDown, .pasted("1"), .pasted(""), .pasted("two\nlines"),
    ]
    + "abcdefghklnopqrstuvwxyz".map { .control($0) } + characters("∂−√½é漢👍\u{301}")

  @Test(arguments: states) func everyKeyDoesWhatTheStateSays(_ state: State) {
    let before = screen(state.script, rows: state.rows)
    for key in Self.allKeys {
      var after = before
      after.press(key)
      let expected = state.effects.first { $0.keys.contains(key) }?.effect ?? state.otherwise
      let effect = Self.effect(from: before, to: after)
      if !Self.agree(effect, expected, key) { Issue.record("\(key): \(effect) in place of \(expected)") }
      #expect(after.frame.lines.count == state.rows, "\(key)")
    }
  }

  /// Keys of the line that may or may not change it are allowed to do nothing.
  private static func agree(_ effect: Effect, _ expected: Effect, _ key: Key) -> Bool {
    if effect == expected { return true }
    switch (key, expected) {
    // A key with no more to do in its direction, and keys that the line knows and cannot use now.
    case (.up, .scrolls), (.down, .scrolls), (.pageUp, .scrolls), (.pageDown, .scrolls), (.home, .scrolls),
      (.end, .scrolls):
      return effect == .nothing
    case (.control, .types), (.pasted, .types), (.pasted, .refused):
      return effect == .nothing || effect == .refused
    case (.control, .nothing), (.pageUp, .nothing), (.pageDown, .nothing), (.up, .nothing),
      (.down, .nothing):
      return effect == .refused
    case (.pasted, .opens): return true
    default: return false
    }
  }

  private static func effect(from before: ScreenReader, to after: ScreenReader) -> Effect {
    if after.reader.hasLeft { return .leaves }
    if let prompt = after.prompt {
      guard let old = before.prompt else { return .opens(prompt.action) }
      if old.editor != prompt.editor { return .types }
      return after.message == nil ? .nothing : .refused
    }
    if before.prompt != nil {
      let isSame =
        after.reader.position == before.reader.position && after.reader.saidCount == before.reader.saidCount
      return isSame ? .closes : .submits
    }
    if (after.panel == nil) != (before.panel == nil) { return .turnsPanel }
    if after.reader.position > before.reader.position { return .forward }
    if after.reader.position < before.reader.position { return .back }
    if after.content != before.content { return after.reader.notes.isEmpty ? .clears : .says }
    if after.top != before.top { return .scrolls }
    return after.message == nil ? .nothing : .refused
  }
}
