import Algebra
import Diagnostics
import Engine
import LessonDocument
import LessonLanguage
import LessonProgram
import PlainText
import Prose

/// A step of a lesson as a reader meets it, known before anything is worked out.
public struct LessonStep: Hashable, Sendable {
  /// What people call it: the value that it defines, the statement, `question 2`, the first words of prose.
  ///
  /// No two steps of a lesson have the same: the second `forward` is `forward (2)`.
  public let name: String
  /// How it is written in the lesson, without the empty lines around it.
  public let text: String
  /// How many steps before it are written in the same way.
  public let repetition: Int
  /// What it is.
  public let kind: Kind
  /// The values that it defines or gives, in order.
  public let definedNames: [String]

  /// What a step is.
  public enum Kind: Sendable {
    /// A heading, with which a section begins.
    case heading
    /// Running text.
    case prose
    /// Something that is worked out or shown.
    case statement
    /// A question to the reader.
    case question
  }

  /// A step with all that is known of it.
  public init(
    name: String, text: String, repetition: Int = 0, kind: Kind, definedNames: [String] = []
  ) {
    self.name = name
    self.text = text
    self.repetition = repetition
    self.kind = kind
    self.definedNames = definedNames
  }
}

extension Lesson {
  /// The steps of the lesson in reading order: the nth is that of the nth instruction.
  ///
  /// Of a lesson with errors, those that could be read. Cost: O(n).
  public var steps: [LessonStep] {
    var repetitions: [String: Int] = [:]
    var names = DistinctNames()
    return instructions.map { instruction in
      let text = document.file[instruction.kind.written ?? instruction.range].trimmed
      let repetition = repetitions[text, default: -1].next()
      return LessonStep(
        name: names.next(name(of: instruction)), text: text, repetition: repetition,
        kind: instruction.kind.stepKind, definedNames: instruction.kind.definedNames.map(\.text))
    }
  }

  /// What a step is called, as far as it need not be told from others; like the steps of a transcript.
  private func name(of instruction: Instruction) -> String {
    let name =
      switch instruction.kind {
      case .prose(let block): block.firstWords { document.file[$0.range] }
      case .comment(let text), .function(let text): text
      case .given(_, let givens): givens.first?.name.text ?? ""
      case .define(let definitions): definitions.first?.name.text ?? ""
      case .explain(let formula): "explain \(formula.text(.calc))"
      case .explainFamily(let family, _): "explain \(family)"
      case .explainDerivatives(let output, let family, _):
        "explain \(Formula.derivative(of: output, by: family).text(.calc))"
      case .backward(let name, _): "backward \(name)"
      case .forward: "forward"
      case .reset(let names): "reset \(names[0])"
      case .optimizer(let name, _): "optimizer \(name)"
      case .update(let descent): "update \(descent.cost)"
      case .train(let training): "train \(training.cost)"
      case .assign(let assignments): (assignments.first?.name.text ?? "") + " <-"
      case .data(let set, _): "data \(set.name)"
      case .table: "table"
      case .plot: "plot"
      case .network(let name, _): "draw network for \(name)"
      case .checks: "check"
      case .ask(let question): "question \(question.number)"
      case .loop, .record: firstLine(of: instruction)
      }
    return name.firstLine(ofCharacters: Lesson.longestStepName)
  }

  private func firstLine(of instruction: Instruction) -> String {
    document.file[instruction.range].split(maxSplits: 1, whereSeparator: \.isNewline).first.map(String.init)
      ?? ""
  }

  /// The characters of a name: as many as somebody reads.
  private static let longestStepName = 60
}

extension Int {
  /// The number behind it, which it then is.
  fileprivate mutating func next() -> Int {
    self += 1
    return self
  }
}

/// Numbers names that come again: the second `check` is `check (2)`.
private struct DistinctNames {
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]

  mutating func next(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var count = counts[name, default: 1]
    var distinct = name
    repeat {
      count += 1
      distinct = "\(name) (\(count))"
    } while !taken.insert(distinct).inserted
    counts[name] = count
    return distinct
  }
}

extension Instruction.Kind {
  fileprivate var stepKind: LessonStep.Kind {
    switch self {
    case .prose(let block): if case .heading = block { .heading } else { .prose }
    case .ask: .question
    default: .statement
    }
  }

  /// The values that it defines or gives.
  fileprivate var definedNames: [Name] {
    switch self {
    case .given(_, let givens): givens.map(\.name)
    case .define(let definitions): definitions.map(\.name)
    default: []
    }
  }

  /// Where all of it is written, when that is more than where it begins.
  fileprivate var written: SourceRange? {
    guard case .assign(let assignments) = self, let first = assignments.first, let last = assignments.last
    else { return nil }
    return first.range.union(last.range)
  }
}

extension ProseBlock {
  /// The text of a heading or a paragraph, and of anything else the first of its texts.
  fileprivate func firstWords(_ text: (Value) -> String) -> String {
    switch self {
    case .heading(_, let spans), .paragraph(let spans): spans.map { $0.words(text) }.joined()
    case .list(_, let items): items.lazy.compactMap(\.first).first?.firstWords(text) ?? "list"
    case .quotation(let blocks): blocks.first?.firstWords(text) ?? "quotation"
    case .table(let header, _, _):
      header.map { $0.map { $0.words(text) }.joined() }.joined(separator: " | ")
    case .verbatim(_, let lines): lines.first { $0.contains { !$0.isWhitespace } } ?? "text"
    case .rule: "rule"
    }
  }
}

extension ProseSpan {
  fileprivate func words(_ text: (Value) -> String) -> String {
    switch self {
    case .text(let words), .code(let words): words
    case .emphasis(let spans), .strong(let spans), .link(let spans, _):
      spans.map { $0.words(text) }.joined()
    case .lineBreak: " "
    case .value(let value): text(value)
    }
  }
}

extension String {
  /// The text with every run of blanks and line ends as one space, and none at its ends; of a longer one its beginning
  /// and `…`. What stands behind that is not looked at.
  fileprivate func firstLine(ofCharacters most: Int) -> String {
    plainFirstLine(ofCharacters: most) ?? anyFirstLine(ofCharacters: most)
  }

  /// The same where all that is looked at is ASCII, where a byte is a character; `nil` elsewhere.
  private func plainFirstLine(ofCharacters most: Int) -> String? {
    var line: [UInt8] = []
    var isParted = false
    for byte in utf8 {
      guard byte < 0x80 else { return nil }
      if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) {
        isParted = !line.isEmpty
        continue
      }
      if isParted { line.append(UInt8(ascii: " ")) }
      line.append(byte)
      isParted = false
      if line.count > most { return String(decoding: line, as: UTF8.self).shortened(to: most) }
    }
    return String(decoding: line, as: UTF8.self)
  }

  private func anyFirstLine(ofCharacters most: Int) -> String {
    var line = ""
    var count = 0
    var isParted = false
    for character in self {
      if character.isWhitespace {
        isParted = count > 0
        continue
      }
      count += isParted ? 2 : 1
      if isParted { line.append(" ") }
      line.append(character)
      isParted = false
      if count > most { return line.shortened(to: most) }
    }
    return line
  }
}
