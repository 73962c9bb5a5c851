public import ElementaryFunctions

/// What the operands of an operation were made of: where a decision looks back when they are near each other.
///
/// Decisions are made in decimals: two numbers that differ only by what binary arithmetic leaves are equal, so that
/// `step(0.3 − 0.1 − 0.2)` is `step(0)`. Two numbers are equal for a decision when they differ by
///
/// - at most 1e-14 of the largest term that went into them, and
/// - at most 1e-9, relative above 1.
///
/// A term is the number of any node on the way, times the derivative by it: what a relative error of that number comes to. The
/// second bound decides nearly always, at the cost of a comparison. Only where numbers are nearer are their terms looked
/// for, and only until one is found that is large enough; after 4,096 nodes there is none.
///
/// Numbers that are given have no terms: 1e-12 and 2e-12 differ. Where nothing has been rounded, nothing is left of it: a
/// number that is marked as exact, and a whole number that is given or made of whole numbers, is only equal to itself, and
/// the difference of two exact numbers is 0 only where they are the same.
@usableFromInline
struct Origins<Number: Lanes & BitwiseCopyable> {
  @usableFromInline let values: Column<Number>
  @usableFromInline let operations: Column<Operation>
  @usableFromInline let operands: Column<Operands>
  /// The node of the first operand.
  @usableFromInline let first: Int32
  /// The node of the second operand.
  @usableFromInline let second: Int32

  @inlinable @inline(__always)
  init(
    values: Column<Number>, operations: Column<Operation>, operands: Column<Operands>,
    first: Int32, second: Int32
  ) {
    self.values = values
    self.operations = operations
    self.operands = operands
    self.first = first
    self.second = second
  }
}

/// The operands that a number is made from.
@usableFromInline
enum Side {
  /// The first operand alone.
  case first
  /// The second operand alone.
  case second
  /// One of them, compared with the other.
  case both
}

/// Beyond it no two numbers are equal for a decision; relative above 1.
@usableFromInline let widestTie = 1e-9

/// As large a part of a term may be what binary arithmetic leaves of it.
let roundingShare = 1e-14

/// So many nodes are looked at, at most, for one decision.
private let maxNodesExamined = 4_096

extension SettlingReader {
  /// `x`, and `kink` in each lane in which both are equal for a decision; `side` says what made them.
  @inlinable @inline(__always)
  func settled(_ x: Number, at kink: Number, _ side: Side) -> Number {
    let size = x.magnitude
    let one = Number(repeating: 1)
    let widest = Number(repeating: widestTie) * size.replaced(by: one, where: size.isBelow(one))
    guard (x - kink).magnitude.isAtMost(widest).holdsAnywhere else { return x }
    return origins.settled(x, at: kink, side)
  }

  /// `x`, and 0 in each lane in which it is equal to that for a decision.
  @inlinable @inline(__always)
  func settledAtZero(_ x: Number, _ side: Side) -> Number {
    guard x.magnitude.isAtMost(Number(repeating: widestTie)).holdsAnywhere else { return x }
    return origins.settled(x, at: Number(repeating: 0), side)
  }

  /// `x`, and the nearest whole number in each lane in which it is equal to that for a decision.
  @inlinable @inline(__always)
  func settledAtWhole(_ x: Number, _ side: Side) -> Number {
    settled(x, at: x.mapped { $0.rounded() }, side)
  }
}

extension Origins {
  /// `x`, and `kink` in each lane in which both are equal for a decision.
  @usableFromInline @inline(never)
  func settled(_ x: Number, at kink: Number, _ side: Side) -> Number {
    var settled = x
    // What equals the kink already keeps the sign of its zero.
    for lane in 0..<Number.laneCount
    where x[lane] != kink[lane] && isTie(x[lane], kink[lane], lane: lane, side) {
      settled[lane] = kink[lane]
    }
    return settled
  }

  /// Whether two numbers made from the operands on that side are equal for a decision.
  func isTie(_ x: Double, _ y: Double, lane: Int, _ side: Side) -> Bool {
    let gap = (x - y).magnitude
    if x == y { return true }
    guard gap <= widestTie * max(1, x.magnitude), gap.isFinite else { return false }
    let size = gap / roundingShare
    let isAtZero = x == 0 || y == 0
    return switch side {
    case .first: mayMiss(by: size, first, isAtZero, lane: lane)
    case .second: mayMiss(by: size, second, isAtZero, lane: lane)
    case .both:
      mayMiss(by: size, first, isAtZero, lane: lane) || mayMiss(by: size, second, isAtZero, lane: lane)
    }
  }

  /// Whether binary arithmetic may have left as much of a node as it leaves of a term of that size.
  private func mayMiss(by size: Double, _ node: Int32, _ isAtZero: Bool, lane: Int) -> Bool {
    let source = source(of: node, lane: lane)
    if isExact(source, lane: lane) { return false }
    if isAtZero, operations[source] == .subtract || operations[source] == .add {
      let sides = [operands[source].first, operands[source].second].map { self.source(of: $0, lane: lane) }
      if sides.allSatisfy({ isExact($0, lane: lane) }) { return false }
    }
    return hasTerm(of: size, in: node, lane: lane)
  }

  /// The node that a number, signs aside, is only another name for.
  private func source(of node: Int32, lane: Int) -> Int32 {
    var node = node
    for _ in 0..<maxNodesExamined {
      let operands = operands[node]
      let (value, x, y) = (values[node][lane], values[operands.first][lane], values[operands.second][lane])
      switch operations[node] {
      case .negate, .abs: node = operands.first
      case .relu where value == x: node = operands.first
      case .max, .min: node = value == x ? operands.first : operands.second
      case .multiply where operations[operands.second] == .leaf && y == 1: node = operands.first
      default: return node
      }
    }
    return node
  }

  /// Whether a node is given, and nothing has been rounded to get it.
  private func isExact(_ node: Int32, lane: Int) -> Bool {
    operations[node] == .leaf && (operands[node].second != node || values[node][lane].isSmallWhole)
  }

  /// Whether a node's number may have been rounded: to a double, or to what is left of its last operation.
  private func isRounded(_ node: Int32, lane: Int) -> Bool {
    guard values[node][lane].isSmallWhole else { return true }
    switch operations[node] {
    case .leaf, .step, .sign, .floor, .factorial: return false
    case .add, .subtract, .multiply, .power, .negate, .abs, .relu, .max, .min:
      let operands = operands[node]
      return !values[operands.first][lane].isSmallWhole || !values[operands.second][lane].isSmallWhole
    default: return true
    }
  }

  /// Whether a term of that size, or a larger one, went into a node.
  private func hasTerm(of size: Double, in node: Int32, lane: Int) -> Bool {
    if isRounded(node, lane: lane), values[node][lane].magnitude >= size { return true }
    var (node, size) = (node, size)
    // The way goes on through one operand; another one waits, which nearly always is a leaf and need not.
    var waiting: [(node: Int32, size: Double)] = []
    for _ in 0..<maxNodesExamined {
      let operation = operations[node]
      var next: (node: Int32, size: Double)?
      if operation != .leaf {
        let operands = operands[node]
        let slopes = operation.localDerivatives(
          values[operands.first][lane], values[operands.second][lane], out: values[node][lane])
        for place in 0..<2 {
          let (operand, slope) = place == 0 ? (operands.first, slopes.0) : (operands.second, slopes.1)
          guard slope.isFinite && slope != 0 else { continue }
          let size = size / slope.magnitude
          if values[operand][lane].magnitude >= size, isRounded(operand, lane: lane) { return true }
          if operations[operand] == .leaf { continue }
          if let next { waiting.append(next) }
          next = (operand, size)
        }
      }
      guard let found = next ?? waiting.popLast() else { return false }
      (node, size) = found
    }
    return false
  }
}

extension Double {
  /// Whether it is a whole number of those that are all there in binary.
  fileprivate var isSmallWhole: Bool { self == rounded() && magnitude <= 0x1p53 }
}
