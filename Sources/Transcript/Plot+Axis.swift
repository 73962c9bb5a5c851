public import Algebra

extension Plot {
  /// An axis: what it measures, and from where to where.
  public struct Axis: Hashable, Sendable {
    /// What it measures.
    public var label: [Phrase]
    /// The numbers that are written at it, in rising order: at least its lowest and its highest.
    public var ticks: [Number]
    /// Whether equal distances are equal factors: all ticks are then above 0. The label says so.
    public var isLogarithmic: Bool
    /// Where it begins, at the left or at the bottom, and where it ends; `nil` for its lowest and its highest tick. The rows of
    /// a matrix begin at the top, so that theirs ends with the lowest.
    public var ends: Ends?

    /// Where an axis begins and ends.
    public struct Ends: Hashable, Sendable {
      /// At the left or at the bottom.
      public var first: Double
      /// At the right or at the top.
      public var last: Double

      /// Both ends.
      public init(first: Double, last: Double) {
        self.first = first
        self.last = last
      }
    }

    /// An axis with the numbers that are written at it.
    public init(
      label: [Phrase], ticks: [Number], isLogarithmic: Bool = false,
      ends: Ends? = nil
    ) {
      self.label = label
      self.ticks = ticks
      self.isLogarithmic = isLogarithmic
      self.ends = ends
    }
  }
}

extension Plot.Axis {
  /// Where a value stands: 0 where the axis begins, 1 where it ends, below and above beyond that.
  ///
  /// `nil` where it stands nowhere: for what is not finite, on a logarithmic axis for what is not above 0, and for
  /// everything on an axis without a length.
  public func position(of value: Double) -> Double? {
    guard let first = ends?.first ?? ticks.first?.value, let last = ends?.last ?? ticks.last?.value else {
      return nil
    }
    let (low, place, high) = (scaled(first), scaled(value), scaled(last))
    guard low.isFinite, place.isFinite, high.isFinite, low != high else { return nil }
    let (distance, span) = (place - low, high - low)
    // From −1e308 to 1e308 is further than a number can hold.
    let isNear = distance.isFinite && span.isFinite
    let position = isNear ? distance / span : (place / 2 - low / 2) / (high / 2 - low / 2)
    return position.isFinite ? position : nil
  }

  private func scaled(_ value: Double) -> Double {
    isLogarithmic ? Function.named("log10")?.value([value]) ?? .nan : value
  }
}
