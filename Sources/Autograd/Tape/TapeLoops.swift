import ElementaryFunctions

// The loops over a tape, operation by operation. For many passes over the same tape see `Program`.
//
// Goals, in order: the values and derivatives of the rules to the last bit; no memory; speed. A node costs a jump to
// its operation's rule, and its operands are read without checks: those of a node are earlier nodes, looked at when
// it was made. Measured: 2 to 3 ns a node forward, 3 to 4 ns back, most of it waiting for a number that was just
// written.

extension TapeState {
  /// Works out the values of `nodes` again, in order.
  func recompute(_ nodes: Range<Int>) {
    let (operations, operands, values) = (operations, operands, values)
    for index in nodes {
      let operation = operations[index]
      if operation == .leaf { continue }
      let operands = operands[index]
      let (x, y) = (values[operands.first], values[operands.second])
      values[index] =
        operation.mayDecide(x, y)
        ? origins(operands.first, operands.second).value(of: operation, x, y)
        : operation.value(x, y, current: .nan)
    }
  }

  /// Whether every value of `nodes` is finite: of what is not, all bits of the exponent are set.
  func hasOnlyFiniteValues(in nodes: Range<Int>) -> Bool {
    let values = values
    let exponent = Double.infinity.bitPattern
    let lowest = exponent & ~(exponent << 1)
    // One more makes the exponent overflow into the sign. Bits can be looked at several numbers at a time.
    var overflow: UInt64 = 0
    for index in nodes { overflow |= (values[index].bitPattern & exponent) &+ lowest }
    return overflow >> 63 == 0
  }

  /// The derivatives of the node at `index` by its operands alone.
  func localDerivatives(at index: Int) -> (Double, Double) {
    let operands = operands[index]
    return operations[index].localDerivatives(
      values[operands.first], values[operands.second], out: values[index],
      origins(operands.first, operands.second))
  }

  /// Passes the derivatives back from the node at `output` down to the one at `start`.
  ///
  /// `adjoints` has a place for each node up to the output; that of the output is set, others are added to.
  ///
  /// A node's adjoint is read while the node above is at work, and what that adds to it is taken from a register: to
  /// wait for each adjoint to be written and read again would take half of the time. A sum and the product before it are
  /// handled together for the same reason.
  func sweep(from output: Int, downTo start: Int, into adjoints: Column<Double>) {
    let (operations, operands, values) = (operations, operands, values)
    adjoints[output] = 1
    // The first node of a tape is a leaf.
    let last = max(start, 1)
    var adjoint = 1.0
    var index = output
    while index >= last {
      let operation = operations[index]
      let next = index &- 1
      // Nothing is passed on by what is given, nor where the output does not depend on the node.
      if operation == .leaf || adjoint == 0 {
        adjoint = adjoints[next]
        index = next
        continue
      }
      let operands = operands[index]
      if operation == .add, Int(operands.second) == next, next >= last, operations[next] == .multiply {
        adjoint = passThroughSum(adjoint, to: Int(operands.first), and: next, into: adjoints)
        index = next &- 1
        continue
      }
      // What networks are made of decides nothing, and is done with before a call would be.
      switch operation {
      case .add: adjoint = pass(adjoint, from: index, .add, operands, into: adjoints)
      case .subtract: adjoint = pass(adjoint, from: index, .subtract, operands, into: adjoints)
      case .multiply: adjoint = pass(adjoint, from: index, .multiply, operands, into: adjoints)
      case .negate: adjoint = pass(adjoint, from: index, .negate, operands, into: adjoints)
      case .exp: adjoint = pass(adjoint, from: index, .exp, operands, into: adjoints)
      case .tanh: adjoint = pass(adjoint, from: index, .tanh, operands, into: adjoints)
      case .sigmoid: adjoint = pass(adjoint, from: index, .sigmoid, operands, into: adjoints)
      case .divide where values[operands.second].magnitude > widestTie:
        adjoint = pass(adjoint, from: index, .divide, operands, into: adjoints)
      case _ where operation.decides: adjoint = passAny(adjoint, from: index, into: adjoints)
      default:
        // Of what decides nothing only functions of one number are left.
        let x = values[operands.first]
        let slope =
          operation == .sin ? TapeState.slopeOfSine(x) : TapeState.slope(of: operation, x, out: values[index])
        adjoint = Passing(adjoint, operands, into: adjoints, next: next).unary(value: 0, derivative: slope)
      }
      index = next
    }
  }

  /// The derivative of a sine, of which long chains are made: it is not looked for among all functions.
  @inline(never)
  private static func slopeOfSine(_ x: Double) -> Double { Operation.sin.localDerivatives(x, x, out: x).0 }

  /// The derivative of a function of one number that decides nothing.
  @inline(never)
  private static func slope(of operation: Operation, _ x: Double, out: Double) -> Double {
    operation.localDerivatives(x, x, out: out).0
  }

  /// Passes the adjoint of a sum to its first operand and to the product that is its second, the node just before it, and
  /// that of the product on; gives the adjoint of the node before the product.
  ///
  /// The additions are those of both nodes by themselves, in their order. In a sum of products that node is the sum so far:
  /// its adjoint is still at hand.
  @inline(__always)
  private func passThroughSum(
    _ adjoint: Double, to first: Int, and product: Int, into adjoints: Column<Double>
  ) -> Double {
    let next = product &- 1
    let factors = operands[product]
    let ofFirst = adjoints[first] + adjoint
    adjoints[first] = ofFirst
    let ofProduct = adjoints[product] + adjoint
    adjoints[product] = ofProduct
    let (x, y) = (Int(factors.first), Int(factors.second))
    if ofProduct != 0 {
      adjoints[x] += ofProduct * values[y]
      adjoints[y] += ofProduct * values[x]
    }
    return first == next && x != next && y != next ? ofFirst : adjoints[next]
  }

  /// Passes an adjoint on where the operation decides nothing; gives that of the node before.
  @inline(__always)
  private func pass(
    _ adjoint: Double, from index: Int, _ operation: Operation, _ operands: Operands,
    into adjoints: Column<Double>
  ) -> Double {
    let (x, y) = (values[operands.first], values[operands.second])
    return rule(
      of: operation, Passing(adjoint, operands, into: adjoints, next: index &- 1), x: x, y: y,
      out: values[index])
  }

  /// The same where it may decide.
  @inline(never)
  private func passAny(_ adjoint: Double, from index: Int, into adjoints: Column<Double>) -> Double {
    let (operation, operands) = (operations[index], operands[index])
    let (x, y) = (values[operands.first], values[operands.second])
    guard operation.mayDecide(x, y) else {
      return pass(adjoint, from: index, operation, operands, into: adjoints)
    }
    let settled = SettledPassing(
      origins: origins(operands.first, operands.second),
      passing: Passing(adjoint, operands, into: adjoints, next: index &- 1))
    return rule(of: operation, settled, x: x, y: y, out: values[index])
  }
}

/// Passes an adjoint on to the operands, and gives the adjoint of the next node as it is afterwards.
private struct Passing: RuleReader {
  let adjoint: Double
  let operands: Operands
  let adjoints: Column<Double>
  /// The node that is next.
  let next: Int
  /// Its adjoint before.
  let below: Double

  @inline(__always)
  init(_ adjoint: Double, _ operands: Operands, into adjoints: Column<Double>, next: Int) {
    self.adjoint = adjoint
    self.operands = operands
    self.adjoints = adjoints
    self.next = next
    below = adjoints[next]
  }

  @inline(__always)
  func leaf(value: Double) -> Double { below }

  @inline(__always)
  func unary(value: @autoclosure () -> Double, derivative: @autoclosure () -> Double) -> Double {
    add(adjoint * derivative(), to: operands.first, below)
  }

  @inline(__always)
  func binary(
    value: @autoclosure () -> Double, byFirst: @autoclosure () -> Double, bySecond: @autoclosure () -> Double
  ) -> Double {
    let below = add(adjoint * byFirst(), to: operands.first, below)
    return add(adjoint * bySecond(), to: operands.second, below)
  }

  @inline(__always)
  private func add(_ share: Double, to operand: Int32, _ below: Double) -> Double {
    let sum = adjoints[operand] + share
    adjoints[operand] = sum
    return Int(operand) == next ? sum : below
  }
}

/// The same with what the operands were made of.
private struct SettledPassing: SettlingReader {
  let origins: Origins<Double>
  let passing: Passing

  @inline(__always)
  func leaf(value: Double) -> Double { passing.leaf(value: value) }

  @inline(__always)
  func unary(value: @autoclosure () -> Double, derivative: @autoclosure () -> Double) -> Double {
    passing.unary(value: value(), derivative: derivative())
  }

  @inline(__always)
  func binary(
    value: @autoclosure () -> Double, byFirst: @autoclosure () -> Double, bySecond: @autoclosure () -> Double
  ) -> Double { passing.binary(value: value(), byFirst: byFirst(), bySecond: bySecond()) }
}
