public import Algebra

extension Transcript {
  /// How a run was made: how its numbers are shortened, and what stands in the place of what the lesson says.
  public struct Settings: Hashable, Sendable {
    /// The digits after the point; `nil` where nothing was run.
    public var decimals: Int?
    /// The variant of the lesson, where the numbers are those of one.
    public var variant: String?
    /// The numbers that replace given ones, in the order of their names.
    public var numbers: [NamedNumber]
    /// The rows that replace those of data.
    public var data: [Rows]

    /// Rows in the place of a lesson's own.
    public struct Rows: Hashable, Sendable {
      /// The name of the data.
      public var name: String
      /// The file that they were read from.
      public var source: String
      /// The heads of the columns.
      public var columns: [String]
      /// The rows, as long as there are columns.
      public var rows: [[Number]]

      /// Rows with all that they hold.
      public init(name: String, source: String, columns: [String], rows: [[Number]]) {
        self.name = name
        self.source = source
        self.columns = columns
        self.rows = rows
      }
    }

    /// Settings with all that they hold.
    public init(
      decimals: Int? = nil, variant: String? = nil, numbers: [NamedNumber] = [], data: [Rows] = []
    ) {
      self.decimals = decimals
      self.variant = variant
      self.numbers = numbers
      self.data = data
    }
  }
}
