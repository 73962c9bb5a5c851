/// Calls that make a family, or draw one, in other languages: `zeros(3)`, `randn(2, 3)`, `range(5)`.
public enum MadeFamily {
  /// An argument of such a call: its text, its number where that is fixed, and whether it is a const.
  public typealias Argument = (text: String, number: Double?, isConst: Bool)

  /// The names that may stand in the form.
  public struct Names {
    let target: String
    let unused: String
    let indices: [String]

    /// The name of the family, one for a part of a formula, and two for indices.
    public init(target: String, unused: String, indices: [String]) {
      self.target = target
      self.unused = unused
      self.indices = indices
    }
  }

  private static let filling = ["zeros", "ones", "full", "zeros_like", "ones_like"]
  private static let counting = ["range", "arange", "seq", "linspace"]
  private static let drawing = ["randn", "rand", "random", "rnorm", "runif", "gauss", "randint"]

  /// Whether a call of that name makes a family, which is given or defined in a line of its own.
  public static func isOne(_ function: String) -> Bool {
    let name = function.lowercased()
    return filling.contains(name) || counting.contains(name) || drawing.contains(name)
      || name == "eye" || name == "identity"
  }

  /// What to write in the place of such a call; `nil` where it is none. Where its arguments do not tell, it is shown for 3
  /// elements, or for those of the family that has `bounds`.
  public static func hint(
    for function: String, _ arguments: [Argument], named names: Names, like bounds: [ClosedRange<Int>] = []
  ) -> String? {
    let (function, name) = (function.lowercased(), names.target)
    let model = bounds.map { "\($0.lowerBound)...\($0.upperBound)" }.joined(separator: ", ")
    switch function {
    case "zeros", "ones", "zeros_like", "ones_like":
      let isLike = function.hasSuffix("_like")
      let span = isLike ? nil : spans(arguments)
      return
        "all the same is given as `param \(name)\(span ?? "[\(model.isEmpty ? "1...3" : model)]") = \(function.hasPrefix("zeros") ? "0" : "1")`"
    case "full":
      let isPlain = arguments.count == 2
      let span = isPlain ? spans([arguments[0]]) : nil
      return
        "all the same is given as `param \(name)\(span ?? "[1...3]") = \(span == nil ? "1" : arguments[1].text)`"
    case "eye", "identity":
      let size = arguments.count == 1 ? end(arguments[0]) ?? "3" : "3"
      let (i, j) = (names.indices[0], names.indices[1])
      return
        "write `\(name)[\(i), \(j)] = if \(i) == \(j) then 1 else 0 for \(i) in 1...\(size), \(j) in 1...\(size)`"
    case "range", "arange", "seq", "linspace":
      return numbers(function, name, arguments, names.indices[0])
        ?? "numbers one after the other are written `\(name)[\(names.indices[0])] = \(names.indices[0]) for \(names.indices[0]) in 0...2`"
    case "array", "list", "vector", "tensor", "c", "vec", "matrix":
      guard !arguments.isEmpty else { return nil }
      return "a list is written in brackets: `[\(arguments.map(\.text).joined(separator: ", "))]`"
    case "randint":
      let (low, high) =
        arguments.count == 2
        ? (arguments[0].text, arguments[1].text) : ("0", arguments.count == 1 ? arguments[0].text : "10")
      return
        "what is drawn is given above, as in `input \(names.unused) ~ uniform(\(low), \(high))`; a whole number is then `floor(\(names.unused))`"
    default: return drawn(function, name, arguments)
    }
  }

  private static func numbers(
    _ function: String, _ name: String, _ arguments: [Argument], _ index: String
  ) -> String? {
    let ends = arguments.compactMap { $0.isConst ? nil : $0.number.flatMap { Int(exactly: $0) } }
    if function == "linspace" {
      guard arguments.count == 3, let count = arguments[2].number.flatMap({ Int(exactly: $0) }), count > 1,
        count <= 1_000_000
      else { return nil }
      let (first, last) = (arguments[0].text, arguments[1].text)
      let value = first == "0" ? "\(last)" : "\(first) + (\(last) - \(first))"
      return
        "numbers one after the other are written `\(name)[\(index)] = \(value)*(\(index) - 1)/\(count - 1) for \(index) in 1...\(count)`"
    }
    if arguments.count == 1, arguments[0].isConst {
      let text = arguments[0].text
      let range = function == "seq" ? "1...\(text)" : "0...\(text) - 1"
      return "numbers one after the other are written `\(name)[\(index)] = \(index) for \(index) in \(range)`"
    }
    guard ends.count == arguments.count, ends.allSatisfy({ $0.magnitude <= 1_000_000 }) else { return nil }
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
      "numbers one after the other are written `\(name)[\(index)] = \(index) for \(index) in \(bounds.first)...\(bounds.last)`"
  }

  /// Draws: what is drawn is given, each element for itself.
  private static func drawn(_ function: String, _ name: String, _ arguments: [Argument]) -> String? {
    switch function {
    case "randn", "rand", "random":
      let call = function == "randn" ? "normal(0, 1)" : "uniform(0, 1)"
      let word = function == "randn" ? "param" : "input"
      let span = spans(arguments) ?? ""
      return "what is drawn is given: `\(word) \(name)\(span) ~ \(call)`"
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

  /// `[1...2, 1...3]` of a family with 2 and 3 places; `nil` where these are not fixed.
  private static func spans(_ sizes: [Argument]) -> String? {
    let ends = sizes.compactMap(end)
    guard ends.count == sizes.count, !ends.isEmpty else { return nil }
    return "[\(ends.map { "1...\($0)" }.joined(separator: ", "))]"
  }

  private static func end(_ size: Argument) -> String? {
    guard let number = size.number, let count = Int(exactly: number), count > 0, count <= 1_000_000 else {
      return nil
    }
    return size.isConst ? size.text : "\(count)"
  }
}
