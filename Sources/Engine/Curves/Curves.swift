package import Algebra

/// The numbers that the last training or the last loop has recorded, for plots.
package struct Curves {
  private var curves: [Formula: RecordedCurve] = [:]
  /// Those of them that are of a training, a number for each epoch.
  private var ofTrainings: Set<Formula> = []

  /// The numbers of an expression; `nil` where none were recorded.
  package subscript(formula: Formula) -> RecordedCurve? { curves[formula] }

  /// Whether there is a number for each epoch of a training.
  package func isOfTraining(_ formula: Formula) -> Bool { ofTrainings.contains(formula) }

  /// Keeps what a loop has recorded.
  mutating func keep(ofLoop recorded: [Formula: RecordedCurve]) {
    curves.merge(recorded) { $1 }
    ofTrainings.subtract(recorded.keys)
  }

  /// Keeps what a training has recorded.
  mutating func keep(ofTraining recorded: [Formula: RecordedCurve]) {
    curves.merge(recorded) { $1 }
    ofTrainings.formUnion(recorded.keys)
  }
}
