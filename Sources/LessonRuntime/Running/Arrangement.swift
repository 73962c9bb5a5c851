import Diagnostics
import LessonProgram
import Transcript

/// The statements of a lesson as they are carried out in an exercise: some are left out, some show less, and questions stand between
/// them.
struct Arrangement: Sendable {
  /// What is carried out, in order.
  let items: [Item]
  /// What is left open of a statement, by where that begins.
  let blanks: [Int: Blanks]
  /// Where the statements begin that show nothing.
  let silent: Set<Int>

  /// A statement or a question.
  enum Item: Sendable {
    /// The statement at that place of the lesson.
    case statement(Int)
    /// A question, which comes behind the statement at that place.
    case question(Instruction.Question, after: Int)
  }

  init(_ items: [Item], blanks: [Int: Blanks] = [:], silent: Set<Int> = []) {
    self.items = items
    self.blanks = blanks
    self.silent = silent
  }

  /// The statements of a lesson so arranged.
  func instructions(_ all: [Instruction]) -> [Instruction] {
    items.compactMap { item in
      switch item {
      case .statement(let place): all.indices.contains(place) ? all[place] : nil
      case .question(let question, after: _):
        Instruction(kind: .ask(question), range: question.range, isJoined: false)
      }
    }
  }

  /// How many statements of the lesson come before each place among those that are carried out, and before the end.
  var places: [Int] {
    items.map { item in
      switch item {
      case .statement(let place): place
      case .question(_, after: let place): place + 1
      }
    } + [items.last.map(\.end) ?? 0]
  }
}

extension Arrangement.Item {
  /// How many statements of the lesson are done with behind it.
  fileprivate var end: Int {
    switch self {
    case .statement(let place), .question(_, after: let place): place + 1
    }
  }
}
