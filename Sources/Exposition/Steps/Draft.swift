import Algebra
import Engine
import LessonLanguage
import LessonProgram
import Transcript

/// A step that is being written.
struct Draft {
  /// The instruction of which it tells.
  var instruction: Instruction?
  /// Its lines so far.
  var lines: [Line] = []
  /// Numbers as they were before: of the params of an update, or of all values before a forward pass.
  var before: [Number] = []
  /// The derivatives by the params of an update.
  var derivatives: [Number] = []
  /// The numbers that are given.
  var givens = GivensDraft(kind: .const, comment: nil)
  /// How many `<-` lines there have been.
  var assignmentCount = 0

  /// Adds a comment, on a line of its own.
  mutating func add(comment: String?) {
    if let comment { lines.append(Line(.comment(comment))) }
  }
}

/// Given numbers of one statement: typed ones in columns, those that are worked out each with its working.
struct GivensDraft {
  let kind: GivenKind
  let comment: String?
  /// Those that stand in columns.
  var row: GivenNumbers.Row
  /// How many elements there are of each family.
  private(set) var elementCounts: [String: Int] = [:]

  /// Counts another element of a family, and tells how many there are now.
  mutating func countElement(of family: String) -> Int {
    let increase = { (count: inout Int) -> Int in
      count += 1
      return count
    }
    return increase(&elementCounts[family, default: 0])
  }
  /// What numbers are drawn from.
  var sources: [String] = []
  private var known: Set<String> = []
  private var lastDraw: Draw?

  /// None yet.
  init(kind: GivenKind, comment: String?) {
    self.kind = kind
    self.comment = comment
    row = GivenNumbers.Row(kind: kind.rawValue, items: [], comment: comment)
  }

  /// Takes note of what a number is drawn from.
  mutating func add(_ draw: Draw) {
    // The elements of a family are drawn alike: its text is made once.
    if draw == lastDraw { return }
    lastDraw = draw
    if known.insert(draw.text).inserted { sources.append(draw.text) }
  }
}
