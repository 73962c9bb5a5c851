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

// MARK: - Memory

/// What a line of the first cache holds: eight numbers side by side are no more, and are to be on one line.
private let cacheLine = 64

/// New memory with room for `bytes` bytes, from where a line of the cache begins.
///
/// Where there is no such room the program stops.
func allocated(_ bytes: Int) -> UnsafeMutableRawPointer {
  var memory: UnsafeMutableRawPointer?
  guard posix_memalign(&memory, cacheLine, bytes) == 0, let memory else { noMemory(for: bytes) }
  return memory
}

/// Gives memory of `allocated` back.
func released(_ memory: UnsafeMutableRawPointer) { free(memory) }

/// Where large pages begin, which spare the processor most of the looking for pages that a long tape costs.
private let largePage = 1 << 21

/// Sets addresses for `bytes` bytes aside, without memory behind them; `nil` where the system has none to give, as under
/// a limit of addresses.
///
/// The first one is one where large pages begin, and the system is asked for those.
func reservedAddresses(_ bytes: Int) -> UnsafeMutableRawPointer? {
  let flags = MAP_PRIVATE | MAP_ANON | Int32(MAP_NORESERVE)
  guard let start = mmap(nil, bytes + largePage, PROT_NONE, flags, -1, 0), Int(bitPattern: start) != -1 else {
    return nil
  }
  let skipped = -Int(bitPattern: start) & (largePage - 1)
  let addresses = start + skipped
  if skipped > 0 { munmap(start, skipped) }
  munmap(addresses + bytes, largePage - skipped)
  #if os(Linux)
    // It is asked for all at once: pieces that differ could not be put together again.
    madvise(addresses, bytes, Int32(MADV_HUGEPAGE))
  #endif
  return addresses
}

/// Puts memory behind the first `bytes` bytes of addresses of `reservedAddresses`.
///
/// Where there is no such memory the program stops.
func makeUsable(_ addresses: UnsafeMutableRawPointer, _ bytes: Int) {
  if mprotect(addresses, bytes, PROT_READ | PROT_WRITE) != 0 { noMemory(for: bytes) }
}

/// Gives addresses of `reservedAddresses` back, with the memory behind them.
func released(_ addresses: UnsafeMutableRawPointer, _ bytes: Int) { munmap(addresses, bytes) }

private func noMemory(for bytes: Int) -> Never { fatalError("there is no memory for \(bytes) bytes") }

// MARK: - Processors

/// How many processor cores there are.
func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
