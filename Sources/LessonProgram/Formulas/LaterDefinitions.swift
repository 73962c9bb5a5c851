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
  /// The names that the formula of another one mentions.
  private var mentions: [Name: Set<Name>] = [:]
  /// Those of optimizers and of functions.
  private var optimizers: Set<Name> = []

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

  /// Whether `name` is first defined below `range`.
  func defines(_ name: Name, below range: SourceRange) -> Bool {
    places[name].map { $0.lowerBound > range.lowerBound } ?? false
  }

  /// Whether `name` is first defined as an optimizer below `range`.
  func isOptimizer(_ name: Name, below range: SourceRange) -> Bool {
    defines(name, below: range) && optimizers.contains(name)
  }

  /// Whether the formula of `name`, or one that it mentions, mentions `other`.
  func needs(_ name: Name, _ other: Name) -> Bool {
    _ = places
    var (waiting, seen) = ([name], Set<Name>())
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted, let names = mentions[next] else { continue }
      if names.contains(other) { return true }
      waiting += names
    }
    return false
  }

  private func read() -> [Name: SourceRange] {
    var places: [Name: SourceRange] = [:]
    for part in document.parts {
      guard case .block(.cell(let cell)) = part.content else { continue }
      switch cell.kind {
      case .calc:
        for statement in parseCalc(document.file, cell.body).statements {
          for identifier in statement.definedIdentifiers { note(identifier, in: &places) }
          if case .optimizer(let name, _) = statement.kind { optimizers.insert(Name(name.text)) }
          if case .formula(let target, let value, _) = statement.kind {
            mentions[Name(target.name.text), default: []].formUnion(
              (value.allNames + value.mentionedElements.map(\.family.text)).map { Name($0) })
          }
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
