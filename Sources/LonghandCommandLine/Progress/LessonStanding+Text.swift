extension LessonStanding {
  /// `12 of 41 steps; of 4 questions 1 answered, 1 given up, 1 skipped`
  var text: String {
    var text = "\(doneCount) of \(counted(stepCount, "step"))"
    guard questionCount > 0 else { return text }
    if questionCount(.answered) == questionCount {
      text += questionCount == 1 ? "; 1 question answered" : "; all \(questionCount) questions answered"
    } else {
      let parts = StepState.ofQuestions.filter { questionCount($0) > 0 }
        .map { "\(questionCount($0)) \($0.word)" }
      let words = parts.isEmpty ? "none answered" : parts.joined(separator: ", ")
      text += "; of \(counted(questionCount, "question")) \(words)"
    }
    return text
  }

  /// `2 steps have changed since`; `nil` where none has.
  var changeText: String? {
    guard changedCount > 0 else { return nil }
    return changedCount == 1 ? "1 step has changed since" : "\(changedCount) steps have changed since"
  }
}

extension StepState {
  /// What can be said of a question, in the order in which it is told.
  static let ofQuestions: [StepState] = [.answered, .givenUp, .skipped]

  /// The state in running text.
  var word: String {
    switch self {
    case .read: "read"
    case .skipped: "skipped"
    case .givenUp: "given up"
    case .answered: "answered"
    }
  }
}

/// `1 step`, `2 steps`
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
