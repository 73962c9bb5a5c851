import Diagnostics

/// A word that no name may be.
enum ReservedWord: String, Hashable, Sendable, CaseIterable {
  case `if`, then, `else`, and, or, not
  case `for`, `in`, of, over, from, to, with, end
  case pi, all

  /// The word that `text` spells; `π` is `pi`.
  init?(spelled text: String) {
    guard Self.shapes.mayBe(text.utf8) else { return nil }
    self.init(rawValue: text == "π" ? "pi" : text)
  }

  static let shapes = WordShapes(of: allCases.map(\.rawValue) + ["π"])
}

/// The bytes with which words begin, and how long they are: most names are told by these from any of them.
struct WordShapes {
  /// By the first byte, a bit for each length.
  private var lengths = [UInt32](repeating: 0, count: 256)

  fileprivate init(of words: [String]) {
    for word in words {
      if let first = word.utf8.first { lengths[Int(first)] |= 1 << word.utf8.count }
    }
  }

  /// Whether one of the words may have these bytes.
  func mayBe(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count < 32 else { return false }
    return lengths[Int(first)] & 1 << bytes.count != 0
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
  case explain, backward, forward, update, reset
  case train, table, plot, draw, `repeat`, record, optimizer, schedule, def, data

  /// The word that `text` spells.
  init?(spelled text: String) {
    guard Self.shapes.mayBe(text.utf8) else { return nil }
    self.init(rawValue: text)
  }

  /// The word that a token spells.
  init?(at token: Token, in file: SourceFile) {
    guard Self.shapes.mayBe(file.bytes[token.range.lowerBound..<token.range.upperBound]) else { return nil }
    self.init(rawValue: file[token.range])
  }

  private static let shapes = WordShapes(of: allCases.map(\.rawValue))
}

/// A word with which a clause of a `train` begins; an `update` has `to`, `with` and `clipping` of them.
///
/// Those that are not reserved are clause words only where a clause may begin: behind another clause or behind
/// a comma.
enum ClauseWord: String, Hashable, Sendable, CaseIterable {
  case to, over, `in`, with, `for`
  case shuffled, validated, stopping, until, reporting, accumulating, clipping, counting, quietly, called
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
  // Almost all names are plain letters, and those are no such sign.
  guard let first = name.utf8.first, first >= 0x80 else { return name }
  return switch name {
  case "σ": "sigmoid"
  case "Σ", "∑": "sum"
  case "√": "sqrt"
  default: name
  }
}

/// Whether a statement of a lesson may begin with `word`, or end a block with it.
public func beginsStatement(_ word: String) -> Bool {
  StatementWord(spelled: word) != nil || word == "for" || word == "end"
}
