/// Someone who waits for a training.
package struct TrainingWatch {
  /// Hears of each epoch as it begins, and of how many there are at most.
  package let progress: ((_ epoch: Int, _ of: Int) -> Void)?
  /// Whether to stop.
  package let isCancelled: (() -> Bool)?

  /// Who hears of the epochs, and may stop them.
  package init(progress: ((_ epoch: Int, _ of: Int) -> Void)?, isCancelled: (() -> Bool)?) {
    self.progress = progress
    self.isCancelled = isCancelled
  }
}
