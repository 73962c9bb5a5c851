/// A function of the formula language: an entry of the table `Function.all`.
public struct Function: Hashable, Sendable {
  /// The name under which lessons call it.
  public let name: String
  /// How many arguments it may be given.
  public let arity: ClosedRange<Int>
  /// Its value at as many arguments as `arity` allows.
  public let value: @Sendable (_ arguments: [Double]) -> Double
  /// The derivative by the argument at `index`, as a formula of `call`, the function's own value, and `arguments`.
  let derivative: @Sendable (_ call: Formula, _ arguments: [Formula], _ index: Int) -> Formula
  /// How the transcript writes a call.
  let style: Style
  /// What a call stands for, where a reader is helped by seeing it.
  private let expansion: (@Sendable (_ arguments: [Formula]) -> Formula)?

  /// How the transcript writes a call. Calc notation always writes the name.
  enum Style: Hashable, Sendable {
    /// By its name: `ln(x)`.
    case named
    /// By a sign of its own: `σ(x)`, in ASCII `sigma(x)`.
    case symbol(unicode: String, ascii: String)
    /// As a power of e: `e^x`.
    case powerOfE
  }

  /// An entry of the table.
  init(
    _ name: String, arity: ClosedRange<Int>, style: Style = .named,
    value: @escaping @Sendable (_ arguments: [Double]) -> Double,
    derivative: @escaping @Sendable (_ call: Formula, _ arguments: [Formula], _ index: Int) -> Formula,
    expansion: (@Sendable (_ arguments: [Formula]) -> Formula)? = nil
  ) {
    self.name = name
    self.arity = arity
    self.style = style
    self.value = value
    self.derivative = derivative
    self.expansion = expansion
  }

  /// An entry of the table for a function of one argument.
  init(
    _ name: String, style: Style = .named, value: @escaping @Sendable (Double) -> Double,
    derivative: @escaping @Sendable (_ call: Formula, _ argument: Formula) -> Formula,
    expansion: (@Sendable (_ arguments: [Formula]) -> Formula)? = nil
  ) {
    self.name = name
    self.arity = 1...1
    self.style = style
    self.value = { value($0[0]) }
    self.derivative = { call, arguments, _ in derivative(call, arguments[0]) }
    self.expansion = expansion
  }

  /// The function of that name, if there is one.
  public static func named(_ name: String) -> Function? { byName[name] }

  /// What a call of the function stands for, where a reader is helped by seeing it: `1/(1 + exp(-x))` for `sigmoid(x)`.
  public func expansion(of arguments: [Formula]) -> Formula? { expansion?(arguments) }

  /// Whether both have the same name.
  public static func == (one: Function, other: Function) -> Bool { one.name == other.name }

  /// Feeds the name to `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
