import CommaSeparated
import Diagnostics

/// What the parts of a course are called, and what its learner can do after each: a CSV file beside the lessons.
struct PartList {
  /// The name of a course's list.
  static let usualName = "parts.csv"

  private let entries: [Int: Entry]

  /// What the list says of a part.
  struct Entry {
    /// What the part is about.
    let title: String
    /// What a learner can do after it, as it goes on behind “you can”; empty where the list does not say.
    let afterwards: String
  }

  /// A list of no part.
  init() { entries = [:] }

  private init(_ entries: [Int: Entry]) { self.entries = entries }

  /// Reads the list in `file`; it is `nil` when something is wrong with it, and `diagnostics` then says what.
  static func reading(_ file: SourceFile) -> (list: PartList?, diagnostics: [Diagnostic]) {
    var table = RecordTable<PartColumn>(file, ofEach: "part")
    var entries: [Int: Entry] = [:]
    var places: [Int: SourceRange] = [:]
    table.forEachRow { table, row in
      let title = row.text(.title)
      guard let number = Int(row.text(.part)), number > 0 else {
        table.report(
          Diagnostic(
            "this is no number of a part", at: row.range(.part),
            hint: "part 3 has the lessons whose files begin with 30 to 39"))
        return
      }
      if let first = places.updateValue(row.range(.part), forKey: number) {
        table.report(
          Diagnostic(
            "part \(number) is given a second time", at: row.range(.part), hint: "a part has one row",
            notes: [.init("first given", at: first)]))
      }
      if title.allSatisfy(\.isWhitespace) {
        table.report(
          Diagnostic(
            "this part has no title", at: row.range(.title),
            hint: "the column `title` says in a few words what the part is about"))
      }
      entries[number] = Entry(title: title, afterwards: row.text(.afterwards))
    }
    guard table.diagnostics.isEmpty else { return (nil, table.diagnosticsInOrder) }
    return (PartList(entries), [])
  }

  /// What stands above the lessons of a part: its heading, and what its learner can do afterwards.
  func lines(above part: CoursePart) -> [String] {
    guard let number = part.number else { return ["Other lessons"] }
    guard let entry = entries[number] else { return ["Part \(number)"] }
    let heading = "Part \(number): \(entry.title)"
    return entry.afterwards.isEmpty ? [heading] : [heading, "Afterwards you can \(entry.afterwards)."]
  }
}

/// The columns of a list of parts.
private enum PartColumn: String, RecordColumn {
  case part, title, afterwards

  var isOptional: Bool { self == .afterwards }
}
