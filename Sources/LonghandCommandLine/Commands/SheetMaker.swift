import Diagnostics
import LessonRuntime
import Prose
import Rendering
import Transcript

/// Makes the sheets of a lesson, and their keys: each for itself, so that several cores can share them.
struct SheetMaker: Sendable {
  let lesson: Lesson
  let source: LessonSource
  let amount: Blanks.Amount
  let format: OutputFormat
  let renderer: TextRenderer

  /// A sheet that is to be made.
  struct Order: Sendable {
    /// What its file is called, without the ending.
    let name: String
    /// The variant; `nil` for the numbers of the options.
    let variant: Variant?
  }

  /// A sheet and its key, as they are written.
  struct Sheet: Sendable {
    let sheet: String
    let key: String
  }

  /// The sheet that is ordered.
  func sheet(_ order: Order, _ call: CommandCall) throws -> Sheet {
    var options = try LessonOptions(call).options(for: lesson, called: source.name)
    if let variant = order.variant {
      options.variant = variant.name
      // Of two numbers for a name the last one holds.
      options.settings = try variant.numbers(for: lesson, called: source.name, call) + options.settings
    }
    let run = call.run(lesson.working, options)
    if run.isCancelled { throw Failure(.interrupted, "stopped in `\(source.name)`") }
    if let failure = Failure(run.diagnostics, in: lesson.file) { throw failure }
    var key = run.transcript
    let sheet = key.sheet(
      amount, task: [.text("Work out each number that has a rule in its place, \(digits(options)).")])
    key.insert([.text("This is the key: every number that the sheet asks for, \(digits(options)).")])
    guard let write = format.sheet else { return Sheet(sheet: "", key: "") }
    return Sheet(sheet: write(sheet, renderer), key: write(key, renderer))
  }

  /// `to 5 decimals; further digits are cut off`
  private func digits(_ options: RunOptions) -> String {
    "to \(counted(options.decimals ?? lesson.digits.decimals, "decimal")); further digits are "
      + (lesson.digits.areCutOff ? "cut off" : "rounded")
  }
}
