import Tutor

/// A file of somebody's numbers, marked; or why it is not.
struct MarkedFile {
  /// What it is called.
  let name: String
  /// The variant whose numbers it is held against.
  var variant: String?
  /// What came of it.
  let outcome: Outcome

  /// What came of a file.
  enum Outcome {
    /// It was marked.
    case marked(MarkedNumbers, MarkingSheet, remarks: [String])
    /// It was not, and why.
    case refused(String)
  }

  /// The marks that it gets, and of how many; `nil` where it is not marked.
  func total(_ scheme: MarkingScheme) -> (earned: Double, of: Double)? {
    guard case .marked(let numbers, let sheet, _) = outcome else { return nil }
    let earned = numbers.marks.reduce(0) { $0 + ($1.isCounted ? scheme.marks(of: sheet.lines[$1.line]) : 0) }
    return (earned, sheet.lines.reduce(0) { $0 + scheme.marks(of: $1) })
  }
}

extension MarkedNumbers {
  /// How many numbers are right, right for the numbers before them, and wrong.
  var counts: (right: Int, following: Int, wrong: Int) {
    var counts = (right: 0, following: 0, wrong: 0)
    for mark in marks {
      switch mark.verdict {
      case .right: counts.right += 1
      case .follows: counts.following += 1
      case .wrong: counts.wrong += 1
      }
    }
    return counts
  }
}

/// How many marks each line is worth.
struct MarkingScheme: Sendable {
  /// The marks by the names of the lines; `nil` where each line that is asked for is worth one.
  private let marks: [String: Double]?

  /// One mark for each line that the lesson works out.
  init() { marks = nil }

  /// The marks of a file with a line for each name that counts, `name,marks`; a name alone is worth one mark.
  init(_ text: HandedText, _ names: SheetNames, _ sheet: MarkingSheet) throws(HandedText.Fault) {
    var marks: [String: Double] = [:]
    for entry in text.entries where entry.name.lowercased() != "name" {
      let value = entry.value.isEmpty ? 1 : Double(entry.value)
      guard let value, value.isFinite, value >= 0 else {
        throw HandedText.Fault(message: "`\(entry.value)` is no number of marks: it is 0 or more")
      }
      let lines: [Int]
      switch names.match(entry.name) {
      case .line(let line): lines = [line]
      case .series(let all):
        lines = Array((all.first { sheet.lines[$0].isAsked } ?? all.first).map { [$0] } ?? [])
      case .none(let nearest):
        let hint = nearest.map { ": did you mean `\($0)`?" } ?? ""
        throw HandedText.Fault(message: "`\(entry.name)` is no number of the lesson\(hint)")
      }
      for line in lines { marks[sheet.lines[line].label] = value }
    }
    self.marks = marks
  }

  /// The marks of a line.
  func marks(of line: MarkingSheet.Line) -> Double {
    guard let marks else { return line.isAsked ? 1 : 0 }
    return marks[line.label] ?? 0
  }
}

extension Double {
  /// Marks as they are printed: without decimals where there are none.
  var marksText: String {
    self == rounded() && magnitude < 1e9 ? "\(Int(self))" : "\((self * 100).rounded() / 100)"
  }
}
