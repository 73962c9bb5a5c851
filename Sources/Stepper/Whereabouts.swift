import LessonRuntime
import Transcript
import Tutor

/// Where in a lesson a reader is.
struct Whereabouts {
  /// The lesson's name.
  var lesson: String
  /// The step that is shown last, from 1.
  var step: Int
  /// How many steps the lesson has.
  var stepCount: Int
  /// The section in which it is; `nil` above the first heading.
  var section: Section?

  /// What stands from one heading to the next.
  struct Section {
    /// Its heading.
    var name: String
    /// Which section it is, from 1.
    var number: Int
    /// How many sections the lesson has.
    var sectionCount: Int
    /// Which step behind its heading is shown last, from 1; 0 where nothing stands behind it.
    var step: Int
    /// How many steps stand behind its heading.
    var stepCount: Int

    /// The step among those of the section: `2/5`; `nil` where there is none.
    var part: String? { step > 0 ? "\(step)/\(stepCount)" : nil }
  }

  /// The step among all: `3/120`.
  var part: String { "\(step)/\(stepCount)" }

  /// How much of the lesson is shown, rounded down.
  var percent: Int { stepCount == 0 ? 100 : min(step, stepCount) * 100 / stepCount }

  /// All of it in words.
  var words: String {
    var words = "Step \(step) of \(stepCount), \(percent) % of \(lesson)."
    if let section {
      words += " Section \(section.number) of \(section.sectionCount), \(section.name)"
      words += section.step > 0 ? ": step \(section.step) of \(section.stepCount)." : "."
    }
    return words
  }
}

extension Reader {
  /// Where the reader is.
  var whereabouts: Whereabouts {
    let headings = steps.indices.filter { steps[$0].kind == .heading }
    var section: Whereabouts.Section?
    if let index = headings.lastIndex(where: { $0 <= step }) {
      let end = headings.dropFirst(index + 1).first ?? steps.count
      // With other numbers a lesson may have more steps than it has as it is written.
      let count = end - headings[index] - 1
      section = Whereabouts.Section(
        name: steps[headings[index]].name, number: index + 1, sectionCount: headings.count,
        step: min(step - headings[index], count), stepCount: count)
    }
    return Whereabouts(
      lesson: page.run.transcript.lesson, step: step + 1, stepCount: steps.count, section: section)
  }
}
