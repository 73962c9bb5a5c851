import Algebra
import Diagnostics
import Prose
public import Transcript

/// What is said to something that a reader has typed: parts as they stand in a transcript.
public struct Remarks: Sendable {
  /// What is said.
  public var parts: [Transcript.Part]
  /// Whether what was typed could not be done.
  public var isRefusal: Bool

  /// An answer.
  init(_ parts: [Transcript.Part]) {
    self.parts = parts
    isRefusal = false
  }

  /// An answer of worked lines.
  init(_ lines: [Line]) {
    self.init([.step(Step(name: "", lines: lines))])
  }

  /// A refusal.
  init(_ refusal: Refusal) {
    parts = refusal.parts
    isRefusal = true
  }
}

/// Why something that a reader has typed cannot be done.
public struct Refusal: Error, Sendable {
  /// What is wrong, the typed line with a caret under the place, and what to do about it.
  public var parts: [Transcript.Part]

  /// A refusal in parts.
  init(_ parts: [Transcript.Part]) { self.parts = parts }

  /// A refusal in words, names in backquotes.
  init(_ message: String) { parts = [.sentence(message)] }

  /// What is wrong with a typed text, at its place.
  ///
  /// - Parameter place: how the places of the lesson are told that notes speak of, as in `in step 12`; without it notes are
  ///   of no use to who reads.
  init(_ diagnostic: Diagnostic, in file: SourceFile, place: ((SourceRange) -> String)? = nil) {
    parts = [.sentence(diagnostic.message)]
    if diagnostic.range != nil {
      // The heading names a file, and there is none.
      let excerpt = diagnostic.text(in: file).split(separator: "\n", omittingEmptySubsequences: false)
        .dropFirst().prefix(2)
      parts.append(.prose(.verbatim(language: "", lines: excerpt.map(String.init))))
    }
    if let hint = diagnostic.hint { parts.append(.sentence(hint)) }
    if let place {
      parts += diagnostic.notes.map { .sentence("\($0.event) \(place($0.range))") }
    }
  }
}

extension Transcript.Part {
  /// A paragraph of a text in which code stands in backquotes.
  public static func sentence(_ text: String) -> Transcript.Part { .prose(.paragraph(spans(of: text))) }

  private static func spans(of text: String) -> [ProseSpan<Number>] {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    // A backquote that is not closed stands for itself.
    guard pieces.count % 2 == 1 else { return [.text(text)] }
    return pieces.enumerated().filter { !$0.element.isEmpty }.map { index, piece in
      index % 2 == 1 ? .code(String(piece)) : .text(String(piece))
    }
  }
}
