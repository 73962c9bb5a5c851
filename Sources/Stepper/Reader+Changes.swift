import Diagnostics
import LessonRuntime
import Prose
import Transcript
import Tutor

// What if a number that is given were another one.

extension Reader {
  /// Gives a number another value, and shows what follows from it so far.
  mutating func change(_ text: String) {
    let typed = Action.command.prompt.map { $0 + text }
    let setting: RunOptions.Setting
    switch page.run.standpoint(afterPart: position.part).change(text) {
    case .success(let change): setting = change
    case .failure(let refusal):
      notes.append(Note(typed: typed, content: .parts(refusal.parts)))
      return
    }
    let old = page
    let index = step
    let changed = changes.filter { $0.name != setting.name } + [setting]
    let new = newPage(with: changed)
    guard let position = counterpart(of: position, on: new) else {
      let reason = new.run.diagnostics.first?.message ?? "the lesson stops before this step"
      let remark = Transcript.Part.sentence("This cannot be: with that number \(reason).")
      notes.append(Note(typed: typed, content: .parts([remark])))
      return
    }
    if changes.isEmpty { ownQuestions = questions }
    // With other numbers they are other questions.
    questions = [:]
    page = new
    changes = changed
    self.position = position
    let remarks = new.run.changes(from: old.run, afterStatement: index, by: setting)
    notes.append(Note(typed: typed, content: .parts(remarks)))
  }

  /// Gives all numbers their own values again.
  mutating func reset() {
    let typed = Action.command.prompt.map { $0 + "reset" }
    guard !changes.isEmpty else {
      notes.append(.sentence("No number has been changed.", typed: typed))
      return
    }
    let position = counterpart(of: position, on: ownPage)
    page = ownPage
    questions = ownQuestions
    changes = []
    self.position = position ?? self.position
    notes.append(.sentence("All numbers are the lesson's own again.", typed: typed))
  }

  private func newPage(with changes: [RunOptions.Setting]) -> Page {
    var options = options
    options.settings = options.settings.filter { own in !changes.contains { $0.name == own.name } } + changes
    return Page(StepwiseRun(lesson, options, besides: ownPage.run), style.renderer, like: page)
  }

  /// The same place on another page; `nil` where the lesson stops before it.
  private func counterpart(of position: ReadingPosition, on other: Page) -> ReadingPosition? {
    position.part >= 0 ? other.position(of: page.place(at: position)) : position
  }
}
