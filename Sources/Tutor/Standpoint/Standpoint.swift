import Algebra
import Diagnostics
import Engine
import Exposition
import LessonLanguage
import LessonProgram
import LessonRuntime
import Transcript

/// What can be worked out where a reader stands, with the names and numbers that are known there.
///
/// Nothing that a reader types changes the run: all is worked out on copies, and the work is bounded.
public struct Standpoint {
  let run: StepwiseRun
  /// How many statements have been carried out there.
  let statementCount: Int
  /// The names that are known.
  let scope: Scope
  /// Where this is in the midst of a loop.
  var loop: LoopState?

  /// What is worked out for one typed line, and how much is said to it.
  static let limits = WorkBound.Limits(
    operationsOnTape: 1_000_000, operationsInAll: 30_000_000, passes: 0, transcriptBytes: 1_000_000)

  /// A typed line has no more bytes.
  static let maxBytes = 10_000

  /// All names that may be mentioned, families by their own names, for completion.
  public var names: [String] { scope.mentionableNames }

  /// The value of an expression with its working: names, numbers, result; of a family the numbers of its elements.
  public func value(of text: String) -> Remarks {
    remarks { () throws(Refusal) in
      if let family = scope.families[Name(TypedText(text).text)] {
        return Remarks(
          try onFreshCopy(of: family) { writer, names throws(Fault) in
            try writer.valueLines(ofFamily: names)
          })
      }
      let formula = try self.formula(of: TypedText(text))
      return Remarks(
        try onCopy(beneath: [formula]) { writer throws(Fault) in try writer.valueLines(of: formula) })
    }
  }

  // MARK: Reading

  /// The formula of a typed text, or of a part of it.
  func formula(of text: TypedText, in range: SourceRange? = nil, readsStale: Bool = false) throws(Refusal)
    -> Formula
  {
    guard text.file.bytes.count <= Self.maxBytes else {
      throw Refusal("this line is longer than 10,000 bytes, which is the bound")
    }
    guard !text.text.isEmpty else { throw Refusal("nothing is typed") }
    let range = range ?? text.range
    if let data = scope.data[Name(TypedText(text.file[range]).text)], let column = data.columns.first {
      throw Refusal(
        "`\(data.name)` is data, and `mean(\(column) over \(data.name))` is a number made of its rows")
    }
    let (expression, faults) = parseExpression(text.file, range)
    guard let expression else { throw text.refusal(faults, knowing: names) }
    var lowering = FormulaLowering(scope: scope, file: text.file)
    lowering.mayGoOverRows = true
    lowering.readsStale = readsStale
    lowering.comesLater = { run.history.wholeScope[$0] != nil || run.history.wholeScope.families[$0] != nil }
    let formula = lowering.formula(of: expression)
    guard lowering.diagnostics.isEmpty else {
      throw text.refusal(lowering.diagnostics, place: run.plan.step(of:))
    }
    return formula
  }

  // MARK: Working

  /// The numbers as they are here.
  func numbers() throws(Refusal) -> Snapshot {
    if let loop { return loop.numbers }
    guard let numbers = run.history.numbers(afterStatements: statementCount, of: run) else {
      throw Refusal.numbersNotKept
    }
    return numbers
  }

  /// What `body` works out on a copy of all that `formulas` depend on.
  func onCopy<Result>(
    beneath formulas: [Formula], _ body: (inout StepWriter) throws(Fault) -> Result
  ) throws(Refusal) -> Result {
    let numbers = try numbers()
    do throws(Fault) {
      // Derivatives are shown as in the lesson, where these names stand in them.
      let shorthands = run.interpreter.environment.namesOfShorthands(beneath: formulas)
      let needed = formulas + shorthands.filter(numbers.has).map { .name($0) }
      var writer = run.interpreter.writer.with(
        try numbers.copy(beneath: needed, work: WorkBound(Self.limits)))
      return try body(&writer)
    } catch {
      throw Refusal(error)
    }
  }

  /// What `body` works out of the elements of a family, none of which may be stale.
  func onFreshCopy(
    of family: Family, _ body: (inout StepWriter, [Name]) throws(Fault) -> [Line]
  ) throws(Refusal) -> [Line] {
    let names = family.elements
    if let stale = names.first(where: { scope.change(behind: $0) != nil }) {
      _ = try formula(of: TypedText(stale.text))
    }
    return try onCopy(beneath: names.map { .name($0) }) { writer throws(Fault) in
      try body(&writer, names)
    }
  }

  /// What comes of `body`, be it a refusal.
  func remarks(_ body: () throws(Refusal) -> Remarks) -> Remarks {
    do throws(Refusal) { return try body() } catch { return Remarks(error) }
  }
}

extension Refusal {
  /// What is said of a place whose numbers have been forgotten.
  static let numbersNotKept = Refusal("the numbers of this place are not kept any more")

  /// Why something cannot be worked out.
  init(_ fault: Fault) {
    if fault.isBound {
      self.init("to work this out takes more than is done for a typed line")
    } else {
      self.init(fault.isInternal ? "internal error: \(fault.message)" : fault.message)
    }
  }
}

extension StepwiseRun {
  /// What can be worked out where a reader stands who has read the parts up to this one; -1 is before the first.
  public func standpoint(afterPart part: Int) -> Standpoint {
    let statement = statement(ofPart: part)
    if isInLoop(part, of: statement),
      let loop = history.state(inLoop: statement, afterParts: part + 1, of: self)
    {
      return Standpoint(run: self, statementCount: statement, scope: loop.scope, loop: loop)
    }
    let count = min(statement + 1, wholeStatements)
    return Standpoint(run: self, statementCount: count, scope: history.scope(afterStatements: count))
  }
}
