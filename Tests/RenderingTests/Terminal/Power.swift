import Foundation

/// The power of a number, by the system's library.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
