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
func tanh(of x: Double) -> Double { tanh(x) }
func power(of base: Double, to exponent: Double) -> Double { pow(base, exponent) }
