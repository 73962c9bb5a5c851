/// Small lessons that tests call the program with.
enum Lessons {
  /// Its one check holds.
  static let fine = lesson("A sum", calc: "param w5 = 0.5\ns = w5 + 0.25", check: "s = 0.75")
  /// One check holds, one is a documented slip, one does not hold.
  static let broken = lesson(
    "A slip", calc: "param rate = 0.5\ns = rate + 0.25",
    check: "s = 0.75\ns != 0.9 -- the slide forgot a half\ns = 0.6")
  /// It has rows `points` with the one column `x`, and names of the first one.
  static let withRows = lesson("Rows", calc: "input x from points\ny = 2*x", check: "")
    .replacing("```calc", with: "```data points\nx\n1\n```\n\n```calc")
  /// It cannot be read.
  static let wrong = lesson("An error", calc: "s = = 1", check: "")
  /// It stops at its second line.
  static let stopping = lesson("A stop", calc: "z = 0.5 - 0.5\ns = 1/z", check: "")

  /// A list of claims of two lectures.
  static let claims = """
    id,lecture,slide,printed,kind,verdict,right,not computable
    S0-070,Networks,Forward,s = 0.75,number,right,Exact.,
    S0-071,Networks,Forward,s = 0.74,number,cut-off,It is 0.749.,
    S0-088,Networks,Backward,"w = 0.9, or so",number,wrong,A half was forgotten.,
    S0-090,Networks,Backward,f(x) = x,formula,right,,
    S1-001,Brains,Cells,Who works where,statement,unclear,It has changed.,history
    S1-002,Brains,Cells,A neuron sums,definition,right,,

    """

  /// A list of words, which the lesson `sum` and another explain.
  static let words = """
    word,other spellings,lesson,explanation
    learning rate,eta,sum|descent,The number that a derivative is multiplied by to give the size of a step.
    velocity,,momentum,How fast a weight moves.
    list,,sum,"Numbers, in order."

    """

  static func lesson(_ title: String, calc: String, check: String) -> String {
    """
    ---
    title: \(title)
    ---

    # \(title)

    ```calc
    \(calc)
    ```
    \(check.isEmpty ? "" : "\n```check\n\(check)\n```\n")
    """
  }

  /// A course in which nothing is amiss but that no transcript is recorded.
  static let course = [("Lessons/11-sum.md", fine), ("Lessons/12-other-sum.md", fine)]
}
