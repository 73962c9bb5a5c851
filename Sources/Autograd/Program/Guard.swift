import ElementaryFunctions

/// A comparison of two nodes that decided which operations are on the tape.
///
/// As long as all guards of a tape hold, a fresh recording would have the same operations. What differs only by what
/// binary arithmetic leaves is equal: see `Tape.isTie`.
public struct Guard: Hashable, Sendable {
  /// How the first node is compared to the second; none but `unequal` holds of NaN.
  public enum Relation: Sendable {
    /// It is below the second.
    case below
    /// It is at most the second.
    case atMost
    /// It equals the second, as 0 and −0 do.
    case equal
    /// It does not equal the second.
    case unequal
  }

  /// The node to the left.
  public let first: Node
  /// What holds of the two.
  public let relation: Relation
  /// The node to the right.
  public let second: Node

  /// The guard that `first` is `relation` to `second`.
  public init(_ first: Node, _ relation: Relation, _ second: Node) {
    self.first = first
    self.relation = relation
    self.second = second
  }
}

extension Tape {
  /// Whether all of the guards hold at the current values.
  public func hold(_ guards: [Guard]) -> Bool {
    guards.allSatisfy { comparison in
      let origins = storage.state.origins(
        Int32(truncatingIfNeeded: comparison.first.index), Int32(truncatingIfNeeded: comparison.second.index))
      let (first, second) = (value(of: comparison.first), value(of: comparison.second))
      return comparison.relation.weight(first, second, origins) == 1
    }
  }
}

extension Guard.Relation {
  /// 1 where it holds of two numbers, which were made of `origins`, else 0.
  @inline(__always)
  func weight<Number: Lanes>(_ first: Number, _ second: Number, _ origins: Origins<Number>) -> Number {
    let (zero, one) = (Number(repeating: 0), Number(repeating: 1))
    let first = SettledValueReader(origins).settled(first, at: second, .both)
    return switch self {
    case .below: zero.replaced(by: one, where: first.isBelow(second))
    case .atMost: zero.replaced(by: one, where: first.isAtMost(second))
    case .equal: zero.replaced(by: one, where: first.equals(second))
    case .unequal: one.replaced(by: zero, where: first.equals(second))
    }
  }
}
