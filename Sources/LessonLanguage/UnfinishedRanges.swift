import Diagnostics

/// The ranges behind a `for`, of which more is to be read.
struct UnfinishedRanges {
  /// The ranges that are complete.
  private(set) var complete: [NamedRange] = []
  private var name: Identifier
  private var first: Expression?
  private var last: Expression?

  /// Ranges of which only the first `for` name has been read.
  init(_ name: Identifier) { self.name = name }

  /// What the expression that is read next is of a range.
  enum Bound { case first, last, step }

  /// What the expression that is read next is of the range.
  var awaited: Bound { first == nil ? .first : last == nil ? .last : .step }

  /// Takes the first value.
  mutating func takeFirst(_ value: Expression) { first = value }

  /// Takes the last value.
  mutating func takeLast(_ value: Expression) { last = value }

  /// Makes the range complete.
  mutating func finishRange(step: Expression?) {
    if let first, let last {
      complete.append(NamedRange(name: name, span: Span(first, last), step: step))
    }
    (first, last) = (nil, nil)
  }

  /// Makes the range one of numbers that are written one by one.
  mutating func finishRange(of items: [Expression], at range: SourceRange) {
    complete.append(NamedRange(name: name, .list(items, at: range)))
  }

  /// Begins the next range.
  mutating func beginRange(_ name: Identifier) { self.name = name }
}
