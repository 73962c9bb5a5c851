/// Calls that make a family, or draw one, in other languages: `zeros(3)`, `randn(2, 3)`, `range(5)`.
public enum MadeFamily {
  /// An argument of such a call: its text, and its number where it is a plain one.
  public typealias Argument = (text: String, number: Double?)

  /// What to write in the place of such a call, for a family called `name`, or a part of a formula called
  /// `unused`; `nil` where it is none, or where its arguments
  /// do not tell.
  public static func hint(
    for function: String, _ arguments: [Argument], named name: String, or unused: String
  ) -> String? {
    switch function.lowercased() {
    case "zeros": return filled(name, arguments, with: "0")
    case "ones": return filled(name, arguments, with: "1")
    case "full":
      guard arguments.count == 2 else { return nil }
      return filled(name, [arguments[0]], with: arguments[1].text)
    case "eye", "identity":
      guard let size = arguments.first.flatMap(end), arguments.count == 1 else { return nil }
      return "write `\(name)[i, j] = if i == j then 1 else 0 for i in 1...\(size), j in 1...\(size)`"
    case "range", "arange", "seq", "linspace": return numbers(function.lowercased(), name, arguments)
    case "array", "list", "vector", "tensor", "c", "vec", "matrix":
      guard !arguments.isEmpty else { return nil }
      return "a list is written in brackets: `[\(arguments.map(\.text).joined(separator: ", "))]`"
    case "randint":
      guard arguments.count == 2 else { return nil }
      return
        "what is drawn is given above, as in `input \(unused) ~ uniform(\(arguments[0].text), \(arguments[1].text))`; a whole number is then `floor(\(unused))`"
    default: return drawn(function.lowercased(), name, arguments)
    }
  }

  private static func filled(_ name: String, _ sizes: [Argument], with value: String) -> String? {
    spans(sizes).map { "all the same is given as `param \(name)\($0) = \(value)`" }
  }

  private static func numbers(_ function: String, _ name: String, _ arguments: [Argument]) -> String? {
    let ends = arguments.compactMap { $0.number.flatMap { Int(exactly: $0) } }
    if function == "linspace" {
      guard arguments.count == 3, let count = end(arguments[2]), count > 1 else { return nil }
      let (first, last) = (arguments[0].text, arguments[1].text)
      let value = first == "0" ? "\(last)" : "\(first) + (\(last) - \(first))"
      return
        "numbers one after the other are written `\(name)[i] = \(value)*(i - 1)/\(count - 1) for i in 1...\(count)`"
    }
    guard ends.count == arguments.count else { return nil }
    let bounds: (first: Int, last: Int)? =
      switch (ends.count, function) {
      case (1, "seq"): (1, ends[0])
      case (1, _): (0, ends[0] - 1)
      case (2, "seq"): (ends[0], ends[1])
      case (2, _): (ends[0], ends[1] - 1)
      default: nil
      }
    guard let bounds, bounds.first <= bounds.last else { return nil }
    return
      "numbers one after the other are written `\(name)[i] = i for i in \(bounds.first)...\(bounds.last)`"
  }

  /// Draws: what is drawn is given, each element for itself.
  private static func drawn(_ function: String, _ name: String, _ arguments: [Argument]) -> String? {
    switch function {
    case "randn", "rand", "random":
      let call = function == "randn" ? "normal(0, 1)" : "uniform(0, 1)"
      let word = function == "randn" ? "param" : "input"
      return (arguments.isEmpty ? "" : spans(arguments)).map {
        "what is drawn is given: `\(word) \(name)\($0) ~ \(call)`"
      }
    case "rnorm", "runif":
      let texts = arguments.dropFirst().map(\.text).joined(separator: ", ")
      guard let first = arguments.first, [1, 3].contains(arguments.count), let span = spans([first]) else {
        return nil
      }
      let call =
        function == "rnorm"
        ? "normal(\(texts.isEmpty ? "0, 1" : texts))" : "uniform(\(texts.isEmpty ? "0, 1" : texts))"
      return "what is drawn is given: `param \(name)\(span) ~ \(call)`"
    case "gauss":
      guard arguments.count == 2 else { return nil }
      return "what is drawn is given: `param \(name) ~ normal(\(arguments[0].text), \(arguments[1].text))`"
    default: return nil
    }
  }

  /// `[1...2, 1...3]` of a family with 2 and 3 places; nothing of one with a single place.
  private static func spans(_ sizes: [Argument]) -> String? {
    let ends = sizes.compactMap(end)
    guard ends.count == sizes.count, !ends.isEmpty else { return nil }
    return "[\(ends.map { "1...\($0)" }.joined(separator: ", "))]"
  }

  private static func end(_ size: Argument) -> Int? {
    size.number.flatMap { Int(exactly: $0) }.flatMap { $0 > 0 && $0 <= 1_000_000 ? $0 : nil }
  }
}
