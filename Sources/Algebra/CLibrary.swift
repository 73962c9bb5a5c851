import ElementaryFunctions

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// The functions of real numbers that are left to the C library, imported here and nowhere else in this target.

/// The logarithm of `x` to base 2.
func binaryLogarithm(_ x: Double) -> Double { log2(x) }

/// The logarithm of `x` to base 10.
func decimalLogarithm(_ x: Double) -> Double { log10(x) }

/// The sine of `x` radians.
func sine(_ x: Double) -> Double { x.magnitude <= largestReducedAngle ? sine(of: x) : sin(x) }

/// The cosine of `x` radians.
func cosine(_ x: Double) -> Double { x.magnitude <= largestReducedAngle ? cosine(of: x) : cos(x) }

/// The tangent of `x` radians.
func tangent(_ x: Double) -> Double { tan(x) }

/// The angle from −π/2 to π/2 whose tangent is `x`.
func arcTangent(_ x: Double) -> Double { atan(x) }

/// The error function of `x`.
func errorFunction(_ x: Double) -> Double { erf(x) }

/// 1 less the error function of `x`, without loss of digits for large `x`.
func complementaryErrorFunction(_ x: Double) -> Double { erfc(x) }

/// `base` to the power of `exponent`; 1 wherever the exponent is 0. A square is the product, rounded once on every platform.
func raised(_ base: Double, to exponent: Double) -> Double {
  exponent == 2 ? base * base : exponent == 1 ? base : pow(base, exponent)
}
