import LessonRuntime
import Rendering
import Transcript

extension OutputFormat {
  /// A picture of one value's computation graph.
  static let svg = OutputFormat(
    name: "svg", endings: ["svg"],
    text: { lesson, _ throws(Failure) in
      let transcript = lesson.transcript
      return try lesson.graph().map {
        GraphRenderer(callsExp: transcript.hasValueCalledE).text(of: $0, lesson: transcript.lesson)
      } ?? ""
    },
    opening: { GraphText.opening(of: $0, endingWith: "\" class=") }, separator: "", showsGraph: true,
    isOfOneValue: true)

  /// The same graph, for programs that lay graphs out.
  static let dot = OutputFormat(
    name: "dot", endings: ["dot", "gv"],
    text: { lesson, _ throws(Failure) in
      let transcript = lesson.transcript
      return try lesson.graph().map {
        DOTRenderer(callsExp: transcript.hasValueCalledE).text(of: $0, lesson: transcript.lesson)
      } ?? ""
    },
    opening: { GraphText.opening(of: $0, endingWith: "\n") }, separator: "", showsGraph: true,
    isOfOneValue: true)
}

/// The text of a graph.
private enum GraphText {
  /// The text up to the first of these characters, and with them: a graph of the same lesson begins with that.
  static func opening(of text: String, endingWith end: String) -> String {
    text.firstRange(of: end).map { String(text[..<$0.upperBound]) } ?? text
  }
}

extension WorkedLesson {
  /// The computation graph that was asked for; `nil` where the lesson stopped before.
  func graph() throws(Failure) -> ComputationGraph? {
    switch run.graph {
    case .success(let graph): return graph
    case .failure(let refusal):
      throw .unknown("\(source.name): \(refusal.message)", nearest: refusal.nearest, otherwise: refusal.hint)
    case nil: return nil
    }
  }
}
