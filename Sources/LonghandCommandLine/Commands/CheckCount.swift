import Transcript

/// How many checks of a lesson hold, and how many questions it asks, in words.
struct CheckCount {
  private var holding = 0
  private var slips = 0
  /// Those that do not hold.
  private(set) var broken = 0
  private let questionCount: Int
  private let warningCount: Int

  /// Counts the checks.
  init(_ checks: [Check], questionCount: Int = 0, warningCount: Int = 0) {
    self.questionCount = questionCount
    self.warningCount = warningCount
    for check in checks {
      if !check.holds {
        broken += 1
      } else if case .documentedSlip = check.outcome {
        slips += 1
      } else {
        holding += 1
      }
    }
  }

  /// `31 checks hold, 1 does not, 1 documented slip, 2 questions`
  var text: String {
    var parts: [String] = []
    if holding > 0 { parts.append(holding == 1 ? "1 check holds" : "\(holding) checks hold") }
    if broken > 0 && holding > 0 { parts.append(broken == 1 ? "1 does not" : "\(broken) do not") }
    if broken > 0 && holding == 0 { parts.append(CheckCount.notHolding(broken)) }
    if slips > 0 { parts.append(slips == 1 ? "1 documented slip" : "\(slips) documented slips") }
    if questionCount > 0 { parts.append(questionCount == 1 ? "1 question" : "\(questionCount) questions") }
    if warningCount > 0 { parts.append(warningCount == 1 ? "1 warning" : "\(warningCount) warnings") }
    return parts.isEmpty ? "no checks" : parts.joined(separator: ", ")
  }

  /// `2 checks do not hold`
  static func notHolding(_ count: Int) -> String {
    count == 1 ? "1 check does not hold" : "\(count) checks do not hold"
  }
}
