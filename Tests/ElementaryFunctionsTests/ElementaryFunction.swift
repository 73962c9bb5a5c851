import ElementaryFunctions
import Testing

/// A function of this module, for one number, for four and for eight.
struct ElementaryFunction: Sendable, CustomTestStringConvertible {
  let name: String
  /// How far a result may be from the exact one, rounded, in steps from one number to the next.
  let allowedSteps: Int64
  let ofOne: @Sendable (Double) -> Double
  let ofFour: @Sendable (SIMD4<Double>) -> SIMD4<Double>
  let ofEight: @Sendable (SIMD8<Double>) -> SIMD8<Double>

  var testDescription: String { name }

  static let exponential = ElementaryFunction(
    name: "e^x", allowedSteps: 1,
    ofOne: { ElementaryFunctions.exponential(of: $0) },
    ofFour: { ElementaryFunctions.exponential(of: $0) },
    ofEight: { ElementaryFunctions.exponential(of: $0) })

  static let exponentialLessOne = ElementaryFunction(
    name: "e^x − 1", allowedSteps: 1,
    ofOne: { ElementaryFunctions.exponentialLessOne(of: $0) },
    ofFour: { ElementaryFunctions.exponentialLessOne(of: $0) },
    ofEight: { ElementaryFunctions.exponentialLessOne(of: $0) })

  static let naturalLogarithm = ElementaryFunction(
    name: "ln x", allowedSteps: 1,
    ofOne: { ElementaryFunctions.naturalLogarithm(of: $0) },
    ofFour: { ElementaryFunctions.naturalLogarithm(of: $0) },
    ofEight: { ElementaryFunctions.naturalLogarithm(of: $0) })

  static let naturalLogarithmOfOnePlus = ElementaryFunction(
    name: "ln(1 + x)", allowedSteps: 1,
    ofOne: { ElementaryFunctions.naturalLogarithm(ofOnePlus: $0) },
    ofFour: { ElementaryFunctions.naturalLogarithm(ofOnePlus: $0) },
    ofEight: { ElementaryFunctions.naturalLogarithm(ofOnePlus: $0) })

  static let hyperbolicTangent = ElementaryFunction(
    name: "tanh x", allowedSteps: 3,
    ofOne: { ElementaryFunctions.hyperbolicTangent(of: $0) },
    ofFour: { ElementaryFunctions.hyperbolicTangent(of: $0) },
    ofEight: { ElementaryFunctions.hyperbolicTangent(of: $0) })

  static let hyperbolicSine = ElementaryFunction(
    name: "sinh x", allowedSteps: 2,
    ofOne: { ElementaryFunctions.hyperbolicSine(of: $0) },
    ofFour: { ElementaryFunctions.hyperbolicSine(of: $0) },
    ofEight: { ElementaryFunctions.hyperbolicSine(of: $0) })

  static let hyperbolicCosine = ElementaryFunction(
    name: "cosh x", allowedSteps: 1,
    ofOne: { ElementaryFunctions.hyperbolicCosine(of: $0) },
    ofFour: { ElementaryFunctions.hyperbolicCosine(of: $0) },
    ofEight: { ElementaryFunctions.hyperbolicCosine(of: $0) })

  static let logistic = ElementaryFunction(
    name: "σ(x)", allowedSteps: 2,
    ofOne: { ElementaryFunctions.logistic(of: $0) },
    ofFour: { ElementaryFunctions.logistic(of: $0) },
    ofEight: { ElementaryFunctions.logistic(of: $0) })

  static let softplus = ElementaryFunction(
    name: "softplus(x)", allowedSteps: 2,
    ofOne: { ElementaryFunctions.softplus(of: $0) },
    ofFour: { ElementaryFunctions.softplus(of: $0) },
    ofEight: { ElementaryFunctions.softplus(of: $0) })

  static let all = [
    exponential, exponentialLessOne, naturalLogarithm, naturalLogarithmOfOnePlus, hyperbolicTangent,
    hyperbolicSine, hyperbolicCosine, logistic, softplus,
  ]
}

/// The bits of a number, and of NaN one pattern of the many.
func canonicalBits(_ number: Double) -> UInt64 {
  number.isNaN ? Double.nan.bitPattern : number.bitPattern
}
