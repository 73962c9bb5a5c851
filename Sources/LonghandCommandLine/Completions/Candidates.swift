import Claims
import Transcript

/// What a word can be completed to.
enum Candidates: Hashable {
  /// Anything: a number, or what only the author of the call knows.
  case nothing
  /// The lessons of the course, and files that may be ones.
  case lessons
  /// The claims that the lessons of the course go by.
  case claims
  /// Files.
  case files
  /// A file behind a name and `=`.
  case filesBehindName
  /// Folders.
  case folders
  /// One of these words.
  case words([String])

  /// What stands for a word in usage lines, and what it can be: completions and their tests go by this table.
  private static let table: [(placeholder: String, candidates: Candidates)] = [
    ("", .nothing), ("N", .nothing), ("VARIANT", .nothing), ("NAME=VALUE", .nothing),
    ("VALUE", .nothing),
    ("NAME=FILE", .filesBehindName),
    ("FILE", .files), ("DIR", .folders), ("FILE|DIR", .files),
    ("FORMATS", .words(OutputFormat.all.map(\.name) + [OutputFormat.everyName])),
    ("QUIZ-FORMAT", .words(QuizFormat.all.map(\.name))), ("WHEN", .words(["auto", "always", "never"])),
    ("WHERE", .words(Transcript.Answers.allCases.map(\.rawValue))),
    ("LESSON", .lessons), ("LESSON FILE", .lessons), ("LESSON QUESTION", .lessons), ("FROM", .files),
    ("K/N", .nothing), ("ID", .claims), ("WHAT", .words(Blanks.Amount.allCases.map(\.rawValue))),
    ("MARKS", .words(["at-once", "at-end"])),
    ("LECTURE", .nothing),
    ("VERDICT", .words(Claim.Verdict.allCases.map(\.rawValue))),
    ("SHELL", .words(CompletionScript.all.map(\.shell))),
    ("COMMAND | TOPIC | WORD", .words(Command.all.map(\.name) + Topic.all.map(\.name))),
  ]

  /// What can stand for `placeholder`, such as `[LESSON…]`; `nil` for one that the table lacks.
  init?(placeholder: String) {
    let word = placeholder.filter { $0 != "[" && $0 != "]" && $0 != "…" }
    guard let row = Candidates.table.first(where: { $0.placeholder == word }) else { return nil }
    self = row.candidates
  }
}

extension Candidates {
  /// These and others: words of both, and else these.
  func or(_ others: Candidates) -> Candidates {
    guard case .words(let words) = self, case .words(let more) = others else { return self }
    return .words(words + more.filter { !words.contains($0) })
  }
}

extension Command {
  /// What its operands can be.
  var candidates: Candidates { Candidates(placeholder: operands) ?? .nothing }

  /// The options that it takes, `--help` among them.
  var allOptions: [Option] { options + [.help] }
}

extension Option {
  /// What its value can be; `nil` when it takes none.
  var candidates: Candidates? { placeholder.map { Candidates(placeholder: $0) ?? .nothing } }

  /// Its words: `-h` and `--help`.
  var words: [String] { [shortName, name].compactMap(\.self) }

  /// The words of all options that a value follows, each once.
  static var wordsBeforeValues: [String] {
    Arguments.options.filter { $0.placeholder != nil }.flatMap(\.words).reduce(into: []) { words, word in
      if !words.contains(word) { words.append(word) }
    }
  }

  /// The options of a call without a command.
  static let ofNoCommand: [Option] = [.width, .ascii, .color, .lessons, .help, .version]
}
