/// Lines that are shown one piece after the other: each piece at a beat, and beats are counted from 0.
///
/// A paragraph, a table or a picture is shown at one beat; of an equation the names, then the numbers, then the result.
/// No piece is shown before one that stands above it or to its left. Who reads working of a known kind need not stop at
/// each beat: `stops` are enough.
public struct PacedText: Sendable {
  private let lines: [TextLine]
  private let ink: Ink
  /// All lines.
  public let allLines: [String]
  /// How many beats there are; 0 where there is nothing to be seen.
  public let beatCount: Int
  /// The beats at which somebody stops who knows some of the working, in order; the last one is the last beat.
  public let stops: [Int]
  /// All lines of what is only summed up here, laid out when they are asked for.
  private var unabridged: (@Sendable () -> [TextLine])?

  /// A text of these lines.
  ///
  /// - Parameter known: The same lines, at the beats at which they are shown to somebody who knows some of the working:
  ///   where pieces share a beat there, nobody has to stop between them.
  init(_ lines: [TextLine], in ink: Ink, known: [TextLine]? = nil) {
    self.lines = lines
    self.ink = ink
    allLines = lines.map { $0.text(in: ink) }
    beatCount = lines.filter { !$0.isEmpty }.map { $0.lastBeat + 1 }.max() ?? 0
    stops = known.map { PacedText.stops(in: lines, known: $0) } ?? Array(0..<beatCount)
  }

  /// The last beat of each of the beats of the lines to who knows them.
  private static func stops(in lines: [TextLine], known: [TextLine]) -> [Int] {
    var stops: [Int: Int] = [:]
    for (line, knownLine) in zip(lines, known) where !line.isEmpty {
      for (beat, knownBeat) in zip(line.beats, knownLine.beats) {
        stops[knownBeat] = max(stops[knownBeat] ?? 0, beat)
      }
    }
    return Set(stops.values).sorted()
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
