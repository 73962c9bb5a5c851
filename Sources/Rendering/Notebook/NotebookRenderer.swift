internal import Algebra
internal import PlainText
internal import Prose
public import Transcript

/// Writes transcripts as notebooks for Jupyter (nbformat 4.5): the working as Markdown, and below each step code that computes the same
/// numbers, with what it prints.
///
/// The same transcript and code give the same text every time: a cell's id is made of its step's name and its place.
public struct NotebookRenderer: Hashable, Sendable {
  /// What every notebook begins with.
  public static let opening = "{\n \"cells\": ["

  /// The renderer; it has nothing to be set.
  public init() {}

  /// The notebook of a transcript; exactly one line feed ends it.
  ///
  /// - Parameters:
  ///   - transcript: What is shown.
  ///   - preamble: The code that all cells need; it is folded away.
  ///   - code: The cells, in the order of the parts.
  public func text(of transcript: Transcript, preamble: String, code: [NotebookCode]) -> String {
    let page = MarkdownPage(callsExp: transcript.hasValueCalledE)
    var cells: [JSONValue] = []
    func add(_ parts: [[String]], _ name: String) {
      let text = parts.reduce([], MarkdownPage.joined).joined(separator: "\n\n")
      guard !text.isEmpty else { return }
      cells.append(
        .members([
          ("cell_type", .string("markdown")), ("id", id(name, cells.count)), ("metadata", .object([])),
          ("source", .string(text)),
        ]))
    }
    let parts = transcript.shownParts.map(page.blocks)
    var done = 0
    if let variant = transcript.settings.variant {
      add([[MarkdownText.escaped("variant \(variant)")]], "variant")
    }
    if !transcript.beginsWithHeading {
      add([page.heading(level: 1, MarkdownText.escaped(transcript.title))], "title")
    }
    if !preamble.isEmpty, transcript.answers != .only {
      cells.append(
        cell(
          NotebookCode(parts: 0..<0, name: "preamble", source: preamble.trimmedEnd, output: ""), cells.count,
          isHidden: true))
    }
    for piece in code where transcript.answers != .only {
      if piece.parts.lowerBound > done { add(Array(parts[done..<piece.parts.lowerBound]), "text") }
      let upper = max(piece.parts.upperBound, done)
      add(Array(parts[max(done, piece.parts.lowerBound)..<upper]), piece.name)
      done = upper
      cells.append(cell(piece, cells.count))
    }
    add(Array(parts[done...]), "text")
    add([page.blocks(ofAnswersTo: transcript.answeredQuestions)], "answers")
    let lines = cells.map { "  " + $0.line }.joined(separator: ",\n")
    return "\(Self.opening)\n\(lines)\n ],\n \"metadata\": \(Self.metadata.line),\n"
      + " \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n"
  }

  /// The notebook of a sheet: each step with an empty cell below it, in which the sums can be done; exactly one line feed ends it.
  public func text(ofSheet transcript: Transcript) -> String {
    let steps = transcript.parts.indices.filter { index in
      if case .step(let step) = transcript.parts[index] { !step.lines.isEmpty } else { false }
    }
    let code = steps.map { NotebookCode(parts: $0..<$0 + 1, name: "work", source: "", output: "") }
    return text(of: transcript, preamble: "", code: code)
  }

  private func cell(_ code: NotebookCode, _ place: Int, isHidden: Bool = false) -> JSONValue {
    let outputs: [JSONValue] =
      code.output.isEmpty
      ? []
      : [
        .members([
          ("name", .string("stdout")), ("output_type", .string("stream")), ("text", .string(code.output)),
        ])
      ]
    let hidden: JSONValue = .members([
      ("jupyter", .members([("source_hidden", .bool(true))])), ("tags", .array([.string("hide-input")])),
    ])
    return .members([
      ("cell_type", .string("code")), ("execution_count", .null), ("id", id(code.name, place)),
      ("metadata", isHidden ? hidden : .object([])), ("outputs", .array(outputs)),
      ("source", .string(code.source)),
    ])
  }

  /// Letters and digits of the name, and the place, which tells it from all others.
  private func id(_ name: String, _ place: Int) -> JSONValue {
    let words = name.unicodeScalars.split { !("a"..."z" ~= $0 || "A"..."Z" ~= $0 || "0"..."9" ~= $0) }
    let text = words.map { String($0) }.joined(separator: "-").prefix(40)
    return .string("\(place)" + (text.isEmpty ? "" : "-\(text)"))
  }

  private static let metadata: JSONValue = .members([
    (
      "kernelspec",
      .members([
        ("display_name", .string("Python 3")), ("language", .string("python")), ("name", .string("python3")),
      ])
    ),
    (
      "language_info",
      .members([
        ("file_extension", .string(".py")), ("mimetype", .string("text/x-python")),
        ("name", .string("python")),
      ])
    ),
  ])
}

extension String {
  /// The text without line feeds at its end.
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
