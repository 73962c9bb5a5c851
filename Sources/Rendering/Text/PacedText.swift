/// Lines that are shown one piece after the other: each piece at a beat, and beats are counted from 0.
///
/// A paragraph, a table or a picture is shown at one beat; of an equation the names, then the numbers, then the result.
/// No piece is shown before one that stands above it or to its left.
public struct PacedText: Sendable {
  private let lines: [TextLine]
  private let ink: Ink
  /// All lines.
  public let allLines: [String]
  /// How many beats there are; 0 where there is nothing to be seen.
  public let beatCount: Int
  /// All lines of what is only summed up here, laid out when they are asked for.
  private var unabridged: (@Sendable () -> [TextLine])?

  init(_ lines: [TextLine], in ink: Ink) {
    self.lines = lines
    self.ink = ink
    allLines = lines.map { $0.text(in: ink) }
    beatCount = lines.filter { !$0.isEmpty }.map { $0.lastBeat + 1 }.max() ?? 0
  }

  /// The same, as a summary of these lines.
  func summing(up lines: @escaping @Sendable () -> [TextLine]) -> PacedText {
    var text = self
    text.unabridged = lines
    return text
  }

  /// Whether it sums up what can be seen in full.
  public var isSummary: Bool { unabridged != nil }

  /// All lines without ink, those that are only summed up among them, for who searches in them.
  public var searchedLines: [String] { (lines + (unabridged?() ?? [])).map(\.plainText) }

  /// The lines, of which there is nothing but what has been shown once a beat has come.
  public func lines(through beat: Int) -> [String] {
    let shown = lines.map { $0.shown(through: beat) }
    let count = (shown.lastIndex { !$0.isEmpty } ?? -1) + 1
    return shown.prefix(count).map { $0.text(in: ink) }
  }

  /// Whether a line ends with that beat, so that what comes later stands on further lines.
  public func isLineEnd(_ beat: Int) -> Bool {
    lines.allSatisfy { $0.isEmpty || $0.firstBeat > beat || $0.lastBeat <= beat }
  }
}
