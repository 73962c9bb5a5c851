import Algebra
import Testing

/// Values and derivatives against the digits that mpmath 1.3.0 gives at 60 digits and more, its derivatives being central
/// differences with steps of 1e-40 and less.
@Suite struct FunctionValueTests {
  @Test(
    "Values and derivatives of one argument have mpmath's digits, also at ±1000 and at both sides of kinks",
    arguments: [
      ("exp", -1000, 0, 0),
      ("exp", -1, 0.3678794411714423216, 0.3678794411714423216),
      ("exp", 0, 1, 1.0),
      ("exp", 0.5, 1.6487212707001281468, 1.6487212707001281468),
      ("exp", 1, 2.7182818284590452354, 2.7182818284590452354),
      ("exp", 700, 1.0142320547350045095e+304, 1.0142320547350045095e+304),
      ("exp", 1000, .infinity, .infinity),
      ("ln", 1e-300, -690.77552789821370518, 9.9999999999999997494e+299),
      ("ln", 0.1, -2.3025850929940456285, 9.9999999999999994449),
      ("ln", 1, 0, 1.0),
      ("ln", 2, 0.69314718055994530942, 0.5),
      ("ln", 1000, 6.9077552789821370521, 0.001),
      ("log", 1e-300, -690.77552789821370518, 9.9999999999999997494e+299),
      ("log", 0.1, -2.3025850929940456285, 9.9999999999999994449),
      ("log", 1, 0, 1.0),
      ("log", 2, 0.69314718055994530942, 0.5),
      ("log", 1000, 6.9077552789821370521, 0.001),
      ("log2", 1e-300, -996.57842846620870432, 1.4426950408889633712e+300),
      ("log2", 0.1, -3.3219280948873622678, 14.426950408889633273),
      ("log2", 1, 0, 1.4426950408889634074),
      ("log2", 8, 3, 0.18033688011112042592),
      ("log2", 1000, 9.9657842846620870436, 0.0014426950408889634074),
      ("log10", 1e-300, -299.99999999999999999, 4.3429448190325181677e+299),
      ("log10", 0.1, -0.99999999999999997589, 4.3429448190325180354),
      ("log10", 1, 0, 0.43429448190325182765),
      ("log10", 2, 0.30102999566398119521, 0.21714724095162591383),
      ("log10", 1000, 3, 4.3429448190325182765e-4),
      ("sqrt", 1e-300, 1.0000000000000000125e-150, 4.9999999999999999374e+149),
      ("sqrt", 0.1, 0.31622776601683794198, 1.5811388300841896221),
      ("sqrt", 1, 1, 0.5),
      ("sqrt", 2, 1.4142135623730950488, 0.3535533905932737622),
      ("sqrt", 1000, 31.62277660168379332, 0.01581138830084189666),
      ("abs", -1000, 1000.0, -1),
      ("abs", -1e-300, 1.0000000000000000251e-300, -1),
      ("abs", 1e-300, 1.0000000000000000251e-300, 1),
      ("abs", 2.5, 2.5, 1),
      ("abs", 1000, 1000.0, 1),
      ("sign", -1000, -1, 0),
      ("sign", -1e-300, -1, 0),
      ("sign", 1e-300, 1, 0),
      ("sign", 1000, 1, 0),
      ("sin", -1000, -0.82687954053200256026, 0.56237907629070299108),
      ("sin", -1, -0.84147098480789650665, 0.5403023058681397174),
      ("sin", 0, 0, 1.0),
      ("sin", 0.5, 0.47942553860420300027, 0.87758256189037271612),
      ("sin", 3, 0.1411200080598672221, -0.98999249660044545727),
      ("sin", 1000, 0.82687954053200256026, 0.56237907629070299108),
      ("cos", -1000, 0.56237907629070299108, 0.82687954053200256026),
      ("cos", -1, 0.5403023058681397174, 0.84147098480789650665),
      ("cos", 0, 1, 0),
      ("cos", 0.5, 0.87758256189037271612, -0.47942553860420300027),
      ("cos", 3, -0.98999249660044545727, -0.1411200080598672221),
      ("cos", 1000, 0.56237907629070299108, -0.82687954053200256026),
      ("tan", -1000, -1.470324155702718446, 3.1618531228429118361),
      ("tan", -1, -1.5574077246549022305, 3.4255188208147597609),
      ("tan", 0, 0, 1.0),
      ("tan", 0.5, 0.54630248984379051326, 1.2984464104095248369),
      ("tan", 1.5, 14.101419947171719388, 199.85004452649245721),
      ("tan", 1000, 1.470324155702718446, 3.1618531228429118361),
      ("tanh", -1000, -1, 0),
      ("tanh", -1, -0.76159415595576488812, 0.41997434161402606939),
      ("tanh", 0, 0, 1.0),
      ("tanh", 1e-10, 1.0000000000000000364e-10, 0.99999999999999999999),
      ("tanh", 0.5, 0.4621171572600097585, 0.78644773296592741015),
      ("tanh", 1000, 1, 0),
      ("arctan", -1000, -1.5697963271282297526, 9.99999000000999999e-7),
      ("arctan", -1, -0.78539816339744830962, 0.5),
      ("arctan", 0, 0, 1.0),
      ("arctan", 0.5, 0.46364760900080611621, 0.8),
      ("arctan", 1000, 1.5697963271282297526, 9.99999000000999999e-7),
      ("sinh", -1000, -.infinity, .infinity),
      ("sinh", -1, -1.1752011936438014569, 1.5430806348152437785),
      ("sinh", 0, 0, 1.0),
      ("sinh", 1e-10, 1.0000000000000000364e-10, 1.0),
      ("sinh", 0.5, 0.52109530549374736162, 1.1276259652063807852),
      ("sinh", 20, 242582597.70489513795, 242582597.70489514002),
      ("sinh", 1000, .infinity, .infinity),
      ("cosh", -1000, .infinity, -.infinity),
      ("cosh", -1, 1.5430806348152437785, -1.1752011936438014569),
      ("cosh", 0, 1, 0),
      ("cosh", 0.5, 1.1276259652063807852, 0.52109530549374736162),
      ("cosh", 20, 242582597.70489514002, 242582597.70489513795),
      ("cosh", 1000, .infinity, .infinity),
      ("sigmoid", -1000, 0, 0),
      ("sigmoid", -30, 9.3576229688392989538e-14, 9.3576229688384233028e-14),
      ("sigmoid", -1, 0.26894142136999512075, 0.19661193324148185254),
      ("sigmoid", -0.1, 0.47502081252106001252, 0.24937604019289196775),
      ("sigmoid", 0, 0.5, 0.25),
      ("sigmoid", 0.5, 0.62245933120185456464, 0.23500371220159448907),
      ("sigmoid", 1, 0.73105857863000487925, 0.19661193324148185254),
      ("sigmoid", 30, 0.99999999999990642377, 9.3576229688384233028e-14),
      ("sigmoid", 1000, 1.0, 0),
      ("relu", -1000, 0, 0),
      ("relu", -1e-300, 0, 0),
      ("relu", 1e-300, 1.0000000000000000251e-300, 1),
      ("relu", 2.5, 2.5, 1),
      ("relu", 1000, 1000.0, 1),
      ("softplus", -1000, 0, 0),
      ("softplus", -40, 4.2483542552915889863e-18, 4.2483542552915889773e-18),
      ("softplus", -1, 0.31326168751822283405, 0.26894142136999512075),
      ("softplus", 0, 0.69314718055994530942, 0.5),
      ("softplus", 0.5, 0.97407698418010668087, 0.62245933120185456464),
      ("softplus", 40, 40.000000000000000004, 0.99999999999999999575),
      ("softplus", 1000, 1000.0, 1.0),
      ("step", -1000, 0, 0),
      ("step", -1e-300, 0, 0),
      ("step", 1e-300, 1, 0),
      ("step", 1000, 1, 0),
      ("gelu", -1000, 0, 0),
      ("gelu", -10, -7.619853024160526066e-23, -7.6184000964648140857e-22),
      ("gelu", -2.5, -0.015524163314440337917, -0.037611085908145208238),
      ("gelu", -1, -0.15865525393145705141, -0.083315470587686298383),
      ("gelu", 0, 0, 0.5),
      ("gelu", 1e-10, 5.0000000003989424626e-11, 0.50000000007978845608),
      ("gelu", 0.5, 0.34573123063700655182, 0.86749512465616284253),
      ("gelu", 2.5, 2.4844758366855596621, 1.0376110859081452082),
      ("gelu", 1000, 1000.0, 1),
      ("erf", -1000, -1, 0),
      ("erf", -1, -0.84270079294971486934, 0.41510749742059470334),
      ("erf", 0, 0, 1.1283791670955125739),
      ("erf", 1e-10, 1.128379167095512615e-10, 1.1283791670955125739),
      ("erf", 0.5, 0.52049987781304653768, 0.87878257893544479409),
      ("erf", 3, 0.99997790950300141456, 1.3925305194674785389e-4),
      ("erf", 1000, 1, 0),
      ("floor", -1000.5, -1001.0, 0),
      ("floor", -2.5, -3, 0),
      ("floor", -1e-300, -1, 0),
      ("floor", 0.5, 0, 0),
      ("floor", 2.5, 2, 0),
      ("floor", 1000.5, 1000.0, 0),
    ] as [(String, Double, Double, Double)])
  func oneArgument(name: String, argument: Double, value: Double, derivative: Double) throws {
    try expect(name, [argument], value: value, derivatives: [derivative])
  }

  @Test(
    "Values and derivatives of two arguments have mpmath's digits",
    arguments: [
      ("leaky_relu", [-1000, 0.1], -100.00000000000000555, [0.10000000000000000555, -1000.0]),
      ("leaky_relu", [-2, 0.1], -0.2000000000000000111, [0.10000000000000000555, -2]),
      ("leaky_relu", [-2, 0.3], -0.5999999999999999778, [0.2999999999999999889, -2]),
      (
        "leaky_relu", [-1e-10, 0.1], -1.0000000000000000919e-11,
        [0.10000000000000000555, -1.0000000000000000364e-10]
      ),
      ("leaky_relu", [2.5, 0.1], 2.5, [1, 0]),
      ("leaky_relu", [1000, 0.1], 1000.0, [1, 0]),
      ("prelu", [-1000, 0.25], -250, [0.25, -1000.0]),
      ("prelu", [-2, 0.25], -0.5, [0.25, -2]),
      ("prelu", [-2, -0.5], 1, [-0.5, -2]),
      ("prelu", [-2, 1.5], -3, [1.5, -2]),
      ("prelu", [2.5, 0.25], 2.5, [1, 0]),
      ("prelu", [1000, 0.25], 1000.0, [1, 0]),
      ("elu", [-1000, 1], -1, [0, -1]),
      ("elu", [-1, 1], -0.6321205588285576784, [0.3678794411714423216, -0.6321205588285576784]),
      ("elu", [-1, 0.5], -0.3160602794142788392, [0.1839397205857211608, -0.6321205588285576784]),
      ("elu", [-1e-10, 2], -1.9999999999000000729e-10, [1.9999999998, -9.9999999995000003643e-11]),
      ("elu", [2.5, 1], 2.5, [1, 0]),
      ("elu", [1000, 2], 1000.0, [1, 0]),
    ] as [(String, [Double], Double, [Double])])
  func twoArguments(name: String, arguments: [Double], value: Double, derivatives: [Double]) throws {
    try expect(name, arguments, value: value, derivatives: derivatives)
  }

  @Test("At 0 and at −0 values and derivatives are those of the lectures", arguments: [0.0, -0.0])
  func atZero(zero: Double) throws {
    let expected: [(String, [Double], Double, [Double])] = [
      ("abs", [zero], 0, [0]), ("sign", [zero], 0, [0]), ("relu", [zero], 0, [1]), ("step", [zero], 1, [0]),
      ("leaky_relu", [zero, 0.1], 0, [1, 0]), ("prelu", [zero, 0.25], 0, [1, 0]),
      ("elu", [zero, 2], 0, [1, 0]),
      ("floor", [zero], 0, [0]), ("exp", [zero], 1, [1]),
      ("sin", [zero], 0, [1]), ("cos", [zero], 1, [0]), ("tan", [zero], 0, [1]), ("tanh", [zero], 0, [1]),
      ("arctan", [zero], 0, [1]), ("sinh", [zero], 0, [1]), ("cosh", [zero], 1, [0]),
      ("erf", [zero], 0, [nil]),
      ("sigmoid", [zero], 0.5, [0.25]), ("softplus", [zero], 0.6931471805599453, [0.5]),
      ("gelu", [zero], 0, [0.5]), ("factorial", [zero], 1, [0]), ("max", [zero, 0], 0, [1, 0]),
      ("min", [zero, 0], 0, [1, 0]),
    ].map { ($0, $1, $2, $3.map { $0 ?? 1.1283791670955126 }) }
    for (name, arguments, value, derivatives) in expected {
      try expect(name, arguments, value: value, derivatives: derivatives)
    }
    try expect("sqrt", [zero], value: 0, derivatives: [])
    for name in ["ln", "log", "log2", "log10"] {
      #expect(try #require(Function.named(name)).value([zero]) == -.infinity)
    }
  }

  @Test(
    "Extremes take the first of equal arguments, which alone passes the derivative on",
    arguments: [
      ("max", [3], 3, [1]), ("max", [1, 2], 2, [0, 1]), ("max", [2, 1], 2, [1, 0]),
      ("max", [2, 2], 2, [1, 0]),
      ("max", [1, 3, 3, 2], 3, [0, 1, 0, 0]), ("max", [-1_000, 1_000], 1_000, [0, 1]),
      ("max", [5, 5, 5], 5, [1, 0, 0]), ("max", [-.infinity, -2], -2, [0, 1]),
      ("min", [3], 3, [1]), ("min", [1, 2], 1, [1, 0]), ("min", [2, 1], 1, [0, 1]),
      ("min", [2, 2], 2, [1, 0]),
      ("min", [3, 1, 1, 2], 1, [0, 1, 0, 0]), ("min", [-1_000, 1_000], -1_000, [1, 0]),
    ] as [(String, [Double], Double, [Double])])
  func extremes(name: String, arguments: [Double], value: Double, derivatives: [Double]) throws {
    try expect(name, arguments, value: value, derivatives: derivatives)
  }

  @Test(
    "Factorials have their digits, overflow from 171 on, and come at once",
    arguments: [
      (0, 1), (1, 1), (2, 2), (5, 120), (10, 3_628_800), (22, 1.12400072777760768e+21),
      (23, 2.585201673888497664e+22), (100, 9.3326215443944152682e+157), (170, 7.2574156153079989674e+306),
      (171, .infinity), (1_000, .infinity), (1e9, .infinity), (1e300, .infinity), (.infinity, .infinity),
    ] as [(Double, Double)])
  func factorial(n: Double, value: Double) throws {
    try expect("factorial", [n], value: value, derivatives: [0])
  }

  @Test(
    "Where a function has no value, it is NaN",
    arguments: [
      ("ln", [-1]), ("log", [-1]), ("log2", [-1_000]), ("log10", [-1e-300]), ("sqrt", [-1]),
      ("factorial", [-3]), ("factorial", [2.5]), ("factorial", [-1e9]), ("factorial", [-.infinity]),
      ("sin", [.infinity]), ("cos", [-.infinity]), ("tan", [.infinity]), ("max", [1, .nan]),
      ("max", [.nan, 1]),
      ("min", [1, .nan, 2]), ("min", [.nan, 1]),
    ] as [(String, [Double])])
  func noValue(name: String, arguments: [Double]) throws {
    #expect(try #require(Function.named(name)).value(arguments).isNaN)
  }

  @Test("NaN leads to NaN", arguments: Function.all)
  func nan(function: Function) {
    let arguments = function.parameters.map { _ in Double.nan }
    #expect(function.value(arguments).isNaN)
  }

  /// Values must be right to a few units in the last place, derivatives to that of their largest intermediate term.
  private func expect(
    _ name: String, _ arguments: [Double], value: Double, derivatives: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let function = try #require(Function.named(name))
    let found = function.value(arguments)
    // What is left of a normal distribution far out is as exact as its argument is.
    let units = name == "gelu" || name == "factorial" ? 64.0 : 4
    #expect(
      found == value || abs(found - value) <= units * value.ulp, "\(name)\(arguments): \(found)",
      sourceLocation: sourceLocation)

    let names = arguments.indices.map { Name("a\($0)") }
    let call = Formula.call(function, names.map(Formula.name))
    for (index, expected) in derivatives.enumerated() {
      let evaluation = call.derivative(by: names[index]).value(
        of: { name in names.firstIndex(of: name).map { arguments[$0] } ?? .nan }, atoms: { _ in .nan })
      let found = evaluation.value
      #expect(
        found == expected || abs(found - expected) <= 8 * max(evaluation.largest, 1e-300).ulp,
        "\(name)\(arguments) by \(index): \(found)", sourceLocation: sourceLocation)
    }
  }
}
