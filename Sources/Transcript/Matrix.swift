public import Algebra

/// The numbers of a family with two indices, row by row.
public struct Matrix: Hashable, Sendable {
  /// What has these numbers: the family, or the derivative by it.
  public var subject: Formula
  /// The rows, from the lowest first index on, each from the lowest second index on; all are of one length.
  public var rows: [[Number]]

  /// A matrix with all that it holds.
  public init(subject: Formula, rows: [[Number]]) {
    self.subject = subject
    self.rows = rows
  }
}
