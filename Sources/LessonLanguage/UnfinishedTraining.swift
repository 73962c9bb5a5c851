import Diagnostics

/// A training of which more clauses are to be read.
struct UnfinishedTraining {
  private let params: [NameListItem]
  private var begun: Set<ClauseWord> = []
  /// What is to become smaller, and whether of a batch the sum.
  var cost: Cost?
  /// How.
  var optimizer: NamedCall?
  /// How often.
  var epochs: Expression?
  /// The clauses that need not be there.
  var clauses = Training.Clauses()

  /// A training of which only the names have been read.
  init(params: [NameListItem]) { self.params = params }

  /// Notes that `clause` begins; false where it has been there before.
  mutating func begin(_ clause: ClauseWord) -> Bool { begun.insert(clause).inserted }

  /// The whole training, which begins with `word`.
  consuming func finish(_ word: Token) throws(Diagnostic) -> Training {
    guard let cost else { throw lack(of: .to, "it says what is to become smaller: `to reduce E`", word) }
    guard let optimizer else { throw lack(of: .with, "it says how: `with sgd(rate: 0.1)`", word) }
    guard let epochs else { throw lack(of: .for, "it says how often: `for 100 epochs`", word) }
    return Training(
      params: params, cost: cost.name, isSum: cost.isSum, optimizer: optimizer, epochs: epochs,
      clauses: clauses)
  }

  private func lack(of clause: ClauseWord, _ hint: String, _ word: Token) -> Diagnostic {
    let name = clause == .to ? "to reduce" : clause.rawValue
    return Diagnostic("this `train` has no `\(name)`", at: word.range, hint: hint)
  }
}

extension ClauseWord {
  /// Whether no name may be this word.
  var isReserved: Bool { ReservedWord(rawValue: rawValue) != nil }
}
