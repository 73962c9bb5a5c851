/// A function of the formula language: an entry of the table `Function.all`.
///
/// It takes no more room than a reference to that entry, however often formulas call it.
public struct Function: Hashable, Sendable {
  private let entry: Entry

  /// What is known of a function.
  private final class Entry: Sendable {
    let id: ID
    let parameters: [Parameter]
    let arity: ClosedRange<Int>
    let summary: String
    let note: String?
    let hasKinks: Bool
    let isShorthand: Bool
    let decision: Decision
    let style: Style
    let derivative: DerivativeRule
    let rule: @Sendable (_ arguments: [Double]) -> Double
    let expansion: (@Sendable (_ arguments: [Formula]) -> Formula)?

    init(
      _ id: ID, _ parameters: [Parameter], takesMore: Bool, hasKinks: Bool, decision: Decision,
      style: Style, summary: String, note: String?, isShorthand: Bool, derivative: DerivativeRule,
      expansion: (@Sendable (_ arguments: [Formula]) -> Formula)?,
      rule: @escaping @Sendable (_ arguments: [Double]) -> Double
    ) {
      self.id = id
      self.parameters = parameters
      self.arity = parameters.count { $0.fallback == nil }...(takesMore ? Int.max : parameters.count)
      self.summary = summary
      self.note = note
      self.hasKinks = hasKinks
      self.isShorthand = isShorthand
      self.decision = decision
      self.style = style
      self.derivative = derivative
      self.expansion = expansion
      self.rule = rule
    }
  }

  /// Which function it is.
  public var id: ID { entry.id }
  /// The name under which lessons call it.
  public var name: String { id.rawValue }
  /// What it is given, in order; of a function of any number of arguments, the first of them.
  public var parameters: [Parameter] { entry.parameters }
  /// How many arguments it may be given.
  public var arity: ClosedRange<Int> { entry.arity }
  /// What it is, in a line: `e to the power x`.
  public var summary: String { entry.summary }
  /// Where it has no value, or what holds at its kinks; `nil` where there is nothing to say.
  public var note: String? { entry.note }
  /// Whether it bends or jumps somewhere, so that the last bit of an argument may decide what its derivative is.
  var hasKinks: Bool { entry.hasKinks }
  /// Whether lessons do not know it and no reader sees its name: it is written as its expansion wherever it stands, and only
  /// differentiated as a whole.
  package var isShorthand: Bool { entry.isShorthand }
  /// Where the first argument decides what the value is, or whether there is one.
  var decision: Decision { entry.decision }
  /// How the transcript writes a call.
  var style: Style { entry.style }
  /// How it is differentiated.
  var derivative: DerivativeRule { entry.derivative }

  /// What a function is given.
  public struct Parameter: Hashable, Sendable {
    /// The name that help and notes give it.
    public let name: String
    /// What it is where it is not given.
    public let fallback: Number?
  }

  /// How the transcript writes a call. Calc notation always writes the name.
  enum Style: Hashable, Sendable {
    /// By its name: `ln(x)`.
    case named
    /// By a sign of its own: `σ(x)`, in ASCII `sigma(x)`.
    case symbol(unicode: String, ascii: String)
    /// As a power of e: `e^x`.
    case powerOfE
  }

  /// Where a number decides.
  enum Decision: Hashable, Sendable {
    /// Nowhere.
    case none
    /// At 0: the function bends, jumps or ends there.
    case zero
    /// At whole numbers.
    case whole
  }

  /// How a function is differentiated.
  enum DerivativeRule: Sendable {
    /// The derivative by the argument at `index`, as a formula of `call`, the function's own value, and `arguments`.
    case partial(@Sendable (_ call: Formula, _ arguments: [Formula], _ index: Int) -> Formula)
    /// The whole derivative, from those of the arguments; `nil` for arguments that do not vary.
    case total(@Sendable (_ arguments: [Formula], _ slopes: [Formula?]) -> Formula)
  }

  /// An entry of the table. Parameters with a fallback come last; `takesMore` allows any number of arguments beyond them.
  init(
    _ id: ID, _ parameters: [Parameter], takesMore: Bool = false, hasKinks: Bool = false,
    decision: Decision = .none, style: Style = .named, summary: String, note: String? = nil,
    isShorthand: Bool = false, derivative: DerivativeRule,
    expansion: (@Sendable (_ arguments: [Formula]) -> Formula)? = nil,
    value: @escaping @Sendable (_ arguments: [Double]) -> Double
  ) {
    entry = Entry(
      id, parameters, takesMore: takesMore, hasKinks: hasKinks, decision: decision, style: style,
      summary: summary, note: note, isShorthand: isShorthand, derivative: derivative, expansion: expansion,
      rule: value)
  }

  /// An entry of the table for a function of one argument.
  init(
    _ id: ID, hasKinks: Bool = false, decision: Decision = .none, style: Style = .named,
    summary: String, note: String? = nil, value: @escaping @Sendable (Double) -> Double,
    derivative: @escaping @Sendable (_ call: Formula, _ argument: Formula) -> Formula,
    expansion: (@Sendable (_ arguments: [Formula]) -> Formula)? = nil
  ) {
    self.init(
      id, ["x"], hasKinks: hasKinks, decision: decision, style: style, summary: summary, note: note,
      derivative: .partial { call, arguments, _ in derivative(call, arguments[0]) },
      expansion: expansion, value: { value($0[0]) })
  }
}

extension Function {
  /// The function of that name, if there is one.
  public static func named(_ name: String) -> Function? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// How it is called: `leaky_relu(x, a = 0.1)`, `max(a, b, …)`.
  public var signature: String {
    let listed = parameters.map { $0.name + ($0.fallback.map { " = " + $0.digits } ?? "") }
    let others = arity.upperBound > parameters.count ? ["b", "…"] : []
    return "\(name)(\((listed + others).joined(separator: ", ")))"
  }

  /// The number of its first argument, or the one that it is for a decision of this function.
  func settled(_ argument: Evaluation) -> Double {
    switch decision {
    case .none: argument.value
    case .zero: argument.settledAtZero
    case .whole: argument.settledAtWhole
    }
  }

  /// Its value at as many arguments as `arity` allows; NaN where it has none.
  public func value(_ arguments: [Double]) -> Double {
    guard arguments.count < parameters.count else { return entry.rule(arguments) }
    return entry.rule(arguments + fallbacks(behind: arguments.count).map { $0.value })
  }

  /// The arguments with the fallbacks of those that are not given: `x` is `x, 0.1` for `leaky_relu`.
  public func completed(_ arguments: [Formula]) -> [Formula] {
    arguments + fallbacks(behind: arguments.count).map(Formula.number)
  }

  /// The fallbacks of the parameters behind the first `count`.
  func fallbacks(behind count: Int) -> [Number] { parameters.dropFirst(count).compactMap { $0.fallback } }

  /// What a call of the function stands for, where a reader is helped by seeing it: `1/(1 + exp(-x))` for `sigmoid(x)`.
  public func expansion(of arguments: [Formula]) -> Formula? { entry.expansion?(completed(arguments)) }

  /// Whether both are the same.
  public static func == (one: Function, other: Function) -> Bool {
    one.id == other.id
  }

  /// Feeds what tells it from others to `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The formula that calls it, so that the table reads as mathematics does.
  package func callAsFunction(_ arguments: Formula...) -> Formula { .call(self, arguments) }
}

extension Function.Parameter: ExpressibleByStringLiteral {
  /// A parameter that must be given.
  public init(stringLiteral name: String) { self.init(name: name, fallback: nil) }
}
