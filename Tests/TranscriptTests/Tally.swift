/// How much of a page was read, by its kinds.
struct Tally: Equatable {
  /// Worked lines, as they are printed.
  var lines = 0
  /// Equations.
  var equations = 0
  /// Pairs of numbers that were compared.
  var equalities = 0
  /// Numbers that were put in the place of names.
  var substitutions = 0
  /// Elements that were looked up by an input: `p[class] = p[2]`.
  var lookups = 0
  /// Conditions whose reasons were worked out from the numbers on the page.
  var decisions = 0
  /// Comparisons of numbers that decided a condition.
  var reasons = 0
  /// `≈` signs, which nothing is compared across.
  var approximations = 0
  /// Numbers that the lesson gives.
  var givens = 0
  /// Functions of the lesson's own.
  var definitions = 0
  /// Paths with a product below each.
  var paths = 0
  /// Tables.
  var tables = 0
  /// Rows of tables.
  var rows = 0
  /// Numbers in tables, of pictures and of checks that were worked out through the page's formulas.
  var workedOut = 0
  /// Optimizers that get a name.
  var optimizers = 0
  /// Pictures.
  var pictures = 0
  /// Numbers of sentences on pictures that were found in a table.
  var foundInTables = 0
  /// `✓` lines.
  var met = 0
  /// `≠` lines.
  var slips = 0
  /// `✗` lines.
  var notMet = 0
  /// `✓` lines that say that the lecture has cut off its number.
  var cutOffs = 0
  /// Checks of a number that the page itself shows, or that follows from such.
  var checksOfShownNumbers = 0
  /// Sentences of the program's, among the worked lines or beside them.
  var sentences = 0
  /// Questions, where they are asked.
  var questions = 0
  /// Numbers of answers and of mistakes.
  var answers = 0
  /// Those of them that the page itself shows, or that follow from such.
  var answersOfShownNumbers = 0
  /// Replies that are said to be right.
  var replies = 0
  /// Comments and notes of the author's.
  var comments = 0
}

extension Tally {
  /// Adds what was read of another page.
  mutating func add(_ other: Tally) {
    for (_, count) in Self.counts { self[keyPath: count] += other[keyPath: count] }
  }

  /// The counts that are not 0, each behind its name.
  var text: String {
    Self.counts.filter { self[keyPath: $0.count] > 0 }
      .map { "\($0.name) \(self[keyPath: $0.count])" }.joined(separator: ", ")
  }

  private static var counts: [(name: String, count: WritableKeyPath<Tally, Int>)] {
    [
      ("lines", \.lines), ("equations", \.equations), ("equalities", \.equalities),
      ("substitutions", \.substitutions),
      ("lookups", \.lookups), ("decisions", \.decisions), ("reasons", \.reasons),
      ("approximations", \.approximations), ("givens", \.givens), ("definitions", \.definitions),
      ("paths", \.paths), ("tables", \.tables), ("rows", \.rows), ("worked out", \.workedOut),
      ("optimizers", \.optimizers), ("pictures", \.pictures), ("found in tables", \.foundInTables),
      ("met", \.met), ("slips", \.slips), ("not met", \.notMet), ("cut off", \.cutOffs),
      ("checks of shown numbers", \.checksOfShownNumbers), ("sentences", \.sentences),
      ("questions", \.questions), ("answers", \.answers),
      ("answers of shown numbers", \.answersOfShownNumbers), ("replies", \.replies),
      ("comments", \.comments),
    ]
  }
}
