import Diagnostics
import Prose

/// Makes nested spans of a passage's tokens, once partners are known.
struct SpanBuilder {
  private let passage: Passage
  private let brackets: [SpanReader.Bracket]
  private let emphasis: EmphasisRuns
  /// The spans that are open, outermost first; the first is the passage itself.
  private var levels: [[ProseSpan<SourceRange>]] = [[]]
  /// Text that is not yet a span.
  private var text = ""
  /// The pairs and brackets that stand too deep to be more than text.
  private var plainPairs: Set<Int> = []
  private var plainBrackets: Set<Int> = []

  /// How deep spans may stand in one another; the marks of deeper ones are text.
  static let nestingLimit = 20

  /// A builder for what was found in `passage`.
  init(_ passage: Passage, brackets: [SpanReader.Bracket], emphasis: EmphasisRuns) {
    self.passage = passage
    self.brackets = brackets
    self.emphasis = emphasis
  }

  /// The spans that `tokens` make.
  mutating func spans(of tokens: [SpanReader.Token]) -> [ProseSpan<SourceRange>] {
    for token in tokens {
      switch token {
      case .text(let range): text += passage.text(range)
      case .space: text += " "
      case .lineBreak: add(.lineBreak)
      case .code(let range): add(.code(code(range)))
      case .value(let range): add(.value(range))
      case .address(let range):
        let address = passage.text(range)
        add(.link([.text(address)], destination: address))
      case .run(let index): addRun(emphasis.runs[index])
      case .bracket(let index): openBracket(index)
      case .linkEnd(let index, let range): closeLink(index, range)
      }
    }
    return closeLevel()
  }

  private mutating func add(_ span: ProseSpan<SourceRange>) {
    flushText()
    levels[levels.count - 1].append(span)
  }

  private mutating func flushText() {
    if text.isEmpty { return }
    levels[levels.count - 1].append(.text(text))
    text = ""
  }

  private mutating func openLevel() {
    flushText()
    levels.append([])
  }

  private mutating func closeLevel() -> [ProseSpan<SourceRange>] {
    flushText()
    return levels.popLast() ?? []
  }

  /// The text of code, in which a line ending is a space.
  private func code(_ range: Range<Int>) -> String {
    guard passage.bytes[range].contains(UInt8(ascii: "\n")) else { return passage.text(range) }
    let bytes = passage.bytes[range].map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Emphasis

  /// A run closes with its left end, opens with its right end, and what is between has no partner.
  private mutating func addRun(_ run: EmphasisRuns.Run) {
    var pair = run.firstClosed
    while pair != EmphasisRuns.none {
      close(pair)
      pair = emphasis.pairs[pair].nextClosed
    }
    text += passage.text(run.start..<run.start + run.count)
    pair = run.firstOpened
    while pair != EmphasisRuns.none {
      open(pair)
      pair = emphasis.pairs[pair].nextOpened
    }
  }

  private mutating func open(_ pair: Int) {
    if levels.count <= SpanBuilder.nestingLimit {
      openLevel()
    } else {
      plainPairs.insert(pair)
      text += marks(of: pair)
    }
  }

  private mutating func close(_ pair: Int) {
    if plainPairs.contains(pair) {
      text += marks(of: pair)
    } else {
      let spans = closeLevel()
      add(emphasis.pairs[pair].isStrong ? .strong(spans) : .emphasis(spans))
    }
  }

  private func marks(of pair: Int) -> String {
    let mark = String(Unicode.Scalar(emphasis.pairs[pair].mark))
    return emphasis.pairs[pair].isStrong ? mark + mark : mark
  }

  // MARK: Links

  private mutating func openBracket(_ index: Int) {
    if brackets[index].destination != nil, levels.count <= SpanBuilder.nestingLimit {
      openLevel()
    } else {
      plainBrackets.insert(index)
      text += passage.text(brackets[index].range)
    }
  }

  private mutating func closeLink(_ index: Int, _ range: Range<Int>) {
    if plainBrackets.contains(index) {
      text += passage.text(range)
    } else {
      let spans = closeLevel()
      add(.link(spans, destination: brackets[index].destination ?? ""))
    }
  }
}
