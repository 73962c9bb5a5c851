import Diagnostics
import LessonRuntime
import Player
import Stepper
import Testing

@Suite("A lesson that is saved")
struct SavedLessonTests {
  /// Networks, and the keys that are pressed.
  private static let plays: [(network: Network, keys: String)] =
    Network.Shape.allCases.map { shape in (smallNetwork { $0.rows = .made(shape) }, "nnn") }
    + [
      (smallNetwork { $0.batchSize = nil }, "nnnn"),
      (smallNetwork { $0.batchSize = nil }, "nnnbbnn+nn-nbn"),
      (smallNetwork { $0.batchSize = 7 }, "nn+n++nn"),
      (smallNetwork { $0.batchSize = 7 }, "nn+nn-nnbbnn"),
      (smallNetwork { ($0.batchSize, $0.optimizer) = (7, .momentum) }, "nnn+nnbn"),
      (smallNetwork { ($0.batchSize, $0.optimizer) = (nil, .adam) }, "+nnnnbb-nn"),
      (smallNetwork { ($0.optimizer, $0.layers) = (.adam, [3, 2]) }, "nng7\rg3\rnn"),
      (smallNetwork { ($0.penalty, $0.layers) = (.l2, []) }, "nnn"),
      (smallNetwork { ($0.penalty, $0.activation) = (.l1, .relu) }, "nn+n"),
      (smallNetwork { ($0.features, $0.activation) = ([.product], .sigmoid) }, "nnrnn"),
      (smallNetwork { ($0.features, $0.activation) = (Set(Network.Feature.allCases), .linear) }, "nnn"),
      (smallNetwork { $0.rows = .written("x1,x2,label\n0,1,0\n1,0,1\n1,1,1\n", file: "own.csv") }, "nnn"),
      (smallNetwork(), ""),
    ]

  @Test("gives the very numbers that were played to, to the last bit", arguments: plays)
  func sameNumbers(network: Network, keys: String) throws {
    var player = try Player.at(network)
    player.play(keys)
    let numbers = try player.training.lesson.paramsOfRun()
    #expect(!numbers.isEmpty)
    #expect(
      numbers.map(\.bitPattern) == player.training.params.map(\.bitPattern), "\(player.training.lesson)")
  }

  @Test("is asked for by name, and replaces a file only where that is wanted")
  func asking() throws {
    var player = try Player.at()
    player.play("nsmine.md<Enter>")
    let first = try #require(player.saving)
    #expect(first.text == player.training.lesson && first.path == "mine.md" && !first.replaces)
    player.note(.exists)
    #expect(player.frame.lines[22] == "`mine.md` is there already; y replaces it")
    player.play("y")
    #expect(player.saving?.path == "mine.md" && player.saving?.replaces == true)
    player.note(.exists)
    player.play("n")
    #expect(player.saving == nil)
    #expect(player.training.epoch == 1)
  }
}
