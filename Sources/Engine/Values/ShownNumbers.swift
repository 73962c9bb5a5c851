package import Algebra
import Autograd
import PrintedNumbers

// Numbers as they are to be shown.

extension Environment {
  /// The number of a name as it is to be shown: as it was typed, or with its digits open. One that is only what binary arithmetic
  /// has left of an exact zero is shown as 0, as on its own line.
  package func shownNumber(of name: Name) -> Number { self[name].literal ?? shownNumber(at: self[name].node) }

  private func shownNumber(at node: Node) -> Number {
    Number(tape.value(of: node), text: tape.isRoundingOfZero(node) ? "0" : nil)
  }

  /// The same as a part of a formula on paper. Where that decides about the number, what the number was made of is not there to
  /// see; so it tells itself what it is for a decision: the whole number next to it, or exactly its digits.
  package func operand(_ name: Name) -> Number {
    let (shown, node) = (shownNumber(of: name), self[name].node)
    guard shown.text == nil else { return shown }
    let value = shown.value
    let (whole, gap) = (value.rounded(), (value - value.rounded()).magnitude)
    guard gap != 0, Evaluation.areNear(value, whole) else { return Number(value) }
    let (isTie, seemsTie) = (tape.isTie(node, with: whole), gap <= 1e-14 * value.magnitude)
    if isTie == seemsTie { return Number(value) }
    return isTie ? Number(whole) : Number(value, text: DecimalDigits(value).text())
  }

  /// The number of a formula that has no name, as it is to be shown; leaves nothing of it on the tape.
  package func shownNumber(of formula: Formula) throws(Fault) -> Number {
    if case .name(let name) = formula { return shownNumber(of: name) }
    if let literal = formula.literalNumber, literal.text != "pi" { return literal }
    if case .derivative = formula { return try shownNumber(ofAtom: formula) }
    let first = tape.count
    defer { tape.truncate(to: first) }
    return shownNumber(at: try record(formula, isKept: false).node)
  }
}
