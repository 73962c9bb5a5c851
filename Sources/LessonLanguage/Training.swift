public import Diagnostics

/// `train W, b to reduce L over xor in batches of 2 with sgd(rate: 0.5) for 500 epochs, shuffled`, in parts.
public struct Training: Hashable, Sendable {
  /// What is learned.
  public let params: [NameListItem]
  /// What is to become smaller.
  public let cost: Reference
  /// Whether the cost of a batch is the sum of its rows (`to reduce sum of L`), not their mean.
  public let isSum: Bool
  /// How: an optimizer with its settings, or the name of one that the lesson has named.
  public let optimizer: NamedCall
  /// How often it goes through all rows.
  public let epochs: Expression
  /// The clauses, in any order, each at most once.
  public var clauses = Clauses()

  /// The clauses that a training may have.
  public struct Clauses: Hashable, Sendable {
    /// `over xor`: the rows.
    public var data: Identifier?
    /// `in batches of 2`: how many rows have one update.
    public var batchSize: Expression?
    /// `accumulating 4`: the derivatives of how many batches are averaged for one update.
    public var accumulating: Expression?
    /// `clipping 1`: the largest norm that all derivatives of an update may have.
    public var clipping: Expression?
    /// `shuffled`: whether the rows are put in a new order for each epoch.
    public var isShuffled = false
    /// `validated on held_out`: rows that are not learned from.
    public var validation: Identifier?
    /// `stopping after 5 without improvement`, and where it stands: early stopping on the validated rows.
    public var patience: Patience?
    /// `until L < 0.01`: tested after each epoch.
    public var until: Condition?
    /// `reporting 1, 2, 5, w1`: numbers are the epochs that are shown, anything else is a value shown at each; `nil`
    /// where the clause is not there.
    public var reporting: [Expression]?

    /// `counting last, best`: the inputs that are set to the count of epochs, and to the epoch that was best on the validated rows.
    public var counters: [Identifier] = []
    /// `quietly`: whether the curve of the losses is left out.
    public var isQuiet = false
    /// `called slow`: what `plot L of slow` calls the training.
    public var name: Identifier?

    /// No clauses.
    public init() {}
  }

  /// `stopping after 5 without improvement`
  public struct Patience: Hashable, Sendable {
    /// After how many epochs that bring nothing.
    public let epochs: Expression
    /// Where the clause stands.
    public let range: SourceRange

    /// A patience of so many epochs.
    public init(epochs: Expression, at range: SourceRange) {
      self.epochs = epochs
      self.range = range
    }
  }

  /// A training in parts.
  public init(
    params: [NameListItem], cost: Reference, isSum: Bool, optimizer: NamedCall, epochs: Expression,
    clauses: Clauses = Clauses()
  ) {
    self.params = params
    self.cost = cost
    self.isSum = isSum
    self.optimizer = optimizer
    self.epochs = epochs
    self.clauses = clauses
  }
}

/// What the columns of a table, or the points of a plot, are worked out for.
public enum IterationClause: Hashable, Sendable {
  /// `for x in -6...6 step 2, y in 0...1`; the ends need not be whole, and of a plot the step may be left out.
  case ranges([NamedRange])
  /// `over xor`: for each row.
  case rows(of: Identifier)
  /// `of slow, fast`: for each epoch of the trainings that are called so.
  case epochs(of: [Identifier])
}
