internal import Algebra
internal import Transcript

/// What is said of a check, in the same words in every format.
enum CheckFinding {
  /// The number that is shown behind the name, and how it is met.
  case met(Relation, Number, way: [Phrase])
  /// A sentence in its place.
  case unmet([Phrase])
}

extension Check {
  /// What is said of it.
  var finding: CheckFinding {
    func met(_ number: Number, _ way: [Phrase]) -> CheckFinding {
      // What is only near must not stand behind an equals sign.
      let isNear = if case .withinTolerance = outcome { true } else { false }
      return .met(isNear ? .approximates : .equals, number, way: way)
    }
    func unmet(_ words: String..., printed: [Phrase], _ computed: Number, behind end: [Phrase] = [])
      -> CheckFinding
    {
      .unmet(
        [.formula(subject), .words(": " + words[0])] + printed + [
          .words(words[1]), .formula(.number(computed)),
        ] + end)
    }
    let told: [Phrase] = [.formula(.number(printed))] + (toleranceWords ?? [])
    switch outcome {
    case .exact: return met(printed, [])
    case .rounded: return met(printed, [.words("rounded")])
    case .cutOff(let rounded): return met(printed, [.words("cut off; rounded,"), .formula(.number(rounded))])
    case .withinTolerance(let computed):
      return met(
        printed,
        [.words("within")] + (toleranceWords ?? []) + [.words("; it is"), .formula(.number(computed))])
    case .otherInputs(let computed, let isSlip):
      return met(
        computed,
        [.words((isSlip ? "a printed slip, for" : "printed for") + " the lesson's own inputs:")] + told)
    case .documentedSlip(let computed):
      return unmet("printed is", "; it is", printed: told, computed)
    case .notMet(let computed, let difference):
      return unmet(
        "printed is", "; it is", printed: told, computed,
        behind: [
          .words(","), .formula(.number(difference.magnitude)),
          .words(difference.isNegative ? "less" : "more"),
        ])
    case .slipIsMet(let computed):
      return unmet("the lesson says that", "is a slip, but it is met; it is", printed: told, computed)
    }
  }

  private var toleranceWords: [Phrase]? { tolerance.map { [.words("±"), .formula(.number($0))] } }

  /// The mark before it.
  var mark: CheckMark {
    switch outcome {
    case .exact, .rounded, .cutOff, .withinTolerance: .met
    case .documentedSlip: .slip
    case .otherInputs: .untold
    case .notMet, .slipIsMet: .failure
    }
  }
}

/// The mark before a check.
enum CheckMark: String {
  case met = "✓"
  case untold = "-"
  case slip = "≠"
  case failure = "✗"
}
