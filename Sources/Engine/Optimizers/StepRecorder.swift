import Algebra
import Autograd
import LessonProgram

/// Puts an optimizer's formulas on a tape.
///
/// Sums and products are worked out from left to right, as everywhere.
struct StepRecorder {
  package let tape: Tape
  /// The nodes of what all params of one count share.
  package var shared: [Formula: Node]
  /// The nodes of the names that these share.
  var common: [Name: Node]
  /// The nodes of one param's own quantities.
  package var own: [Name: Node] = [:]

  init(tape: Tape, shared: [Formula: Node], common: [Name: Node]) {
    self.tape = tape
    self.shared = shared
    self.common = common
  }

  /// The node of a formula, which is recorded unless it is there.
  package mutating func node(of formula: Formula) -> Node {
    if case .name(let name) = formula, let node = own[name] ?? common[name] { return node }
    if let known = shared[formula] { return known }
    let node = made(of: formula)
    if formula.names.allSatisfy({ common[$0] != nil }) { shared[formula] = node }
    return node
  }

  private mutating func made(of formula: Formula) -> Node {
    switch formula {
    case .number(let number):
      return tape.appendLeaf(number.value)
    case .negation(let inner):
      return tape.append(.negate, node(of: inner))
    case .sum(let terms):
      return terms.dropFirst().reduce(node(of: terms[0].formula)) { sum, term in
        tape.append(term.sign == .plus ? .add : .subtract, sum, node(of: term.formula))
      }
    case .product(let factors):
      return factors.dropFirst().reduce(node(of: factors[0].formula)) { product, factor in
        tape.append(factor.operation == .times ? .multiply : .divide, product, node(of: factor.formula))
      }
    case .power(let base, let exponent):
      let base = node(of: base)
      return tape.append(.power, base, node(of: exponent))
    case .call(let function, let arguments):
      guard case .operation(let operation) = function.id.recording, 1...2 ~= arguments.count else {
        preconditionFailure("an optimizer's functions are operations of one or two operands")
      }
      let first = node(of: arguments[0])
      return arguments.count == 1
        ? tape.append(operation, first) : tape.append(operation, first, node(of: arguments[1]))
    case .name, .element, .conditional, .derivative, .local, .overRows:
      preconditionFailure("an optimizer's formulas are of its own symbols")
    }
  }
}
