package import Algebra
package import Autograd
package import Diagnostics
package import LessonProgram
import PrintedNumbers

/// Why a lesson stops at a step.
package enum Fault: Error {
  /// An operation that has no value, or none that a number can hold. `remainder` is what binary arithmetic has left of an
  /// operand that is 0.
  case noValue(
    formula: Formula, operation: Operation, operands: [Double], value: Double, remainder: Double? = nil)
  /// A formula that has no value when `forward` works it out again.
  indirect case inFormula(Name, Fault)
  /// What has no value on a row of a data cell.
  indirect case inRow(Int, of: Name, Fault)
  /// What has no value in a pass of a loop.
  indirect case inPass(Int, Fault)
  /// What has no value in an epoch of a training.
  indirect case inEpoch(Int, Fault)
  /// A run that nobody waits for any more.
  case cancelled
  /// What has no value where the `for` names have these numbers.
  indirect case at([(name: Name, number: Double)], Fault)
  /// A count that is no whole number from 0 on.
  case noCount(String, Double)
  /// Numbers that something cannot work with, and why.
  case refused(String, notes: [Diagnostic.Note] = [])
  /// A plot of what no training and no loop has recorded.
  case noRecords(Formula, of: Name? = nil)
  /// A derivative that is infinite or has no value.
  case noDerivative(Formula, of: (operation: Operation, operands: [Double])? = nil)
  /// A look-up of an element that does not exist.
  case noElement(LookUp)
  /// A param that an update cannot change: a quantity of its optimizer, or where that is `nil` the change itself, has
  /// no value, or none that a number can hold.
  case noChange(Name, quantity: Name?, Formula, value: Double)
  /// A setting of an optimizer that is none of the numbers it may be.
  case wrongSetting(String, of: String, value: Double, domain: Optimizer.Domain)
  /// A count that passes its bound.
  case bound(String)
  /// A fault of Longhand itself.
  case internalError(String)
}

extension Fault {
  /// A look-up of an element that does not exist.
  package struct LookUp {
    /// The family, and the indices that it was asked for.
    package let family: String
    package let indices: [Double]
    /// The indices as they are written, and the names in them with their numbers; none where that is not known.
    package var written: [Formula] = []
    package var operands: [(name: Name, number: Double)] = []
  }

  /// Other places that it speaks of.
  package var notes: [Diagnostic.Note] { if case .refused(_, let notes) = self { notes } else { [] } }

  /// What leads on, if that is known.
  package func hint(in environment: Environment) -> String? {
    switch self {
    case .inFormula(_, let fault), .inRow(_, _, let fault), .inPass(_, let fault), .inEpoch(_, let fault),
      .at(_, let fault):
      fault.hint(in: environment)
    case .noElement(let lookUp) where lookUp.indices.allSatisfy(\.isFinite):
      environment.ends(of: lookUp.family).map { "the elements are `\($0.first)` to `\($0.last)`" }
    case .noValue(let formula, .power, let operands, let value, nil) where value.isNaN && operands[0] < 0:
      Fault.hint(atPower: formula)
    default: nil
    }
  }

  /// A power of a negative number, the exponent of which is not whole.
  private static func hint(atPower formula: Formula) -> String {
    let rule = "a negative number has powers with whole exponents only"
    guard case .power(let base, let exponent) = formula, case .product(let factors) = exponent,
      factors.count == 2, case .number(let one) = factors[0].formula, one.value == 1,
      factors[1].operation == .over, case .number(let root) = factors[1].formula,
      root.value.truncatingRemainder(dividingBy: 2).magnitude == 1
    else { return rule }
    let positive: String
    switch base {
    case .negation(.number(let number)): positive = Formula.number(number).text(.calc)
    case .negation(.name(let name)): positive = Formula.name(name).text(.calc)
    case .negation(let inner): positive = "(\(inner.text(.calc)))"
    default: positive = "(-(\(base.text(.calc))))"
    }
    return
      "\(rule); the root is `-(\(positive)^(1/\(root.value == root.value.rounded() ? "\(Int(root.value))" : "3")))`"
  }

  /// What went wrong, with the operands.
  package var message: String {
    switch self {
    case .noValue(let formula, let operation, let operands, let value, let remainder):
      let working = Fault.text(of: operation, operands)
      let reason =
        Fault.isOverflow(value, of: operation, operands) ? "is too large for a number" : "has no value"
      let place = formula.text(.calc)
      let loss =
        remainder.map { "; binary arithmetic leaves \(Fault.text(of: $0)) of this 0" } ?? ""
      return place == working
        ? "\(working) \(reason)\(loss)" : "\(working) \(reason) (in `\(place.shortened(to: 60))`)\(loss)"
    case .inFormula(let name, let fault):
      return "`\(name)`: \(fault.message)"
    case .inRow(let row, let data, let fault):
      return "row \(row) of `\(data)`: \(fault.message)"
    case .inPass(let pass, let fault):
      return "pass \(pass): \(fault.message)"
    case .inEpoch(let epoch, let fault):
      return "epoch \(epoch): \(fault.message)"
    case .cancelled:
      return "the run was stopped from outside"
    case .at(let settings, let fault):
      let numbers = settings.map { "\($0.name) = \(Formula.index($0.number).text(.calc))" }
      return "where \(numbers.joined(separator: ", ")): \(fault.message)"
    case .noCount(let what, let value):
      return "\(what) must be a whole number from 0 on, and this is \(Fault.text(of: value))"
    case .noRecords(let formula, of: let training?):
      return
        "`\(formula.text(.calc))` is not what the training `\(training)` reduces, and of that alone it has a curve"
    case .noRecords(let formula, of: nil):
      let text = formula.text(.calc)
      return
        "no training and no loop above has recorded `\(text)`; to plot it over a range add `for x in 0...1`"
    case .noDerivative(let atom, let culprit):
      let reason = culprit.map {
        ": the slope of \(Fault.text(of: $0.operation, $0.operands)) is infinite or has no value"
      }
      return "`\(atom.text(.calc))` has no value here\(reason ?? "")"
    case .noElement(let lookUp):
      let family = lookUp.family
      let operands = lookUp.operands.map { "`\($0.name)` is \(Fault.text(of: $0.number))" }
      let known = operands.joined(separator: " and ")
      guard lookUp.indices.allSatisfy(\.isFinite) else {
        let place = zip(lookUp.written, lookUp.indices).first { !$0.1.isFinite }.map {
          ": `\($0.0.text(.calc))`"
        }
        return "an index of `\(family)` has no value\(place ?? "")\(known.isEmpty ? "" : ", where \(known)")"
      }
      let list = lookUp.indices.map(Fault.text)
      var seen: Set<Formula> = []
      let computed = zip(lookUp.written, list).compactMap { written, number in
        written.text(.calc) == number || !seen.insert(written).inserted
          ? nil : "`\(written.text(.calc))` is \(number)"
      }
      let isPlain = lookUp.written.allSatisfy { written in
        if case .name = written { true } else { written.names.isEmpty }
      }
      let since = operands.isEmpty || isPlain ? "" : ", since \(known)"
      let reason = computed.isEmpty ? "" : ": \(computed.joined(separator: " and "))\(since)"
      return "`\(family)` has no element `\(family)[\(list.joined(separator: ","))]`\(reason)"
    case .noChange(let name, let quantity, let working, let value):
      let reason = value.isInfinite ? "is too large for a number" : "has no value"
      let place = quantity.map { "\($0.ascii) = " } ?? ""
      return "the update of `\(name)` \(reason): \(place)\(working.text(.calc))"
    case .wrongSetting(let label, let optimizer, let value, let domain):
      let number = NumberStyle(decimals: 12, shortening: .rounded).number(value).text ?? "\(value)"
      return "the `\(label)` of `\(optimizer)` is \(domain.words), and this is \(number)"
    case .bound(let message), .refused(let message, _):
      return message
    case .internalError(let message):
      return message
    }
  }

  /// Whether the fault is Longhand's own.
  package var isInternal: Bool {
    switch self {
    case .internalError: true
    case .inFormula(_, let fault), .inRow(_, _, let fault), .inPass(_, let fault), .inEpoch(_, let fault),
      .at(_, let fault):
      fault.isInternal
    case .noValue, .noDerivative, .noElement, .noChange, .wrongSetting, .bound, .noCount, .refused,
      .cancelled,
      .noRecords:
      false
    }
  }

  /// Whether the run was stopped from outside.
  package var isCancellation: Bool {
    switch self {
    case .cancelled: true
    case .inFormula(_, let fault), .inRow(_, _, let fault), .inPass(_, let fault), .at(_, let fault),
      .inEpoch(_, let fault):
      fault.isCancellation
    default: false
    }
  }

  /// Whether a bound was passed.
  package var isBound: Bool {
    switch self {
    case .bound: true
    case .inFormula(_, let fault), .inRow(_, _, let fault), .inPass(_, let fault), .at(_, let fault),
      .inEpoch(_, let fault):
      fault.isBound
    default: false
    }
  }

  /// Whether it is only that something has no value at these numbers, so that a curve has a gap there.
  package var isMissingValue: Bool {
    switch self {
    case .noValue, .noDerivative, .noElement: true
    case .inFormula(_, let fault), .inRow(_, _, let fault), .inPass(_, let fault), .inEpoch(_, let fault),
      .at(_, let fault):
      fault.isMissingValue
    case .noChange, .wrongSetting, .bound, .internalError, .noCount, .refused, .noRecords, .cancelled: false
    }
  }

  /// Whether it says by itself why something cannot be.
  package var isRefusal: Bool { if case .refused = self { true } else { false } }

  private static func text(of number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "no number" : "too large for a number" }
    return NumberStyle(decimals: 12, shortening: .rounded).number(number).text ?? "\(number)"
  }

  private static func isOverflow(_ value: Double, of operation: Operation, _ operands: [Double]) -> Bool {
    guard value.isInfinite else { return false }
    return switch operation {
    case .divide: operands[1] != 0
    case .ln, .log2, .log10: false
    case .power: operands[0] != 0
    default: true
    }
  }

  private static func text(of operation: Operation, _ operands: [Double]) -> String {
    let numbers = operands.map { NumberStyle(decimals: 12, shortening: .rounded).number($0).text ?? "\($0)" }
    if let sign = Fault.signs[operation], numbers.count == 2 {
      let base = operation == .power && operands[0] < 0 ? "(\(numbers[0]))" : numbers[0]
      return base + sign + (operands[1] < 0 ? "(\(numbers[1]))" : numbers[1])
    }
    return "\(operation.rawValue)(\(numbers.joined(separator: ", ")))"
  }

  private static let signs: [Operation: String] = [
    .add: " + ", .subtract: " - ", .multiply: "*", .divide: "/", .power: "^",
  ]
}

extension String {
  /// The text, or its beginning and `…`.
  package func shortened(to count: Int) -> String { self.count <= count ? self : prefix(count - 1) + "…" }
}
