public import ElementaryFunctions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

// The functions of numbers that the rules of the operations leave to the C library. They carry a label because the
// plain names (`sin`, `erf`) are this module's functions of values on a tape. Only this file knows the platform.

@usableFromInline func log2(of x: Double) -> Double { log2(x) }
@usableFromInline func log10(of x: Double) -> Double { log10(x) }
/// The sine of any angle; that of a large one is the C library's.
@inlinable @inline(__always)
func sin(of x: Double) -> Double {
  x.magnitude <= largestReducedAngle ? sine(of: x) : sineOfLarge(x)
}
/// The cosine of any angle; that of a large one is the C library's.
@inlinable @inline(__always)
func cos(of x: Double) -> Double {
  x.magnitude <= largestReducedAngle ? cosine(of: x) : cosineOfLarge(x)
}
@usableFromInline func sineOfLarge(_ x: Double) -> Double { sin(x) }
@usableFromInline func cosineOfLarge(_ x: Double) -> Double { cos(x) }
@usableFromInline func tan(of x: Double) -> Double { tan(x) }
@usableFromInline func arctan(of x: Double) -> Double { atan(x) }
@usableFromInline func erf(of x: Double) -> Double { erf(x) }
/// `base^exponent`; a square is the product, rounded once on every platform.
@usableFromInline func power(of base: Double, to exponent: Double) -> Double {
  exponent == 2 ? base * base : exponent == 1 ? base : pow(base, exponent)
}

/// `1 − erf(x)`, which keeps its digits where `erf(x)` is near 1.
@usableFromInline func erfComplement(of x: Double) -> Double { erfc(x) }

/// The memory at `memory`, or new memory, with room for `bytes` bytes; what was in it stays.
///
/// Where there is no such room the program stops.
func reallocated(_ memory: UnsafeMutableRawPointer?, _ bytes: Int) -> UnsafeMutableRawPointer {
  guard let memory = realloc(memory, bytes) else { fatalError("there is no memory for \(bytes) bytes") }
  #if os(Linux)
    // Large pages, where the system has them: a long tape is gone through from end to end, and each page has to be
    // found.
    if bytes >= 1 << 22 {
      let page = 4096
      let start = (UInt(bitPattern: memory) + UInt(page - 1)) & ~UInt(page - 1)
      madvise(UnsafeMutableRawPointer(bitPattern: start), bytes - page, Int32(MADV_HUGEPAGE))
    }
  #endif
  return memory
}

/// Gives memory of `reallocated` back.
func released(_ memory: UnsafeMutableRawPointer?) { free(memory) }

/// How many processor cores there are.
func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
