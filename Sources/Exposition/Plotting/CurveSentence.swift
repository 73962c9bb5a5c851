import Algebra
import Engine
import Transcript

/// What a curve shows, in words: its extremes and its trend, and where it has no value.
struct CurveSentence {
  /// What the curve shows.
  package let label: Formula
  /// What is said of it.
  package let shape: CurveShape
  /// Whether the curve has more points than are drawn.
  package let isSampled: Bool
  /// How numbers on the horizontal axis are written.
  package let place: (Double) -> [Phrase]
  /// How values are written.
  package let number: (Double) -> Number

  /// Stretches without a value are listed up to this many, else counted.
  private static let maxListedGaps = 3
  /// Turns are listed up to this many, else counted.
  private static let maxListedTurns = 2
  /// With fewer samples to a turn, a curve may as well turn many times between two of them.
  private static let minSamplesPerTurn = 4

  /// A sentence on its values, one on turns that nobody can count, and one on its gaps, if there are any.
  var sentences: [[Phrase]] {
    guard shape.placeCount > 0 else { return [[.formula(label), .words("has no points.")]] }
    return [values, uncountable, gaps].filter { !$0.isEmpty }
  }

  private var values: [Phrase] {
    guard let extremes = shape.extremes else { return [] }
    let name = Phrase.formula(label)
    guard shape.points.count > 1 else {
      let verb = shape.placeCount > 1 ? "has only one value," : "is"
      return [name, .words(verb)] + point(0) + [.words(".")]
    }
    guard shape.turns.count > 1 else {
      return [name, .words("is"), value(0), Self.wherever(hasGaps: shape.gapCount > 0, isSampled: isSampled)]
    }
    let inner = self.inner
    if isTorn || inner.count > Self.maxListedTurns {
      let besides = isWavering ? " besides small ups and downs" : ""
      let turning = isTorn || !areTurnsTold ? "" : ", turning \(inner.count) times\(besides)"
      return [name, .words("\(isTorn ? "is" : "swings") between its lowest,")] + point(extremes.lowest)
        + [.words(", and its highest,")] + point(extremes.highest)
        + [.words("\(turning); it goes from")] + point(0) + [.words("to")]
        + point(shape.points.count - 1) + [.words(".")]
    }
    return [name] + course(by: inner) + (isWavering ? [.words(", with small ups and downs")] : [])
      + others(besides: [0] + inner + [shape.points.count - 1]) + [.words(".")]
  }

  /// Where something has its only value: what is sampled may have others between the points that are drawn.
  static func wherever(hasGaps: Bool, isSampled: Bool) -> Phrase {
    switch (hasGaps, isSampled) {
    case (false, false): .words("everywhere.")
    case (false, true): .words("at every point drawn.")
    case (true, false): .words("wherever it has a value.")
    case (true, true): .words("at every point drawn that has a value.")
    }
  }

  // MARK: - Turns

  /// Whether the points are near enough to each other to tell how often it turns.
  private var areTurnsTold: Bool {
    !isSampled || inner.count * Self.minSamplesPerTurn <= shape.points.count
  }

  private var uncountable: [Phrase] {
    areTurnsTold
      ? []
      : [.words("How often"), .formula(label), .words("turns cannot be told from the points drawn.")]
  }

  /// Where it begins, turns and ends, but for turns that cannot be told by the numbers as they are shown.
  private var visibleTurns: [Int] {
    var turns: [Int] = []
    for turn in shape.turns {
      let looksLikeLast =
        turns.last.map { number(shape.points[$0].y) == number(shape.points[turn].y) } ?? false
      if looksLikeLast, turn == shape.turns.last, turns.count > 1 { continue }
      if looksLikeLast { turns.removeLast() }
      if !looksLikeLast || turns.isEmpty { turns.append(turn) }
    }
    return turns
  }

  /// Where it turns on its way: everywhere if that is soon told, else only where it does so for long.
  private var inner: [Int] {
    let all = Array(visibleTurns.dropFirst().dropLast())
    return all.count > Self.maxListedTurns ? Array(shape.largeTurns.dropFirst().dropLast()) : all
  }

  /// Whether it has turns that are too small and too many to be told.
  private var isWavering: Bool { visibleTurns.count - 2 > inner.count }

  /// Whether it has turns and a gap. Between two sides of a gap nothing rises or falls.
  private var isTorn: Bool { !inner.isEmpty && shape.hasInnerGap }

  /// Whether a lowest or a highest point is told that is neither its first nor its last.
  var tellsTurns: Bool { !inner.isEmpty || isWavering }

  // MARK: - Pieces

  /// `rises from A to B, falls to C, and then rises to D`; `is 0 up to P and then rises to B`
  private func course(by inner: [Int]) -> [Phrase] {
    let last = shape.points.count - 1
    let stops = inner + [shape.zeros.end ?? last]
    var isRising = shape.points[0].y < shape.points[stops[0]].y
    var clauses: [[Phrase]] = []
    let steps = inner.isEmpty ? shape.stepCount : nil
    if let end = shape.zeros.start, steps == nil {
      clauses.append([.words("is"), value(0), .words("up to")] + place(shape.points[end].x))
    }
    for stop in steps == nil ? stops : [last] {
      let verb =
        (isRising ? "rises" : "falls") + (steps.map { $0 == 1 ? " in 1 step" : " in \($0) steps" } ?? "")
      let start =
        clauses.isEmpty ? [.words("\(verb) from")] + point(0) + [.words("to")] : [.words("\(verb) to")]
      clauses.append(start + point(stop))
      isRising.toggle()
    }
    if shape.zeros.end != nil, steps == nil { clauses.append([.words("stays there")]) }
    return clauses.enumerated().flatMap { index, clause -> [Phrase] in
      guard index > 0 else { return clause }
      let comma = clauses.count > 2 ? [Phrase.words(",")] : []
      return comma + (index == clauses.count - 1 ? [.words("and then")] : []) + clause
    }
  }

  /// The extremes, where the course does not come by them.
  private func others(besides told: [Int]) -> [Phrase] {
    guard let extremes = shape.extremes else { return [] }
    let said = told.map { number(shape.points[$0].y) }
    return [("lowest", extremes.lowest), ("highest", extremes.highest)]
      .filter { !told.contains($1) && !said.contains(number(shape.points[$1].y)) }
      .enumerated().flatMap { index, extreme in
        [.words("\(index == 0 ? ";" : ", and") its \(extreme.0) is")] + point(extreme.1)
      }
  }

  private var gaps: [Phrase] {
    guard let first = shape.gaps.first, let last = shape.gaps.last else { return [] }
    let name = Phrase.formula(label)
    guard shape.gaps.count <= Self.maxListedGaps else {
      return [name, .words("has no value at \(shape.gapCount) of \(shape.placeCount) points: first at")]
        + place(first.first) + [.words(", last at")] + place(last.last) + [.words(".")]
    }
    let stretches = shape.gaps.map { gap in
      gap.first == gap.last
        ? [.words("at")] + place(gap.first)
        : [.words("from")] + place(gap.first) + [.words("to")] + place(gap.last)
    }
    return [name, .words("has no value")] + stretches.joined(separator: [.words("and")]) + [.words(".")]
  }

  /// `0.5 at x = 1`
  private func point(_ index: Int) -> [Phrase] {
    [value(index), .words("at")] + place(shape.points[index].x)
  }

  private func value(_ index: Int) -> Phrase { .formula(.number(number(shape.points[index].y))) }
}
