package import Algebra
package import Diagnostics
import Engine
package import LessonDocument
package import LessonProgram
package import PrintedNumbers
import Transcript

/// What a run begins from: the instructions of a lesson, with the numbers that replace given ones put in.
package struct RunPlan {
  /// The lesson as it is written.
  package let document: LessonDocument
  /// Its name.
  let lesson: String
  /// How numbers are shortened for show.
  package let style: NumberStyle
  /// The numbers that replace given ones.
  package let settings: [Name: Number]
  /// The rows that replace those of data.
  let data: [DataSet]
  /// The bounds of the run.
  let limits: WorkBound.Limits
  /// Who waits for it.
  let watch: RunWatch
  /// The variant of which the numbers are.
  package let variant: String?
  /// Whether a value of the lesson is called `e`, or the elements of a family are.
  let hasValueCalledE: Bool
  /// What is carried out; nothing where something is wrong.
  package var instructions: [Instruction] = []
  /// Whether the instructions are the lesson's own, and no number that is put in has led to others.
  package var isAsWritten = true
  /// How they are arranged, where they are an exercise.
  var arrangement: Arrangement?
  /// What is wrong with the lesson, or comes of the numbers that are put in.
  package var diagnostics: [Diagnostic] = []

  /// The same as a transcript tells it.
  var shownSettings: Transcript.Settings {
    Transcript.Settings(
      decimals: style.decimals, variant: variant,
      numbers: settings.sorted { $0.key.text < $1.key.text }.map { NamedNumber(.name($0.key), $0.value) },
      data: data.map { set in
        Transcript.Settings.Rows(
          name: set.name.text, source: set.source ?? "", columns: set.columns.map(\.text), rows: set.rows)
      })
  }

  /// The lesson's file.
  var file: SourceFile { document.file }

  /// Where something stands for who steps through the lesson, and sees no lines of it: `in step 12`.
  package func step(of range: SourceRange) -> String {
    let step = instructions.lastIndex { $0.range.lowerBound <= range.lowerBound } ?? 0
    return "in step \(step + 1)"
  }

  /// An interpreter that has carried nothing out yet.
  ///
  /// - Parameter keepsTrace: whether the numbers can be had as they were.
  package func interpreter(keepsTrace: Bool = false) -> Interpreter {
    Interpreter(self, keepsTrace: keepsTrace)
  }
}
