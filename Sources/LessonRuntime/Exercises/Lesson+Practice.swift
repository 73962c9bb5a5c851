import Algebra
import Diagnostics
import Engine
import LessonProgram
import Prose
import Transcript

extension Lesson {
  /// The lesson's working as an exercise, with the numbers of the options; `nil` where nothing is to be filled.
  ///
  /// The third round asks for what the lesson explains before a number changes, at most four of them; where it explains nothing, for
  /// the last derivative that it works out before that, or else the last value.
  public func practice(_ round: Practice.Round, _ options: RunOptions = RunOptions()) -> Practice? {
    switch round {
    case .results: practice(round, ExerciseMaker(self, options, .results))
    case .names: practice(round, ExerciseMaker(self, options, .working))
    case .question: practice(withQuestionOnly: ExerciseMaker(self, options, .all), options)
    }
  }

  // MARK: Line by line

  private func practice(_ round: Practice.Round, _ maker: ExerciseMaker) -> Practice? {
    guard !maker.lines.isEmpty else { return nil }
    var items: [Arrangement.Item] = []
    var lines: [Practice.Line] = []
    let steps = self.steps
    for place in workingPlaces where place < maker.end {
      items.append(.statement(place))
      for line in maker.lines where line.place == place {
        let isNew = instructions[place].kind.givesNewNumbers
        let text = "What is \(line.subject.text(.unicode))\(isNew ? " now" : "")?"
        let hints = round == .results ? [] : line.way.numbers
        lines.append(
          Practice.Line(
            label: line.subject.text(.unicode), step: items.count, origin: steps[place],
            subject: line.subject))
        items.append(
          .question(
            question(lines.count, text, asking: line.formula, line.decimals, hints, at: place), after: place))
      }
    }
    return Practice(
      round: round, lesson: arranged(Arrangement(items, blanks: maker.blanks)), lines: lines)
  }

  private func question(
    _ number: Int, _ text: String, asking formula: Formula, _ decimals: Int, _ hints: [String], at place: Int
  ) -> Instruction.Question {
    let range = instructions[place].range
    return Instruction.Question(
      number: number, text: [.text(text)],
      kind: .number(.init(value: .init(formula: formula, range: range), decimals: decimals)),
      hints: hints.map { [.text($0)] }, reason: nil, range: range)
  }

  // MARK: An empty page

  private func practice(withQuestionOnly maker: ExerciseMaker, _ options: RunOptions) -> Practice? {
    let before = workingPlaces.filter { $0 < maker.end }.prefix { !instructions[$0].kind.givesNewNumbers }
    guard let last = before.last else { return nil }
    let goals = goals(before, maker)
    guard let final = goals.last else { return nil }
    let heading = before.first { instructions[$0].kind.isHeading }
    var items: [Arrangement.Item] = []
    var silent: Set<Int> = []
    for place in before {
      let kind = instructions[place].kind
      if kind.isHeading, place != heading { continue }
      items.append(.statement(place))
      if !kind.isGivenToAll { silent.insert(instructions[place].range.lowerBound) }
    }
    let names = goals.map { $0.subject.text(.unicode) }
    let text =
      "Work out \(names.listed). Type each number that you find on the way, or only "
      + (goals.count == 1 ? "this one" : "these") + ", in any order: \(names[0]) = …"
    let hints = goals.flatMap { $0.way.names + $0.way.numbers }
    let step = items.count
    items.append(
      .question(
        question(1, text, asking: final.formula, final.decimals, hints, at: last), after: last))
    let steps = self.steps
    let lines = goals.map { goal in
      Practice.Line(
        label: goal.subject.text(.unicode), step: step, origin: steps[goal.place], subject: goal.subject)
    }
    return Practice(
      round: .question, lesson: arranged(Arrangement(items, blanks: maker.blanks, silent: silent)),
      lines: lines)
  }

  /// What the question of an empty page asks for.
  private func goals(_ places: ArraySlice<Int>, _ maker: ExerciseMaker) -> [ExerciseMaker.Line] {
    let explained = places.compactMap { place -> ExerciseMaker.Line? in
      guard case .explain(let formula) = instructions[place].kind else { return nil }
      return maker.lines.last { $0.place == place && $0.subject == formula }
    }
    if !explained.isEmpty { return Array(explained.suffix(ExerciseMaker.mostLines)) }
    let passed = maker.lines.filter { line in
      guard places.contains(line.place), case .derivative = line.subject else { return false }
      return true
    }
    if let last = passed.last { return [last] }
    return maker.lines.last { places.contains($0.place) }.map { [$0] } ?? []
  }
}

extension Instruction.Kind {
  /// Whether names have other numbers behind it.
  fileprivate var givesNewNumbers: Bool {
    switch self {
    case .update, .assign, .forward, .reset: true
    default: false
    }
  }

  fileprivate var isHeading: Bool {
    if case .prose(.heading) = self { true } else { false }
  }

  /// Whether it is shown also on a page that is otherwise empty.
  fileprivate var isGivenToAll: Bool {
    switch self {
    case .given, .data, .function, .prose: true
    default: false
    }
  }
}

extension [String] {
  /// `a, b and c`
  fileprivate var listed: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + (last ?? "")
  }
}
