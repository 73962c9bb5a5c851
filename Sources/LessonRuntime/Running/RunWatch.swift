import Engine

/// Someone who waits for a run: hears how far it is, and may stop it.
public struct RunWatch {
  /// Hears of each epoch of a training as it begins, and of how many there are at most.
  public var progress: ((_ epoch: Int, _ of: Int) -> Void)?
  /// Hears that a training begins, or a loop that only records what becomes of its values.
  public var trainingBegins: (() -> Void)?
  /// Hears that it has ended, also where it ended with a fault. One may run within the other.
  public var trainingEnds: (() -> Void)?
  /// Whether to stop, asked at least every ten million operations of a training, or every 2048 rows where these are more.
  public var isCancelled: (() -> Bool)?

  /// Nobody in particular.
  public init() {}

  /// Who waits for one training.
  var ofTraining: TrainingWatch { TrainingWatch(progress: progress, isCancelled: isCancelled) }

  /// What comes of `training`, while somebody hears that it goes on.
  func hearing<Result>(_ training: () throws(Fault) -> Result) throws(Fault) -> Result {
    trainingBegins?()
    defer { trainingEnds?() }
    return try training()
  }
}
