extension Expression {
  /// The first part of a line of numbers that does not give the number in its place in the next line; `nil` where all do.
  ///
  /// What is no number in the next line is there as it is in this one, with numbers in the place of some of its parts.
  func partNotGiving(_ next: Expression) -> String? {
    if let number = next.numeral {
      guard let value = value() else { return "‘\(number.text)’ follows what has no value" }
      if numeral?.text == number.text || number.agrees(with: value) { return nil }
      return "‘\(number.text)’ stands for \(value)"
    }
    switch (self, next) {
    case (.half, .half), (.rest, _), (_, .rest): return nil
    case (.sign(let one), .sign(let other)): return one == other ? nil : "\(one) is followed by \(other)"
    case (.negation(let one), .negation(let other)): return one.partNotGiving(other)
    case (.binary(let left, let sign, let right), .binary(let nextLeft, let nextSign, let nextRight))
    where sign == nextSign:
      return left.partNotGiving(nextLeft) ?? right.partNotGiving(nextRight)
    case (.call(let name, let arguments), .call(let nextName, let others))
    where MathFunction.plainName(of: name) == MathFunction.plainName(of: nextName)
      && arguments.count == others.count:
      return zip(arguments, others).compactMap { $0.partNotGiving($1) }.first
    case (.call("σ", _), .binary(_, .over, _)):
      // The function's own formula.
      guard let value = value(), let other = next.value(), Numeral.areNear(value, other, within: 0) else {
        return "its formula has another value"
      }
      return nil
    default: return "its next line has another form"
    }
  }

  /// The number that it is.
  var numeral: Numeral? {
    switch self {
    case .number(let numeral): numeral
    case .negation(.number(let numeral)): Numeral("−" + numeral.text)
    default: nil
    }
  }
}
