/// Functions of other languages and of books, with what calc writes in their place.
///
/// A name that stands here means one thing to everybody, so that it is never taken for a slip of the pen: `asin` is not
/// `sin`, and `sqr` is not `sqrt`.
public struct FunctionHabit: Sendable {
  /// The names under which it is known; capitals are not told apart.
  public let names: [String]
  /// What is said: the form stands in backquotes.
  public let hint: String
  /// What the form calls that which the function is given, in the order of its arguments.
  public let parameters: [String]

  /// What is said where it is given numbers, if that is another form.
  let ofNumbers: String?
  /// What is said where it is given what the form cannot have, if that is not of every family.
  let ofOthers: String?
  /// Whether some languages give it its two arguments in the one order, and some in the other.
  public let isOrderOpen: Bool

  private init(
    _ names: [String], of parameters: [String] = ["x"], _ hint: String, ofNumbers: String? = nil,
    ofOthers: String? = nil, isOrderOpen: Bool = false
  ) {
    self.names = names
    self.parameters = parameters
    self.hint = hint
    self.ofNumbers = ofNumbers
    self.ofOthers = ofOthers
    self.isOrderOpen = isOrderOpen
  }

  /// What is known of a function called `name`, if anything is.
  public static func named(_ name: String) -> FunctionHabit? {
    let name = name.lowercased()
    return isOptimizer(name) ? optimizer(called: name) : all.first { $0.names.contains(name) }
  }

  /// What to write in the place of a function called `name`; `nil` where nothing is known of it.
  public static func hint(for name: String) -> String? { named(name)?.hint }

  /// What is said where the function is given `arguments`: the form with what the author has written in it, and with the
  /// ranges of the family that the first argument names. Of a family a form works element by element.
  ///
  /// - Parameters:
  ///   - areNumbers: whether they are numbers, and no families.
  ///   - place: puts a form into the place of the call.
  public func hint(
    givenTo arguments: [String], over ranges: [String] = [], areNumbers: Bool = false,
    placing place: (String) -> String = { $0 }
  ) -> String {
    let hint = areNumbers ? ofNumbers ?? self.hint : self.hint
    if let word = extreme, (1...2).contains(arguments.count) {
      return "it is called `\(word)(\(arguments.joined(separator: ", ")))`"
    }
    if names.contains("norm"), let norm = norm(of: arguments, over: ranges, placing: place) { return norm }
    guard arguments.count == parameters.count else { return hint }
    if !areNumbers, let ofOthers, ranges.count != 1 || parameters.count > 1 { return ofOthers }
    var written = Dictionary(zip(parameters, arguments)) { first, _ in first }
    guard let range = ranges.last, hint.contains("1...3"),
      let ends = range.split(separator: "...") as [Substring]?, ends.count == 2, let first = Int(ends[0])
    else { return hint.replacingWordsOfCode({ written[$0] }, placing: place) }
    // A form over a range writes it `1...3`, and what stands before it and at its end `0` and `3`.
    written["1...3"] = range
    written["3"] = String(ends[1])
    return hint.replacing("[0]", with: "[\(first - 1)]")
      .replacingWordsOfCode({ written[$0] }, placing: place)
  }

  /// What is said of `norm(u, 1)` and of the norm of a matrix; `nil` where the usual form is meant.
  private func norm(
    of arguments: [String], over ranges: [String], placing place: (String) -> String
  ) -> String? {
    guard let first = arguments.first, arguments.count <= 2 else { return nil }
    let order = arguments.dropFirst().first.map { String($0.split(separator: "=").last ?? "") }
    switch order?.filter({ $0 != " " }) {
    case nil where ranges.count == 2, "2" where ranges.count == 2:
      return "the root of the sum of all squares is `\(place("sqrt(sum(\(ProposedForm.operand(first))^2))"))`"
    case nil: return nil
    case "1" where ranges.count == 1: return "the sum of all sizes is `\(place("sum(abs(\(first)))"))`"
    case "2" where ranges.count == 1: return hint(givenTo: [first], over: ranges, placing: place)
    case "inf" where ranges.count == 1, "Inf" where ranges.count == 1, "∞" where ranges.count == 1:
      return "the largest size is `\(place("max(abs(\(first)))"))`"
    default: return "a norm is written out as what it is, with `sum`, `max`, `abs` and `sqrt`"
    }
  }

  /// `outer(u, v)` of two families with one index.
  public static func outer(
    _ first: String, _ second: String, over one: ClosedRange<Int>, _ two: ClosedRange<Int>,
    indices: [String], called name: String
  ) -> String {
    let (i, j) = (indices[0], indices[1])
    return
      "the product of each with each is `\(name)[\(i), \(j)] = \(first)[\(i)]*\(second)[\(j)] for \(i) in \(one.lowerBound)...\(one.upperBound), \(j) in \(two.lowerBound)...\(two.upperBound)`"
  }

  /// Whether it makes something of a family, and nothing of a number.
  public var isOfFamilyOnly: Bool { parameters == ["z"] && ofNumbers == nil }

  /// The function that it is called here, where it is one with the same argument: `deviation`.
  public var called: String? {
    let codes = hint.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    return codes.lazy.compactMap { code -> String? in
      let name = String(code.prefix { $0 != "(" })
      return code == "\(name)(z)" ? name : nil
    }.first
  }

  /// The table.
  public static let all: [FunctionHabit] = powers + circular + wholeNumbers + activations + families + others

  private static let powers = [
    FunctionHabit(["pow", "power"], of: ["x", "2"], "a power is written `x^2`"),
    FunctionHabit(["sqr", "square"], "a square is written `x^2`"),
    FunctionHabit(["cube"], "a cube is written `x^3`"),
    FunctionHabit(["cbrt"], "a cube root is written `sign(x)*abs(x)^(1/3)`"),
    FunctionHabit(["rsqrt"], "write `1/sqrt(x)`"),
    FunctionHabit(["reciprocal"], "a reciprocal is written `1/x`"),
    FunctionHabit(
      ["inv", "pinv"], "there is no inverse of a matrix; the reciprocal of a number is a quotient",
      ofNumbers: "a reciprocal is written `1/x`"),
    FunctionHabit(["exp2"], "write `2^x`"),
    FunctionHabit(["exp10"], "write `10^x`"),
    FunctionHabit(["expm1"], "write `exp(x) - 1`"),
    FunctionHabit(["log1p"], "write `ln(1 + x)`"),
    FunctionHabit(["lg"], "the logarithm to base 10 is written `log10(x)`, that to base 2 `log2(x)`"),
    FunctionHabit(["ld", "lb"], "the logarithm to base 2 is written `log2(x)`"),
    FunctionHabit(["loge"], "the natural logarithm is written `ln(x)`"),
    FunctionHabit(["logb", "logn"], of: ["x", "b"], "a logarithm to base `b` is written `ln(x)/ln(b)`"),
    FunctionHabit(["hypot"], of: ["a", "b"], "write `sqrt(a^2 + b^2)`"),
    FunctionHabit(["add", "plus"], of: ["a", "b"], "a sum is written `a + b`"),
    FunctionHabit(["subtract", "sub", "minus"], of: ["a", "b"], "a difference is written `a - b`"),
    FunctionHabit(["multiply", "mul", "times"], of: ["a", "b"], "a product is written `a*b`"),
    FunctionHabit(["divide", "div", "truediv"], of: ["a", "b"], "a quotient is written `a/b`"),
    FunctionHabit(["negative", "neg"], "write `-x`"),
  ]

  private static let circular = [
    FunctionHabit(
      ["arcsin", "asin"], "there is none; `arctan(x/sqrt(1 - x^2))` is the same, for `x` between -1 and 1"),
    FunctionHabit(
      ["arccos", "acos"],
      "there is none; `pi/2 - arctan(x/sqrt(1 - x^2))` is the same, for `x` between -1 and 1"),
    FunctionHabit(["atan"], "it is called `arctan(x)`"),
    FunctionHabit(["atan2", "arctan2"], of: ["a", "b"], "write `arctan(a/b)`, for `b` above 0"),
    FunctionHabit(
      ["artanh", "arctanh", "atanh"], "write `0.5*ln((1 + x)/(1 - x))`, for `x` between -1 and 1"),
    FunctionHabit(["arsinh", "arcsinh", "asinh"], "write `ln(x + sqrt(x^2 + 1))`"),
    FunctionHabit(["arcosh", "arccosh", "acosh"], "write `ln(x + sqrt(x^2 - 1))`, for `x` from 1"),
    FunctionHabit(["tg"], "the tangent is written `tan(x)`"),
    FunctionHabit(["cot", "ctg", "cotan"], "the cotangent is written `1/tan(x)`"),
    FunctionHabit(["sec"], "the secant is written `1/cos(x)`"),
    FunctionHabit(["csc", "cosec"], "the cosecant is written `1/sin(x)`"),
    FunctionHabit(["coth"], "write `1/tanh(x)`"),
    FunctionHabit(["sech"], "write `1/cosh(x)`"),
    FunctionHabit(["csch"], "write `1/sinh(x)`"),
    FunctionHabit(
      ["sinc"], "write `if x == 0 then 1 else sin(x)/x`; some programs take `sin(pi*x)/(pi*x)`"),
    FunctionHabit(["deg", "degrees", "rad2deg"], "write `x*180/pi`"),
    FunctionHabit(["rad", "radians", "deg2rad"], "write `x*pi/180`"),
  ]

  private static let wholeNumbers = [
    FunctionHabit(
      ["round", "rint"],
      "to the nearest whole number is written `floor(x + 0.5)`, to 2 decimals `floor(100*x + 0.5)/100`"),
    FunctionHabit(["ceil", "ceiling"], "rounding up is written `-floor(-x)`"),
    FunctionHabit(["trunc", "fix", "int", "integer"], "cutting off is written `sign(x)*floor(abs(x))`"),
    FunctionHabit(["frac"], "write `x - floor(x)`; a quotient is written `a/b`"),
    FunctionHabit(
      ["mod", "remainder", "modulo"], of: ["a", "b"], "a remainder is written `a - b*floor(a/b)`"),
    FunctionHabit(
      ["fmod", "rem"], of: ["a", "b"],
      "a remainder with the sign of `a` is written `a - b*sign(a/b)*floor(abs(a/b))`"),
    FunctionHabit(["sgn", "signum"], "it is called `sign(x)`"),
    FunctionHabit(["fabs", "absolute", "magnitude"], "it is called `abs(x)`"),
    FunctionHabit(["fact"], of: ["n"], "it is called `factorial(n)`"),
    FunctionHabit(["gamma"], of: ["n"], "for whole numbers write `factorial(n - 1)`"),
    FunctionHabit(
      ["choose", "comb", "binom", "binomial", "nchoosek"], of: ["n", "k"],
      "write `factorial(n)/(factorial(k)*factorial(n - k))`"),
    FunctionHabit(["float", "double", "real", "number"], "a value is a number already: write `x`"),
    FunctionHabit(["bool"], "write `if x != 0 then 1 else 0`"),
  ]

  private static let activations = [
    FunctionHabit(["logistic", "expit", "sigm", "logsig"], "it is called `sigmoid(x)`"),
    FunctionHabit(["heaviside", "unitstep"], "it is called `step(x)`"),
    FunctionHabit(
      ["leakyrelu", "lrelu"], "it is called `leaky_relu(x)`, with slope 0.1, or `leaky_relu(x, 0.01)`"),
    FunctionHabit(["silu", "swish"], "write `x*sigmoid(x)`"),
    FunctionHabit(["mish"], "write `x*tanh(softplus(x))`"),
    FunctionHabit(["selu"], "write `1.0507*elu(x, 1.67326)`"),
    FunctionHabit(["celu"], of: ["x", "a"], "write `elu(x/a)*a`"),
    FunctionHabit(["relu6"], "write `min(relu(x), 6)`"),
    FunctionHabit(["hardtanh", "hard_tanh"], "write `max(-1, min(1, x))`"),
    FunctionHabit(["hardsigmoid", "hard_sigmoid"], "write `max(0, min(1, x/6 + 0.5))`"),
    FunctionHabit(["softsign"], "write `x/(1 + abs(x))`"),
    FunctionHabit(["logsigmoid", "log_sigmoid"], "write `-softplus(-x)`"),
    FunctionHabit(["logit"], of: ["p"], "write `ln(p/(1 - p))`"),
    FunctionHabit(["erfc"], "write `1 - erf(x)`"),
    FunctionHabit(["normcdf", "pnorm", "ncdf"], "write `(1 + erf(x/sqrt(2)))/2`"),
    FunctionHabit(["clamp", "clip_by_value"], of: ["x", "a", "b"], "it is called `clip(x, a, b)`"),
    FunctionHabit(
      ["log_softmax", "logsoftmax"], of: ["z"],
      "write `z - logsumexp(z)`"),
  ]

  private static let families = [
    FunctionHabit(["prod", "reduce_prod"], of: ["z"], "it is called `product(z)`"),
    FunctionHabit(["reduce_sum", "nansum"], of: ["z"], "it is called `sum(z)`"),
    FunctionHabit(["avg", "average", "reduce_mean", "nanmean"], of: ["z"], "it is called `mean(z)`"),
    FunctionHabit(
      ["maximum", "fmax", "amax", "reduce_max", "nanmax", "maxval"], of: ["a", "b"],
      "it is called `max(a, b)`"),
    FunctionHabit(
      ["minimum", "fmin", "amin", "reduce_min", "nanmin", "minval"], of: ["a", "b"],
      "it is called `min(a, b)`"),
    FunctionHabit(
      ["len", "length", "size", "numel", "counta"], of: ["z"], "the number of elements is `count(z)`"),
    FunctionHabit(
      ["sumproduct", "inner", "vdot", "innerproduct", "scalarproduct"], of: ["a", "b"],
      "it is called `dot(a, b)`",
      ofNumbers: "a product of numbers is written `a*b`"),
    FunctionHabit(
      ["sumsq", "sumsqr"], of: ["z"], "write `dot(z, z)`", ofNumbers: "a square is written `z^2`"),
    FunctionHabit(
      ["norm", "l2norm"], of: ["z"], "the length of a family is `sqrt(dot(z, z))`",
      ofNumbers: "the size of a number is `abs(z)`"),
    FunctionHabit(
      ["var", "nanvar"], of: ["z"],
      "it is called `variance(z)`, which divides by the number of values n, or `variance(z, correction: 1)`, by n - 1"
    ),
    FunctionHabit(
      ["std", "stdev", "stddev", "sd", "nanstd"], of: ["z"],
      "it is called `deviation(z)`, which divides by the number of values n, or `deviation(z, correction: 1)`, by n - 1"
    ),
    FunctionHabit(
      ["argmax", "which_max"], of: ["z"],
      "the first index where one is largest is `min(if z[i] == max(z) then i else 3 for i in 1...3)`",
      ofOthers: .indexOfLargest),
    FunctionHabit(
      ["argmin", "which_min"], of: ["z"],
      "the first index where one is smallest is `min(if z[i] == min(z) then i else 3 for i in 1...3)`",
      ofOthers: .indexOfLargest),
    FunctionHabit(
      ["matmul", "mm", "mv", "mmult", "bmm"], of: ["W", "x"], .matrix,
      ofNumbers: "a product with a number is written `W*x`"),
    FunctionHabit(
      ["median", "sort", "sorted", "argsort", "quantile", "percentile", "rank"], of: [],
      "families are never put in order of size"),
    FunctionHabit(
      ["outer"], of: ["x", "y"], "write `A[i, j] = x[i]*y[j] for i in 1...3, j in 1...3`",
      ofNumbers: "a product with a number is written `x*y`", ofOthers: .outer),
    FunctionHabit(
      ["cumsum"], of: ["z"], "with `s[0] = 0` above write `s[i] = s[i-1] + z[i] for i in 1...3`",
      ofOthers:
        "each sum is the one before it and one element more: of a family with one index, which has a name"),
    FunctionHabit(["zeros", "zeros_like"], "all the same is given as `param b[1...3] = 0`"),
    FunctionHabit(["ones", "ones_like", "full"], "all the same is given as `param b[1...3] = 1`"),
    FunctionHabit(
      ["eye", "identity"], of: [], "write `A[i, j] = if i == j then 1 else 0 for i in 1...3, j in 1...3`"),
    FunctionHabit(
      ["range", "arange", "linspace", "seq"], of: [],
      "numbers one after the other are written `v[i] = i for i in 0...2`"),
    FunctionHabit(
      ["array", "list", "vector", "matrix", "tensor", "c", "vec"], of: [],
      "a list is written in brackets: `[1, 2, 3]`"),
    FunctionHabit(
      ["mse", "mean_squared_error"], of: ["y", "t"], "write `mean((y - t)^2)`",
      ofNumbers: "of two numbers write `(y - t)^2`"),
    FunctionHabit(
      ["mae", "mean_absolute_error"], of: ["y", "t"], "write `mean(abs(y - t))`",
      ofNumbers: "of two numbers write `abs(y - t)`"),
    FunctionHabit(
      ["cross_entropy", "crossentropy", "categorical_crossentropy"], of: ["p", "t"],
      "with probabilities `p` and targets `t` write `-sum(t*ln(p))`",
      ofNumbers: "with a probability `p` and a target `t` write `-t*ln(p)`", isOrderOpen: true),
    FunctionHabit(
      ["bce", "binary_cross_entropy", "binary_crossentropy"], of: ["p", "t"],
      "with probabilities `p` and targets `t` write `-mean(t*ln(p) + (1 - t)*ln(1 - p))`",
      ofNumbers: "with a probability `p` and a target `t` write `-(t*ln(p) + (1 - t)*ln(1 - p))`",
      isOrderOpen: true),
  ]

  private static let others =
    [
      FunctionHabit(
        ["where", "ifelse", "iif", "select", "cond", "if_else", "if"], of: ["a", "x", "b"],
        "write `if a != 0 then x else b`"),
      FunctionHabit(
        ["derivative", "deriv", "differentiate", "gradient", "d", "diff", "jacobian"], of: ["E", "w"],
        "a derivative is written `∂E/∂w`"),
      FunctionHabit(["backprop", "autograd"], of: ["E"], "all derivatives are worked out by `backward E`"),
      FunctionHabit(
        ["rand", "random", "runif"], of: [],
        "what is drawn is given, as in `input u ~ uniform(0, 1)`"),
      FunctionHabit(
        ["randn", "rnorm", "gauss"], of: [], "what is drawn is given, as in `param w ~ normal(0, 1)`"),
      FunctionHabit(
        ["randint", "randi"], of: [],
        "what is drawn is given, as in `input u ~ uniform(0, 10)`; a whole number from 0 to 9 is then `floor(u)`"
      ),
      showing, optimizer(called: optimizers[0]),
    ] + draws

  private static let showing = FunctionHabit(
    ["print", "display", "disp", "show", "echo", "puts", "printf", "println", "write"],
    "a value is shown by `explain x`")

  private static let draws = [
    FunctionHabit(
      ["normal"], of: ["0", "1"],
      "what is drawn is given by its distribution alone, with `~` before it: `normal(0, 1)`"),
    FunctionHabit(
      ["uniform"], of: ["0", "1"],
      "what is drawn is given by its distribution alone, with `~` before it: `uniform(0, 1)`"),
    FunctionHabit(
      ["bernoulli"], of: ["0.5"],
      "what is drawn is given by its distribution alone, with `~` before it: `bernoulli(0.5)`"),
  ]

  /// What is said of a function of that name, if it draws.
  static func ofDraw(_ name: String) -> String? { draws.first { $0.names.contains(name) }?.hint }

  private static let optimizers = [
    "sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam", "adamw", "adamax",
  ]

  private static func optimizer(called name: String) -> FunctionHabit {
    FunctionHabit(
      optimizers, of: [],
      "an optimizer is named as in `optimizer o = \(name)(rate: 0.1)`, and stands behind `with`")
  }

  /// `max` or `min`, where it is called so here: of two numbers, or of a family.
  private var extreme: String? {
    names.contains("maximum") ? "max" : names.contains("minimum") ? "min" : nil
  }

  /// Whether a function of that name makes a list.
  public static func isList(_ name: String) -> Bool { named(name)?.names.contains("array") == true }

  /// Whether an optimizer is called so.
  static func isOptimizer(_ name: String) -> Bool { optimizers.contains(name.lowercased()) }

  /// Whether a function of that name shows what it is given.
  static func isShowing(_ name: String) -> Bool { showing.names.contains(name.lowercased()) }
}

extension String {
  fileprivate static var indexOfLargest: String {
    "an index is looked for in a family with one index, which has a name"
  }
}
