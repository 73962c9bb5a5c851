package import Algebra
import Engine
package import Transcript

// How much a line will print, near enough for a bound: counted before anything is laid out.

extension Line {
  /// About how many bytes the line prints.
  package var estimatedBytes: Int {
    switch content {
    case .equation(let equation): equation.estimatedBytes
    case .givens(let givens):
      givens.rows.reduce(0) { $0 + $1.items.reduce(10) { $0 + $1.subject.estimatedBytes + 12 } }
    case .table(let table):
      ([table.header] + table.rows).reduce(0) { $1.reduce($0) { $0 + $1.estimatedBytes } }
    case .plot: 3000
    case .path(_, let stops): stops.reduce(0) { $0 + $1.estimatedBytes + 4 }
    case .results(let results, _): results.reduce(0) { $0 + $1.subject.estimatedBytes + 12 }
    case .matrix(let matrix, _, let otherwise):
      max(
        matrix.rows.count * (matrix.subject.estimatedBytes + 5)
          + matrix.rows.reduce(0) { $0 + 12 * $1.count },
        otherwise.reduce(0) { $0 + $1.estimatedBytes })
    case .network(let network, let otherwise):
      max(
        200 * network.nodes.count + 40 * network.connections.count,
        otherwise.reduce(0) { $0 + $1.estimatedBytes })
    case .check(let check): check.subject.estimatedBytes + (check.note?.utf8.count ?? 0) + 40
    case .remark(let phrases): phrases.reduce(0) { $0 + $1.estimatedBytes }
    case .comment(let text): text.utf8.count
    case .blank: 1
    }
  }
}

extension Equation {
  fileprivate var estimatedBytes: Int {
    rightSides.reduce(
      (subject?.estimatedBytes ?? 0) + (comment?.utf8.count ?? 0) + (remark?.estimatedBytes ?? 0)
    ) { sum, side in
      switch side.content {
      case .names(let formula), .numbers(let formula): sum + formula.estimatedBytes + 4
      case .factors(let factors): factors.reduce(sum) { $0 + $1.estimatedBytes + 4 }
      case .result: sum + 12
      }
    }
  }
}

extension Equation.Remark {
  fileprivate var estimatedBytes: Int {
    switch self {
    case .words(let text): text.utf8.count + 10
    case .number(let named): named.subject.estimatedBytes + named.number.estimatedBytes + 10
    case .because(let conditions, let areTied, let loss):
      conditions.reduce((areTied ? 61 : 10) + (loss?.utf8.count ?? 0)) {
        $0 + $1.comparands.reduce(6) { $0 + $1.estimatedBytes }
      }
    }
  }
}

extension Formula {
  /// About how many bytes the formula prints. Cost: O(n).
  package var estimatedBytes: Int {
    switch self {
    case .number(let number): number.estimatedBytes
    case .name(let name): name.text.utf8.count
    case .negation(let inner): inner.estimatedBytes + 3
    case .sum(let terms): terms.reduce(0) { $0 + $1.formula.estimatedBytes + 3 }
    case .product(let factors): factors.reduce(0) { $0 + $1.formula.estimatedBytes + 2 }
    case .power(let base, let exponent): base.estimatedBytes + exponent.estimatedBytes + 1
    case .call(_, let arguments): arguments.reduce(3) { $0 + $1.estimatedBytes }
    case .element(let family, let indices): indices.reduce(family.utf8.count + 2) { $0 + $1.estimatedBytes }
    case .conditional(let condition, let first, let second):
      condition.comparands.reduce(first.estimatedBytes + second.estimatedBytes + 16) {
        $0 + $1.estimatedBytes
      }
    case .derivative(let numerator, let name): numerator.estimatedBytes + name.text.utf8.count + 7
    case .overRows(_, let formula, let data): formula.estimatedBytes + data.text.utf8.count + 12
    case .local(let output, let name): output.text.utf8.count + name.text.utf8.count + 9
    }
  }
}

extension Number {
  fileprivate var estimatedBytes: Int { text?.utf8.count ?? 7 }
}

extension Table.Cell {
  fileprivate var estimatedBytes: Int {
    switch self {
    case .words(let text): text.utf8.count + 3
    case .formula(let formula): formula.estimatedBytes + 3
    case .number(let number): number.estimatedBytes + 3
    }
  }
}

extension Phrase {
  fileprivate var estimatedBytes: Int {
    switch self {
    case .words(let text): text.utf8.count + 1
    case .formula(let formula): formula.estimatedBytes + 1
    case .condition(let condition): condition.comparands.reduce(6) { $0 + $1.estimatedBytes + 3 }
    case .relation(let left, _, let right): left.estimatedBytes + right.estimatedBytes + 4
    }
  }
}
