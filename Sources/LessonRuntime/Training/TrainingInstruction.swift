import Algebra
import Diagnostics

extension Instruction {
  /// A training: an optimizer's steps, epoch after epoch.
  struct Training {
    /// What is learned.
    let params: [Name]
    /// What is to become smaller.
    let cost: Name
    /// Whether the cost of a batch is the sum of its rows, not their mean.
    let isSum: Bool
    /// How the params are changed.
    let method: Method
    /// How often it goes through all rows.
    let epochs: Count
    /// The rows that are learned from; without any, there is one: the inputs as they are.
    var data: Rows?
    /// How many rows have one update; `nil` for all of them.
    var batchSize: Count?
    /// The derivatives of how many batches are averaged for one update.
    var accumulating: Count?
    /// Whether the rows are in another order in each epoch.
    var isShuffled = false
    /// Rows that are not learned from.
    var validation: Rows?
    /// How many epochs without improvement end it.
    var patience: Count?
    /// What ends it.
    var until: Condition?
    /// The epochs that are shown; `nil` leaves that choice open.
    var shownEpochs: [Int]?
    /// What is shown of each of them.
    var shownValues: [Formula] = []

    /// A whole number, worked out when the training begins.
    struct Count {
      /// The number.
      let formula: Formula
      /// Where it stands.
      let range: SourceRange
    }

    /// The rows of a data cell, and which columns are set.
    struct Rows {
      /// The name of the rows.
      let name: Name
      /// The inputs and targets among their columns.
      let columns: [Name]
    }
  }
}
