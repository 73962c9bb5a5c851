extension Formula {
  /// The formula with all shorthands written out: as readers see it.
  ///
  /// - Parameter name: what stands for a shorthand in place of what that stands for, if there is something.
  ///
  /// Cost: O(n) of what comes out.
  package func writtenOut(naming name: (Formula) -> Formula? = { _ in nil }) -> Formula {
    var hasShorthands = false
    forEachPart { part in
      if case .call(let function, _) = part, function.isShorthand { hasShorthands = true }
    }
    guard hasShorthands else { return self }
    return fold { (part, operands: ArraySlice<Formula>) in
      guard case .call(let function, _) = part, function.isShorthand else {
        return part.replacingOperands(operands)
      }
      return name(part) ?? function.expansion(of: Array(operands)) ?? part.replacingOperands(operands)
    }
  }
}
