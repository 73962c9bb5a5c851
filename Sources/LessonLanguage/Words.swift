/// A word that no name may be.
enum ReservedWord: String, Hashable, Sendable, CaseIterable {
  case `if`, then, `else`, and, or, not
  case `for`, `in`, of, over, from, to, with, end
  case pi, all

  /// The word that `text` spells; `π` is `pi`.
  init?(spelled text: String) {
    self.init(rawValue: text == "π" ? "pi" : text)
  }
}

/// A word that says which statement follows.
///
/// These words are not reserved. One is a statement's word only where it comes first, and not where `=` or
/// `<-` stands right behind it or behind its indices: `forward = 2` and `data[1] = 2` are formulas, and
/// `forward` alone on a line is the command. So no line can be read in two ways, and a new statement in a
/// later version breaks no lesson that used its word as a name.
enum StatementWord: String, Hashable, Sendable, CaseIterable {
  case input, target, param, const
  case explain, backward, forward, update
  case train, table, plot, draw, `repeat`, record, optimizer, schedule, def, data
}

/// A word with which a clause of a `train` begins; an `update` has `to`, `with` and `clipping` of them.
///
/// Those that are not reserved are clause words only where a clause may begin: behind another clause or behind
/// a comma.
enum ClauseWord: String, Hashable, Sendable, CaseIterable {
  case to, over, `in`, with, `for`
  case shuffled, validated, stopping, until, reporting, accumulating, clipping
}

/// A function that also works over ranges: `sum(x[i] for i in 1...3)`.
enum ReductionWord: String, CaseIterable {
  case sum, mean, product, max, min

  /// The function that `name` spells.
  init?(spelled name: String) { self.init(rawValue: functionName(spelled: name)) }

  /// Whether it also works over the rows of data: `sum(L over xor)`.
  var takesRows: Bool { self != .product }
}

/// The name of the function that a call spells: `σ(x)` is `sigmoid(x)`, `Σ(x)` is `sum(x)`, `√(x)` is `sqrt(x)`; every
/// other name is itself.
public func functionName(spelled name: String) -> String {
  switch name {
  case "σ": "sigmoid"
  case "Σ", "∑": "sum"
  case "√": "sqrt"
  default: name
  }
}

/// Whether a statement of a lesson may begin with `word`, or end a block with it.
public func beginsStatement(_ word: String) -> Bool {
  StatementWord(rawValue: word) != nil || word == "for" || word == "end"
}
