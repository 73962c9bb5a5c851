package import Algebra

/// The numbers that the last training or the last loop has recorded, for plots.
package struct Curves {
  private var curves: [Formula: RecordedCurve] = [:]
  /// Those of them that are of a training, a number for each epoch.
  private var ofTrainings: Set<Formula> = []
  /// Those of the trainings that have names.
  private var named: [Name: [Formula: RecordedCurve]] = [:]

  /// The numbers of an expression; `nil` where none were recorded.
  package subscript(formula: Formula) -> RecordedCurve? { curves[formula] }

  /// The numbers of an expression in the training of that name; `nil` where none were recorded.
  package subscript(formula: Formula, of training: Name) -> RecordedCurve? { named[training]?[formula] }

  /// Whether there is a number for each epoch of a training.
  package func isOfTraining(_ formula: Formula) -> Bool { ofTrainings.contains(formula) }

  /// Keeps what a loop has recorded.
  mutating func keep(ofLoop recorded: [Formula: RecordedCurve]) {
    curves.merge(recorded) { $1 }
    ofTrainings.subtract(recorded.keys)
  }

  /// Keeps what a training has recorded.
  mutating func keep(ofTraining recorded: [Formula: RecordedCurve], called name: Name?) {
    if let name { named[name] = recorded }
    curves.merge(recorded) { $1 }
    ofTrainings.formUnion(recorded.keys)
  }
}
