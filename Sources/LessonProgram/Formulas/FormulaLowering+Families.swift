import Algebra
import Diagnostics
package import LessonLanguage

// The elements of families that are defined.

extension FormulaLowering {
  /// The indices of an element that is defined.
  package mutating func indices(of reference: Reference) -> [Int]? {
    var indices: [Int] = []
    for expression in reference.indices {
      let before = diagnostics.count
      let formula = indexFormula(of: expression)
      guard diagnostics.count == before else { return nil }
      guard let value = formula.constant else {
        report(
          "the indices of what is defined are fixed, and `\(file[expression.range])` may change",
          at: expression.range, hint: "numbers, consts and `for` names may stand here")
        return nil
      }
      guard let index = wholeNumber(value, at: expression.range, "an index") else { return nil }
      indices.append(index)
    }
    return indices
  }

  /// The elements of a list; its rows must be of one length. `from` is the first value of each index, 1 where it is `nil`.
  package mutating func elements(of list: Expression, from bases: [Int]?) -> DefinedElements {
    var items: [DefinedElement] = []
    var shape: [Int] = []
    guard readShape(of: list, &shape, depth: 0) else { return .none }
    collect(list, shape[...], bases ?? shape.map { _ in 1 }, [], &items)
    return DefinedElements(items)
  }

  /// The lengths of a list and of its rows, those of the first ones.
  private mutating func readShape(of list: Expression, _ shape: inout [Int], depth: Int) -> Bool {
    guard case .list(let entries) = list.kind else { return true }
    guard let first = entries.first else {
      report("a list needs at least one entry", at: list.range)
      return false
    }
    guard entries.count <= Self.maxElements else {
      report("a family has at most 1,000,000 elements, and this one has more", at: list.range)
      return false
    }
    shape.append(entries.count)
    return readShape(of: first, &shape, depth: depth + 1)
  }

  private mutating func collect(
    _ list: Expression, _ shape: ArraySlice<Int>, _ bases: [Int], _ indices: [Int],
    _ items: inout [DefinedElement]
  ) {
    guard let length = shape.first else {
      if case .list(let entries) = list.kind {
        report(
          "the rows of this list are not of the same kind: here is a list of \(entries.count)", at: list.range
        )
        return
      }
      items.append(.init(indices: indices, formula: formula(of: list)))
      return
    }
    guard case .list(let entries) = list.kind else {
      report("the rows of this list are not of the same kind: here is a number", at: list.range)
      return
    }
    guard entries.count == length else {
      report(
        "the rows of this list have \(length) entries, and this one has \(entries.count)", at: list.range)
      return
    }
    let before = diagnostics.count
    for (offset, entry) in entries.enumerated() {
      collect(entry, shape.dropFirst(), bases, indices + [bases[indices.count] + offset], &items)
      guard diagnostics.count == before else { return }
    }
  }

  /// `b[1...8] = 0` and `T[0...2, 0...2] = [[…]]`.
  package mutating func elements(filling spans: [Span], with value: Expression, of given: Given)
    -> DefinedElements
  {
    guard given.ranges.isEmpty else {
      report(
        "a `for` goes with names of indices, not with ranges of them", at: given.name.range,
        hint: "write `\(given.name.text)[i] = … for i in 1...3`")
      return .none
    }
    guard let bounds = bounds(of: spans, of: given) else { return .none }
    guard case .list = value.kind else {
      switch self.value(of: value) {
      case .broken: return .none
      case .number(let formula): return DefinedElements(at: bounds.combinations, formula)
      case .family(let family):
        guard family.isWhole, family.bounds.map(\.count) == bounds.map(\.count) else {
          let wanted = bounds.map { String($0.count) }.joined(separator: "×")
          report(
            "the indices ask for \(wanted) elements, and \(quoted(value)) \(family.shape)", at: value.range)
          return .none
        }
        return DefinedElements(at: bounds.combinations, each: family.items)
      }
    }
    var shape: [Int] = []
    guard readShape(of: value, &shape, depth: 0) else { return .none }
    guard shape == bounds.map(\.count) else {
      let wanted = bounds.map { String($0.count) }.joined(separator: " by ")
      let found = shape.map(String.init).joined(separator: " by ")
      report("the indices ask for \(wanted) elements, and the list has \(found)", at: value.range)
      return .none
    }
    return elements(of: value, from: bounds.map(\.lowerBound))
  }

  /// The choices of indices that ranges in brackets stand for; `nil` where they have an error, which is reported.
  package mutating func indices(filling spans: [Span], of given: Given) -> Combinations? {
    guard given.ranges.isEmpty else {
      report(
        "a `for` goes with names of indices, not with ranges of them", at: given.name.range,
        hint: "write `\(given.name.text)[i] ~ … for i in 1...3`")
      return nil
    }
    return bounds(of: spans, of: given)?.combinations
  }

  /// The ranges of the indices; `nil` where they have an error, or where there is no room for so many elements: that is
  /// told before any of them is written out.
  private mutating func bounds(of spans: [Span], of given: Given) -> [ClosedRange<Int>]? {
    var bounds: [ClosedRange<Int>] = []
    var count = 1.0
    for span in spans {
      guard let first = end(span.first), let last = end(span.last) else { return nil }
      guard first <= last else {
        report("this range of indices runs backwards", at: span.range)
        return nil
      }
      bounds.append(first...last)
      count *= Double(last - first) + 1
      guard count <= Double(Self.maxElements) else {
        report("a family has at most 1,000,000 elements, and this one has more", at: span.range)
        return nil
      }
    }
    guard count <= Double(scope.maxValues(withFormulasOf: 1)) else {
      scope.fill()
      report(Scope.tooMuchWritten, at: given.name.range)
      return nil
    }
    return bounds
  }

  /// `A[i, j] = W[i, j] for i in 1...2, j in 1...2`, and `s[0] = 1` without a `for`.
  package mutating func elements(
    _ reference: Reference, _ value: Expression, _ ranges: [NamedRange]
  ) -> DefinedElements {
    var items: [DefinedElement] = []
    let before = diagnostics.count
    forEach(ranges[...]) { lowering in
      guard let indices = lowering.indices(of: reference) else { return false }
      lowering.beginFormula()
      items.append(.init(indices: indices, formula: lowering.formula(of: value)))
      return lowering.diagnostics.count == before
    }
    return diagnostics.count == before ? DefinedElements(items) : .none
  }
}
