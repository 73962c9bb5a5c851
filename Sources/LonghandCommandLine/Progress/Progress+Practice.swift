import LessonRuntime

// What was practised.

extension Progress {
  /// How many lessons have been read, or begun to be.
  var readLessonCount: Int { Set(entries.filter { $0.mark.isState }.map(\.lesson)).count }

  /// The round of a lesson that was practised last; `nil` where its lines were others then.
  func practising(_ lesson: String) -> PracticeRound? { practisedLast(lesson)?.round }

  /// What was done with the lines of a round.
  func filledLines(in lesson: String, _ round: PracticeRound) -> [(
    name: String, fingerprint: Fingerprint, line: FilledLine
  )] {
    entries.compactMap { entry in
      guard entry.lesson == lesson, case .practice(.filled(let line)) = entry.mark, line.round == round.round,
        line.variant == round.variant
      else { return nil }
      return (entry.stepName, entry.fingerprint, line)
    }
  }

  /// The lines of a lesson that were mastered, round by round.
  func mastered(in lesson: String) -> [(name: String, fingerprint: Fingerprint, mastery: Mastery)] {
    entries.compactMap { entry in
      guard entry.lesson == lesson, case .practice(.mastered(let mastery)) = entry.mark else { return nil }
      return (entry.stepName, entry.fingerprint, mastery)
    }
  }

  /// The lessons that were practised, in the order in which they were begun.
  var practisedLessons: [String] {
    var known: Set<String> = []
    return entries.compactMap { entry in
      guard case .practice(.practising) = entry.mark, known.insert(entry.lesson).inserted else { return nil }
      return entry.lesson
    }
  }

  // MARK: Noting

  /// A round is practised.
  mutating func note(_ round: PracticeRound, of practice: Practice, in lesson: String) {
    note(.practising(round), name: "round", Fingerprint(practice), in: lesson)
  }

  /// Something came of a line.
  mutating func note(_ line: FilledLine, called name: String, _ fingerprint: Fingerprint, in lesson: String) {
    note(.filled(line), name: name, fingerprint, in: lesson)
  }

  /// A line was found again, with help or without.
  mutating func note(
    _ line: Practice.Line, in lesson: String, _ round: Practice.Round, isMastered: Bool
  ) {
    let fingerprint = Fingerprint(line.origin)
    let count = readLessonCount
    var mastery =
      mastery(of: line.label, fingerprint, in: lesson, round)
      ?? Mastery(round: round, lessons: count)
    let isKnown = self.mastery(of: line.label, fingerprint, in: lesson, round) != nil
    guard isMastered || isKnown else { return }
    if isKnown, isMastered {
      guard mastery.isDue(atLessons: count) else { return }
      mastery.returns += 1
    } else if isKnown {
      mastery.returns = 0
    }
    mastery.lessons = count
    note(.mastered(mastery), name: line.label, fingerprint, in: lesson)
  }
}

extension Fingerprint {
  /// What tells whether the lines of an exercise are what they were.
  init(_ practice: Practice) {
    let text = practice.lines.map { $0.label + "\n" + $0.origin.text }.joined(separator: "\n")
    self.init(LessonStep(name: "", text: text, kind: .statement))
  }
}

extension ProgressEntry.Mark {
  /// Whether it tells what was done with a step in reading.
  fileprivate var isState: Bool { if case .state = self { true } else { false } }
}
