package import Algebra
import Diagnostics
package import LessonLanguage

// What is made of all rows of a data cell.

extension FormulaLowering {
  /// `mean(L over xor)`: the formula is worked out on every row, so nothing in it is stale.
  package mutating func overRows(_ function: Identifier, of body: Expression, _ data: Identifier) -> Formula {
    guard let rowFunction = Formula.RowFunction(rawValue: functionName(spelled: function.text)) else {
      report("`\(function.text)` is of no rows", at: function.range, hint: "sum, mean, max and min are")
      return .nothing
    }
    guard mayGoOverRows else {
      report(
        "a formula sees one row, and `over` goes through all of them", at: data.range,
        hint: "`over` stands in commands, conditions, checks, answers and inline values")
      return .nothing
    }
    let set = dataSet(data)
    let wasReadingStale = readsStale
    readsStale = true
    defer { readsStale = wasReadingStale }
    let formula = formula(of: body)
    guard let set else { return .nothing }
    return .overRows(rowFunction, of: formula, data: set.name)
  }

  /// The rows of that name, which must have a column that is an input or a target; `nil` where there are none, which is
  /// reported.
  mutating func dataSet(_ identifier: Identifier) -> DataSet? {
    let name = Name(identifier.text)
    guard let set = scope.data[name] else {
      if scope.broken.contains(name) { return nil }
      report(
        "there are no rows called `\(name)` \(comesLater == nil ? "above this line" : "here")",
        at: identifier.range,
        advice: adviceAtLater(name, at: identifier.range)
          ?? .nearest(
            to: name.text, among: scope.data.keys.map(\.text).sorted(), at: identifier.range))
      return nil
    }
    guard !scope.settable(set.columns).isEmpty else {
      if set.columns.contains(where: scope.broken.contains) { return nil }
      let columns = set.columns.map { "`\($0)`" }.joined(separator: ", ")
      report(
        "no column of `\(name)` bears the name of an input or a target", at: identifier.range,
        hint: "its columns are \(columns): write `input \(set.columns[0]) from \(name)`, for one")
      return nil
    }
    return set
  }
}
