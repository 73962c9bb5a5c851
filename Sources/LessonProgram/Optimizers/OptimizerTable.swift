import Algebra
import PrintedNumbers

extension Optimizer {
  /// Every optimizer, from the plain one on. A new one is one entry of this list.
  ///
  /// Each computes what PyTorch's class of that name does with the same settings.
  package static let all = [sgd, momentum, nesterov, adagrad, adadelta, rmsprop, adam, adamw, adamax]
}

extension Optimizer {
  /// Gradient descent: `w ← w − η·g`.
  ///
  /// Source: A. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées" (1847). PyTorch:
  /// `SGD(lr=η)`.
  static let sgd = Optimizer("sgd", [rate], descent: η * g).offeringDecay()

  /// Gradient descent that keeps rolling: `v ← β·v + g`, `w ← w − η·v`.
  ///
  /// Source: B. Polyak, "Some methods of speeding up the convergence of iteration methods" (1964), there with the rate
  /// inside `v`. PyTorch: `SGD(lr=η, momentum=β)`, where the rate stands outside.
  static let momentum = Optimizer(
    "momentum", [rate, .init(label: "beta", symbol: β.symbol, fallback: .literal("0.9"))],
    [.state(v, β * v + g)],
    descent: η * v
  ).offeringDecay()

  /// Momentum that looks ahead: `v ← β·v + g`, `w ← w − η·(g + β·v)`.
  ///
  /// Source: Y. Nesterov, "A method of solving a convex programming problem with convergence rate O(1/k²)" (1983), in
  /// the form of I. Sutskever et al., "On the importance of initialization and momentum in deep learning" (2013). PyTorch:
  /// `SGD(lr=η, momentum=β, nesterov=True)`, which takes the derivative where the param is, and wants `β` above 0.
  static let nesterov = Optimizer(
    "nesterov",
    [rate, .init(label: "beta", symbol: β.symbol, fallback: .literal("0.9"), domain: .aboveZero)],
    [.state(v, β * v + g)],
    descent: η * (g + β * v)
  ).offeringDecay()

  /// A rate for each param that falls with its squared derivatives so far: `s ← s + g²`, `w ← w − η·g/(√s + ε)`.
  ///
  /// Source: J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods for online learning and stochastic
  /// optimization" (2011). PyTorch: `Adagrad(lr=η, eps=ε)`, with `ε` outside the root.
  ///
  /// With the option `start`, `s` starts there and not at 0, which holds the first steps back. PyTorch:
  /// `Adagrad(…, initial_accumulator_value=s0)`; Keras starts it at 0.1.
  static let adagrad = adagrad([], from: nil).offering(
    "start", .number, adagrad([.init(label: "start", symbol: s0)], from: s0))

  private static func adagrad(_ more: [Setting], from start: Name?) -> Optimizer {
    Optimizer(
      "adagrad", [rate, eps("1e-8")] + more,
      [.state(s, s + squared(g), from: start)],
      descent: η * g / (Function.sqrt(s) + ε))
  }

  /// Steps as large as the steps before, measured against the derivatives: `s ← ρ·s + (1 − ρ)·g²`,
  /// `Δ = √(u + ε)/√(s + ε)·g`, `u ← ρ·u + (1 − ρ)·Δ²`, `w ← w − η·Δ`.
  ///
  /// Source: M. Zeiler, "ADADELTA: an adaptive learning rate method" (2012), where `s` is `E[g²]`, `u` is `E[Δx²]`, and
  /// `η` is 1. PyTorch: `Adadelta(lr=η, rho=ρ, eps=ε)`, with `ε` inside both roots.
  static let adadelta = Optimizer(
    "adadelta",
    [
      .init(label: "rate", symbol: η.symbol, fallback: .literal("1")), rho("0.95", .fromZeroToOne),
      eps("1e-6"),
    ],
    [
      .state(s, ρ * s + (1 - ρ) * squared(g)),
      .intermediate(Δ, Function.sqrt(u + ε) / Function.sqrt(s + ε) * g),
      .state(u, ρ * u + (1 - ρ) * squared(Δ)),
    ],
    descent: η * Δ)

  /// A rate for each param by the running mean of its squared derivatives: `s ← ρ·s + (1 − ρ)·g²`,
  /// `w ← w − η·g/(√s + ε)`.
  ///
  /// Source: G. Hinton, "Neural networks for machine learning", lecture 6e (2012). PyTorch: `RMSprop(lr=η, alpha=ρ,
  /// eps=ε)`, with `ε` outside the root.
  static let rmsprop = Optimizer(
    "rmsprop", [rate, rho("0.9", .fromZero), eps("1e-8")],
    [.state(s, ρ * s + (1 - ρ) * squared(g))],
    descent: η * g / (Function.sqrt(s) + ε))

  /// Running means of the derivatives and of their squares, both freed of their start at 0: `m ← β1·m + (1 − β1)·g`,
  /// `v ← β2·v + (1 − β2)·g²`, `m̂ = m/(1 − β1^t)`, `v̂ = v/(1 − β2^t)`, `w ← w − η·m̂/(√v̂ + ε)`.
  ///
  /// Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization" (2015), algorithm 1. PyTorch: `Adam(lr=η,
  /// betas=(β1, β2), eps=ε)`.
  ///
  /// With the option `hat` the corrections are put into the rate, and `ε̂` is added to the root that is not corrected:
  /// `α = η·√(1 − β2^t)/(1 − β1^t)`, `w ← w − α·m/(√v + ε̂)`, so that `ε̂` is `ε·√(1 − β2^t)`. Source: the same, the formula
  /// just before section 2.1. Keras: `Adam(learning_rate=η, beta_1=β1, beta_2=β2, epsilon=ε̂)`.
  static let adam = Optimizer("adam", momentSettings(), moments + corrections, descent: adamDescent).offering(
    "hat", .choice,
    Optimizer(
      "adam", momentSettings(eps: ε̂.symbol),
      moments + [.intermediate(α, η * Function.sqrt(1 - .power(β2, t)) / (1 - .power(β1, t)))],
      descent: α * m / (Function.sqrt(v) + ε̂)))

  /// Adam with a decay of the params that the running means do not see: as `adam`, but
  /// `w ← w − η·λ·w − η·m̂/(√v̂ + ε)`.
  ///
  /// Source: I. Loshchilov, F. Hutter, "Decoupled weight decay regularization" (2019), algorithm 2. PyTorch:
  /// `AdamW(lr=η, betas=(β1, β2), eps=ε, weight_decay=λ)`.
  static let adamw = Optimizer(
    "adamw", momentSettings() + [.init(label: "decay", symbol: λ.symbol, fallback: .literal("0.01"))],
    moments + corrections,
    descent: η * λ * w + adamDescent)

  /// Adam by the largest derivative of late instead of the mean of squares: `m ← β1·m + (1 − β1)·g`,
  /// `u ← max(β2·u, |g| + ε)`, `w ← w − η/(1 − β1^t)·m/u`.
  ///
  /// `u` needs no correction: it does not start too small. With `ε` = 0 and derivatives that have all been 0 the step has no
  /// value. Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization" (2015), algorithm 2, there without `ε`.
  /// PyTorch: `Adamax(lr=η, betas=(β1, β2), eps=ε)`, with `ε` inside the maximum; Keras' `Adamax` adds it to `u` behind it.
  static let adamax = Optimizer(
    "adamax", momentSettings(),
    [
      .state(m, β1 * m + (1 - β1) * g),
      .state(u, Function.max(β2 * u, Function.abs(g) + ε)),
    ],
    descent: η / (1 - .power(β1, t)) * m / u)
}

// MARK: - What they have in common

private let w = Formula.name(Optimizer.param)
private let g = Formula.name(Optimizer.derivative)
private let t = Formula.name(Optimizer.stepNumber)
private let η = Formula.name(Name("η", ascii: "eta"))
private let β = Formula.name(Name("β", ascii: "beta"))
private let β1 = Formula.name(Name("β1", ascii: "beta1"))
private let β2 = Formula.name(Name("β2", ascii: "beta2"))
private let ρ = Formula.name(Name("ρ", ascii: "rho"))
private let α = Formula.name(Name("α", ascii: "alpha"))
private let ε = Formula.name(Name("ε", ascii: "eps"))
private let ε̂ = Formula.name(Name("ε̂", ascii: "eps_hat"))
private let λ = Formula.name(Name("λ", ascii: "lambda"))
private let m = Formula.name(Name("m"))
private let s = Formula.name(Name("s"))
private let s0 = Name("s0")
private let u = Formula.name(Name("u"))
private let v = Formula.name(Name("v"))
private let Δ = Formula.name(Name("Δ", ascii: "delta"))
private let corrected = (
  m: Formula.name(Name("m̂", ascii: "m_hat")), v: Formula.name(Name("v̂", ascii: "v_hat"))
)

private let rate = Optimizer.Setting(label: "rate", symbol: η.symbol)

private func momentSettings(eps symbol: Name? = nil) -> [Optimizer.Setting] {
  [
    rate,
    .init(label: "beta1", symbol: β1.symbol, fallback: .literal("0.9"), domain: .fromZeroBelowOne),
    .init(label: "beta2", symbol: β2.symbol, fallback: .literal("0.999"), domain: .fromZeroBelowOne),
    eps("1e-8", symbol),
  ]
}

private let moments: [Optimizer.Quantity] = [
  .state(m, β1 * m + (1 - β1) * g),
  .state(v, β2 * v + (1 - β2) * squared(g)),
]

private let corrections: [Optimizer.Quantity] = [
  .intermediate(corrected.m, m / (1 - .power(β1, t))),
  .intermediate(corrected.v, v / (1 - .power(β2, t))),
]

private let adamDescent = η * corrected.m / (Function.sqrt(corrected.v) + ε)

private func eps(_ fallback: String, _ symbol: Name? = nil) -> Optimizer.Setting {
  .init(label: "eps", symbol: symbol ?? ε.symbol, fallback: .literal(fallback))
}

private func rho(_ fallback: String, _ domain: Optimizer.Domain) -> Optimizer.Setting {
  .init(label: "rho", symbol: ρ.symbol, fallback: .literal(fallback), domain: domain)
}

private func squared(_ formula: Formula) -> Formula { .power(formula, 2) }

extension Optimizer.Quantity {
  fileprivate static func state(_ symbol: Formula, _ formula: Formula, from start: Name? = nil) -> Self {
    .init(symbol: symbol.symbol, formula: formula, role: .state, start: start)
  }

  fileprivate static func intermediate(_ symbol: Formula, _ formula: Formula) -> Self {
    .init(symbol: symbol.symbol, formula: formula, role: .intermediate)
  }
}

extension Formula {
  /// The name that the formula is.
  fileprivate var symbol: Name {
    guard case .name(let name) = self else { preconditionFailure("a symbol is a name") }
    return name
  }
}

extension Number {
  /// The number whose digits are `text`.
  fileprivate static func literal(_ text: String) -> Number {
    let value = Double(text) ?? .nan
    return Number(value, text: NumberStyle.literalText(text, value: value))
  }
}
