/// How one text becomes another, line by line: the lines that go, the lines that come, and a few around them.
///
/// Lines are compared byte by byte, so that two ways to write `é` differ.
public struct LineDiff: Sendable {
  /// The changes with the lines around them, in order; empty when the texts are the same.
  public let hunks: [Hunk]

  /// A stretch of the texts that holds changes, and the unchanged lines next to them.
  public struct Hunk: Hashable, Sendable {
    /// The number that the hunk's first line has, or would have, in the old text, from 1.
    public let line: Int
    /// The lines, in reading order.
    public let lines: [Line]
  }

  /// A line of one of the texts, or of both.
  public enum Line: Hashable, Sendable {
    /// It stands in both.
    case both(String)
    /// It stands in the old text only.
    case old(String)
    /// It stands in the new text only.
    case new(String)

    /// Whether the line stands in both texts.
    public var isCommon: Bool {
      if case .both = self { true } else { false }
    }
  }

  /// The changes from `old` to `new`, each with `context` unchanged lines on either side.
  ///
  /// Cost: near n·log n, and bounded; beyond the bound a stretch is shown as replaced.
  public init(from old: String, to new: String, context: Int = 2) {
    let script = LineDiff.script(from: LineDiff.lines(of: old), to: LineDiff.lines(of: new))
    hunks = LineDiff.hunks(of: script, context: context)
  }

  /// The hunks as lines of text, `-` before an old line and `+` before a new one: at most `limit` lines, and then
  /// one that says how many are left out.
  public func text(limit: Int = 80) -> [String] {
    let lines = hunks.flatMap { hunk in ["@@ line \(hunk.line)"] + hunk.lines.map(LineDiff.text) }
    guard lines.count > limit else { return lines }
    return lines.prefix(limit) + ["… \(lines.count - limit) more lines"]
  }

  private static func text(of line: Line) -> String {
    switch line {
    case .both(let text): text.isEmpty ? "" : "  " + text.harmless
    case .old(let text): "- " + text.harmless
    case .new(let text): "+ " + text.harmless
    }
  }

  /// The lines without their line feeds; a last line that has none says so, for it is another text.
  private static func lines(of text: String) -> [String] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let last = lines.removeLast()
    return last.isEmpty ? lines : lines + [last + " (no line break at the end)"]
  }

  /// Every line of both texts; within a change the old lines stand before the new ones.
  private static func script(from old: [String], to new: [String]) -> [Line] {
    var script: [Line] = []
    var (oldIndex, newIndex) = (0, 0)
    var matcher = LineMatcher(old, new)
    for match in matcher.matches() {
      script += old[oldIndex..<match.old].map(Line.old)
      script += new[newIndex..<match.new].map(Line.new)
      script.append(.both(old[match.old]))
      (oldIndex, newIndex) = (match.old + 1, match.new + 1)
    }
    return script + old[oldIndex...].map(Line.old) + new[newIndex...].map(Line.new)
  }

  private static func hunks(of script: [Line], context: Int) -> [Hunk] {
    var isShown = Array(repeating: false, count: script.count)
    for index in script.indices where !script[index].isCommon {
      for near in max(0, index - context)...min(script.count - 1, index + context) { isShown[near] = true }
    }
    var hunks: [Hunk] = []
    var oldLine = 1
    var start: (line: Int, index: Int)?
    for index in script.indices {
      if isShown[index], start == nil { start = (oldLine, index) }
      if !isShown[index], let opened = start {
        hunks.append(Hunk(line: opened.line, lines: Array(script[opened.index..<index])))
        start = nil
      }
      if case .new = script[index] { continue }
      oldLine += 1
    }
    if let opened = start { hunks.append(Hunk(line: opened.line, lines: Array(script[opened.index...]))) }
    return hunks
  }
}
