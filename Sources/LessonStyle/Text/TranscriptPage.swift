import Algebra
import Prose
import Rendering
import Transcript

/// A transcript as it lies on a page of 80 columns: how long its parts are, and what is printed just above a question.
struct TranscriptPage {
  /// What lies on the page.
  private let transcript: Transcript

  /// The columns of the page.
  private static let width = 80

  /// The page of `transcript`.
  init(_ transcript: Transcript) { self.transcript = transcript }

  /// How many lines there are.
  var lineCount: Int {
    TextRenderer(width: Self.width).text(of: transcript).utf8.count { $0 == UInt8(ascii: "\n") }
  }

  /// How many lines each paragraph of the prose takes, in reading order.
  var paragraphLengths: [Int] {
    transcript.parts.flatMap { part -> [Int] in
      guard case .prose(let block) = part else { return [] }
      return block.pieces().filter { $0.kind == .paragraph }.map { piece in
        var layout = PageLayout(TextRenderer(width: Self.width - piece.indentation), title: "")
        return layout.add(.prose(.paragraph(piece.spans))).allLines.count
      }
    }
  }

  /// The line on which something is worked out for the first time, from 1; `nil` where nothing is.
  var firstWorkedLine: Int? {
    var layout = PageLayout(TextRenderer(width: Self.width), title: transcript.title)
    var above = 0
    for part in transcript.parts {
      if case .step(var step) = part, let worked = step.lines.firstIndex(where: \.content.isWorked) {
        // An empty line stands before the step, and the worked line behind those above it in the step.
        step.lines.removeSubrange(worked...)
        let inStep = layout.add(.step(step)).allLines.count
        return above + (inStep > 0 ? inStep : step.isJoined ? 0 : 1) + 1
      }
      above += layout.add(part).allLines.count
    }
    return nil
  }

  /// The text of the step before a question, and of the prose between the two; empty where there is none.
  func textAbove(_ question: Question) -> String {
    let index = transcript.parts.firstIndex { part in
      if case .question(let other) = part { other.number == question.number } else { false }
    }
    var parts: [Transcript.Part] = []
    for part in transcript.parts[..<(index ?? 0)].reversed() {
      if case .question = part { break }
      parts.append(part)
      if case .step = part { break }
    }
    return parts.reversed().flatMap { part in
      var layout = PageLayout(TextRenderer(width: Self.width), title: "")
      return layout.add(part).allLines
    }
    .joined(separator: "\n")
  }
}

extension Line.Content {
  /// Whether something is worked out in it, and not only given, drawn or said.
  fileprivate var isWorked: Bool {
    switch self {
    case .equation, .table, .path, .results, .matrix: true
    case .givens, .network, .plot, .check, .remark, .comment, .blank: false
    }
  }
}
