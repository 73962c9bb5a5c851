import Algebra
public import LessonRuntime
import PlainText
import Transcript
import Tutor

// Practice: how much help there was, and pages that are empty but for a question.

extension Reader {
  /// An exercise that is read, and how its numbers are marked.
  public struct Exercise: Sendable {
    /// What is practised.
    public var practice: Practice
    /// Whether the numbers of an empty page are marked only when all that it asks for is there.
    public var isMarkedAtEnd: Bool

    /// An exercise.
    public init(_ practice: Practice, isMarkedAtEnd: Bool = false) {
      self.practice = practice
      self.isMarkedAtEnd = isMarkedAtEnd
    }
  }

  /// A number that was found on an empty page.
  struct Entry {
    /// What it is the number of.
    let formula: Formula
    /// As it was typed.
    let typed: String
    /// The number as the lesson shows it, once it is known to be right.
    var shown: Number?

    /// What it is called.
    var label: String { formula.text(.unicode) }

    /// As it is noted: `out_h1 = 0.60108`.
    var text: String { "\(label) = \(typed)" }
  }

  /// What is said at the beginning.
  var welcome: Note? {
    guard let exercise else { return nil }
    let count = exercise.practice.lines.count
    let lines = count == 1 ? "1 number is" : "\(count) numbers are"
    let task =
      switch exercise.practice.round {
      case .results: "\(lines) to be worked out; all else is shown."
      case .names: "\(lines) to be worked out, from the names."
      case .question: "\(lines) asked for, and the page is yours."
      }
    return .sentence("Round \(exercise.practice.round.rawValue) of 3: \(task)")
  }

  /// How many of the numbers that are to be found have been, and how many of them without help.
  public var found: (all: Int, withoutHelp: Int) {
    guard let exercise else { return (0, 0) }
    let found = exercise.practice.lines.filter { isFound($0) }
    return (found.count, found.count { helpCount(for: $0) == 0 })
  }

  /// Whether a number has been found.
  public func isFound(_ line: Practice.Line) -> Bool {
    if exercise?.practice.round == .question { return foundLabels.contains(line.label) }
    return (outcomes[line.step] ?? memory.outcomes[line.step]) == .answered
  }

  /// How often there was help with a number: a hint, a look inside, the answer, or what stands further down.
  public func helpCount(for line: Practice.Line) -> Int { helps[line.step] ?? memory.helps[line.step] ?? 0 }

  private var foundLabels: Set<String> {
    Set(questions.values.flatMap(\.entries).filter { $0.shown != nil }.map(\.label))
  }

  /// The numbers that stand on the page that was empty, each as it can be noted.
  public var entries: [String] { questions.values.flatMap(\.entries).map(\.text) }

  /// Whether nothing is left to be done about any of the numbers.
  public var isPractised: Bool {
    exercise?.practice.lines.allSatisfy { (outcomes[$0.step] ?? memory.outcomes[$0.step]) != nil } ?? false
  }

  /// Takes note of help with the question that is open.
  mutating func noteHelp() {
    guard exercise != nil, unansweredQuestion != nil else { return }
    helps[step] = (helps[step] ?? memory.helps[step] ?? 0) + 1
  }

  // MARK: An empty page

  /// What an empty page asks for and does not have yet.
  private func open(_ question: Question) -> [String] {
    let entries = questions[question.number]?.entries ?? []
    return (exercise?.practice.lines.map(\.label) ?? []).filter { label in
      !entries.contains { $0.label == label && (exercise?.isMarkedAtEnd == true || $0.shown != nil) }
    }
  }

  /// Takes `NAME = NUMBER`, or the number alone where only one is left to be found.
  mutating func enter(_ reply: String, to question: Question) {
    let typed = Action.answer.prompt.map { $0 + reply }
    let parts = reply.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
    let left = open(question)
    guard parts.count == 2 || left.count == 1 else {
      let names = left.map { "`\($0)`" }.joined(separator: ", ")
      return add(
        .sentence(
          "Type a name and its number: `\(left.first ?? "y") = 0.1`. Still to be found: \(names).",
          typed: typed))
    }
    let (name, number) = parts.count == 2 ? (parts[0], parts[1]) : (left[0], reply)
    let standpoint = page.run.standpoint(afterPart: position.part)
    let asked: Question
    switch standpoint.question(for: name, number: question.number) {
    case .success(let found): asked = found
    case .failure(let refusal): return add(Note(typed: typed, content: .parts(refusal.parts)))
    }
    guard case .number(let answer) = asked.kind else { return }
    let verdict = standpoint.verdict(on: number, to: asked)
    if verdict.outcome == .sentBack { return add(Note(typed: typed, content: .parts(verdict.remarks))) }
    if exercise?.isMarkedAtEnd == true {
      put(Entry(formula: answer.formula, typed: number), question)
      let left = open(question)
      if left.isEmpty { return mark(question, typed: typed) }
      return add(
        .sentence(
          "Noted. It is marked when this is there, too: \(left.map { "`\($0)`" }.joined(separator: ", ")).",
          typed: typed))
    }
    guard verdict.outcome == .right else { return add(Note(typed: typed, content: .parts(verdict.remarks))) }
    notes = []
    put(Entry(formula: answer.formula, typed: number, shown: answer.shown), question)
    close(question)
  }

  /// Marks all numbers that are there; those that are wrong are taken off the page.
  private mutating func mark(_ question: Question, typed: String?) {
    let standpoint = page.run.standpoint(afterPart: position.part)
    let entries = questions[question.number]?.entries ?? []
    var wrong: [Note] = []
    for entry in entries where entry.shown == nil {
      guard case .success(let asked) = standpoint.question(for: entry.label, number: question.number),
        case .number(let answer) = asked.kind
      else { continue }
      let verdict = standpoint.verdict(on: entry.typed, to: asked)
      if verdict.outcome == .right {
        put(Entry(formula: entry.formula, typed: entry.typed, shown: answer.shown), question)
      } else {
        questions[question.number]?.entries.removeAll { $0.label == entry.label }
        wrong.append(Note(typed: entry.text, content: .parts(verdict.remarks)))
      }
    }
    add(.sentence("\(entries.count - wrong.count) of \(entries.count) right.", typed: typed))
    wrong.forEach { add($0) }
    close(question)
  }

  private mutating func put(_ entry: Entry, _ question: Question) {
    var state = questions[question.number] ?? QuestionState()
    if let index = state.entries.firstIndex(where: { $0.label == entry.label }) {
      state.entries[index] = entry
    } else {
      state.entries.append(entry)
    }
    state.entriesPart = position.part
    questions[question.number] = state
  }

  /// Ends the question once all that it asks for is found.
  private mutating func close(_ question: Question) {
    let entries = questions[question.number]?.entries ?? []
    let right = Set(entries.filter { $0.shown != nil }.map(\.label))
    guard exercise?.practice.lines.allSatisfy({ right.contains($0.label) }) == true else { return }
    end(question, .answered)
    add(.sentence("All that was asked for is found."))
  }

  /// The numbers that are there, to stand below the question.
  func note(of entries: [Entry]) -> Note {
    let lines = entries.map { entry in
      if let shown = entry.shown {
        Line(.remark([.words("right:"), .relation(entry.formula, .equals, .number(shown))]))
      } else {
        Line(.remark([.words("noted:"), .formula(entry.formula), .words("= \(entry.typed)")]))
      }
    }
    return Note(content: .parts([.step(Step(name: "", lines: lines))]))
  }

  /// Shows what was asked for and not found.
  mutating func showAnswers(to question: Question) {
    let standpoint = page.run.standpoint(afterPart: position.part)
    for label in open(question) {
      guard case .success(let asked) = standpoint.question(for: label, number: question.number) else {
        continue
      }
      add(Note(content: .answer(asked)))
    }
  }

  /// Puts the numbers of an earlier reading on the page again; each is judged anew.
  mutating func recallEntries(to question: Question) {
    let (noted, kept) = (notes, saidCount)
    for entry in memory.entries { enter(entry, to: question) }
    (notes, saidCount) = (noted, kept)
  }

  // MARK: The end

  /// What is said at the end of a round.
  var endOfRound: String? {
    guard let exercise else { return nil }
    let (all, withoutHelp) = found
    let count = exercise.practice.lines.count
    let left = exercise.practice.lines.filter { !isFound($0) }.map { "`\($0.label)`" }
    var words = "This is the end of round \(exercise.practice.round.rawValue): \(all) of \(count) found"
    words +=
      all == 0 ? "." : withoutHelp == all ? ", without help." : ", \(withoutHelp) of them without help."
    if !left.isEmpty {
      let told = left.prefix(8).joined(separator: ", ")
      words += " Not found: \(told)\(left.count > 8 ? " and \(left.count - 8) more" : "")."
    }
    return words
  }
}
