import Diagnostics
import LessonDocument
import LessonStyle
import PlainText

/// What is printed of the words of a course.
struct GlossaryPages {
  /// The words.
  let glossary: Glossary
  private let course: Course
  private let call: CommandCall
  private let width: Int

  /// The widest that words are laid out: they are read, not looked at.
  private static let widest = 80

  /// The words of the course that is asked for.
  ///
  /// - Throws: that there is no course, that it has no list of words, or what is wrong with the list.
  init(_ request: Topic.Request) throws(Failure) {
    call = request.call
    course = try call.course.get()
    width = min(request.display.width, Self.widest)
    let file = course.file(named: GlossaryFiles.usualName)
    guard file.exists else {
      throw .usage(
        "there is no list of words, `\(file.shownPath)`",
        hint: "`longhand help format` says how one is written")
    }
    glossary = try call.list(in: file, Glossary.reading)
  }

  /// The term that is meant by some words.
  func term(_ words: [String]) -> Term? { glossary.term(words.joined(separator: " ")) }

  /// All words, each with what it means and the name of its lesson.
  var list: String {
    let column = WordColumn(of: glossary.terms.map(\.word.harmlessLine), width: width)
    let lines = glossary.terms.flatMap { term in
      column.lines(term.word.harmlessLine, ["\(term.explanation) (\(term.lesson))".harmlessLine])
    }
    return lined(
      lines + [""] + wrapped("The lesson that explains a word stands behind it in parentheses.", width: width)
    )
  }

  /// A word on a page of its own.
  func page(_ term: Term) -> String {
    return lined(
      [term.names, term.explanation, place(of: term)]
        .flatMap { wrapped($0.harmlessLine, width: width) })
  }

  /// Which lesson explains a term, and how it is opened.
  private func place(of term: Term) -> String {
    guard let lesson = course.lesson(named: term.lesson),
      let file = try? call.file(of: LessonSource(lesson))
    else { return term.placeWithoutTitle }
    let title = LessonDocument(reading: file).frontMatter.title
    return "The lesson “\(title)” explains it: `longhand step \(lesson.name)`"
  }

  private func lined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}

extension Term {
  /// The word, and behind it the other spellings.
  var names: String {
    otherSpellings.isEmpty ? word : word + ", or " + otherSpellings.joined(separator: ", ")
  }

  /// Which lesson explains it.
  var placeWithoutTitle: String { "It is explained in the lesson `\(lesson)`." }
}
