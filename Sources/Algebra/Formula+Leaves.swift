extension Formula {
  /// The formula with `replacement` of each leaf in its place, where that is not `nil`: of each number, name and
  /// atom, those in conditions and indices included. What stands inside atoms stays.
  ///
  /// Throws what `replacement` throws.
  public func replacingLeaves<Failure>(
    _ replacement: (Formula) throws(Failure) -> Formula?
  ) throws(Failure) -> Formula {
    try fold { (part, operands: ArraySlice<Formula>) throws(Failure) -> Formula in
      switch part {
      case .number, .name, .derivative, .local, .overRows: try replacement(part) ?? part
      case .negation, .sum, .product, .power, .call, .element, .conditional: part.replacingOperands(operands)
      }
    }
  }

  /// The formula with `replacement` of each name in its place, where that is not `nil`. Names inside derivatives stay.
  public func replacingNames(_ replacement: (Name) -> Formula?) -> Formula {
    replacingLeaves { if case .name(let name) = $0 { replacement(name) } else { nil } }
  }

  /// How many numbers, names, operations, comparisons and derivatives the formula holds.
  public var size: Int {
    var size = 0
    forEachPart { part in size += max(1, part.operandCount - 1) }
    return size
  }

  /// The indices of each element of `family` that the formula looks up.
  public func lookUps(of family: String) -> [[Formula]] {
    var found: [[Formula]] = []
    forEachPart { part in
      if case .element(family, let indices) = part { found.append(indices) }
    }
    return found
  }

  /// How many calls of functions the formula holds.
  public var callCount: Int {
    fold { (part, counts: ArraySlice<Int>) in
      let own = if case .call = part { 1 } else { 0 }
      return own + counts.reduce(0, +)
    }
  }
}

extension Formula {
  /// Whether a function in it has another value, or none, next to where a number decides.
  var decides: Bool {
    fold { part, operands in
      if case .call(let function, _) = part, function.decision != .none { return true }
      return operands.contains(true)
    }
  }
}
