import Algebra
import Diagnostics
import LessonDocument
import LessonLanguage

/// Where the names of a lesson are defined, whether that has been read or not: what is mentioned too early is defined
/// somewhere.
///
/// It is looked for only once something is wrong; then all cells are read for it, once.
final class LaterDefinitions {
  private let document: LessonDocument
  private lazy var places: [Name: SourceRange] = read()

  /// The definitions of a lesson, of which nothing is read yet.
  init(of document: LessonDocument) { self.document = document }

  /// What is said where a name is first defined below `range`; `nil` where it is not.
  func advice(for name: Name, below range: SourceRange) -> Diagnostic.Advice? {
    guard let place = places[name], place.lowerBound > range.lowerBound else { return nil }
    return document.file.lineIndex(of: place.lowerBound) == document.file.lineIndex(of: range.lowerBound)
      ? .init("it is defined behind this place: what is mentioned comes first")
      : .init(
        "what defines it belongs above this line: a lesson is read from its top",
        notes: [.init("defined", at: place)])
  }

  private func read() -> [Name: SourceRange] {
    var places: [Name: SourceRange] = [:]
    for part in document.parts {
      guard case .block(.cell(let cell)) = part.content else { continue }
      switch cell.kind {
      case .calc:
        for identifier in parseCalc(document.file, cell.body).statements.flatMap(\.definedIdentifiers) {
          note(identifier, in: &places)
        }
      case .data:
        let words = document.file[cell.argumentRange].split(separator: " ")
        if let word = words.first, words.count == 1 {
          note(Identifier(String(word), at: cell.argumentRange), in: &places)
        }
      default: break
      }
    }
    return places
  }

  private func note(_ identifier: Identifier, in places: inout [Name: SourceRange]) {
    let name = Name(identifier.text)
    if places[name] == nil { places[name] = identifier.range }
  }
}
