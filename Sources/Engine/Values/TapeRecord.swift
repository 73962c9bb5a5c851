package import Algebra
import Autograd

/// What is on a tape as plain data, so that it can be worked out elsewhere.
package struct TapeRecord {
  /// The operations, each at the place of its node; operands stand before what is made of them.
  package let operations: [Operation]
  /// What must hold for the formulas to be these ones.
  package let guards: [Comparison]

  /// What makes one number.
  package struct Operation {
    /// Its name, as `Autograd.Operation` has it; `leaf` for a given number.
    package let name: String
    /// The places of its operands.
    package let operands: [Int]
    /// The number.
    package let value: Double
    /// Whether it is a given number that no arithmetic has led to.
    package let isExact: Bool
  }

  /// A comparison of two numbers.
  package struct Comparison {
    /// The place of the first.
    package let first: Int
    /// How they compare: `below`, `atMost`, `equal` or `unequal`.
    package let relation: String
    /// The place of the second.
    package let second: Int
  }
}

extension Environment {
  /// What is on the tape. Cost: O(n).
  package var tapeRecord: TapeRecord {
    let operations = (0..<tape.count).map { index in
      let node = Node(index: index)
      let (operation, operands) = (tape.operation(of: node), tape.operands(of: node))
      return TapeRecord.Operation(
        name: operation.rawValue, operands: [operands.first, operands.second].compactMap { $0?.index },
        value: tape.value(of: node), isExact: operation == .leaf && tape.isExact(leaf: node))
    }
    let guards = guards.map {
      TapeRecord.Comparison(first: $0.first.index, relation: "\($0.relation)", second: $0.second.index)
    }
    return TapeRecord(operations: operations, guards: guards)
  }

  /// How many operations are on the tape.
  package var tapeCount: Int { tape.count }

  /// The place of a name's number on the tape.
  package func tapePlace(of name: Name) -> Int { self[name].node.index }
}
