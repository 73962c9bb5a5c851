/// A statement of a page, as it was read.
struct Statement {
  /// The line on which it begins, from 1.
  let line: Int
  /// What it says.
  var content: Content

  /// What a statement says.
  enum Content {
    /// An equation of two or more sides, its lines joined.
    case chain(String)
    /// A number that the lesson gives: `w1 = 0.1`.
    case given(String)
    /// A path through the network: its number, and the names joined by `←`.
    case path(number: Int, names: String)
    /// The heads of a table.
    case header([String])
    /// A row of a table.
    case row(header: [String], cells: [String])
    /// A check: what stands behind its mark, and what stands beside it.
    case check(Mark, String, beside: [String])
    /// A line below a check.
    case note(String)
    /// What decided a condition: `2 > 1.5`.
    case comparison(String)
    /// A sentence of one of the known shapes, or the author's comment.
    case remark(String)
  }

  /// The marks that begin a check.
  enum Mark: String, CaseIterable {
    /// The number is met.
    case met = "✓"
    /// The number is documented as a slip.
    case slip = "≠"
    /// The number is not met.
    case notMet = "✗"
  }

  /// The words that begin a row of given numbers.
  static let givenKinds = ["input", "target", "param", "const"]

  /// Whether this is an equation.
  var isChain: Bool {
    if case .chain = content { true } else { false }
  }
}

/// How two sides of an equation belong together.
enum Relation: Character {
  case equals = "="
  case approximates = "≈"
  case becomes = "←"

  /// The signs of all relations.
  static let signs: Set<Character> = ["=", "≈", "←"]
}

/// The sentences that a page may have among its worked lines.
///
/// The list is closed: a worked line that has lost its sign is no remark.
enum Remark {
  /// Whether `text` has one of the known shapes.
  static func isKnown(_ text: String) -> Bool {
    shapes.contains { text.wholeMatch(of: $0) != nil }
  }

  private static var shapes: [Regex<Substring>] {
    [
      /[^ ]+ reaches [^ ]+ by \d+ paths?:/,
      /passes [^ ]+ on with factor 1, left out/,
      /same formula: explain [^ ]+/,
      /… \d+ more like this: explain .+/,
      /rounding of binary arithmetic/,
    ]
  }
}

/// Something on a page that cannot be read or is not so.
struct Fault: CustomStringConvertible {
  /// The line, from 1.
  let line: Int
  /// What is wrong.
  let what: String

  var description: String { "\(line): \(what)" }
}
