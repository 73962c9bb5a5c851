#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// The C library's functions of real numbers, imported here and nowhere else in this target.

/// e to the power of `x`.
func exponential(_ x: Double) -> Double { exp(x) }

/// e to the power of `x`, less 1, without loss of digits near 0.
func exponentialLessOne(_ x: Double) -> Double { expm1(x) }

/// The natural logarithm of `x`.
func naturalLogarithm(_ x: Double) -> Double { log(x) }

/// The natural logarithm of `1 + x`, without loss of digits near 0.
func naturalLogarithmOfOne(plus x: Double) -> Double { log1p(x) }

/// The logarithm of `x` to base 2.
func binaryLogarithm(_ x: Double) -> Double { log2(x) }

/// The logarithm of `x` to base 10.
func decimalLogarithm(_ x: Double) -> Double { log10(x) }

/// The sine of `x` radians.
func sine(_ x: Double) -> Double { sin(x) }

/// The cosine of `x` radians.
func cosine(_ x: Double) -> Double { cos(x) }

/// The tangent of `x` radians.
func tangent(_ x: Double) -> Double { tan(x) }

/// The angle from −π/2 to π/2 whose tangent is `x`.
func arcTangent(_ x: Double) -> Double { atan(x) }

/// The hyperbolic sine of `x`.
func hyperbolicSine(_ x: Double) -> Double { sinh(x) }

/// The hyperbolic cosine of `x`.
func hyperbolicCosine(_ x: Double) -> Double { cosh(x) }

/// The hyperbolic tangent of `x`.
func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }

/// The error function of `x`.
func errorFunction(_ x: Double) -> Double { erf(x) }

/// 1 less the error function of `x`, without loss of digits for large `x`.
func complementaryErrorFunction(_ x: Double) -> Double { erfc(x) }

/// `base` to the power of `exponent`; 1 wherever the exponent is 0. A square is the product, rounded once on every platform.
func raised(_ base: Double, to exponent: Double) -> Double {
  exponent == 2 ? base * base : exponent == 1 ? base : pow(base, exponent)
}
