import Foundation

/// Something that is made when somebody first asks for it, and kept.
final class Kept<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private let make: @Sendable () -> Value
  private var value: Value?

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// What `body` makes of it while nobody else does anything with it.
  func whileAlone<Result>(_ body: (Value) throws -> Result) rethrows -> Result {
    try lock.withLock {
      let value = value ?? make()
      self.value = value
      return try body(value)
    }
  }
}
