package import Testing

/// A calc cell, and its whole working as text of 80 columns.
package struct WorkedCell: Sendable, CustomTestStringConvertible {
  package let cell: String
  package let working: String
  package let settings: String

  /// The cell with its working; `settings` are further lines of the lesson's front matter.
  package init(_ cell: String, _ working: String, settings: String = "") {
    self.cell = cell
    self.working = working
    self.settings = settings
  }

  package var testDescription: String { settings + cell }

  /// Expects exactly this working.
  package func expectWorking(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(LessonFixture(cell, settings: settings).working() == working, sourceLocation: sourceLocation)
  }
}
