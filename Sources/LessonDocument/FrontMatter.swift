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

  /// The file beside the lesson that lists what its lecture prints; `nil` where the course's own list holds.
  public var claims: ClaimsFile?

  /// A list of what a lecture prints.
  public struct ClaimsFile: Sendable {
    /// The name of the file, which stands in the lesson's folder.
    public let name: String
    /// Where it is named.
    public let range: SourceRange
  }

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
