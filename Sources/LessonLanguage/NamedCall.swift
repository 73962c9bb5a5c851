public import Diagnostics

/// The functions in expressions that have a setting: `variance(x, correction: 1)`.
enum SettingWords {
  static let all: Set<String> = ["variance", "deviation"]
}

/// Something of a closed list with its settings: an optimizer `sgd(rate: 0.6)`, a distribution `normal(0, 0.5)`, rows that
/// are made `spiral(200, noise: 0.1)`.
public struct NamedCall: Hashable, Sendable {
  /// What is called.
  public let name: Identifier
  /// The settings in order; a name alone has none.
  public let settings: [Setting]
  /// Where the whole call stands.
  public let range: SourceRange

  /// One setting.
  public struct Setting: Hashable, Sendable {
    /// Its label, `rate` in `rate: 0.6`; `nil` where the place tells which setting is meant.
    public let label: Identifier?
    /// Its value.
    public let value: Expression

    /// One setting.
    public init(label: Identifier?, value: Expression) {
      self.label = label
      self.value = value
    }
  }

  /// A call with its settings.
  public init(name: Identifier, settings: [Setting], at range: SourceRange) {
    self.name = name
    self.settings = settings
    self.range = range
  }
}
