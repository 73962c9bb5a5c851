import LessonRuntime

/// What is noted of practice: a line of a progress file with one of these words.
///
///     backpropagation  9f86d081884c7d65  practising  round  2  3  3  open
///     backpropagation  85738f8f9a7f1b04  filled  sum_h1  2  3  answered  0  0.41
///     backpropagation  85738f8f9a7f1b04  mastered  sum_h1  1  0  4
enum PracticeMark: Hashable {
  /// A round: which, with which variant, the highest number of a variant so far, and whether it is `done` or `open`.
  case practising(PracticeRound)
  /// What came of a line in a round.
  case filled(FilledLine)
  /// That a line was found without help.
  case mastered(Mastery)

  private static let words = (practising: "practising", filled: "filled", mastered: "mastered")

  /// The word of the line.
  var word: String {
    switch self {
    case .practising: Self.words.practising
    case .filled: Self.words.filled
    case .mastered: Self.words.mastered
    }
  }

  /// The fields behind the step's name.
  var fields: [String] {
    switch self {
    case .practising(let round):
      [
        "\(round.round.rawValue)", round.variant?.escaped ?? "", "\(round.highestVariant)",
        round.isDone ? "done" : "open",
      ]
    case .filled(let line):
      [
        "\(line.round.rawValue)", line.variant?.escaped ?? "", line.state?.rawValue ?? "",
        "\(line.helpCount)",
        line.reply.escaped,
      ]
    case .mastered(let mastery): ["\(mastery.round.rawValue)", "\(mastery.returns)", "\(mastery.lessons)"]
    }
  }

  /// The mark of a word and the fields behind the step's name; `nil` for any other.
  init?(word: String, behind fields: ArraySlice<String>) {
    let fields = Array(fields)
    guard let round = fields.first.flatMap({ Int($0) }).flatMap(Practice.Round.init) else { return nil }
    switch (word, fields.count) {
    case (Self.words.practising, 4):
      guard let variant = fields[1].unescaped, let highest = Int(fields[2]), highest >= 0,
        ["done", "open"].contains(fields[3])
      else { return nil }
      self = .practising(
        PracticeRound(
          round: round, variant: variant.isEmpty ? nil : variant, highestVariant: highest,
          isDone: fields[3] == "done"))
    case (Self.words.filled, 5):
      guard let variant = fields[1].unescaped, let help = Int(fields[3]), help >= 0,
        let reply = fields[4].unescaped
      else { return nil }
      self = .filled(
        FilledLine(
          round: round, variant: variant.isEmpty ? nil : variant, state: StepState(rawValue: fields[2]),
          helpCount: help, reply: reply))
    case (Self.words.mastered, 3):
      guard let returns = Int(fields[1]), let lessons = Int(fields[2]), returns >= 0, lessons >= 0 else {
        return nil
      }
      self = .mastered(Mastery(round: round, returns: returns, lessons: lessons))
    default: return nil
    }
  }
}

/// A round of practice.
struct PracticeRound: Hashable {
  /// How much help there is.
  var round: Practice.Round
  /// The variant whose numbers are practised; `nil` for the lesson's own.
  var variant: String?
  /// The highest number of a variant that has been practised; 0 where none has.
  var highestVariant: Int
  /// Whether nothing is left to do in it.
  var isDone: Bool
}

/// What came of a line in a round of practice.
struct FilledLine: Hashable {
  /// The round.
  var round: Practice.Round
  /// The variant.
  var variant: String?
  /// How it ended; `nil` where it has not, or stands on an empty page beside what was asked for.
  var state: StepState?
  /// How often there was help.
  var helpCount: Int
  /// What was replied.
  var reply: String
}

/// That a line was found without help, and when it comes back.
///
/// It comes back when 1 more lesson has been read, then 3 more, then 7 more, and is known by heart after that. Whoever needs help when it
/// has come back begins anew.
struct Mastery: Hashable {
  /// The round in which it was.
  var round: Practice.Round
  /// How often it has come back and was found again.
  var returns = 0
  /// How many lessons had been read then.
  var lessons: Int

  /// How many more lessons are read before it comes back, time after time.
  static let pauses = [1, 3, 7]

  /// Whether it has come back, where so many lessons have been read.
  func isDue(atLessons count: Int) -> Bool {
    Self.pauses.indices.contains(returns) && count >= lessons + Self.pauses[returns]
  }
}
