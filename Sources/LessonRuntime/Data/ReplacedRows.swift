import Algebra
public import Diagnostics
import Engine
import LessonLanguage
import LessonProgram

// Rows of a learner's own, in place of those that a lesson brings along.

extension RunOptions {
  /// Rows that replace those of data; they have the same columns.
  public struct Rows: Sendable {
    /// The rows, under the name by which the lesson speaks of them.
    let set: DataSet
  }
}

extension Lesson {
  /// The names whose rows a run can replace: those of data cells and of rows that are made, in order.
  public var dataNames: [String] { data.map(\.name.text) }

  /// The rows in `file`, to be put in the place of the lesson's data of that name.
  ///
  /// The file is written like a data cell. Its header names all columns that the lesson's data has, in any order; further
  /// columns are left out.
  ///
  /// - Returns: the rows, or what is wrong with the file.
  public func rows(
    replacing name: String, from file: SourceFile
  ) -> (rows: RunOptions.Rows?, diagnostics: [Diagnostic]) {
    guard let set = data.first(where: { $0.name == Name(name) }) else {
      let advice = Diagnostic.Advice.nearest(to: name, among: dataNames, at: nil)
      return (nil, [Diagnostic("the lesson has no data `\(name)`", at: nil, advice: advice)])
    }
    let (written, faults) = parseData(file: file, columns: Set(set.columns.map(\.text)))
    guard let written else { return (nil, faults) }
    let columns = written.columns.map { Name($0.text) }
    let missing = set.columns.filter { !columns.contains($0) }
    guard missing.isEmpty else {
      let spare = written.columns.filter { !set.columns.contains(Name($0.text)) }
      return (nil, missing.map { missingColumn($0, of: set, spare, written) })
    }
    let order = set.columns.compactMap { columns.firstIndex(of: $0) }
    let given = DataSet(name: set.name, written)
    var rows = DataSet(
      name: set.name, columns: set.columns, rows: given.rows.map { row in order.map { row[$0] } })
    rows.source = file.name
    return (RunOptions.Rows(set: rows), [])
  }

  /// The file lacks a column; where one has nearly its name, this is the place.
  private func missingColumn(
    _ column: Name, of set: DataSet, _ spare: [Identifier], _ written: DataRows
  ) -> Diagnostic {
    let message = "a column `\(column)` is missing, which the lesson's data `\(set.name)` has"
    if let near = nearest(to: column.text, among: spare.map(\.text)),
      let identifier = spare.first(where: { $0.text == near })
    {
      return Diagnostic(message, at: identifier.range, advice: .meant("\(column)", at: identifier.range))
    }
    let header = written.columns.dropFirst().reduce(written.columns.first?.range) { $0?.union($1.range) }
    let columns = set.columns.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(message, at: header, hint: "the header names the columns \(columns)")
  }
}
