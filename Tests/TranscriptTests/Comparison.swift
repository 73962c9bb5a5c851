/// What decided a condition, with its numbers: `2 > 1.5`.
struct Comparison {
  /// Whether it is so as it is printed.
  let holds: Bool

  /// Reads a comparison of two numbers.
  init(_ text: String) throws(Unreadable) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, let compare = Self.signs[words[1]],
      let x = try Arithmetic.value(of: words[0]), let y = try Arithmetic.value(of: words[2])
    else { throw Unreadable(description: "‘\(text)’ is no comparison of two numbers") }
    holds = compare(x, y)
  }

  private static let signs: [String: @Sendable (Double, Double) -> Bool] = [
    "<": { $0 < $1 }, ">": { $0 > $1 }, "=": { $0 == $1 }, "≠": { $0 != $1 },
    "≤": { $0 <= $1 }, "<=": { $0 <= $1 }, "≥": { $0 >= $1 }, ">=": { $0 >= $1 },
  ]
}
