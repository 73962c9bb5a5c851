import LessonRuntime
import Stepper

/// Keeps what somebody does in a round of practice, and knows what they did before.
struct PracticeKeeper {
  /// The exercise.
  let practice: Practice
  /// The round as it is noted.
  private(set) var round: PracticeRound
  private var isBegun = false
  private var lines: [String: FilledLine] = [:]
  private var judged: Set<String> = []

  /// A keeper for a round of a lesson.
  init(_ practice: Practice, _ round: PracticeRound) {
    self.practice = practice
    self.round = round
  }

  /// What is remembered of the same round, where it was left.
  func memory(_ progress: Progress, lesson: String) -> Reader.Memory {
    var memory = Reader.Memory()
    guard isLeft(in: progress, lesson) else { return memory }
    for (name, fingerprint, filled) in progress.filledLines(in: lesson, round) {
      if practice.round == .question, filled.state != .givenUp, !filled.reply.isEmpty {
        memory.entries.append("\(name) = \(filled.reply)")
      }
      for line in practice.lines where line.label == name && Fingerprint(line.origin) == fingerprint {
        memory.helps[line.step] = filled.helpCount
        guard practice.round != .question || filled.state != .answered else { continue }
        memory.outcomes[line.step] = filled.state.flatMap(Stepper.Outcome.init)
        if filled.state == .answered { memory.replies[line.step] = filled.reply }
      }
    }
    let closed = practice.lines.filter { [.answered, .givenUp].contains(memory.outcomes[$0.step]) }
    if !closed.isEmpty {
      memory.lastStep = practice.lines.first { memory.outcomes[$0.step] == nil }?.step ?? closed.last?.step
    } else if !memory.entries.isEmpty {
      memory.lastStep = practice.lines[0].step
    }
    return memory
  }

  /// Whether this round was begun, and not finished.
  private func isLeft(in progress: Progress, _ lesson: String) -> Bool {
    guard let last = progress.practisedLast(lesson) else { return false }
    return last.fingerprint == Fingerprint(practice) && last.round.round == round.round
      && last.round.variant == round.variant && !last.round.isDone
  }

  /// Takes what stands of an earlier time out, where the round is begun anew.
  private mutating func clear(_ progress: inout Progress, _ lesson: String) {
    guard !isLeft(in: progress, lesson) else { return }
    for (name, fingerprint, line) in progress.filledLines(in: lesson, round) {
      var line = line
      (line.state, line.helpCount, line.reply) = (nil, 0, "")
      progress.note(line, called: name, fingerprint, in: lesson)
    }
  }

  /// Takes note of what the reader has done since the last time; true where there was something.
  mutating func note(_ reader: Reader, in progress: inout Progress, lesson: String) -> Bool {
    var isNew = false
    let isDone = reader.isPractised
    if !isBegun { clear(&progress, lesson) }
    if !isBegun || isDone != round.isDone {
      isBegun = true
      round.isDone = isDone
      progress.note(round, of: practice, in: lesson)
      isNew = true
    }
    for line in practice.lines {
      guard let outcome = reader.outcomes[line.step] ?? nil else {
        let help = reader.helpCount(for: line)
        if help > 0, practice.round != .question {
          isNew = note(line, nil, help, "", in: &progress, lesson) || isNew
        }
        continue
      }
      let state = StepState(outcome)
      let reply = reader.replies[line.step] ?? ""
      let help = reader.helpCount(for: line)
      if practice.round != .question || state != .answered {
        isNew = note(line, state, help, reply, in: &progress, lesson) || isNew
      }
      guard state != .skipped, judged.insert(line.label).inserted else { continue }
      progress.note(line, in: lesson, practice.round, isMastered: state == .answered && help == 0)
      isNew = true
    }
    if practice.round == .question { isNew = noteEntries(of: reader, in: &progress, lesson) || isNew }
    return isNew
  }

  private mutating func note(
    _ line: Practice.Line, _ state: StepState?, _ help: Int, _ reply: String, in progress: inout Progress,
    _ lesson: String
  ) -> Bool {
    note(
      FilledLine(round: round.round, variant: round.variant, state: state, helpCount: help, reply: reply),
      called: line.label, Fingerprint(line.origin), in: &progress, lesson)
  }

  /// What stands on the page that was empty.
  private mutating func noteEntries(of reader: Reader, in progress: inout Progress, _ lesson: String) -> Bool
  {
    var isNew = false
    let help = practice.lines.first.map { reader.helpCount(for: $0) } ?? 0
    for entry in reader.entries {
      let parts = entry.split(separator: "=", maxSplits: 1).map {
        $0.split(separator: " ").joined(separator: " ")
      }
      guard parts.count == 2 else { continue }
      let origin = practice.lines.first { $0.label == parts[0] }.map { Fingerprint($0.origin) }
      let filled = FilledLine(
        round: round.round, variant: round.variant, state: origin == nil ? nil : .answered, helpCount: help,
        reply: parts[1])
      isNew =
        note(filled, called: parts[0], origin ?? Fingerprint(practice), in: &progress, lesson) || isNew
    }
    return isNew
  }

  private mutating func note(
    _ filled: FilledLine, called name: String, _ fingerprint: Fingerprint, in progress: inout Progress,
    _ lesson: String
  ) -> Bool {
    guard lines[name] != filled else { return false }
    lines[name] = filled
    progress.note(filled, called: name, fingerprint, in: lesson)
    return true
  }
}
