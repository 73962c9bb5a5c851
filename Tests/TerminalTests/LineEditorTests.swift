import PlainText
import Terminal
import TestSupport
import Testing

@Suite struct LineEditorTests {
  /// Keys by one letter each: small letters and spaces are typed, `<` and `>` are the arrows, `^` and `$` Home and End,
  /// `#` is Backspace, `%` is Delete, and a capital letter is pressed with Ctrl.
  private static func keys(_ text: String) -> [Key] {
    text.map { letter in
      switch letter {
      case "<": .left
      case ">": .right
      case "^": .home
      case "$": .end
      case "#": .backspace
      case "%": .delete
      case "A"..."Z": .control(Character(letter.lowercased()))
      default: .character(letter)
      }
    }
  }

  /// The text with `|` where the cursor is.
  private func shown(_ editor: LineEditor) -> String {
    editor.text.prefix(editor.cursor) + "|" + editor.text.dropFirst(editor.cursor)
  }

  @Test(arguments: [
    ("", "|"), ("abc", "abc|"), ("ac<b", "ab|c"), ("<<<a>>>b", "ab|"), ("bc^a$d", "abcd|"),
    ("abc#", "ab|"), ("#a", "a|"), ("abc<#", "a|c"), ("abcHBH", "|b"),
    ("abc^%", "|bc"), ("abc%", "abc|"), ("abcAD", "|bc"), ("abcAFDE", "ac|"),
    ("one two<<<K", "one |"), ("one two<<<U", "|two"), ("one two  W", "one |"), ("one twoWWW", "|"),
    ("one two<<W", "one |wo"), ("one twoW^Y", "two|one "), ("abUYY", "abab|"), ("abUcKY", "cab|"),
    ("Ya", "a|"),
  ])
  func `Keys edit as they do in a shell`(typed: String, expected: String) {
    var editor = LineEditor()
    editor.press(LineEditorTests.keys(typed))
    #expect(shown(editor) == expected)
  }

  @Test(arguments: [
    Key.enter, .tab, .escape, .pageUp, .pageDown, .control("c"), .control("t"), .control("d"), .up, .down,
    .control("p"), .control("n"),
  ])
  func `Other keys are left to others`(key: Key) {
    var editor = LineEditor()
    let isTaken = editor.handle(key)
    #expect(!isTaken)
    #expect(editor == LineEditor())
  }

  @Test func `Ctrl-D belongs to the line while there is one`() {
    var editor = LineEditor()
    editor.press(LineEditorTests.keys("a^D"))
    #expect(editor == LineEditor())
  }

  @Test func `Earlier lines come back, and so does the one that was half typed`() {
    var editor = LineEditor(history: ["first", "second"])
    func text(after key: Key) -> String {
      editor.press([key])
      return editor.text
    }
    #expect(text(after: .down) == "")
    #expect(text(after: .character("x")) == "x")
    #expect(text(after: .up) == "second")
    #expect(editor.cursor == 6)
    #expect(text(after: .control("p")) == "first")
    #expect(text(after: .up) == "first")
    #expect(text(after: .character("!")) == "first!")
    #expect(text(after: .down) == "second")
    #expect(text(after: .up) == "first")
    #expect(text(after: .control("n")) == "second")
    #expect(text(after: .down) == "x")
    #expect(text(after: .down) == "x")
  }

  @Test(arguments: [
    ("a\nb\n", "a b "), ("a\r\nb\rc\td", "a b c d"), ("a\u{1B}[31mb\u{0}\u{7F}\u{9B}", "a[31mb"),
    ("a\u{202E}b\u{2028}c", "a\u{FFFD}b\u{FFFD}c"), ("", ""),
  ])
  func `Pasted text becomes one harmless line`(pasted: String, expected: String) {
    var editor = LineEditor()
    editor.press([.pasted(pasted)])
    #expect(editor.text == expected)
    #expect(editor.cursor == expected.count)
    #expect(LineEditor(history: [pasted]).recalled == expected)
  }

  @Test(arguments: [
    (["e", "\u{301}"], 1), (["🇩", "🇪"], 1), (["👩", "\u{200D}", "🚀"], 1), (["\u{301}", "e"], 2),
    (["ㅎ", "a"], 2),
  ])
  func `What is typed in parts is one character to the cursor`(parts: [String], count: Int) {
    var editor = LineEditor()
    editor.press(parts.map { .character(Character($0)) })
    #expect(editor.text == parts.joined())
    #expect(editor.cursor == count)
    editor.press(Array(repeating: .backspace, count: count))
    #expect(editor.text.isEmpty)
  }

  @Test func `A line has an end, whatever it is made of`() {
    for piece in ["x", "e\u{301}"] {
      var editor = LineEditor()
      editor.press(Array(repeating: .pasted(String(repeating: piece, count: 4_000)), count: 3))
      #expect(editor.text.unicodeScalars.count == LineEditor.limit)
      editor.press([.character("y")])
      #expect(editor.text.unicodeScalars.count == LineEditor.limit)
      #expect(editor.cursor == editor.text.count)
    }
  }

  @Test func `Random keys do what they do to a list of characters`() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<300 {
      let history = ["é", "one two", ""].shuffled(using: &random)
      var editor = LineEditor(history: history)
      var model = Model(history: history)
      for _ in 0..<60 {
        let choice = Array("abc  漢é<<>>^$##%AEBFHDKUWYPN").randomElement(using: &random) ?? "a"
        let key = LineEditorTests.keys(String(choice))[0]
        let isEmpty = model.text.isEmpty
        model.press(choice)
        let isTaken = editor.handle(key)
        #expect(isTaken == (choice != "D" || !isEmpty))
        #expect(editor.text == String(model.text))
        #expect(editor.cursor == model.cursor)
      }
    }
  }

  /// The same editor in the plainest way: characters in an array.
  private struct Model {
    var history: [String]
    var text: [Character] = []
    var cursor = 0
    var cut: [Character] = []
    var draft: [Character] = []
    var place = 3

    init(history: [String]) { self.history = history }

    mutating func press(_ choice: Character) {
      switch choice {
      case "<", "B": if cursor > 0 { cursor -= 1 }
      case ">", "F": if cursor < text.count { cursor += 1 }
      case "^", "A": cursor = 0
      case "$", "E": cursor = text.count
      case "#", "H":
        if cursor > 0 {
          cursor -= 1
          text.remove(at: cursor)
        }
      case "%", "D": if cursor < text.count { text.remove(at: cursor) }
      case "K":
        if cursor < text.count { cut = Array(text[cursor...]) }
        text.removeSubrange(cursor...)
      case "U", "W":
        var start = choice == "U" ? 0 : cursor
        while start > 0, text[start - 1] == " " { start -= 1 }
        while start > 0, text[start - 1] != " " { start -= 1 }
        if start < cursor { cut = Array(text[start..<cursor]) }
        text.removeSubrange(start..<cursor)
        cursor = start
      case "Y":
        text.insert(contentsOf: cut, at: cursor)
        cursor += cut.count
      case "P", "N":
        let next = choice == "P" ? max(0, place - 1) : min(3, place + 1)
        if next == place { break }
        if place == 3 { draft = text }
        place = next
        text = place == 3 ? draft : Array(history[place])
        cursor = text.count
      default:
        text.insert(choice, at: cursor)
        cursor += 1
      }
    }
  }
}

extension LineEditor {
  /// Handles keys that are all for editing.
  fileprivate mutating func press(_ keys: [Key]) {
    for key in keys where !handle(key) { Issue.record("\(key) is left to others") }
  }

  /// The newest line of the history.
  fileprivate var recalled: String {
    var editor = self
    return editor.handle(.up) ? editor.text : "there is none"
  }
}
