import Algebra
import Diagnostics
import LessonLanguage

// The names that were known at a place, when the lesson has been read on.

extension Scope {
  /// A place in a lesson: what had been defined and changed there.
  package struct Checkpoint {
    fileprivate let definitionCount: Int
    fileprivate let turnCount: Int
    /// Where the lesson had been read up to.
    fileprivate let end: Int
  }

  /// The place that has been reached; the lesson has been read up to `end`.
  func checkpoint(readUpTo end: Int) -> Checkpoint {
    Checkpoint(definitionCount: definitions.count, turnCount: history.count, end: end)
  }

  /// The names that were known at a place, and which of them were stale. Cost: O(names and changes up to there).
  package func scope(at checkpoint: Checkpoint) -> Scope {
    let past = Scope()
    var next = 0
    for turn in history[..<checkpoint.turnCount] {
      past.define(definitions[next..<turn.definitionCount], in: families)
      next = turn.definitionCount
      switch turn.effect {
      case .change(let names, let range): past.change(names, at: range)
      case .forward: past.forward()
      case .stale(let values): past.makeStale(values)
      }
    }
    past.define(definitions[next..<checkpoint.definitionCount], in: families)
    let isKnown = { (range: SourceRange) in range.lowerBound < checkpoint.end }
    past.dataRanges = dataRanges.filter { isKnown($0.value) }
    past.data = data.filter { past.dataRanges[$0.key] != nil }
    past.functions = functions.filter { isKnown($0.value.definition.name.range) }
    past.optimizers = optimizers.filter { isKnown($0.value) }
    past.trainings = trainings.filter { isKnown($0.value) }
    past.schedules = schedules.filter { isKnown($0.value.range) }
    past.constants = constants.filter { past[$0.key] != nil }
    return past
  }

  /// Defines names as another scope has them.
  private func define(_ definitions: ArraySlice<Definition>, in families: [Name: Family]) {
    for definition in definitions {
      let (name, kind, range) = (definition.name, definition.kind, definition.range)
      guard let (family, indices) = name.element, families[family] != nil else {
        define(name, kind, at: range, as: definition.formula)
        continue
      }
      define(name, in: family, indices, kind, at: range, as: definition.formula)
    }
  }
}

extension Name {
  /// Of an element, its family and its indices: of `W[1,2]`, `W` and 1, 2.
  fileprivate var element: (family: Name, indices: [Int])? {
    guard text.hasSuffix("]"), let bracket = text.firstIndex(of: "[") else { return nil }
    let list = text[text.index(after: bracket)...].dropLast()
    return (Name(String(text[..<bracket])), list.split(separator: ",").compactMap { Int($0) })
  }
}
