import LessonRuntime
import Stepper
import Tutor

/// Keeps what somebody does in a lesson, while they read it.
struct ProgressKeeper {
  private var progress: Progress
  private let lesson: String
  private var noted: Set<Int> = []
  private var outcomes: [Int: Stepper.Outcome] = [:]
  private var place: Int?
  private var bookmark: Place?
  private var pace: ReadingPace
  /// Whether there is something that is not yet in the file.
  private(set) var isDirty = false
  /// Whether what is done is kept.
  private(set) var isKept: Bool
  /// Why it is not, until that is told.
  private var problem: Failure?
  /// Of an exercise, what is kept of it.
  private var practice: PracticeKeeper?

  /// A keeper for the lesson of that name; without progress it keeps nothing.
  ///
  /// - Parameter practice: what is kept of an exercise, in the place of what is read.
  init(_ progress: Progress?, lesson: String, practice: PracticeKeeper? = nil) {
    self.practice = practice
    self.progress = progress ?? Progress()
    self.lesson = lesson
    problem = progress?.problem
    isKept = progress != nil && problem == nil
    pace = progress?.pace ?? .firstReading
  }

  /// What is remembered of an earlier reading; `nextLesson` is the one to read after this.
  func memory(of steps: [LessonStep], nextLesson: String?) -> Reader.Memory {
    var memory =
      practice?.memory(progress, lesson: lesson) ?? memoryOfReading(of: steps, nextLesson: nextLesson)
    memory.pace = pace
    return memory
  }

  private func memoryOfReading(of steps: [LessonStep], nextLesson: String?) -> Reader.Memory {
    let standing = LessonStanding(progress, of: steps, in: lesson)
    // Who was at the end begins anew.
    let place = standing.place.flatMap { $0 < steps.count - 1 ? $0 : nil }
    let changed = steps.indices.filter { standing.isChanged[$0] }
    var memory = Reader.Memory(lastStep: place, changedSteps: Set(changed), nextLesson: nextLesson)
    for (index, step) in steps.enumerated() {
      if standing.states[index] != nil { memory.readSteps.insert(index) }
      memory.outcomes[index] = standing.states[index].flatMap { Stepper.Outcome($0) }
      memory.replies[index] = progress.reply(to: step, in: lesson)
    }
    memory.bookmark = progress.bookmark(in: lesson, steps)
    return memory
  }

  /// Takes note of what the reader has done since the last time.
  mutating func note(_ reader: Reader) {
    if reader.pace != pace {
      pace = reader.pace
      progress.read(at: pace)
      isDirty = true
    }
    if practice != nil {
      if practice?.note(reader, in: &progress, lesson: lesson) == true { isDirty = true }
      return
    }
    for index in reader.readSteps.subtracting(noted).sorted() where reader.steps.indices.contains(index) {
      progress.note(reader.steps[index], .read, in: lesson)
      isDirty = true
    }
    noted = reader.readSteps
    for (index, outcome) in reader.outcomes.sorted(by: { $0.key < $1.key }) where outcomes[index] != outcome {
      progress.note(reader.steps[index], StepState(outcome), in: lesson)
      if let reply = reader.replies[index] { progress.note(reader.steps[index], reply: reply, in: lesson) }
      isDirty = true
    }
    outcomes = reader.outcomes
    if let mark = reader.bookmark, mark != bookmark, reader.steps.indices.contains(mark.step) {
      bookmark = mark
      if mark != progress.bookmark(in: lesson, reader.steps) {
        progress.mark(mark, in: lesson, reader.steps)
        isDirty = true
      }
    }
    if reader.step != place, reader.steps.indices.contains(reader.step) {
      place = reader.step
      progress.leaveOff(at: reader.steps[reader.step], in: lesson)
      isDirty = true
    }
  }

  /// Writes what is new.
  mutating func save() {
    guard isDirty else { return }
    isDirty = false
    guard let failure = progress.save() else { return }
    problem = failure
    isKept = false
  }

  /// Why not all that is done is kept, where that is not told yet.
  mutating func untoldProblem() -> Failure? {
    defer { problem = nil }
    return problem
  }
}

extension Stepper.Outcome {
  /// How a question ended of which so much is noted; `nil` where that says nothing of it.
  init?(_ state: StepState) {
    switch state {
    case .read: return nil
    case .skipped: self = .skipped
    case .givenUp: self = .givenUp
    case .answered: self = .answered
    }
  }
}

extension StepState {
  /// So much is noted of a question that ended so.
  init(_ outcome: Stepper.Outcome) {
    self =
      switch outcome {
      case .answered: .answered
      case .givenUp: .givenUp
      case .skipped: .skipped
      }
  }
}
