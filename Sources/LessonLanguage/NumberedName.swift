/// A name that ends in a number: `w8`.
public struct NumberedName {
  /// What stands before the number.
  public let stem: String
  /// The number.
  public let number: Int

  /// The parts of a name; `nil` when it does not end in a number, or in one with a leading zero.
  public init?(_ text: String) {
    let digits = text.utf8.reversed().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    let stem = String(decoding: text.utf8.dropLast(digits), as: UTF8.self)
    let tail = String(decoding: text.utf8.suffix(digits), as: UTF8.self)
    guard let number = Int(tail), String(number) == tail, !stem.isEmpty else { return nil }
    self.stem = stem
    self.number = number
  }

  /// What to write in the place of a range from `first` to `last`, names with different words before their numbers; `nil`
  /// where one has no number.
  public static func hint(from first: String, to last: String) -> String? {
    guard let start = NumberedName(first), let end = NumberedName(last), start.stem != end.stem else {
      return nil
    }
    return "both names must begin with the same word, as in `\(first)...\(start.stem)\(end.number)`"
  }
}
