import LessonRuntime
import Stepper

/// What a reader has done in the lessons, as it is kept from call to call.
///
/// A step is known by its text: where that has changed, nothing is done with the step yet. What is kept can never keep a
/// lesson from being read: where it cannot be read there is none, and where it cannot be written it is forgotten with
/// this value.
struct Progress {
  private let file: ProgressFile?
  private var table = ProgressTable()
  /// What is not yet in the file.
  private var changes: [Change] = []
  private var hasFailed = false
  /// Why what is kept cannot be read, for whoever wants to say so; a missing file is no reason.
  private(set) var problem: Failure?

  fileprivate enum Change {
    case add(ProgressEntry)
    case pace(ReadingPace)
    case forget(lesson: String)
    case forgetAll
  }

  /// What is kept for those who call the program with this environment; others who write are waited for so many
  /// milliseconds.
  init(environment: [String: String], patience: Int = FileLock.patience) {
    file = ProgressFile(environment: environment, patience: patience)
    do throws(Failure) {
      if let file { table = try file.table() }
    } catch {
      problem = error
      hasFailed = true
    }
  }

  /// Nothing done, and nothing kept, of which nothing is said.
  init() {
    file = nil
    hasFailed = true
  }

  // MARK: What was done

  /// What was done with a step, as it is now written.
  func state(of step: LessonStep, in lesson: String) -> StepState? {
    table.state(of: Fingerprint(step), in: lesson)
  }

  /// What was replied to a question, rightly.
  func reply(to step: LessonStep, in lesson: String) -> String? {
    table.reply(to: Fingerprint(step), in: lesson)
  }

  /// The fingerprints of all that was done with steps of that name.
  func fingerprints(ofStepsNamed name: String, in lesson: String) -> Set<Fingerprint> {
    table.fingerprints(ofStepsNamed: name, in: lesson)
  }

  /// The index of the step where the reader left off; `nil` where that is none of `steps`.
  func place(in lesson: String, _ steps: [LessonStep]) -> Int? {
    guard let place = table.place(in: lesson) else { return nil }
    return steps.firstIndex { Fingerprint($0) == place.fingerprint }
      ?? steps.firstIndex { $0.name == place.stepName }
  }

  /// The place that the reader has marked; `nil` where it is in none of `steps`.
  func bookmark(in lesson: String, _ steps: [LessonStep]) -> Place? {
    guard let mark = table.bookmark(in: lesson), case .bookmark(let part, let beat) = mark.mark else {
      return nil
    }
    if let step = steps.firstIndex(where: { Fingerprint($0) == mark.fingerprint }) {
      return Place(step: step, part: part, beat: beat)
    }
    // Of a step that has changed, all is shown.
    return steps.firstIndex { $0.name == mark.stepName }.map { Place(step: $0) }
  }

  /// How much one press shows; `nil` where the reader has chosen no pace.
  var pace: ReadingPace? { table.pace }

  /// All that is noted.
  var entries: [ProgressEntry] { table.entries }

  /// The round of a lesson that was practised last, and what its lines were then.
  func practisedLast(_ lesson: String) -> (round: PracticeRound, fingerprint: Fingerprint)? {
    table.practising(lesson)
  }

  /// That a line was mastered in a round.
  func mastery(of name: String, _ fingerprint: Fingerprint, in lesson: String, _ round: Practice.Round)
    -> Mastery?
  {
    table.mastery(of: name, fingerprint, in: lesson, round)
  }

  /// The lessons of which anything is noted, in the order in which they were begun.
  var lessons: [String] {
    var known: Set<String> = []
    return table.entries.map(\.lesson).filter { known.insert($0).inserted }
  }

  /// What is noted of the steps of a lesson, whether the lesson still has them or not.
  func states(in lesson: String) -> [StepState] {
    table.entries.compactMap { entry in
      guard entry.lesson == lesson, case .state(let state) = entry.mark else { return nil }
      return state
    }
  }

  // MARK: Noting

  /// Something was done with a step. What says less than is known already changes nothing.
  mutating func note(_ step: LessonStep, _ state: StepState, in lesson: String) {
    add(entry(step, .state(state), lesson))
  }

  /// A question was answered by this reply.
  mutating func note(_ step: LessonStep, reply: String, in lesson: String) {
    add(entry(step, .reply(reply), lesson))
  }

  /// The reader is at a step.
  mutating func leaveOff(at step: LessonStep, in lesson: String) {
    add(entry(step, .here, lesson))
  }

  /// The reader has marked a place in one of the steps.
  mutating func mark(_ place: Place, in lesson: String, _ steps: [LessonStep]) {
    add(entry(steps[place.step], .bookmark(part: place.part, beat: place.beat), lesson))
  }

  /// The reader reads at a pace, whatever the lesson.
  mutating func read(at pace: ReadingPace) {
    table.pace = pace
    changes.append(.pace(pace))
  }

  /// All that is noted of a lesson goes.
  mutating func forget(_ lesson: String) {
    table.forget(lesson)
    changes.append(.forget(lesson: lesson))
  }

  /// All goes.
  mutating func forgetAll() {
    table = ProgressTable()
    changes = [.forgetAll]
  }

  private func entry(_ step: LessonStep, _ mark: ProgressEntry.Mark, _ lesson: String) -> ProgressEntry {
    ProgressEntry(lesson: lesson, fingerprint: Fingerprint(step), mark: mark, stepName: step.name)
  }

  /// Something was practised.
  mutating func note(
    _ mark: PracticeMark, name: String, _ fingerprint: Fingerprint, in lesson: String
  ) {
    add(ProgressEntry(lesson: lesson, fingerprint: fingerprint, mark: .practice(mark), stepName: name))
  }

  private mutating func add(_ entry: ProgressEntry) {
    table.add(entry)
    // Of the places where a reader was, the last one is enough.
    if entry.mark == .here, case .add(let last)? = changes.last, last.mark == .here,
      last.lesson == entry.lesson
    {
      changes.removeLast()
    }
    changes.append(.add(entry))
  }

  // MARK: Keeping

  /// Writes what is new into the file, beside what others have written there since.
  ///
  /// - Parameter isToldAgain: Whether it is told in any case why it cannot be done.
  /// - Returns: why that cannot be done, unless something has been said of the file already.
  mutating func save(isToldAgain: Bool = false) -> Failure? {
    guard !changes.isEmpty else { return nil }
    do throws(Failure) {
      guard let file else {
        throw Failure(.failure, "progress is not kept: neither HOME nor XDG_STATE_HOME names a folder")
      }
      var isAnew = false
      if case .forgetAll? = changes.first { isAnew = true }
      table = try file.update(isAnew: isAnew) { [changes] table in
        for change in changes { table.apply(change) }
      }
      changes = []
      return nil
    } catch {
      defer { hasFailed = true }
      return hasFailed && !isToldAgain ? nil : error
    }
  }
}

extension ProgressTable {
  fileprivate mutating func apply(_ change: Progress.Change) {
    switch change {
    case .add(let entry): add(entry)
    case .pace(let pace): self.pace = pace
    case .forget(let lesson): forget(lesson)
    case .forgetAll: self = ProgressTable()
    }
  }
}
