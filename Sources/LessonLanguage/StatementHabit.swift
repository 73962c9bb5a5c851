/// Words with which lines of other languages begin, with what calc writes in their place.
enum StatementHabit {
  private static let hints: [(words: Set<String>, hint: String)] = [
    (
      ["while", "until", "loop", "do"],
      "commands are repeated with `repeat 100 times until L < 0.01`, where `until` says when to stop"
    ),
    (
      ["let", "var", "val", "set", "double", "float", "int", "number", "auto", "local", "my"],
      "a formula is written `y = 2*x`; a number is given with `input`, `target`, `param` or `const`"
    ),
    (
      ["weight", "weights", "bias", "variable", "parameter", "learnable", "trainable"],
      "what is learned is given as `param w = 0.5`"
    ),
    (["constant"], "what is fixed is given as `const c = 0.5`"),
    (["function", "func", "fun", "fn", "lambda"], "a function is defined by `def f(x) = x^2`"),
    (
      ["print", "disp", "show", "echo", "display", "puts", "write", "output"],
      "a value is shown by `explain x`"
    ),
    (
      ["import", "using", "include", "library", "require", "use"],
      "nothing is imported: all functions are there, and columns of data are read by `input x from xor`"
    ),
    (["return"], "a function is one expression: `def f(x) = x^2`"),
    (
      ["gradient", "backprop", "derive", "diff", "differentiate"],
      "all derivatives are worked out by `backward E`, one by `explain ∂E/∂w`"
    ),
    (
      ["minimize", "minimise", "optimize", "optimise", "fit", "learn"],
      "write `train all to reduce E with sgd(rate: 0.1) for 100 epochs`"
    ),
    (["check", "assert", "ask"], "this stands in a cell of its own, which its fence names"),
    (["rem", "comment"], "a comment begins with `#`"),
  ]

  /// Whether a loop of other languages begins with `word`, the end of which may be an `end`.
  static func beginsBlock(_ word: String) -> Bool { ["while", "until", "loop", "do"].contains(word) }

  /// What to write in the place of a line that begins with `word`.
  static func hint(for word: String) -> String? { hints.first { $0.words.contains(word) }?.hint }
}
