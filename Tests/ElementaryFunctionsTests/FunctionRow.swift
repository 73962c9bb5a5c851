import Testing

/// A function, its argument, and the exact value, rounded to the nearest number.
struct FunctionRow: Sendable, CustomTestStringConvertible {
  let function: ElementaryFunction
  let argument: Double
  let value: Double

  init(_ function: ElementaryFunction, _ argument: Double, _ value: Double) {
    self.function = function
    self.argument = argument
    self.value = value
  }

  var testDescription: String { "\(function.name) at \(argument)" }
}

/// The smallest positive number, of which subnormal numbers are written as multiples.
let smallest = Double.leastNonzeroMagnitude
