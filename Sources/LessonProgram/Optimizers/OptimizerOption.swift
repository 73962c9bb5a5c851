import Algebra

extension Optimizer {
  /// A setting that makes another optimizer of one where a lesson gives it; without it nothing of it is to be seen.
  package struct Option: Sendable {
    /// Its label in a lesson.
    package let label: String
    /// What it is in a lesson.
    package let kind: Kind
    /// The optimizer with it. Where it is a number, it is the last of the settings.
    package let optimizer: Optimizer
  }

  /// What an option is in a lesson.
  package enum Kind: Sendable {
    /// `true` or `false`, which is as good as leaving it out.
    case choice
    /// A number.
    case number
  }

  /// This optimizer, which may be given the option `label` and is then `other`.
  func offering(_ label: String, _ kind: Kind, _ other: Optimizer) -> Optimizer {
    var offering = self
    offering.labels.append(label)
    var optimizer = other
    optimizer.labels = offering.labels
    optimizer.option = label
    offering.options.append(Option(label: label, kind: kind, optimizer: optimizer))
    return offering
  }

  /// This optimizer, which may be given a decay of the params: `d = g + λ·w` takes the place of the derivative `g`.
  ///
  /// It is the descent of a cost that has `λ/2·w²` more for each param. Source: A. Krogh, J. Hertz, "A simple weight decay can
  /// improve generalization" (1991). PyTorch: `SGD(…, weight_decay=λ)`.
  func offeringDecay() -> Optimizer {
    let (derivative, decayed) = (Formula.name(Optimizer.derivative), Formula.name(Name("d")))
    let decay = Setting(label: "decay", symbol: Name("λ", ascii: "lambda"))
    let replaced = { (formula: Formula) in
      formula.replacingNames { $0 == Optimizer.derivative ? decayed : nil }
    }
    let first = Quantity(
      symbol: Name("d"), formula: derivative + .name(decay.symbol) * .name(Optimizer.param),
      role: .intermediate)
    let others = quantities.dropLast().map {
      Quantity(symbol: $0.symbol, formula: replaced($0.formula), role: $0.role)
    }
    return offering(
      "decay", .number,
      Optimizer(name, settings + [decay], [first] + others, descent: replaced(descent)))
  }
}
