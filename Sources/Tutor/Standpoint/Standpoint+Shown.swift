import Algebra
import Diagnostics
import Engine
import Exposition
import LessonLanguage
import LessonProgram
import LessonRuntime
import Transcript

// Commands of lessons that only show something, typed by a reader.

extension Standpoint {
  /// The commands of lessons that only show something.
  public static let showingCommands = ["explain", "backward", "table", "plot", "draw"]

  /// What `explain`, `backward`, `table`, `plot` and `draw` show here; `nil` where the text begins with none of these words.
  ///
  /// Other commands change the lesson's numbers, and are refused.
  public func shown(by text: String) -> Remarks? {
    let typed = TypedText(text)
    guard typed.file.bytes.count <= Self.maxBytes else { return nil }
    let (statements, _, faults) = parseCalc(typed.file, typed.range)
    guard let statement = statements.first, statements.count == 1, faults.isEmpty else {
      guard let word = typed.firstWord, scope[Name(word)] == nil else { return nil }
      if Self.showingCommands.contains(word) { return Remarks(typed.refusalOfCommand(faults)) }
      return beginsStatement(word) ? Remarks(Self.noChange) : nil
    }
    return switch statement.kind {
    case .explain, .backward, .table, .plot, .network:
      remarks { () throws(Refusal) in Remarks(try parts(shownBy: statement, in: typed)) }
    case .formula, .assignment, .comment: nil
    case .given, .definition, .block, .columns, .data, .forward, .optimizer, .schedule, .update, .reset,
      .train,
      .repeat, .rows,
      .record:
      Remarks(Self.noChange)
    }
  }

  /// What is said to commands that would change the lesson.
  private static let noChange = Refusal(
    "of a lesson only given numbers can be changed, as in `w5 = 0.9`; `explain`, `backward`, `table`, `plot` and "
      + "`draw` show something of it")

  private func parts(shownBy statement: Statement, in typed: TypedText) throws(Refusal) -> [Transcript.Part] {
    var resolver = Resolver(run.plan.document, scope: scope, of: typed.file)
    resolver.comesLater = { run.history.wholeScope[$0] != nil || run.history.wholeScope.families[$0] != nil }
    resolver.resolve(statement)
    guard resolver.diagnostics.isEmpty, let instruction = resolver.body.instructions.first else {
      throw typed.refusalOfCommand(resolver.diagnostics, place: run.plan.step(of:))
    }
    return try onCopy(beneath: instruction.kind.shownFormulas ?? scope.definitions.map { .name($0.name) }) {
      writer throws(Fault) in try writer.parts(of: instruction)
    }
  }
}

extension Instruction.Kind {
  /// The formulas of which it shows something; `nil` where it may be any.
  fileprivate var shownFormulas: [Formula]? {
    switch self {
    case .explain(let formula): [formula]
    case .explainFamily(_, let names): names.map { .name($0) }
    case .explainDerivatives(let output, _, let names): names.map { .derivative(of: output, by: $0) }
    case .backward(let name, let names): [.name(name)] + (names ?? []).map { .name($0) }
    case .network(let name, _): [.name(name)]
    default: nil
    }
  }
}
