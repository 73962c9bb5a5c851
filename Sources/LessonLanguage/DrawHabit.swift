/// Names of distributions in other languages and in books.
public enum DrawHabit {
  private static let uniform: Set<String> = [
    "flat", "unif", "runif", "rand", "random", "uniform_", "u", "equal", "uniformly",
  ]
  private static let bernoulli: Set<String> = ["bern", "coin", "flip", "binary", "dropout", "rbern"]

  private static let normal: Set<String> = ["gauss", "gaussian", "norm", "randn", "rnorm", "n", "gaussian_"]

  /// How that is drawn which `name` probably means, with the numbers that it is given where they are as many.
  public static func call(for name: String, _ numbers: [String]) -> String {
    let name = name.lowercased()
    let (word, usual) =
      uniform.contains(name)
      ? ("uniform", ["0", "1"]) : bernoulli.contains(name) ? ("bernoulli", ["0.5"]) : ("normal", ["0", "1"])
    let isMeant = word != "normal" || normal.contains(name)
    let given = isMeant && numbers.count == usual.count ? numbers : usual
    return "\(word)(\(given.joined(separator: ", ")))"
  }

  /// Whether `name` is known to mean one of the distributions.
  public static func isKnown(_ name: String) -> Bool {
    let name = name.lowercased()
    return uniform.contains(name) || bernoulli.contains(name) || normal.contains(name)
  }
}
