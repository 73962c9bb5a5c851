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
  /// Whether a value of the lesson is called `e`, or the elements of a family are.
  let hasValueCalledE: Bool
  /// What is carried out; nothing where something is wrong.
  package var instructions: [Instruction] = []
  /// What is wrong with the lesson, or comes of the numbers that are put in.
  package var diagnostics: [Diagnostic] = []

  /// The lesson's file.
  var file: SourceFile { document.file }

  /// The line of the lesson on which something stands, from 1.
  func line(of range: SourceRange) -> Int { file.location(of: range.lowerBound).line }

  /// Where something stands for who steps through the lesson, and sees no lines of it: `in step 12`.
  package func step(of range: SourceRange) -> String {
    let step = instructions.lastIndex { $0.range.lowerBound <= range.lowerBound } ?? 0
    return "in step \(step + 1)"
  }

  /// The names that are known once so many statements are carried out, and which of them are stale.
  package func scope(afterStatements count: Int = .max) -> Scope {
    Resolver(document, settings: settings, data: data, upTo: count).scope
  }

  /// A runner that has carried nothing out yet.
  package func runner() -> Runner {
    let matter = document.frontMatter
    var runner = Runner(
      transcript: Transcript(
        lesson: lesson, title: matter.title, sources: matter.sources, hasValueCalledE: hasValueCalledE),
      file: document.file, style: style, settings: settings, seed: matter.seed, work: WorkBound(limits))
    runner.watch = watch
    return runner
  }
}
