/// Someone who waits for what is carried out: hears how far it is, and may stop it.
package struct ExecutionWatch {
  /// Hears of each epoch of a training as it begins, and of how many there are at most.
  package var progress: ((_ epoch: Int, _ of: Int) -> Void)?
  /// Hears that a training begins, or a loop that only records what becomes of its values.
  package var trainingBegins: (() -> Void)?
  /// Hears that it has ended, also where it ended with a fault. One may run within the other.
  package var trainingEnds: (() -> Void)?
  /// Whether to stop.
  package var isCancelled: (() -> Bool)?

  /// Nobody in particular.
  package init() {}

  /// What comes of `training`, while somebody hears that it goes on.
  func hearing<Result>(_ training: () throws(Fault) -> Result) throws(Fault) -> Result {
    trainingBegins?()
    defer { trainingEnds?() }
    return try training()
  }
}
