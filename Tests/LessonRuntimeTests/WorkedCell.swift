import Testing

/// A calc cell, and its whole working as text of 80 columns.
struct WorkedCell: Sendable, CustomTestStringConvertible {
  let cell: String
  let working: String
  let settings: String

  /// The cell with its working; `settings` are further lines of the lesson's front matter.
  init(_ cell: String, _ working: String, settings: String = "") {
    self.cell = cell
    self.working = working
    self.settings = settings
  }

  var testDescription: String { settings + cell }

  /// Expects exactly this working.
  func expectWorking(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(LessonFixture(cell, settings: settings).working() == working, sourceLocation: sourceLocation)
  }
}
