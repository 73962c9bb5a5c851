import Algebra
import Diagnostics
import LessonLanguage

// Products of matrices and vectors: a way of writing, and what comes out is what the forms with `for` give.

extension FormulaLowering {
  /// `A @ B @ x`, from the left to the right.
  mutating func matrixProduct(_ factors: [Expression], at range: SourceRange) -> ExpressionValue {
    var left = operand(factors[0])
    for factor in factors.dropFirst() {
      left = product(of: left, operand(factor), at: left.expression.range.union(factor.range))
      if left.value.isBroken { return .broken }
    }
    return left.value
  }

  /// The product of two matrices, or of a matrix and a vector on either side, or of two vectors, which is a number.
  mutating func product(of left: Operand, _ right: Operand, at range: SourceRange) -> Operand {
    let both = Expression(.matrixProduct([left.expression, right.expression]), at: range)
    let broken = Operand(expression: both, value: .broken, size: 0)
    if left.value.isBroken || right.value.isBroken { return broken }
    guard let one = left.value.family, let two = right.value.family else {
      let number = left.value.isFamily ? right : left
      report(
        "`@` stands between families, and \(quoted(number.expression)) is a number",
        at: number.expression.range, hint: "a product with a number is written `*`")
      return broken
    }
    guard isWhole(left), isWhole(right) else { return broken }
    guard one.bounds.count <= 2, two.bounds.count <= 2 else {
      let many = one.bounds.count > 2 ? left : right
      report(
        "`@` is of families with one or two indices, and \(quoted(many.expression)) has more",
        at: many.expression.range)
      return broken
    }
    let (inner, others) = (one.bounds[one.bounds.count - 1], two.bounds[0])
    guard inner == others else {
      let (first, second) = (quoted(left.expression), quoted(right.expression))
      report(
        inner.count == others.count
          ? "the indices of \(first) are \(one.span) and those of \(second) \(two.span)"
          : "\(first) \(one.shape) and \(second) \(two.shape)", at: range,
        hint:
          "the \(one.bounds.count == 1 ? "elements" : "columns") of the first are summed with the \(two.bounds.count == 1 ? "elements" : "rows") of the second"
      )
      return broken
    }
    let (rows, columns) = (one.items.count / inner.count, two.items.count / inner.count)
    let size =
      Double(one.size) * Double(columns) + Double(two.size) * Double(rows)
      + Double(rows) * Double(columns) * Double(inner.count + 1)
    guard Double(rows) * Double(columns) <= Double(Self.maxElements) else {
      report("a family has at most 1,000,000 elements, and this one has more", at: range)
      return broken
    }
    guard grow(byElementsOf: size - Double(one.size) - Double(two.size), at: range) else {
      hintAtNames(for: left, right)
      return broken
    }
    var items: [Formula] = []
    for row in 0..<rows {
      for column in 0..<columns {
        items.append(
          .sum(
            of: (0..<inner.count).map { place in
              let first = one.items[row * inner.count + place]
              return .init(
                .plus,
                .product(of: [.init(.times, first), .init(.times, two.items[place * columns + column])]))
            }))
      }
    }
    let bounds = one.bounds.dropLast() + two.bounds.dropFirst()
    let value: ExpressionValue =
      bounds.isEmpty ? .number(items[0]) : .family(FamilyValue(Array(bounds), items, size: Int(size)))
    return Operand(expression: both, value: value, size: Int(size))
  }

  /// Says, of a product that is too long, to give a name to the product in it, each element of which is written out again and
  /// again.
  private mutating func hintAtNames(for left: Operand, _ right: Operand) {
    let inner = [left, right].first { $0.value.family?.items.contains { !$0.isLeaf } == true }
    guard let inner, comesLater == nil, let one = text(of: left.expression),
      let other = text(of: right.expression), let last = diagnostics.popLast()
    else { return }
    let isLeft = inner.expression.range == left.expression.range
    let whole = isLeft ? "P @ \(other)" : "\(one) @ P"
    diagnostics.append(
      Diagnostic(
        last.message, at: last.range,
        hint:
          "each element of \(quoted(inner.expression)) is written out many times: with a name for it, as in `P = …`, write `\(whole)`"
      ))
  }

  // MARK: - `dot`

  /// Whether `dot` is given two families of the lesson of which none is a vector.
  func isOfMatrices(_ arguments: [Expression]) -> Bool {
    let counts = arguments.compactMap { argument -> Int? in
      guard case .name(let text) = argument.kind else { return nil }
      return family(Name(text))?.indexCount
    }
    return arguments.count == 2 && counts.count == 2 && counts.allSatisfy { $0 > 1 }
  }

  /// Reports matrices of which `dot` may mean the product, or the sum of the products of their elements.
  mutating func reportMatrices(_ arguments: [Expression], _ identifier: Identifier) {
    let written = arguments.map { argument in
      let text = text(of: argument) ?? "A"
      return argument.kind.isAtom ? text : "(\(text))"
    }
    report(
      "`dot` is of two vectors, and these have more than one index", at: identifier.range,
      hint:
        "the product of matrices is written `\(written.joined(separator: " @ "))`, the sum of the products of their elements `sum(\(written.joined(separator: "*")))`"
    )
  }

  /// Whether `dot` is given a matrix and a vector, of which it is the product.
  func isMatrixProduct(_ function: FamilyFunction, _ arguments: [Expression]) -> Bool {
    guard function == .dot, arguments.count == 2 else { return false }
    let counts = arguments.compactMap { argument -> Int? in
      guard case .name(let text) = argument.kind else { return nil }
      return family(Name(text))?.indexCount
    }
    return counts.count == 2 && counts[0] != counts[1]
  }
}

extension Formula {
  /// Whether it is a number or a name.
  fileprivate var isLeaf: Bool {
    switch self {
    case .number, .name: true
    default: false
    }
  }
}
