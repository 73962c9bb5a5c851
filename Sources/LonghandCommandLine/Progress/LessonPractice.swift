import LessonRuntime

/// How far somebody is with the practice of a lesson.
struct LessonPractice {
  /// The round that was practised last; `nil` where none was.
  let last: PracticeRound?
  /// The lines that are mastered, each in the last round in which it is.
  let mastered: [(name: String, round: Practice.Round)]
  /// Those that have come back.
  let due: [(name: String, round: Practice.Round)]

  /// What `progress` says of a lesson; lines count only where they are written as they were.
  init(_ lesson: Lesson, called name: String, _ progress: Progress) {
    last = progress.practising(name)
    let known = Set(lesson.steps.map { Fingerprint($0) })
    let count = progress.readLessonCount
    let all = progress.mastered(in: name).filter { known.contains($0.fingerprint) }
    var rounds: [String: Practice.Round] = [:]
    for line in all { rounds[line.name] = max(rounds[line.name] ?? .results, line.mastery.round) }
    // Who has mastered a line with less help need not show it with more.
    let highest = all.filter { rounds[$0.name] == $0.mastery.round }
    mastered = highest.map { ($0.name, $0.mastery.round) }
    due = highest.filter { $0.mastery.isDue(atLessons: count) }.map { ($0.name, $0.mastery.round) }
  }

  /// `practised: round 1 is done; 18 numbers mastered, 4 have come back`; `nil` where nothing was.
  var text: String? {
    guard let last else { return nil }
    var text = "practised: round \(last.round.rawValue) \(last.isDone ? "is done" : "is begun")"
    if !mastered.isEmpty { text += "; \(counted(mastered.count, "number")) mastered" }
    if !due.isEmpty { text += ", \(due.count) \(due.count == 1 ? "has" : "have") come back" }
    return text
  }
}
