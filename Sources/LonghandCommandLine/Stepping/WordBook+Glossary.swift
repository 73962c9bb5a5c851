import LessonStyle
import Stepper

extension WordBook {
  /// The words in the folder of a lesson.
  init(of source: LessonSource, _ call: CommandCall) {
    self.init { word in
      guard case .file(let lesson) = source.origin,
        let glossary: Glossary = try? call.list(
          in: lesson.sibling(named: GlossaryFiles.usualName), Glossary.reading)
      else { return WordBook.none.explanation(word) }
      if let term = glossary.term(word) {
        return [term.names, term.explanation, term.placeWithoutTitle]
      }
      let hint = glossary.nearestSpelling(to: word).map { "did you mean `:help \($0)`?" }
      return [
        "`\(word)` is no word of the course: "
          + (hint ?? "`longhand help words` lists them all, and `:why` tells of values.")
      ]
    }
  }
}
