extension Formula {
  /// The formulas that this one is made of, in the order in which they stand, those of a condition included. A derivative
  /// is one unit and has none, and so is what is made of all rows.
  package var operands: Operands { Operands(of: self) }

  /// How many operands there are.
  var operandCount: Int { operands.endIndex }

  /// The operands of a formula, where they stand: no list is made of them but of those of an `if`.
  package struct Operands: RandomAccessCollection {
    private enum Content {
      case none
      case one(Formula)
      case two(Formula, Formula)
      case terms([Term])
      case factors([Factor])
      case list([Formula])
    }

    private let content: Content
    package let endIndex: Int

    fileprivate init(of formula: Formula) {
      switch formula {
      case .number, .name, .derivative, .local, .overRows: (content, endIndex) = (.none, 0)
      case .negation(let operand): (content, endIndex) = (.one(operand), 1)
      case .sum(let terms): (content, endIndex) = (.terms(terms), terms.count)
      case .product(let factors): (content, endIndex) = (.factors(factors), factors.count)
      case .power(let base, let exponent): (content, endIndex) = (.two(base, exponent), 2)
      case .call(_, let arguments): (content, endIndex) = (.list(arguments), arguments.count)
      case .element(_, let indices): (content, endIndex) = (.list(indices), indices.count)
      case .conditional(let condition, let first, let second):
        let operands = condition.comparands + [first, second]
        (content, endIndex) = (.list(operands), operands.count)
      }
    }

    package var startIndex: Int { 0 }

    // All of these would come of the indices alone, by much longer ways.
    package var count: Int { endIndex }
    package var isEmpty: Bool { endIndex == 0 }
    package func index(after index: Int) -> Int { index + 1 }
    package func index(before index: Int) -> Int { index - 1 }
    package func index(_ index: Int, offsetBy distance: Int) -> Int { index + distance }
    package func distance(from start: Int, to end: Int) -> Int { end - start }

    package func makeIterator() -> Iterator { Iterator(operands: self) }

    /// Goes through the operands from left to right.
    package struct Iterator: IteratorProtocol {
      fileprivate let operands: Operands
      private var place = 0

      fileprivate init(operands: Operands) { self.operands = operands }

      package mutating func next() -> Formula? {
        guard place < operands.endIndex else { return nil }
        defer { place += 1 }
        return operands[place]
      }
    }

    /// The operands as a list.
    package var list: [Formula] {
      switch content {
      case .none: return []
      case .one(let operand): return [operand]
      case .two(let first, let second): return [first, second]
      case .terms(let terms): return terms.map { $0.formula }
      case .factors(let factors): return factors.map { $0.formula }
      case .list(let operands): return operands
      }
    }

    package subscript(position: Int) -> Formula {
      switch content {
      case .none: preconditionFailure("there are no operands")
      case .one(let operand): operand
      case .two(let first, let second): position == 0 ? first : second
      case .terms(let terms): terms[position].formula
      case .factors(let factors): factors[position].formula
      case .list(let operands): operands[position]
      }
    }
  }
}
