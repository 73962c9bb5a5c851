import Algebra
import LessonRuntime
import Prose
import Transcript
import Tutor

// Values that a reader keeps in view.

extension Reader {
  /// No more values are kept in view.
  private static let maxPins = 100

  /// Keeps a value in view; one that is kept already no longer.
  mutating func pin(_ text: String) {
    let typed = Action.pin.prompt.map { $0 + text }
    guard exercise == nil else {
      add(.sentence(Self.noValuesInExercises, typed: typed))
      return
    }
    guard !text.isEmpty else {
      add(.sentence("Type a name, or an expression such as \(lesson.typingExamples.product)."))
      return
    }
    switch page.run.standpoint(afterPart: lastWholePart).subjects(of: text) {
    case .failure(let refusal): add(Note(typed: typed, content: .parts(refusal.parts)))
    case .success(let subjects) where subjects.allSatisfy(pins.contains):
      pins.removeAll(where: subjects.contains)
      add(.sentence("`\(text)` is no longer kept in view.", typed: typed))
    case .success(let subjects):
      let new = subjects.filter { !pins.contains($0) }
      guard pins.count + new.count <= Self.maxPins else {
        add(.sentence("More than \(Self.maxPins) values cannot be kept in view.", typed: typed))
        return
      }
      pins += new
      add(.sentence("`\(text)` is kept in view; `:pin \(text)` again lets go of it.", typed: typed))
    }
  }

  /// Tells the values that are in view; at a window they are shown beside the page, or no longer.
  mutating func showValues() {
    if exercise != nil {
      notes = [.sentence(Self.noValuesInExercises)]
    } else if tellsValues {
      add(Note(content: .parts(valuesInView.parts)))
    }
  }

  private static let noValuesInExercises =
    "In an exercise no values are kept in view: they are yours to find."

  /// Draws the network with its numbers here.
  mutating func drawNetwork() {
    guard let command = page.run.standpoint(afterPart: position.part).commandDrawingNetwork else {
      add(.sentence("No formula so far multiplies values by weights, so there is no network to draw."))
      return
    }
    work(on: command)
  }

  /// The values that are in view where the reader stands.
  var valuesInView: ValuesInView {
    let standpoint = page.run.standpoint(afterPart: lastWholePart)
    let heading = page.headings(through: position.part).last
    let ofSection = standpoint.subjects(behindPart: (heading ?? 0) - 1)
    let inSection = Set(ofSection)
    let earlier = standpoint.subjects(behindPart: -1).filter { !inSection.contains($0) }
    let others = (earlier + ofSection).filter { !pins.contains($0) }
    return ValuesInView(
      pinned: standpoint.values(of: pins), others: standpoint.values(of: others.suffix(Self.maxPins)),
      count: pins.count + others.count)
  }

  /// The last part of which all is shown: what is still to come of one is not told by the way.
  private var lastWholePart: Int {
    position.part >= 0 && position != page.end(of: position.part) ? position.part - 1 : position.part
  }
}

/// The values that are in view at a place.
struct ValuesInView {
  /// Those that the reader has asked for.
  let pinned: [ValueInView]
  /// The last of the others; those at the end have come to be, or have become others, in the section.
  let others: [ValueInView]
  /// How many there are in all.
  let count: Int

  /// The same as a part of a page.
  var parts: [Transcript.Part] { Self.parts(of: pinned + others) }

  /// Values as a part of a page: each with its number, and what that was before the last change.
  static func parts(of values: [ValueInView]) -> [Transcript.Part] {
    guard !values.isEmpty else { return [.sentence(none)] }
    let table = Table(
      header: ["value", "now", "before"].map { .words($0) }, rows: values.map(\.row))
    return [.step(Step(name: "", lines: [Line(.table(table))]))]
  }

  /// The same in few rows: `←` stands before what the last change has made.
  static func shortParts(of values: [ValueInView]) -> [Transcript.Part] {
    guard !values.isEmpty else { return [.sentence(none)] }
    let results = values.compactMap { value in
      value.number.map { NamedNumber(value.subject, $0, relation: value.was == nil ? .equals : .becomes) }
    }
    func named(_ values: [ValueInView]) -> String {
      values.map { $0.subject.text(.unicode) }.joined(separator: ", ")
    }
    let changed = values.compactMap { value in
      value.was.map { "\(value.subject.text(.unicode)) \($0.text ?? "")" }
    }
    let (unknown, stale) = (values.filter { $0.number == nil }, values.filter(\.isStale))
    let remarks =
      (changed.isEmpty ? [] : ["before: " + changed.joined(separator: ", ")])
      + (unknown.isEmpty ? [] : ["not known yet: " + named(unknown)])
      + (stale.isEmpty ? [] : ["not worked out since the change: " + named(stale)])
    let remark = remarks.isEmpty ? nil : Equation.Remark.words(remarks.joined(separator: "; "))
    return [.step(Step(name: "", lines: [Line(.results(results, remark: remark))]))]
  }

  /// What is said where there are none.
  private static let none = "No value is known yet."
}

extension ValueInView {
  /// Its row in a table.
  fileprivate var row: [Table.Cell] {
    let now: Table.Cell = number.map { .number($0) } ?? .words("not known yet")
    let before: Table.Cell = was.map { .number($0) } ?? .words(isStale ? "not worked out since" : "")
    return [.formula(subject), now, before]
  }
}
