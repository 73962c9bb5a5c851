#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

// The C library's functions of numbers, for the rules of the operations. They carry a label because the plain names
// (`exp`, `tanh`) are this module's functions of values on a tape. Only this file knows the platform.

func exp(of x: Double) -> Double { exp(x) }
func ln(of x: Double) -> Double { log(x) }
func log2(of x: Double) -> Double { log2(x) }
func log10(of x: Double) -> Double { log10(x) }
func sin(of x: Double) -> Double { sin(x) }
func cos(of x: Double) -> Double { cos(x) }
func tan(of x: Double) -> Double { tan(x) }
func arctan(of x: Double) -> Double { atan(x) }
func sinh(of x: Double) -> Double { sinh(x) }
func cosh(of x: Double) -> Double { cosh(x) }
func tanh(of x: Double) -> Double { tanh(x) }
func erf(of x: Double) -> Double { erf(x) }
func power(of base: Double, to exponent: Double) -> Double { pow(base, exponent) }

/// `e^x − 1`, which keeps its digits where `x` is near 0.
func expLessOne(of x: Double) -> Double { expm1(x) }
/// `ln(1 + x)`, which keeps its digits where `x` is near 0.
func lnOfOne(plus x: Double) -> Double { log1p(x) }
/// `1 − erf(x)`, which keeps its digits where `erf(x)` is near 1.
func erfComplement(of x: Double) -> Double { erfc(x) }
