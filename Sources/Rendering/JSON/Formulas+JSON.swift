internal import Algebra
internal import Transcript

// Numbers, formulas and what is made of them.

extension Number {
  /// Its digits as they are shown, and the number in full.
  var json: JSONValue {
    .members([
      ("shown", .string(Formula.number(self).text(.calc))), ("value", full.isFinite ? .number(full) : nil),
    ])
  }
}

extension Formula {
  /// As lessons are written, with the numbers that stand in it, from left to right.
  var json: JSONValue {
    let numbers = numbers
    return .members([
      ("calc", .string(text(.calc))),
      ("numbers", numbers.isEmpty ? nil : .array(numbers.map(\.json))),
    ])
  }

  /// The numbers in it, but for those inside derivatives.
  private var numbers: [Number] {
    var numbers: [Number] = []
    _ = replacingLeaves { leaf in
      if case .number(let number) = leaf { numbers.append(number) }
      return nil
    }
    return numbers
  }
}

extension Condition {
  var json: JSONValue { .members([("calc", .string(text(.calc)))]) }
}

extension Relation {
  /// Its sign.
  var json: JSONValue {
    switch self {
    case .equals: .string("=")
    case .approximates: .string("≈")
    case .becomes: .string("←")
    }
  }
}

extension NamedNumber {
  var json: JSONValue {
    .members([("subject", subject.json), ("relation", relation.json), ("number", number.json)])
  }
}

extension Phrase {
  var json: JSONValue {
    switch self {
    case .words(let text): .members([("words", .string(text))])
    case .formula(let formula): .members([("formula", formula.json)])
    case .condition(let condition): .members([("condition", condition.json)])
    case .relation(let left, let relation, let right):
      .members([("left", left.json), ("relation", relation.json), ("right", right.json)])
    }
  }
}

extension [Phrase] {
  var json: JSONValue { .array(map(\.json)) }
}
