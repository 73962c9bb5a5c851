import Diagnostics
import LessonLanguage
import TestSupport
import Testing

/// Text that is wrong, with the place that is told between `⟦` and `⟧`, and what is told.
struct ErrorExample: Sendable, CustomTestStringConvertible {
  let marked: String
  let message: String
  let hint: String?
  let note: MarkedNote?

  init(_ marked: String, _ message: String, hint: String? = nil, note: MarkedNote? = nil) {
    self.marked = marked
    self.message = message
    self.hint = hint
    self.note = note
  }

  var testDescription: String { marked }

  /// The file without the marks.
  var file: SourceFile { MarkedSource(marked).file }

  /// Expects that `found` is exactly what the example says.
  func expect(_ found: [Diagnostic], sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let expected = ([marked, message] + (hint.map { ["hint: \($0)"] } ?? [])).joined(separator: "\n")
    #expect(found.map { $0.summary(in: file) } == [expected], sourceLocation: sourceLocation)
    let range = note.flatMap { $0.range(in: file[file.whole]) }.map {
      SourceRange($0.lowerBound, $0.upperBound)
    }
    let notes = note.flatMap { note in range.map { Diagnostic.Note(note.event, at: $0) } }
    #expect(found.flatMap(\.notes) == [notes].compactMap(\.self), sourceLocation: sourceLocation)
    #expect(found.allSatisfy { $0.kind == .error }, sourceLocation: sourceLocation)
  }
}

extension Diagnostic {
  /// Everything that it says, in lines: the marked source, the message, the hint.
  fileprivate func summary(in file: SourceFile) -> String {
    ([file.marking(range), message] + (hint.map { ["hint: \($0)"] } ?? [])).joined(separator: "\n")
  }
}
