/// What is known of the names that a text mentions: for hints alone, which then show what can be written.
public struct NamesAround {
  /// The lowest and the highest of each index of a family; `nil` where no family is called so.
  let bounds: (String) -> [ClosedRange<Int>]?
  /// Whether a value is called so, be it a number or a family.
  let isValue: (String) -> Bool
  /// Whether a function is called so.
  let isFunction: (String) -> Bool
  /// The number of a const; `nil` where none is called so.
  let constant: (String) -> Double?

  /// What is known, as it is asked for.
  public init(
    bounds: @escaping (String) -> [ClosedRange<Int>]?, isValue: @escaping (String) -> Bool,
    isFunction: @escaping (String) -> Bool, constant: @escaping (String) -> Double? = { _ in nil }
  ) {
    self.bounds = bounds
    self.isValue = isValue
    self.isFunction = isFunction
    self.constant = constant
  }
}
