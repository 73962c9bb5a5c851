/// A stretch of a source file, as UTF-8 offsets from its first byte; the upper one is not part of it.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public let lowerBound: Int
  /// The offset behind the last byte.
  public let upperBound: Int

  /// The range from `lowerBound` up to, but not including, `upperBound`.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound <= upperBound, "a range ends where it begins or later")
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
  }
}

/// Where something stands in a file, as a person counts.
public struct SourceLocation: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, counted in characters as a reader sees them.
  public let column: Int
}
