import ElementaryFunctions

// The loops in which trainings spend their time.
//
// Goals, in order:
// 1. The numbers of the tape: every value and every adjoint, to the last bit, whatever the number of lanes. So each
//    operation is one of IEEE 754, sums are formed from left to right, and nothing is left out but what is nowhere used.
// 2. Speed for neurons, of which networks are made: a layer, or a neuron that is part of none, is one jump. A sum, or its
//    adjoint, stays in a register while its terms go by. A term costs the reading of its places, which the neurons of a
//    layer share, a product, a sum, and the writing of both.
// 3. Speed for all else: an operation is the rule of the tape.
//
// Weights that are the same for all rows are read as one number and not as eight, which keeps them in the first cache. For
// what a pass takes, see the README; for the ways through a layer, `OneRow` and `EightRows`.

/// The loops over the code of a program, with numbers of so many lanes.
struct ProgramLoops<Number: Rows> {
  typealias Kind = ProgramCode.Kind
  typealias Flag = ProgramCode.Flag

  let code: ProgramCode
  /// What makes each node.
  let operations: Column<Operation>
  /// From what each node is made.
  let operands: Column<Operands>
  /// The values of the leaves that are the same for all rows.
  let given: Column<Double>
  /// The values of all nodes, but where `givenSeconds` says that they are read from `given`.
  let values: Column<Number>
  /// The adjoints of leaves, results, and the sums of neurons.
  let adjoints: Column<Number>

  @inline(__always)
  var zero: Number { Number(repeating: 0) }

  /// What two nodes were made of.
  @inline(__always)
  func origins(_ first: Int32, _ second: Int32) -> Origins<Number> {
    Origins(values: values, operations: operations, operands: operands, first: first, second: second)
  }
}

// MARK: - Forward

extension ProgramLoops {
  /// Works out all values from those of the leaves; gives 0 or −0 in each lane in which all are finite, and NaN in others.
  func forward() -> Number {
    var trace = zero
    for instruction in 0..<code.count {
      let start = Int(code.starts[instruction])
      let kind = code.numbers[start]
      let out = code.numbers[start &+ 2]
      if kind == Kind.layer {
        trace = trace + Number.forward(layer: out, in: self)
        continue
      }
      let first = code.numbers[start &+ 3]
      var second = code.numbers[start &+ 4]
      var (x, y) = (zero, zero)
      if kind == Kind.operation {
        (x, y) = (values[first], values[second])
      } else {
        // What is finite of a neuron is finite only where all that goes into it is.
        x = sum(at: start)
        if kind != Kind.activation {
          trace = trace * (kind == Kind.logistic ? logistic(of: x, at: start) : x)
          continue
        }
        trace = trace * x
        (y, second) = (x, first)
      }
      let value = value(of: operations[out], x, y, first, second)
      values[out] = value
      // Infinity and NaN times 0 are NaN, anything else is 0 or −0.
      if kind == Kind.operation { trace = trace * value }
    }
    return trace
  }

  /// The value of an operation.
  @inline(__always)
  private func value(
    of operation: Operation, _ x: Number, _ y: Number, _ first: Int32, _ second: Int32
  ) -> Number {
    // What is nearly free is not worth the long way through all rules.
    switch operation {
    case .add: return Operation.add.value(x, y, current: x)
    case .subtract: return Operation.subtract.value(x, y, current: x)
    case .multiply: return Operation.multiply.value(x, y, current: x)
    default: break
    }
    // The rules are here once: they are long.
    return operation.mayDecide(x, y)
      ? origins(first, second).value(of: operation, x, y) : operation.value(x, y, current: x)
  }

  /// Works out the logistic function of a neuron's sum; gives what is finite only where the sum is.
  @inline(__always)
  private func logistic(of sum: Number, at start: Int) -> Number {
    let nodes = start + ProgramCode.neuronHead
    let logistic = LogisticValues(
      of: sum, addend: values[code.numbers[nodes &+ 2]], numerator: values[code.numbers[nodes &+ 4]])
    values[code.numbers[nodes]] = logistic.negation
    values[code.numbers[nodes &+ 1]] = logistic.exponential
    values[code.numbers[nodes &+ 3]] = logistic.denominator
    values[code.numbers[start &+ 2]] = logistic.out
    return logistic.denominator
  }

  /// The sum of a neuron's terms.
  @inline(__always)
  private func sum(at start: Int) -> Number {
    let isGiven = code.numbers[start &+ 1] & Flag.givenSeconds != 0
    return isGiven ? sum(at: start) { Number(repeating: given[$0]) } : sum(at: start) { values[$0] }
  }

  /// The sum of a neuron's terms; `second` reads the second factors.
  @inline(__always)
  private func sum(at start: Int, _ second: (Int32) -> Number) -> Number {
    let lead = code.numbers[start &+ 4]
    let plains = start &+ Int(code.numbers[start &+ 5])
    let end = start &+ Int(code.numbers[start &+ 6])
    var place = products(of: start)
    var sum: Number
    if lead >= 0 {
      sum = values[lead]
    } else {
      sum = values[code.numbers[place]] * second(code.numbers[place &+ 1])
      values[code.numbers[place &+ 2]] = sum
      place &+= 4
    }
    while place < plains {
      let product = values[code.numbers[place]] * second(code.numbers[place &+ 1])
      sum = sum + product
      values[code.numbers[place &+ 2]] = product
      values[code.numbers[place &+ 3]] = sum
      place &+= 4
    }
    while place < end {
      sum = sum + values[code.numbers[place]]
      values[code.numbers[place &+ 1]] = sum
      place &+= 2
    }
    return sum
  }

  /// Where the products of a neuron begin.
  @inline(__always)
  private func products(of start: Int) -> Int {
    start + ProgramCode.neuronHead
      + (code.numbers[start] == Kind.logistic ? ProgramCode.logisticLength : 0)
  }
}

extension ProgramLoops {
  /// 1 in each lane in which all of the guards hold, else 0.
  @inline(__always)
  func weight(of guards: [Guard]) -> Number {
    var weight = Number(repeating: 1)
    for comparison in guards {
      let (first, second) = (comparison.first.index, comparison.second.index)
      let origins = origins(Int32(truncatingIfNeeded: first), Int32(truncatingIfNeeded: second))
      weight = weight * comparison.relation.weight(values[first], values[second], origins)
    }
    return weight
  }
}

// MARK: - Backward

extension ProgramLoops {
  /// Passes the adjoint `seed` of the node at `output` back to all from which it was made, whose adjoints are set,
  /// and adds to those of the leaves.
  ///
  /// Lanes with the seed 0 add nothing to any leaf. Of a neuron's products and sums only the last sum's adjoint is
  /// written: it is that of all of them. `areFinite` says that all values are known to be finite in all lanes.
  func backward(from output: Int32, seed: Number, areFinite: Bool) {
    for index in 0..<code.resultCount { adjoints[code.results[index]] = zero }
    adjoints[output] = seed
    var instruction = code.count
    while instruction > 0 {
      instruction -= 1
      let start = Int(code.starts[instruction])
      let flags = code.numbers[start &+ 1]
      if flags & (Flag.byFirst | Flag.bySecond) == 0 { continue }
      let kind = code.numbers[start]
      if kind == Kind.layer {
        Number.backward(
          layer: code.numbers[start &+ 2], in: self, WayToInputs(flags), areFinite: areFinite)
        continue
      }
      var adjoint = adjoints[code.numbers[start &+ 2]]
      if kind == Kind.operation || kind == Kind.activation {
        let isNone = adjoint.equals(zero)
        // Where the output does not depend on the node, nothing is passed on, not even infinity times 0.
        if kind == Kind.operation && isNone.holdsEverywhere { continue }
        let local = localDerivatives(at: start)
        if kind == Kind.operation {
          passBack(adjoint, local, isNone, at: start, flags)
          continue
        }
        // Added to 0, as every adjoint is: −0 becomes 0.
        adjoint = (adjoint * local.0).replaced(by: zero, where: isNone) + zero
      } else if kind == Kind.logistic {
        adjoint = adjointOfLogistic(adjoint, at: start)
      }
      backwardNeuron(adjoint, at: start, flags)
    }
  }

  /// The derivatives of an operation by its operands, or of a neuron by its sum.
  @inline(__always)
  private func localDerivatives(at start: Int) -> (Number, Number) {
    let out = code.numbers[start &+ 2]
    let first = code.numbers[start &+ 3]
    let second = code.numbers[start] == Kind.operation ? code.numbers[start &+ 4] : first
    let (operation, x, y) = (operations[out], values[first], values[second])
    // What is nearly free is not worth the long way through all rules.
    switch operation {
    case .add: return Operation.add.localDerivatives(x, y, out: x)
    case .subtract: return Operation.subtract.localDerivatives(x, y, out: x)
    case .multiply: return Operation.multiply.localDerivatives(x, y, out: x)
    default: break
    }
    return localDerivatives(of: operation, at: start, first, second)
  }

  /// The same of any operation.
  @inline(never)
  private func localDerivatives(
    of operation: Operation, at start: Int, _ first: Int32, _ second: Int32
  ) -> (Number, Number) {
    let (x, y, out) = (values[first], values[second], code.numbers[start &+ 2])
    return operation.mayDecide(x, y)
      ? origins(first, second).localDerivatives(of: operation, x, y, out: values[out])
      : operation.localDerivatives(x, y, out: values[out])
  }

  /// Passes the adjoint of an operation back to its operands; `isNone` says where it is 0.
  @inline(__always)
  private func passBack(
    _ adjoint: Number, _ local: (Number, Number), _ isNone: Number.Mask, at start: Int, _ flags: Int32
  ) {
    let (first, second) = (code.numbers[start &+ 3], code.numbers[start &+ 4])
    var (byFirst, bySecond) = (adjoint * local.0, adjoint * local.1)
    if isNone.holdsAnywhere {
      byFirst = byFirst.replaced(by: zero, where: isNone)
      bySecond = bySecond.replaced(by: zero, where: isNone)
    }
    if flags & Flag.byFirst != 0 { adjoints[first] = adjoints[first] + byFirst }
    if flags & Flag.bySecond != 0 { adjoints[second] = adjoints[second] + bySecond }
  }

  /// Passes the adjoint of a neuron's sum back.
  @inline(__always)
  private func backwardNeuron(_ adjoint: Number, at start: Int, _ flags: Int32) {
    adjoints[code.numbers[start &+ 3]] = adjoint
    let isNone = adjoint.equals(zero)
    if flags & Flag.givenSeconds != 0 {
      if isNone.holdsAnywhere {
        passBack(adjoint, at: start, flags) {
          Number(repeating: given[$0])
        } masked: {
          $0.replaced(by: zero, where: isNone)
        }
      } else {
        passBack(adjoint, at: start, flags) {
          Number(repeating: given[$0])
        } masked: {
          $0
        }
      }
    } else {
      passBack(adjoint, at: start, flags) {
        values[$0]
      } masked: {
        $0.replaced(by: zero, where: isNone)
      }
    }
  }

  /// The adjoint of a neuron's sum, from that of its logistic function.
  @inline(__always)
  private func adjointOfLogistic(_ adjoint: Number, at start: Int) -> Number {
    let nodes = start + ProgramCode.neuronHead
    let (negation, exponential) = (code.numbers[nodes], code.numbers[nodes &+ 1])
    let denominator = code.numbers[nodes &+ 3]
    let logistic = LogisticAdjoints(
      adjoint, out: values[code.numbers[start &+ 2]], denominator: values[denominator],
      exponential: values[exponential])
    adjoints[denominator] = logistic.ofDenominator
    adjoints[exponential] = logistic.ofDenominator
    adjoints[negation] = logistic.ofNegation
    return logistic.ofSum
  }

  /// Passes the adjoint of a neuron's sum back to its terms, from the last to the first.
  ///
  /// `second` reads the second factors, `masked` makes what is passed on 0 where the adjoint is.
  @inline(__always)
  private func passBack(
    _ adjoint: Number, at start: Int, _ flags: Int32, _ second: (Int32) -> Number,
    masked: (Number) -> Number
  ) {
    let lead = code.numbers[start &+ 4]
    let plains = start &+ Int(code.numbers[start &+ 5])
    var place = start &+ Int(code.numbers[start &+ 6])
    let products = products(of: start)
    while place > plains {
      place &-= 2
      let term = code.numbers[place]
      adjoints[term] = adjoints[term] + adjoint
    }
    if flags & Flag.byFirst != 0 {
      let begins = flags & Flag.begins != 0
      while place > products {
        place &-= 4
        let (x, y) = (code.numbers[place], code.numbers[place &+ 1])
        let (byX, byY) = (masked(adjoint * second(y)), masked(adjoint * values[x]))
        adjoints[x] = (begins ? zero : adjoints[x]) + byX
        adjoints[y] = adjoints[y] + byY
      }
    } else {
      while place > products {
        place &-= 4
        let y = code.numbers[place &+ 1]
        adjoints[y] = adjoints[y] + masked(adjoint * values[code.numbers[place]])
      }
    }
    if lead >= 0 { adjoints[lead] = adjoints[lead] + adjoint }
  }
}
