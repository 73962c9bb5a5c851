/// What a reader has done with a step.
enum StepState: String, CaseIterable, Comparable {
  /// It has been on the page.
  case read
  /// A question that was passed over.
  case skipped
  /// A question whose answer was shown unanswered.
  case givenUp = "given-up"
  /// A question that was answered rightly.
  case answered

  /// Whether `other` says more: of two readings of the same step, the better one counts.
  static func < (one: StepState, other: StepState) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .read: 0
    case .skipped: 1
    case .givenUp: 2
    case .answered: 3
    }
  }
}
