public import Diagnostics

/// A lesson's settings.
public struct FrontMatter: Sendable {
  /// One line; empty when it is missing, which is an error.
  public var title = ""
  /// The lectures that the lesson follows.
  public var sources: [String] = []
  /// The names of the lessons that come before, each with its place.
  public var needs: [Need] = []
  /// Digits after the point when a computed number is shown, 0 to 12.
  public var decimals = 5
  /// How a computed number is shortened for show.
  public var rounding = Rounding.nearest
  /// For everything that is drawn at random.
  public var seed = 1

  /// How a computed number is shortened for show.
  public enum Rounding: String, Sendable, CaseIterable {
    /// To the nearest, ties away from zero.
    case nearest
    /// Cut off, toward zero.
    case truncated
  }

  /// A lesson that comes before this one.
  public struct Need: Sendable {
    /// Its name.
    public let lesson: String
    /// Where it is named.
    public let range: SourceRange
  }
}
