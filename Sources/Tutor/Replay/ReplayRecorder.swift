import Algebra
import Engine
import LessonLanguage
import LessonProgram
import PrintedNumbers
import Transcript

/// Puts the statements of a lesson on a tape of their own, with the numbers of one moment.
struct ReplayRecorder {
  let environment: Environment
  private let numbers: Snapshot
  /// The numbers as they were typed.
  private let typed: Environment?
  private var givens: [(name: Name, kind: GivenKind, number: Number)] = []
  private var defined: [Name] = []
  /// Given numbers that are worked out, each with the name under which its formula is recorded: no derivative passes through.
  private(set) var worked: [(name: Name, formula: Name)] = []

  /// What is recorded has the numbers of `numbers`.
  init(_ numbers: Snapshot) {
    self.numbers = numbers
    let work = WorkBound(Standpoint.limits)
    environment = Environment(seed: 1, work: work)
    typed = try? numbers.copy(beneath: numbers.names.map { .name($0) }, work: work)
  }

  // MARK: Statements

  /// Takes the numbers that a statement gives, or the formulas that it defines.
  mutating func take(_ instruction: Instruction) throws(Replay.Refusal) {
    switch instruction.kind {
    case .given(let kind, let givens): for given in givens { try take(given, kind) }
    case .define(let definitions):
      for definition in definitions where isKnown(definition.formula) {
        // What has no value here was told where the lesson is run.
        guard (try? environment.define(definition.name, definition.formula)) != nil else { continue }
        defined.append(definition.name)
        try hold()
      }
    default: break
    }
  }

  private mutating func take(_ given: Instruction.Given, _ kind: GivenKind) throws(Replay.Refusal) {
    guard numbers.has(given.name) else { return }
    let literal = typed.flatMap { $0.has(given.name) ? $0[given.name].literal : nil }
    if let literal {
      guard (try? environment.give(given.name, literal.value, literal: literal)) != nil else { return }
      givens.append((given.name, kind, literal))
    } else {
      let formula = Name("#\(worked.count)")
      if given.draw == nil, given.formula.literalNumber == nil, isKnown(given.formula),
        (try? environment.define(formula, given.formula)) != nil
      {
        worked.append((given.name, formula))
      }
      _ = try? environment.give(given.name, numbers.value(of: given.name), literal: nil)
    }
    try hold()
  }

  /// Whether a formula holds no derivative, and all that it mentions has been recorded.
  private func isKnown(_ formula: Formula) -> Bool {
    formula.atoms.isEmpty && formula.names.allSatisfy { environment.has($0) }
  }

  private func hold() throws(Replay.Refusal) {
    guard environment.tapeCount <= LessonReplay.maxOperations else {
      throw Replay.Refusal(
        "The formulas of this lesson are too large to be worked out in a page: longhand step does it.")
    }
  }

  // MARK: The whole

  /// The data, with the derivatives that can be taken.
  func replay(_ derivatives: [NamedDerivative], style: NumberStyle) throws(Replay.Refusal) -> Replay {
    let record = environment.tapeRecord
    var operations = record.operations.map { operation in
      Replay.Operation(
        name: operation.name, operands: operation.operands, value: operation.value, isExact: operation.isExact
      )
    }
    for (name, formula) in worked {
      let place = environment.tapePlace(of: name)
      operations[place].name = "same"
      operations[place].operands = [environment.tapePlace(of: formula)]
    }
    let values = defined.map { Replay.Result(.name($0), place: environment.tapePlace(of: $0)) }
    var reach = Reach(operations)
    var seen: Set<NamedDerivative> = []
    let slopes = derivatives.flatMap { written($0) }.filter { derivative in
      seen.insert(derivative).inserted
        && reach.depends(
          environment.tapePlace(of: derivative.output), on: environment.tapePlace(of: derivative.input))
    }
    let results =
      values.prefix(LessonReplay.maxResults)
      + slopes.prefix(LessonReplay.maxResults).map {
        Replay.Result(
          $0.formula, place: environment.tapePlace(of: $0.input), output: environment.tapePlace(of: $0.output)
        )
      }
    let used = givens.filter { reach.isUsed(environment.tapePlace(of: $0.name)) }
    guard !used.isEmpty, !results.isEmpty else {
      throw Replay.Refusal("No formula of this lesson hangs on a number that is given.")
    }
    guard used.count <= LessonReplay.maxGivens else {
      throw Replay.Refusal(
        "This lesson gives \(used.count) numbers, too many to be tried in a page: longhand step does it.")
    }
    return Replay(
      operations: operations,
      guards: record.guards.map { Replay.Guard(first: $0.first, relation: $0.relation, second: $0.second) },
      givens: used.map {
        Replay.Given(
          name: $0.name, kind: $0.kind.rawValue, number: $0.number, place: environment.tapePlace(of: $0.name),
          range: Replay.Range(around: $0.number))
      },
      results: Array(results), decimals: style.decimals, isTruncated: style.shortening == .cutOff)
  }

  /// A derivative between names that are recorded: by each name beneath the output, where no name is said.
  private func written(_ derivative: NamedDerivative) -> [NamedDerivative] {
    guard environment.has(derivative.output), defined.contains(derivative.output) else { return [] }
    guard derivative.input == derivative.output else {
      return environment.has(derivative.input) ? [derivative] : []
    }
    return environment.names(beneath: [derivative.output]).reversed()
      .filter { $0 != derivative.output }.map { NamedDerivative(of: derivative.output, by: $0) }
  }
}

/// Which operations hang on which.
private struct Reach {
  private let operations: [Replay.Operation]
  private let used: Set<Int>
  private var known: [Int: [Bool]] = [:]

  init(_ operations: [Replay.Operation]) {
    self.operations = operations
    used = Set(operations.flatMap(\.operands))
  }

  /// Whether something is made of the number at a place.
  func isUsed(_ place: Int) -> Bool { used.contains(place) }

  /// Whether a derivative of `output` by `input` may be another number than 0.
  mutating func depends(_ output: Int, on input: Int) -> Bool {
    let reached =
      known[output]
      ?? {
        var reached = Array(repeating: false, count: output + 1)
        reached[output] = true
        for place in (0...output).reversed() where reached[place] && operations[place].name != "same" {
          for operand in operations[place].operands { reached[operand] = true }
        }
        return reached
      }()
    known[output] = reached
    return input < reached.count && reached[input]
  }
}

extension Replay.Range {
  /// A range in which a number and its neighbours can be tried: as far as the next round number beyond it on both sides, in steps in
  /// which it can be told.
  init(around number: Number) {
    let size = abs(number.value)
    // A small number is tried up to ten times its size.
    let least = size == 0 || size >= 0.05 ? max(size * 1.000_001, 0.9) : size * 10
    var unit = 1.0
    while unit < least { unit *= 10 }
    while unit / 10 >= least { unit /= 10 }
    let greatest = [0.2, 0.5, 1].map { $0 * unit }.first { $0 >= least } ?? unit
    let fine = greatest / 100
    let typed = NumberRule.printedDecimals(of: number.text ?? "") ?? 0
    var step = 1.0
    while step > fine * 1.000_001 { step /= 10 }
    for _ in 0..<max(0, min(typed, 4)) where step * Self.power(typed) > 1.000_001 { step /= 10 }
    let digits = { (value: Double) in
      Double(DecimalDigits(value).shortened(toSignificant: 6, .rounded).fixedText()) ?? value
    }
    self.init(from: digits(-greatest), to: digits(greatest), step: digits(step))
  }

  private static func power(_ count: Int) -> Double {
    (0..<max(0, min(count, 4))).reduce(1) { power, _ in power * 10 }
  }
}
