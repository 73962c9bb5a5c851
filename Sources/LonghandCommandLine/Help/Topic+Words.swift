import LessonStyle

extension Topic {
  /// `longhand help words`
  static let words = Topic(
    name: "words", summary: "The words that the course explains, each with its lesson.", takesWords: true
  ) { request in
    let pages = try GlossaryPages(request)
    guard !request.words.isEmpty else { return pages.list }
    if let term = pages.term(request.words) { return pages.page(term) }
    let word = request.words.joined(separator: " ")
    throw Failure.unknown(
      "`\(word)` is no word of the course", nearest: pages.glossary.nearestSpelling(to: word),
      otherwise: "`longhand help words` lists them all")
  }
}
