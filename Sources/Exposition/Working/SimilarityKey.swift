package import Algebra
import Transcript

/// What formulas have in common of which one is shown in full and stands for the others: whose they are, and their shape.
package struct SimilarityKey: Hashable {
  /// The family of the names that have the formulas, or how numbered names begin.
  let kin: String
  /// The formula with the numbers and indices taken out.
  package let shape: Formula

  /// That of the formula of a name.
  package init(_ name: Name, _ formula: Formula) {
    kin = name.kin
    shape = formula.shape
  }

  /// That of an output, which may be an expression.
  package init(output: Formula, _ formula: Formula) {
    kin = if case .name(let name) = output { name.kin } else { "" }
    shape = formula.shape
  }
}

extension Name {
  /// The family of an element; of any other name that name with its numbers taken out, as `w1` and `w12` are of one kind.
  var kin: String {
    if let family { return family }
    var kin = ""
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if !(isDigit && kin.last == "1") { kin.append(isDigit ? "1" : character) }
    }
    return kin
  }

  /// The family of which the name is an element.
  package var family: String? { text.last == "]" ? String(text.prefix { $0 != "[" }) : nil }

  /// The indices of an element of a family, in order; none of any other name.
  var indices: [Int] {
    guard let family else { return [] }
    return text.dropFirst(family.count + 1).dropLast().split(separator: ",").compactMap { Int($0) }
  }
}

extension Formula {
  /// What formulas have in common that differ in indices and numbers only.
  package var shape: Formula {
    replacingLeaves { leaf in
      switch leaf {
      case .number: .number(Number(0))
      case .name(let name): .name(Name(name.kin))
      case .derivative(.name(let output), let name):
        .derivative(of: .name(Name(output.kin)), by: Name(name.kin))
      default: nil
      }
    }
  }
}
