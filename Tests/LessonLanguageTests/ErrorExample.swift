import Diagnostics
import LessonLanguage
import Testing

/// Text that is wrong, with the place that is told between `⟦` and `⟧`, and what is told.
struct ErrorExample: Sendable, CustomTestStringConvertible {
  let marked: String
  let message: String
  let hint: String?

  init(_ marked: String, _ message: String, hint: String? = nil) {
    self.marked = marked
    self.message = message
    self.hint = hint
  }

  var testDescription: String { marked }

  /// The file without the marks.
  var file: SourceFile { MarkedSource(marked).file }

  /// Expects that `found` is exactly what the example says.
  func expect(_ found: [Diagnostic], sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let expected = ([marked, message] + (hint.map { ["hint: \($0)"] } ?? [])).joined(separator: "\n")
    #expect(found.map { $0.summary(in: file) } == [expected], sourceLocation: sourceLocation)
    #expect(found.allSatisfy { $0.kind == .error }, sourceLocation: sourceLocation)
  }
}

extension Diagnostic {
  /// Everything that it says, in lines: the marked source, the message, the hint.
  fileprivate func summary(in file: SourceFile) -> String {
    ([file.marking(range), message] + (hint.map { ["hint: \($0)"] } ?? [])).joined(separator: "\n")
  }
}
