import Algebra
import Prose
import Rendering
import Testing
import Transcript

@Suite("Answers to questions") struct AnswersTests {
  private static func transcript(_ answers: Transcript.Answers) -> Transcript {
    let question = Question(
      number: 1, text: [.text("How large is it?")],
      kind: .number(
        Question.NumberAnswer(
          formula: formula("∂E/∂w"), shown: number("0.4711"), value: 0.4711, digits: 4,
          accepted: [number("0.4711")],
          mistakes: [.init(formula: formula("w"), shown: number("0.0815"), value: 0.0815, reason: nil)])),
      hints: [[.text("A hint of 0.2342.")]], reason: [.text("The reason is 0.1789.")], line: 3)
    let choice = Question(
      number: 2, text: [.text("Which?")],
      kind: .choice([
        .init(isRight: true, text: [.text("the left one")], reason: [.text("it is 0.3333")]),
        .init(isRight: false, text: [.text("the right one")], reason: nil),
      ]), hints: [], reason: nil, line: 9)
    var transcript = Transcript(
      lesson: "a", title: "A lesson", sources: [],
      parts: [.prose(.paragraph([.text("Prose of the lesson.")])), .question(question), .question(choice)])
    transcript.settings.decimals = 5
    transcript.answers = answers
    return transcript
  }

  private static let formats: [(name: String, text: @Sendable (Transcript) -> String)] = [
    ("text", { TextRenderer().text(of: $0) }), ("HTML", { PageRenderer().text(of: $0) }),
    ("Markdown", { MarkdownRenderer().text(of: $0) }),
    ("LaTeX", { LaTeXRenderer(isStandalone: false).text(of: $0) }),
    ("notebook", { NotebookRenderer().text(of: $0, preamble: "import math", code: []) }),
    ("JSON", { TraceRenderer().text(of: $0) }),
  ]
  /// What only who has the answers knows.
  private static let secrets = ["0.4711", "0.0815", "0.2342", "0.1789", "0.3333"]

  @Test(arguments: formats.map(\.name)) func `stand at the end, nowhere, or alone`(format: String) throws {
    let write = try #require(Self.formats.first { $0.name == format }).text
    let (end, none, only) = (
      write(Self.transcript(.end)), write(Self.transcript(.none)), write(Self.transcript(.only))
    )
    for secret in Self.secrets {
      #expect(end.contains(secret) && only.contains(secret), "\(secret)")
      #expect(!none.contains(secret), "\(secret)")
    }
    for text in ["Prose of the lesson.", "How large is it?", "the right one"] {
      #expect(end.contains(text) && none.contains(text), "\(text)")
    }
    #expect(!only.contains("Prose of the lesson.") && only.contains("A lesson"))
    #expect(!none.contains("#answer-1"))
  }
}
