import LessonRuntime
import Stepper

/// The lines of a progress file.
///
/// Lines that this version does not know are kept as they are, where they are: a later version may have written them.
struct ProgressTable {
  private var lines: [Line] = []
  /// Where the entries stand.
  private var places: [Key: Int] = [:]
  /// The steps of each name, whatever their text.
  private var names: [StepName: Set<Fingerprint>] = [:]

  private enum Line {
    case entry(ProgressEntry)
    /// How much one press shows, whatever the lesson.
    case pace(ReadingPace)
    case unknown(ArraySlice<UInt8>)

    var isKnown: Bool { if case .unknown = self { false } else { true } }
  }

  /// What there is at most one entry of.
  private enum Key: Hashable {
    case step(lesson: String, Fingerprint)
    case reply(lesson: String, Fingerprint)
    case here(lesson: String)
    case bookmark(lesson: String)
    case practising(lesson: String)
    case filled(lesson: String, Fingerprint, name: String)
    case mastered(lesson: String, Fingerprint, name: String, Practice.Round)
  }

  private struct StepName: Hashable {
    let lesson: String
    let name: String
  }

  /// The line that a new file begins with.
  private static let heading =
    "# Longhand's notes of what you have read: lesson, hash of the step's text, state, step. Format 1."

  /// Nothing done.
  init() {}

  /// The table in a file that holds `bytes`.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      // Somebody may have looked at it with an editor that ends its lines otherwise.
      let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if let text = String(validating: content, as: UTF8.self), let entry = ProgressEntry(line: text) {
        add(entry)
      } else if let text = String(validating: content, as: UTF8.self), let pace = ReadingPace(line: text) {
        self.pace = pace
      } else {
        lines.append(.unknown(line))
      }
    }
    // What stands behind the last line feed is no line.
    if case .unknown(let last)? = lines.last, last.isEmpty { lines.removeLast() }
  }

  /// What a file with this table holds.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    if lines.first?.isKnown == true { bytes += Array((Self.heading + "\n").utf8) }
    for line in lines {
      switch line {
      case .entry(let entry): bytes += Array(entry.line.utf8)
      case .pace(let pace): bytes += Array(pace.line.utf8)
      case .unknown(let line): bytes += line
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// All entries, in order.
  var entries: [ProgressEntry] {
    lines.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
  }

  /// What was done with the step of a lesson that has the fingerprint.
  func state(of fingerprint: Fingerprint, in lesson: String) -> StepState? {
    guard case .state(let state)? = entry(.step(lesson: lesson, fingerprint))?.mark else { return nil }
    return state
  }

  /// What was replied to the question of a lesson that has the fingerprint.
  func reply(to fingerprint: Fingerprint, in lesson: String) -> String? {
    guard case .reply(let reply)? = entry(.reply(lesson: lesson, fingerprint))?.mark else { return nil }
    return reply
  }

  /// The fingerprints of all that was done with steps of that name.
  func fingerprints(ofStepsNamed name: String, in lesson: String) -> Set<Fingerprint> {
    names[StepName(lesson: lesson, name: name)] ?? []
  }

  /// Where the reader left off.
  func place(in lesson: String) -> ProgressEntry? { entry(.here(lesson: lesson)) }

  /// The place that the reader has marked.
  func bookmark(in lesson: String) -> ProgressEntry? { entry(.bookmark(lesson: lesson)) }

  /// How much one press shows; `nil` where the reader has chosen no pace.
  var pace: ReadingPace? {
    get { lines.lazy.compactMap { if case .pace(let pace) = $0 { pace } else { nil } }.first }
    set {
      let place = lines.firstIndex { if case .pace = $0 { true } else { false } }
      guard let newValue else { return }
      if let place { lines[place] = .pace(newValue) } else { lines.append(.pace(newValue)) }
    }
  }

  /// The round of a lesson that was practised last, and what its lines were then.
  func practising(_ lesson: String) -> (round: PracticeRound, fingerprint: Fingerprint)? {
    guard let entry = entry(.practising(lesson: lesson)), case .practice(.practising(let round)) = entry.mark
    else { return nil }
    return (round, entry.fingerprint)
  }

  /// That a line was mastered in a round.
  func mastery(of name: String, _ fingerprint: Fingerprint, in lesson: String, _ round: Practice.Round)
    -> Mastery?
  {
    guard
      case .practice(.mastered(let mastery))? = entry(
        .mastered(lesson: lesson, fingerprint, name: name, round))?.mark
    else { return nil }
    return mastery
  }

  /// Takes an entry in. Of two that say what was done with a step the better one counts, of two places the later one.
  mutating func add(_ entry: ProgressEntry) {
    let key: Key
    switch entry.mark {
    case .state(let state):
      key = .step(lesson: entry.lesson, entry.fingerprint)
      names[StepName(lesson: entry.lesson, name: entry.stepName), default: []].insert(entry.fingerprint)
      if let known = self.state(of: entry.fingerprint, in: entry.lesson), known > state { return }
    case .reply:
      key = .reply(lesson: entry.lesson, entry.fingerprint)
    case .here:
      key = .here(lesson: entry.lesson)
    case .bookmark:
      key = .bookmark(lesson: entry.lesson)
    case .practice(.practising):
      key = .practising(lesson: entry.lesson)
    case .practice(.filled):
      key = .filled(lesson: entry.lesson, entry.fingerprint, name: entry.stepName)
    case .practice(.mastered(let mastery)):
      key = .mastered(lesson: entry.lesson, entry.fingerprint, name: entry.stepName, mastery.round)
    }
    if let place = places[key] {
      lines[place] = .entry(entry)
    } else {
      places[key] = lines.count
      lines.append(.entry(entry))
    }
  }

  /// Takes everything out that is noted of a lesson, be it in lines that this version does not know.
  mutating func forget(_ lesson: String) {
    let prefix = Array((ProgressEntry.field(ofLesson: lesson) + "\t").utf8)
    self = ProgressTable(
      keeping: lines.filter { line in
        switch line {
        case .entry(let entry): entry.lesson != lesson
        case .pace: true
        case .unknown(let line): !line.starts(with: prefix)
        }
      })
  }

  private init(keeping lines: [Line]) {
    for line in lines {
      switch line {
      case .entry(let entry): add(entry)
      case .pace, .unknown: self.lines.append(line)
      }
    }
  }

  private func entry(_ key: Key) -> ProgressEntry? {
    guard let place = places[key], case .entry(let entry) = lines[place] else { return nil }
    return entry
  }
}

extension ReadingPace {
  private static let word = "pace"

  /// The pace of which a line of a progress file tells; `nil` where it tells of none.
  fileprivate init?(line: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 2, fields[0] == Self.word else { return nil }
    self.init(rawValue: String(fields[1]))
  }

  /// The line that tells of the pace, without its end: `pace`, a tab, and its name.
  fileprivate var line: String { Self.word + "\t" + rawValue }
}
