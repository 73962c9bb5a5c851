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

/// The natural logarithm of `x`.
func naturalLogarithm(_ x: Double) -> Double { log(x) }

/// The hyperbolic tangent of `x`.
func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }

/// `base` to the power of `exponent`; 1 wherever the exponent is 0.
func raised(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }
