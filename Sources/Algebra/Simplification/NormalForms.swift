/// A table of the parts of simplified formulas, each distinct part once, operands before what they are in.
///
/// Simplification, derivatives and the way back to a formula are loops over this table: depth costs no stack, and a part
/// that occurs often is worked on once.
struct NormalForms {
  private var forms: [PartForm] = [.unit]
  private var parts: [PartForm: Part] = [.unit: .unit]

  /// What stands at a place of the table.
  subscript(part: Part) -> PartForm { forms[part.index] }

  /// The place of `form`, entered if it is new.
  mutating func part(_ form: PartForm) -> Part {
    if let part = parts[form] { return part }
    let part = Part(index: forms.count)
    forms.append(form)
    parts[form] = part
    return part
  }

  mutating func leaf(_ formula: Formula) -> NormalForm { NormalForm(.one, part(.leaf(formula))) }

  /// The simplified `formula`; a name for which there is a stand-in is that. A formula without any is an author's.
  mutating func form(of formula: Formula, standIns: [Name: NormalForm] = [:]) -> NormalForm {
    let isTheAuthors = standIns.isEmpty
    return formula.fold { (part, operands: ArraySlice<NormalForm>) in
      let first = operands.startIndex
      switch part {
      case .number(let number): return form(of: number)
      case .name(let name): return standIns[name] ?? leaf(part)
      case .derivative, .local, .overRows, .element: return leaf(part)
      case .negation: return operands[first].times(-1)
      case .sum(let terms):
        return sum(
          terms.indices.map { index in
            let form = operands[first + index]
            return terms[index].sign == .plus ? form : form.times(-1)
          })
      case .product(let factors):
        return product(factors.indices.map { (factors[$0].operation, operands[first + $0]) })
      case .power: return power(operands[first], operands[first + 1])
      case .call(let function, let arguments):
        let operands = isTheAuthors && function.hasKinks ? kept(arguments, operands) : Array(operands)
        return NormalForm(.one, self.part(.call(function, operands)))
      case .conditional(let condition, _, _):
        let (symbols, comparands) = condition.written
        let (end, compared) = (operands.endIndex, operands.dropLast(2))
        return conditional(
          symbols, isTheAuthors ? kept(comparands, compared) : Array(compared),
          then: operands[end - 2], otherwise: operands[end - 1])
      }
    }
  }

  /// What decides at a kink: `formulas` themselves, whose simplified forms are given.
  private mutating func kept(_ formulas: [Formula], _ forms: ArraySlice<NormalForm>) -> [NormalForm] {
    zip(formulas, forms).map { formula, form in
      switch formula {
      case .number, .name, .element, .derivative, .local, .overRows: form
      case .negation, .sum, .product, .power, .call, .conditional:
        NormalForm(.one, part(.kept(KeptFormula(formula: formula, form: form))))
      }
    }
  }

  /// One of two forms by a condition. Where they are one, there is nothing to choose.
  mutating func conditional(
    _ symbols: [Condition.Symbol], _ comparands: [NormalForm], then first: NormalForm,
    otherwise second: NormalForm
  ) -> NormalForm {
    if first == second { return first }
    return NormalForm(.one, part(.conditional(symbols, comparands, then: first, otherwise: second)))
  }

  private mutating func form(of number: Number) -> NormalForm {
    if let fraction = Rational(number) { return NormalForm(fraction, .unit) }
    return leaf(.number(number.magnitude)).times(number.isNegative ? -1 : 1)
  }

  /// The parts that `root` is made of, itself last, in the order of the table.
  func parts(of root: Part) -> [Part] {
    var isReached = Array(repeating: false, count: root.index + 1)
    isReached[root.index] = true
    for index in isReached.indices.reversed() where isReached[index] {
      for operand in forms[index].operands { isReached[operand.index] = true }
    }
    return isReached.indices.filter { isReached[$0] }.map { Part(index: $0) }
  }
}
