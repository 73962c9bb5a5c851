package import Algebra

/// What a training does, all its counts worked out.
package struct TrainingPlan {
  /// What is learned.
  package let params: [Name]
  /// What is to become smaller.
  package let cost: Name
  /// Whether the cost of a batch is the sum of its rows.
  package let isSum: Bool
  /// How often it goes through all rows.
  package let epochs: Int
  /// How many rows have one update.
  package let batchSize: Int
  /// The derivatives of how many batches are averaged for one update.
  package let accumulating: Int
  /// The bound on the norm of all derivatives of an update.
  package let clipping: Clipping?
  /// Whether the rows are in another order in each epoch.
  package let isShuffled: Bool
  /// How many epochs without improvement end it.
  package let patience: Int?
  /// The epochs that are shown; `nil` for 1, 2, 5, 10, 20, 50, ….
  package let shownEpochs: Set<Int>?

  /// A plan in parts.
  package init(
    params: [Name], cost: Name, isSum: Bool, epochs: Int, batchSize: Int, accumulating: Int,
    clipping: Clipping?, isShuffled: Bool, patience: Int?, shownEpochs: Set<Int>?
  ) {
    self.params = params
    self.cost = cost
    self.isSum = isSum
    self.epochs = epochs
    self.batchSize = batchSize
    self.accumulating = accumulating
    self.clipping = clipping
    self.isShuffled = isShuffled
    self.patience = patience
    self.shownEpochs = shownEpochs
  }

  /// Whether a row of the table belongs to an epoch, beside that of the last.
  package func isShown(_ epoch: Int) -> Bool {
    if let shownEpochs { return shownEpochs.contains(epoch) }
    var unit = epoch
    while unit >= 10, unit % 10 == 0 { unit /= 10 }
    return [1, 2, 5].contains(unit)
  }

  /// How many batches there are of so many rows.
  func batchCount(of rows: Int) -> Int { (rows - 1) / batchSize + 1 }

  /// How many updates an epoch of so many rows has: batches that are left at its end have one, too.
  func updateCount(of rows: Int) -> Int { (batchCount(of: rows) - 1) / accumulating + 1 }
}

/// What is told of an epoch.
package struct EpochReport {
  /// Its number.
  package let epoch: Int
  /// The loss over all rows after its updates.
  package let loss: Double
  /// The rate in it, where that is a formula of the epoch.
  package let rate: Double?
  /// The loss over the validated rows.
  package let validation: Double?
  /// The asked-for values.
  package let values: [Double]
  /// The largest absolute value of any derivative in its updates.
  package let largest: Double
}

/// Why a training ended.
package enum TrainingEnding {
  /// All epochs are done.
  case done
  /// The condition holds after that epoch.
  case met(epoch: Int)
  /// It was stopped from outside, in the epoch behind that one.
  case cancelled(epoch: Int)
  /// The validated rows have not become better for so many epochs.
  case noImprovement(epoch: Int)
}
