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

  /// The same, for what is carried out.
  var ofExecution: ExecutionWatch {
    var watch = ExecutionWatch()
    watch.progress = progress
    watch.trainingBegins = trainingBegins
    watch.trainingEnds = trainingEnds
    watch.isCancelled = isCancelled
    return watch
  }
}
