import Algebra
import LessonProgram
import LessonRuntime
import PlainText
import Rendering

extension Topic {
  /// `longhand help functions`
  package static let functions = Topic(
    name: "functions", summary: "The functions and operators that a lesson can use."
  ) { request in
    let display = request.display
    let ranges = FamilyFunction.allCases.filter(\.takesRanges).map(\.rawValue).joined(separator: ", ")
    let sections = [
      Section(
        about: "Functions of numbers:",
        rows: Function.all.map {
          ($0.signature, [$0.summary, $0.note].compactMap(\.self).joined(separator: "; "))
        }),
      Section(
        about: "Functions of a family x, over every element that is defined so far:",
        rows: FamilyFunction.allCases.map { ($0.signature, $0.summary) }),
      Section(
        about: "Of these, \(ranges) also over ranges:",
        rows: [
          (
            "sum(x[i, j] for i in 1...3, j in 1...5 step 2)",
            "the ranges stand behind `for`; the step is 1 unless given"
          )
        ]
      ),
      Section(
        about: "Functions and products of families that are written out in others:",
        rows: ComposedFunction.allCases.map { ($0.signature, $0.summary) } + [
          ("A @ B", "the product of matrices, or of a matrix and a vector; it binds like *")
        ]),
      Section(
        about: """
          Operators, from the loosest to the tightest. In a row, those of one number are read from the left, but \
          \(signs(.right)) from the right; \(signs(.none)) do not stand in a row.
          """,
        rows: operatorRows),
    ]
    return sections.map {
      $0.lines(width: min(display.width, 80), display.alphabet).map { $0 + "\n" }.joined()
    }
    .joined(separator: "\n")
  }

  /// The signs of the operators that are read so in a row.
  private static func signs(_ associativity: Operator.Associativity) -> String {
    Operator.all.filter { $0.associativity == associativity }.map(\.sign).joined(separator: " ")
  }

  /// The operators, those of one precedence under its rank.
  private static var operatorRows: [(word: String, meaning: String)] {
    var rows: [(String, String)] = []
    var rank = 0
    var last: Operator.Precedence?
    for entry in Operator.all {
      if entry.precedence != last { rank += 1 }
      let mark = entry.precedence == last ? "   " : "\(rank)  "
      last = entry.precedence
      rows.append((mark + entry.usage, entry.summary))
    }
    return rows
  }
}

/// Rows of words under a line that says what they are.
private struct Section {
  let about: String
  let rows: [(word: String, meaning: String)]

  func lines(width: Int, _ alphabet: Alphabet) -> [String] {
    // The one sign of these texts that ASCII lacks.
    let dots = alphabet == .ascii ? "..." : "…"
    let rows = rows.map { ($0.replacing("…", with: dots), $1.replacing("…", with: dots)) }
    return wrapped(about, width: width) + WordColumn.lines(of: rows, width: width)
  }
}
