/// A column of a list, in the order in which lists have them; the raw value is its name in the header.
package protocol RecordColumn: RawRepresentable<String>, CaseIterable, Hashable {
  /// Whether a list may be without it.
  var isOptional: Bool { get }
}

extension RecordColumn {
  /// The names of all, in backquotes.
  static var names: String { allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ") }
}
