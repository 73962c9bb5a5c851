import PlainText
import Player
import Rendering
import Stepper
import Terminal
import TestSupport
import Testing

@Suite("What is to be seen")
struct FrameTests {
  @Test(
    "is a frame of the window's size, as recorded",
    arguments: [
      ("40x12", 40, 12, Alphabet.unicode, "nnnnn<Down>"), ("80x24", 80, 24, .unicode, "nnnnn<Down>"),
      ("80x24-ascii", 80, 24, .ascii, "nnnnn<Down>"), ("200x60", 200, 60, .unicode, "nnnnn"),
      ("20x6", 20, 6, .unicode, "n"), ("choices", 80, 24, .unicode, "c<Down><Right>"),
      ("help", 80, 24, .unicode, "?"), ("map", 80, 24, .unicode, "nnnnnm"),
      ("typing", 80, 24, .unicode, "g12"),
    ])
  func frame(name: String, columns: Int, rows: Int, alphabet: Alphabet, keys: String) throws {
    var player = try Player.at(columns: columns, rows: rows, alphabet)
    player.play(keys)
    let frame = player.frame
    #expect(frame.lines.count == rows)
    #expect(frame.lines.allSatisfy { displayWidth($0) <= columns })
    try GoldenFile("Golden/\(name).txt").expect(frame.lines.joined(separator: "\n") + "\n")
  }

  @Test("is the same in every ink, but for the picture", arguments: Ink.allCases)
  func ink(ink: Ink) throws {
    var (plain, inked) = (try Player.at(), try Player.at(smallNetwork(), .unicode, ink))
    for keys in ["nn", "w", "<Esc>c", "<Esc>?"] {
      plain.play(keys)
      inked.play(keys)
      let (one, other) = (plain.frame.lines, inked.frame.lines.map(\.withoutInk))
      for (line, inked) in zip(one, other)
      where !line.contains(where: { "░█▒▓▀▄⣀".contains($0) }) && ink != .full {
        #expect(line.trimmingEnd == inked.trimmingEnd)
      }
      #expect(other.allSatisfy { displayWidth($0) <= 80 })
    }
  }

  @Test("is drawn in ASCII alone where no other characters may be used")
  func ascii() throws {
    var player = try Player.at(smallNetwork(), .ascii)
    for keys in ["n", "w", "<Esc>m", "<Esc>c", "<Esc>?", "<Esc>+"] {
      player.play(keys)
      #expect(player.frame.lines.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(keys): \(player.frame.lines)")
    }
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmingEnd: String { replacing(/\ +$/, with: "") }
}
