import LessonRuntime
import PlainText
import Player
import Stepper
import Terminal
import TestSupport
import Testing

@Suite("A training in words")
struct WordsTests {
  @Test("is told line by line, as recorded")
  func plain() throws {
    var plain = PlainPlayer(try Player.at())
    var lines = plain.opening()
    let typed = [
      "step 2", "weights", "map", "losses", "points", "update v[1]", "set", "set layers 2 1", "set data moon",
      "set data spiral", "run 3", "faster", "", "back", "go 2", "restart", "slower", "next", "go", "nonsense",
      "run x", "help now", "save",
    ]
    for line in typed { lines += ["> " + line] + plain.enter(line) }
    try GoldenFile("Golden/plain.txt").expect(lines.map { $0 + "\n" }.joined())
    #expect(lines.allSatisfy { displayWidth($0) <= 80 })
  }

  @Test("is the same for the same keys, without any clock")
  func keys() throws {
    func lines() throws -> [String] {
      var keyed = KeyedPlayer(try Player.at())
      return keyed.opening()
        + KeyScript("n b<Down>w<Esc>+ c<Down><Right><Esc>g3\rq").keys.flatMap { keyed.press($0) }
    }
    let first = try lines()
    #expect(try lines() == first)
    #expect(first.contains { $0.hasPrefix("Epoch 101: ") }, "\(first)")
    #expect(first.contains { $0.hasPrefix("Epoch 100: ") })
  }

  @Test("says all that there is to be asked for")
  func help() throws {
    var plain = PlainPlayer(try Player.at())
    let text = plain.enter("help").joined(separator: "\n")
    for word in ["run [EPOCHS]", "go EPOCH", "update [NAME]", "set [CHOICE VALUE]", "save FILE", "quit"] {
      #expect(text.contains(word))
    }
  }
}
