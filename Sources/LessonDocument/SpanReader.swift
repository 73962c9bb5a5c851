import Diagnostics
import Prose

/// Reads the spans of a passage: emphasis, code, links, line breaks and inline values.
///
/// The text is cut into tokens from left to right; brackets find their partners on the way, runs of `*` and `_` when
/// a link or the passage ends. What has no partner is text. The work is proportional to the passage.
struct SpanReader {
  /// A stretch of the passage.
  enum Token {
    case text(Range<Int>)
    /// A line ending of the source.
    case space
    case lineBreak
    case code(Range<Int>)
    case value(SourceRange)
    case address(Range<Int>)
    /// A run of `*` or `_`, by its index.
    case run(Int)
    /// A bracket that may open a link, by its index.
    case bracket(Int)
    /// The end of the link that a bracket opened: `](destination)`.
    case linkEnd(bracket: Int, Range<Int>)
  }

  /// A `[` or `![`.
  struct Bracket {
    /// Where it stands.
    let range: Range<Int>
    /// The last run of `*` or `_` before it.
    let lastRun: Int
    /// Where the link leads, once it is known to be one.
    var destination: String?
  }

  /// How many brackets and runs of `*` and `_` one passage may have; further ones are text.
  static let markLimit = 100_000

  private let passage: Passage
  private(set) var tokens: [Token] = []
  private(set) var brackets: [Bracket] = []
  private(set) var emphasis = EmphasisRuns()
  /// The brackets that may still open a link, innermost last.
  private var openBrackets: [Int] = []
  private var backquotes: BackquoteRuns
  /// Whether no comment ends in what is ahead.
  private var isBehindComments = false
  private var index = 0
  /// The HTML comments so far.
  private var comments: [Range<Int>] = []
  /// Where the text begins that is not yet a token.
  private var textStart = 0

  /// A reader of `passage`.
  init(_ passage: Passage) {
    self.passage = passage
    backquotes = BackquoteRuns(passage.bytes)
  }

  /// The spans of the passage, and what is to be looked at twice in it.
  mutating func read() -> RunningText {
    let bytes = passage.bytes
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): readBackslash()
      case UInt8(ascii: "`"): readCode()
      case UInt8(ascii: "*"), UInt8(ascii: "_"): readRun()
      case UInt8(ascii: "["): readBracket(width: 1)
      case UInt8(ascii: "!") where byte(at: index + 1) == UInt8(ascii: "["): readBracket(width: 2)
      case UInt8(ascii: "]"): readClosingBracket()
      case UInt8(ascii: "<"): readAngle()
      case UInt8(ascii: "\n"): readLineEnding()
      default: index += 1
      }
    }
    addText(upTo: index)
    emphasis.pair(behind: EmphasisRuns.none)
    var builder = SpanBuilder(passage, brackets: brackets, emphasis: emphasis)
    return RunningText(
      spans: builder.spans(of: tokens), findings: findings,
      comments: comments.compactMap { passage.source(of: $0) })
  }

  private var findings: RunningText.Findings {
    var findings = RunningText.Findings()
    let numbers = TypedNumbers(passage.bytes)
    for case .text(let range) in tokens {
      for number in numbers.ranges(in: range) { passage.source(of: number).map { findings.addNumber($0) } }
    }
    for mark in emphasis.marksAtDigits { passage.source(of: mark).map { findings.addMark($0) } }
    return findings
  }

  // MARK: Tokens

  private func byte(at index: Int) -> UInt8? {
    index < passage.bytes.count ? passage.bytes[index] : nil
  }

  private mutating func addText(upTo end: Int) {
    if end > textStart { tokens.append(.text(textStart..<end)) }
  }

  /// Adds `token`, which ends at `end`, behind the text before it.
  private mutating func add(_ token: Token, upTo end: Int) {
    addText(upTo: index)
    tokens.append(token)
    index = end
    textStart = end
  }

  private mutating func readBackslash() {
    guard let next = byte(at: index + 1) else {
      index += 1
      return
    }
    if next == UInt8(ascii: "\n") {
      add(.lineBreak, upTo: index + 2)
    } else if next.isPunctuation {
      addText(upTo: index)
      textStart = index + 1
      index += 2
    } else {
      index += 1
    }
  }

  private mutating func readLineEnding() {
    let end = index + 1
    while index > textStart, passage.bytes[index - 1].isBlank { index -= 1 }
    let isForced = end - 1 - index >= 2 && passage.bytes[index..<end - 1].suffix(2) == [0x20, 0x20]
    add(isForced ? .lineBreak : .space, upTo: end)
  }

  private mutating func readCode() {
    let length = passage.bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
    let start = index + length
    guard let end = backquotes.next(length: length, from: start) else {
      index = start
      return
    }
    var content = start..<end
    let bytes = passage.bytes[content]
    if let first = bytes.first, let last = bytes.last, first.isCodeSpace, last.isCodeSpace,
      !bytes.allSatisfy(\.isCodeSpace)
    {
      content = start + 1..<end - 1
    }
    add(value(in: content).map { .value($0) } ?? .code(content), upTo: end + length)
  }

  /// The place of the expression when `content` is that of an inline value.
  private func value(in content: Range<Int>) -> SourceRange? {
    guard passage.bytes[content].starts(with: "= ".utf8) else { return nil }
    var low = content.lowerBound + 2
    var high = content.upperBound
    while high > low, passage.bytes[high - 1].isBlank || passage.bytes[high - 1].isCodeSpace { high -= 1 }
    while low < high, passage.bytes[low].isBlank || passage.bytes[low].isCodeSpace { low += 1 }
    return passage.source(of: low..<high)
  }

  private mutating func readRun() {
    let mark = passage.bytes[index]
    let end = index + passage.bytes[index...].prefix { $0 == mark }.count
    guard marks < SpanReader.markLimit else {
      index = end
      return
    }
    let run = emphasis.append(index..<end, in: passage.bytes)
    add(.run(run), upTo: end)
  }

  private var marks: Int { brackets.count + emphasis.count }

  private mutating func readBracket(width: Int) {
    guard marks < SpanReader.markLimit else {
      index += width
      return
    }
    openBrackets.append(brackets.count)
    brackets.append(Bracket(range: index..<index + width, lastRun: emphasis.last))
    add(.bracket(brackets.count - 1), upTo: index + width)
  }

  private mutating func readClosingBracket() {
    guard let bracket = openBrackets.popLast(), byte(at: index + 1) == UInt8(ascii: "("),
      let link = LinkDestination(at: index + 1, in: passage.bytes)
    else {
      index += 1
      return
    }
    brackets[bracket].destination = link.text
    // A link holds no link, so nothing that is open before it can become one.
    openBrackets.removeAll(keepingCapacity: true)
    emphasis.pair(behind: brackets[bracket].lastRun)
    add(.linkEnd(bracket: bracket, index..<link.end), upTo: link.end)
  }

  private mutating func readAngle() {
    let ahead = passage.bytes[index...]
    if ahead.starts(with: "<!--".utf8) {
      if !isBehindComments, let end = ahead.dropFirst(4).endOfComment {
        addText(upTo: index)
        comments.append(index..<end)
        index = end
        textStart = end
        return
      }
      isBehindComments = true
    } else if let address = ahead.dropFirst().addressPrefix {
      add(.address(address), upTo: address.upperBound + 1)
      return
    }
    index += 1
  }
}

extension UInt8 {
  /// Whether it is a space within code, where a line ending is one.
  fileprivate var isCodeSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") }
}

extension ArraySlice<UInt8> {
  /// The web address that stands here, up to a `>`: a scheme, a colon, and anything without white space or brackets.
  fileprivate var addressPrefix: Range<Int>? {
    let scheme = prefix(32).prefix(while: \.isLetter)
    guard scheme.count >= 2, scheme.endIndex < endIndex, self[scheme.endIndex] == UInt8(ascii: ":") else {
      return nil
    }
    for index in scheme.endIndex..<endIndex {
      switch self[index] {
      case UInt8(ascii: ">"): return startIndex..<index
      case 0x00...0x20, UInt8(ascii: "<"): return nil
      default: continue
      }
    }
    return nil
  }
}
