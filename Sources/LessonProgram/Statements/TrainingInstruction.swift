package import Algebra
package import Diagnostics

extension Instruction {
  /// A training: an optimizer's steps, epoch after epoch.
  package struct Training {
    /// What is learned.
    package let params: [Name]
    /// What is to become smaller.
    package let cost: Name
    /// Whether the cost of a batch is the sum of its rows, not their mean.
    package let isSum: Bool
    /// How the params are changed.
    package let method: Method
    /// How often it goes through all rows.
    package let epochs: Count
    /// The rows that are learned from; without any, there is one: the inputs as they are.
    package var data: Rows?
    /// How many rows have one update; `nil` for all of them.
    package var batchSize: Count?
    /// The derivatives of how many batches are averaged for one update.
    package var accumulating: Count?
    /// The largest norm that all derivatives of an update may have.
    package var clipping: Bound?
    /// Whether the rows are in another order in each epoch.
    package var isShuffled = false
    /// Rows that are not learned from.
    package var validation: Rows?
    /// How many epochs without improvement end it.
    package var patience: Count?
    /// What ends it.
    package var until: Condition?
    /// The epochs that are shown; `nil` leaves that choice open.
    package var shownEpochs: [Int]?
    /// What is shown of each of them.
    package var shownValues: [Formula] = []
    /// The inputs that are set to the count of epochs, and to the best one.
    package var counters: [Name] = []
    /// Whether the curve of the losses is left out.
    package var isQuiet = false
    /// What its curves are called by; `nil` where nothing is drawn of it but beside it, or as the last one.
    package var name: Name?

    /// A whole number, worked out when the training begins.
    package struct Count {
      /// The number.
      package let formula: Formula
      /// Where it stands.
      package let range: SourceRange
    }

    /// The rows of a data cell, and which columns are set.
    package struct Rows {
      /// The name of the rows.
      package let name: Name
      /// The inputs and targets among their columns.
      package let columns: [Name]
    }
  }
}
