import LessonRuntime
import Tutor

// What may be meant by what is typed for a name or a text.

extension Reader {
  /// What somebody wants to find.
  enum Sought: Sendable {
    /// A step, by its name or a part of that.
    case step(String)
    /// A text on the page.
    case text(String)
  }

  /// Something that may be meant.
  struct Match: Equatable, Sendable {
    /// The index of the step.
    var step: Int
    /// What the step is called, or the line that holds the text.
    var text: String
  }

  /// All that may be meant by a text that is typed for an action, that to which the action leads first, and the step before
  /// which a search has stopped, as it is not to train while somebody types.
  func matches(for action: Action, _ text: String) -> (matches: [Match], stop: Int?) {
    guard !text.withSingleSpaces.isEmpty else { return ([], nil) }
    if action == .goTo {
      let steps = steps.indices(of: text).map { Match(step: $0, text: self.steps[$0].name) }
      if !steps.isEmpty || Int(text) != nil { return (steps, nil) }
    }
    let (count, stop) = partsBeforeTraining
    let sought = SoughtText(text)
    let found = (0..<count).filter { page.part($0, holds: sought) }
    let first = action == .search ? found.partitioningIndex { $0 > position.part } : 0
    let matches = (found[first...] + found[..<first]).flatMap { part in
      page.lines(part, holding: sought).map { Match(step: page.run.statement(ofPart: part), text: $0) }
    }
    return (matches, stop)
  }

  /// How many parts are worked out, or can be without a training, and the step that trains next.
  private var partsBeforeTraining: (count: Int, stop: Int?) {
    let worked = page.workedCount
    let last = worked > 0 ? page.run.statement(ofPart: worked - 1) : -1
    let training = steps.indices.first { $0 > last && steps[$0].text.hasPrefix("train ") }
    let count = training.map { max(worked, page.run.partCount(throughStatement: $0 - 1)) } ?? .max
    var index = worked
    while index < count, page.has(index) { index += 1 }
    return (index, training)
  }

  /// Goes to the next match of what was sought last, or to the one before, round the lesson.
  mutating func goToMatch(isBackwards: Bool) {
    notes = []
    switch sought {
    case nil: notes = [.sentence("Nothing has been searched for.")]
    case .text(let text):
      if isBackwards { searchBackwards(text) } else { search("") }
    case .step(let text):
      let indices = steps.indices(of: text).sorted()
      let places = indices.map { page.run.partCount(throughStatement: $0) - 1 }
        .filter { $0 >= 0 && page.has($0) }.map(shown)
      let next = isBackwards ? places.last { $0 < position } : places.first { $0 > position }
      guard let place = next ?? (isBackwards ? places.last : places.first) else { return }
      position = place
      let number = places.firstIndex(of: place).map { $0 + 1 } ?? 1
      notes = [.sentence("Match \(number) of \(places.count): step \(step + 1).")]
    }
  }

  private mutating func searchBackwards(_ text: String) {
    let text = SoughtText(text)
    // What is found in a heading is shown with what stands below it.
    let before = (0..<max(0, position.part)).last { page.part($0, holds: text) && shown($0) < position }
    var last: Int?
    if before == nil {
      var index = max(0, position.part)
      while page.has(index) {
        if page.part(index, holds: text) { last = index }
        index += 1
      }
    }
    guard let part = before ?? last else {
      notes = [.sentence("This is nowhere in the lesson.")]
      return
    }
    position = shown(part)
    notes = [.sentence("Found at step \(step + 1)\(before == nil ? ", from the end again" : "").")]
  }

  /// Sets off what was searched for until the reader asks for something else.
  mutating func noteHighlight(_ action: Action) {
    highlighted = nil
    guard [.goTo, .search, .nextMatch, .previousMatch].contains(action), case .text(let text)? = sought else {
      return
    }
    highlighted = text.withSingleSpaces
  }
}

extension [Int] {
  /// The index of the first element that fulfils a condition, all behind which do; the count where none does.
  fileprivate func partitioningIndex(where isBehind: (Int) -> Bool) -> Int {
    firstIndex(where: isBehind) ?? count
  }
}
