import Algebra
import Autograd
import LessonProgram

/// What a formula put on the tape that a number was set to, so that a loop, which sets it again and again, need not go
/// through the formula again.
///
/// It is good as long as the tape below is the same, and puts the very same nodes there: all that looks at where a number
/// came from finds what it would find otherwise.
struct RecordedSetting {
  /// One node.
  fileprivate enum Step {
    /// A number that stands in the formula.
    case number(Double, isExact: Bool)
    /// The number of the derivative at a place among the formula's.
    case atom(Int)
    case unary(Operation, Node)
    case binary(Operation, Node, Node)
  }

  /// How many nodes were on the tape before.
  private let first: Int
  private let atoms: [Formula]
  fileprivate let steps: [Step]
  /// What it counts for.
  private let work: Int

  /// What `recording`, of a formula that never changes, has put on the tape, where it is still.
  init(_ recording: Environment.Recording, on tape: Tape) {
    first = recording.nodes.lowerBound
    atoms = recording.derivatives.map(\.atom)
    work = Work.formula(parts: recording.formula.size)
    let leaves = recording.derivatives.map(\.leaf)
    steps = recording.nodes.map { index in
      let node = Node(index: index)
      if let place = leaves.firstIndex(of: node) { return .atom(place) }
      return switch tape.operands(of: node) {
      case (let x?, let y?): .binary(tape.operation(of: node), x, y)
      case (let x?, nil): .unary(tape.operation(of: node), x)
      default: .number(tape.value(of: node), isExact: tape.isExact(leaf: node))
      }
    }
  }

  /// Puts the same on the tape again, with the numbers that its operands now have, and gives the last node; `nil` where that
  /// is not what would be recorded, or has no value: then it is to be recorded.
  func record(known: [Formula: Number], on tape: Tape, _ bound: WorkBound) throws(Fault) -> Node? {
    guard tape.count == first else { return nil }
    let numbers = atoms.compactMap { known[$0]?.value }
    guard numbers.count == atoms.count else { return nil }
    for step in steps {
      switch step {
      case .number(let number, let isExact): _ = tape.appendLeaf(number, isExact: isExact)
      case .atom(let place): _ = tape.appendLeaf(numbers[place])
      case .unary(let operation, let x): _ = tape.append(operation, x)
      case .binary(let operation, let x, let y): _ = tape.append(operation, x, y)
      }
    }
    guard tape.hasOnlyFiniteValues(in: first..<tape.count) else {
      tape.truncate(to: first)
      return nil
    }
    try bound.spend(work)
    try bound.holdOperations(tape.count)
    return Node(index: tape.count - 1)
  }
}

/// What the lines that set numbers have put on a tape.
struct RecordedSettings {
  /// By the identity of the line, which is kept, so that none that comes later has its address.
  private var settings:
    [ObjectIdentifier: (line: Instruction.Assignment.Identity, setting: RecordedSetting)] = [:]
  private var operationCount = 0

  /// No more operations are kept: a lesson may set many numbers, and each only once.
  private static let maxOperations = 100_000

  /// What a line has recorded, if that is kept.
  subscript(line: Instruction.Assignment) -> RecordedSetting? {
    settings[ObjectIdentifier(line.identity)]?.setting
  }

  /// Keeps what a line has recorded.
  mutating func keep(_ setting: RecordedSetting, of line: Instruction.Assignment) {
    if operationCount + setting.steps.count > Self.maxOperations { forget() }
    operationCount += setting.steps.count
    settings[ObjectIdentifier(line.identity)] = (line.identity, setting)
  }

  /// Forgets everything, as the tape below is another.
  mutating func forget() {
    guard !settings.isEmpty else { return }
    settings = [:]
    operationCount = 0
  }
}
