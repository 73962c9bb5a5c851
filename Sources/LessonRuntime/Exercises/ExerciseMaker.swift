import Algebra
import Diagnostics
import Engine
import Exposition
import LessonProgram
import PrintedNumbers
import Prose
import Transcript

/// Finds what there is to be filled in a lesson's working, by going through it once.
///
/// A statement's lines to fill are the equations that it works out in full, but for those whose numbers stand on the page already.
/// Of more than four only one is asked for, and the others are shown: the first of a family, of an update and the like, and
/// what comes out last of all else.
struct ExerciseMaker {
  /// Of one statement, so many lines are to be filled at most.
  static let mostLines = 4

  /// A line that is to be filled.
  struct Line {
    /// The place of its statement in the lesson.
    let place: Int
    /// What is asked for.
    let formula: Formula
    /// What stands on the left of it.
    let subject: Formula
    /// How many decimals are shown of it.
    let decimals: Int
    /// What leads to it.
    let way: Way
  }

  /// What leads to a number, in the order in which it may be given away.
  struct Way {
    /// Its formula in names, and the paths to it.
    var names: [String] = []
    /// Its formula in numbers, on the way to the result.
    var numbers: [String] = []
  }

  /// What has been found, in order.
  private(set) var lines: [Line] = []
  /// What is left open of each statement, by where that begins.
  private(set) var blanks: [Int: Blanks] = [:]
  /// Where the lesson stopped, if it did: nothing stands behind that.
  private(set) var end: Int
  private let amount: Blanks.Amount
  private let decimals: Int
  private var known: Set<Double> = []

  /// Goes through the working of `lesson` with these options.
  init(_ lesson: Lesson, _ options: RunOptions, _ amount: Blanks.Amount) {
    let plan = lesson.plan(options)
    self.amount = amount
    decimals = plan.style.decimals
    end = plan.instructions.count
    var interpreter = plan.interpreter()
    for place in lesson.workingPlaces where plan.instructions.indices.contains(place) {
      let instruction = plan.instructions[place]
      let before = interpreter.writer.partCount
      guard interpreter.carryOut(instruction) else {
        end = place
        break
      }
      if case .given(_, let givens) = instruction.kind {
        for given in givens { note(interpreter.environment.value(of: given.name)) }
      }
      let steps = interpreter.writer.parts.dropFirst(before).compactMap { part -> Step? in
        if case .step(let step) = part { step } else { nil }
      }
      take(steps, of: instruction, at: place, interpreter.environment)
    }
  }

  /// The numbers of the lesson that are known before anything is worked out.
  private mutating func note(_ number: Double) { known.insert(number) }

  private mutating func take(
    _ steps: [Step], of instruction: Instruction, at place: Int, _ environment: Environment
  ) {
    var found: [Line] = []
    var numbers: [Double] = []
    if instruction.kind.isWorkedOut {
      for line in steps.flatMap(\.lines) {
        guard let result = line.content.result, !known.contains(result.number.full),
          result.number.full.isFinite,
          !found.contains(where: { $0.subject == result.subject }),
          let formula = environment.formula(of: result)
        else { continue }
        found.append(
          Line(
            place: place, formula: formula, subject: result.subject,
            decimals: max(decimals, result.number.text.flatMap(NumberRule.printedDecimals(of:)) ?? 0),
            way: steps.flatMap(\.lines).way(to: result.subject)))
        numbers.append(result.number.full)
      }
    }
    let isFirst = instruction.kind.isShownByItsFirst
    if found.count > Self.mostLines || isFirst && found.count > 1 {
      found = isFirst ? Array(found.prefix(1)) : Array(found.suffix(1))
      numbers = isFirst ? Array(numbers.prefix(1)) : Array(numbers.suffix(1))
    }
    let all = Set(steps.flatMap(\.numbers))
    if !found.isEmpty {
      blanks[instruction.range.lowerBound] = Blanks(
        amount, known: known.union(all.subtracting(numbers)), open: Set(found.map(\.subject)))
    }
    known.formUnion(all)
    lines += found
  }
}

extension Instruction.Kind {
  /// Whether the first of what it works out is the one that is shown in full.
  fileprivate var isShownByItsFirst: Bool {
    switch self {
    case .update, .explainDerivatives: true
    default: false
    }
  }
}

extension Line.Content {
  /// What a line works out, and its number.
  fileprivate var result: NamedNumber? {
    switch self {
    case .equation(let equation):
      guard let subject = equation.subject, equation.remark != .words("given") else { return nil }
      switch equation.rightSides.last?.content {
      case .result(let number, _)?: return NamedNumber(subject, number)
      case .numbers(.number(let number))?, .names(.number(let number))?: return NamedNumber(subject, number)
      default: return nil
      }
    // What a forward pass changes ends with what all leads to.
    case .table(let table):
      guard table.header.first == .words("name"), let row = table.rows.last,
        case .formula(let subject) = row[0],
        case .number(let number)? = row.last
      else { return nil }
      return NamedNumber(subject, number)
    default: return nil
    }
  }

}

extension [Line] {
  /// What leads to the number of a subject: its formula in names, the paths to it, and its formula in numbers.
  fileprivate func way(to subject: Formula) -> ExerciseMaker.Way {
    var way = ExerciseMaker.Way()
    var paths: [String] = []
    let text = subject.text(.unicode)
    for line in self {
      switch line.content {
      case .path(_, let stops): paths.append(stops.map { $0.text(.unicode) }.joined(separator: " ← "))
      case .equation(let equation) where equation.subject == subject:
        for side in equation.rightSides {
          switch side.content {
          case .names(let formula): way.names.append("\(text) = \(formula.text(.unicode))")
          case .numbers(let formula): way.numbers.append("\(text) = \(formula.text(.unicode))")
          case .factors(let factors):
            let product = Formula.product(of: factors.map { .init(.times, $0) })
            let line = "\(text) = \(product.text(.unicode))"
            if product.numbers.isEmpty { way.names.append(line) } else { way.numbers.append(line) }
          case .result: break
          }
        }
      default: break
      }
    }
    if case .derivative = subject, !paths.isEmpty {
      way.names.append("for \(text), multiply along each path, and add: \(paths.joined(separator: "; "))")
    }
    return way
  }
}

extension Environment {
  /// What can be asked for to get a number: the subject, or where that is another number the link alone.
  fileprivate func formula(of result: NamedNumber) -> Formula? {
    func isIt(_ formula: Formula) -> Bool {
      guard let value = try? value(of: formula) else { return false }
      return abs(value - result.number.full) <= 1e-12 * max(1, abs(value))
    }
    if isIt(result.subject) { return result.subject }
    guard case .derivative(.name(let output), let name) = result.subject else { return nil }
    let link = Formula.local(output, by: name)
    return isIt(link) ? link : nil
  }
}
