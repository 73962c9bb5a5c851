import LessonRuntime

/// How far a reader is in a lesson.
struct LessonStanding {
  /// What was done with each step, as it is now written.
  let states: [StepState?]
  /// Of each step, whether something was done with it when it had another text, and nothing since.
  let isChanged: [Bool]
  /// The index of the step where the reader left off.
  let place: Int?
  /// What that step is called.
  let placeName: String?
  private let isQuestion: [Bool]

  /// What `progress` says of the steps of the lesson of that name.
  init(_ progress: Progress, of steps: [LessonStep], in lesson: String) {
    let states = steps.map { progress.state(of: $0, in: lesson) }
    let current = Set(steps.map { Fingerprint($0) })
    self.states = states
    isChanged = steps.indices.map { index in
      // A text that now has another number among its like has not changed.
      states[index] == nil
        && !progress.fingerprints(ofStepsNamed: steps[index].name, in: lesson).isSubset(of: current)
    }
    place = progress.place(in: lesson, steps)
    placeName = place.map { steps[$0].name }
    isQuestion = steps.map { $0.kind == .question }
  }

  /// All steps.
  var stepCount: Int { states.count }
  /// The steps that are done: those that were read, and the questions that were answered or given up.
  var doneCount: Int {
    zip(states, isQuestion).count { $0 == .answered || $0 == .givenUp || ($0 == .read && !$1) }
  }
  /// The steps that were jumped over: nothing is done with them, but with others behind them. Questions are told of
  /// otherwise.
  var jumpedOver: [Int] {
    let last = states.lastIndex { $0 != nil } ?? 0
    return states.indices.filter { $0 < last && states[$0] == nil && !isQuestion[$0] }
  }
  /// All questions.
  var questionCount: Int { isQuestion.count { $0 } }
  /// The questions of which so much can be said and no more.
  func questionCount(_ state: StepState) -> Int {
    zip(states, isQuestion).count { $0 == state && $1 }
  }
  /// The steps that have changed.
  var changedCount: Int { isChanged.count { $0 } }

  /// Whether anything was done, be it with another text.
  var isBegun: Bool { place != nil || states.contains { $0 != nil } || isChanged.contains(true) }
  /// Whether every step is done.
  var isDone: Bool { doneCount == stepCount }
  /// Whether the reader has come through: what is not done was passed over.
  var isPassed: Bool { doneCount + states.count { $0 == .skipped } == stepCount }
}
