internal import Algebra

/// Where on a page a value stands that has a name.
struct ShownValue {
  /// The id of its element.
  let id: String
  /// The name, to be read.
  let name: String
  /// The value.
  let number: Number
}
