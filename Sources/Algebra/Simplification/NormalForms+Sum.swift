extension NormalForms {
  /// The sum of `terms`: inner sums are opened, like terms collected, and a positive term leads if there is one. The
  /// order is otherwise that of first mention.
  mutating func sum(_ terms: [NormalForm]) -> NormalForm {
    var collector = SumCollector()
    for term in terms {
      if case .sum(let inner) = self[term.part], term.coefficient.isUnit {
        for innerTerm in inner { collector.add(innerTerm.times(term.coefficient.numerator)) }
      } else {
        collector.add(term)
      }
    }
    var collected = collector.terms.filter { !$0.isZero }
    guard collected.count > 1 else { return collected.first ?? .zero }
    guard let leader = collected.firstIndex(where: { !$0.coefficient.isNegative }) else {
      return NormalForm(Rational(-1), part(.sum(collected.map { $0.times(-1) })))
    }
    collected.insert(collected.remove(at: leader), at: 0)
    return NormalForm(.one, part(.sum(collected)))
  }
}

/// Terms, those with the same part as one.
private struct SumCollector {
  private(set) var terms: [NormalForm] = []
  private var places: [Part: Int] = [:]

  mutating func add(_ term: NormalForm) {
    if let place = places[term.part], let total = terms[place].coefficient.adding(term.coefficient) {
      terms[place] = NormalForm(total, term.part)
    } else {
      // Coefficients whose sum is beyond bounds stay apart.
      if places[term.part] == nil { places[term.part] = terms.count }
      terms.append(term)
    }
  }
}
