package import Algebra

/// A way to change params so that a cost becomes smaller: the quantities of a published algorithm, as data.
///
/// What is shown and what is computed are the same formulas: they are put on a tape as they stand here (see
/// `OptimizerSteps`). `w` is a param, `g` the derivative of the cost by it, `t` the number of the step, from 1.
package struct Optimizer: Sendable {
  /// The name by which a lesson calls it.
  package let name: String
  /// Its settings, the rate first.
  package let settings: [Setting]
  /// What is worked out for each param, in the published order; the last is the param's own new value.
  package let quantities: [Quantity]
  /// What is taken off a param.
  package let descent: Formula
  /// The settings that make another optimizer of it.
  package internal(set) var options: [Option] = []
  /// The option that has made it of the optimizer of this name, if one has.
  package internal(set) var option: String?
  /// The labels of all that a lesson may set, options included.
  package internal(set) var labels: [String]

  /// A number that a lesson may set.
  package struct Setting: Sendable {
    /// Its label in a lesson.
    package let label: String
    /// Its symbol in the formulas.
    package let symbol: Name
    /// Its number where the lesson gives none; `nil` where one must be given.
    var fallback: Number?
    /// Which numbers it may be.
    package var domain = Domain.fromZero
  }

  /// The numbers that a setting may be: those that PyTorch lets pass.
  package enum Domain: Sendable {
    /// 0 and above.
    case fromZero
    /// Above 0.
    case aboveZero
    /// 0 to 1, 1 included.
    case fromZeroToOne
    /// 0 to 1, 1 not included.
    case fromZeroBelowOne
  }

  /// A number that is worked out for each param at each step.
  package struct Quantity: Sendable {
    /// Its symbol.
    package let symbol: Name
    /// How it is worked out from the quantities before it, and from those behind it as they were at the step before.
    package let formula: Formula
    /// What becomes of it.
    package let role: Role
    /// The setting from which it starts, where it is kept; `nil` for 0.
    package var start: Name?
  }

  /// What becomes of a quantity.
  package enum Role: Sendable {
    /// It is kept for the next step; before the first it is 0, or the setting from which it starts.
    case state
    /// It is used in this step only.
    case intermediate
    /// It is the param itself.
    case param
  }

  /// An optimizer that takes `descent` off each param, after working out `quantities`.
  package init(_ name: String, _ settings: [Setting], _ quantities: [Quantity] = [], descent: Formula) {
    let param = Formula.name(Optimizer.param)
    let terms = if case .sum(let terms) = descent { terms } else { [Formula.Term(.plus, descent)] }
    self.name = name
    self.settings = settings
    self.descent = descent
    labels = settings.map(\.label)
    self.quantities =
      quantities + [
        Quantity(
          symbol: Optimizer.param,
          formula: .sum(of: [.init(.plus, param)] + terms.map { .init(.minus, $0.formula) }), role: .param)
      ]
  }
}

extension Optimizer {
  /// The symbol of a param.
  package static let param = Name("w")
  /// The symbol of the cost's derivative by it.
  package static let derivative = Name("g")
  /// The symbol of the step's number.
  package static let stepNumber = Name("t")

  /// The optimizer of that name, if there is one.
  package static func named(_ name: String) -> Optimizer? { all.first { $0.name == name } }

  /// The quantities that are kept for the next step, in order.
  package var states: [Quantity] { quantities.filter { $0.role == .state } }

  /// Whether the number of the step matters.
  package var countsSteps: Bool { quantities.contains { $0.formula.names.contains(Optimizer.stepNumber) } }

  /// Whether a param changes by its derivative and the rate alone.
  package var isPlain: Bool { quantities.count == 1 }
}

extension Optimizer.Domain {
  /// Whether a setting may be `value`.
  package func contains(_ value: Double) -> Bool {
    switch self {
    case .fromZero: value >= 0
    case .aboveZero: value > 0
    case .fromZeroToOne: value >= 0 && value <= 1
    case .fromZeroBelowOne: value >= 0 && value < 1
    }
  }

  /// The numbers in words.
  package var words: String {
    switch self {
    case .fromZero: "0 or above"
    case .aboveZero: "above 0"
    case .fromZeroToOne: "from 0 to 1"
    case .fromZeroBelowOne: "from 0 to below 1"
    }
  }
}
