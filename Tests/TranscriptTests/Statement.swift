/// A statement of a page, as it was read, its lines joined.
struct Statement {
  /// The line on which it begins, from 1.
  let line: Int
  /// What it says.
  var content: Content

  /// What a statement says.
  enum Content {
    /// An equation of two or more sides.
    case equation(String)
    /// A number that the lesson gives, behind the word for its kind: `w1 = 0.1`.
    case given(kind: String, String)
    /// A path through the network: its number, and the names joined by `←`.
    case path(number: Int, names: String)
    /// The heads of a table.
    case header([String])
    /// A row of a table.
    case row(header: [String], cells: [String])
    /// An optimizer that gets a name: its name, its algorithm, and its settings.
    case optimizer(String, String, [String])
    /// A picture.
    case picture(Picture)
    /// A drawing of a network: what it says of numbers.
    case network([String])
    /// A check: what stands behind its mark.
    case check(Mark, String)
    /// A line below a check.
    case note(String)
    /// A function of the lesson's own, as it is written there.
    case definition(String)
    /// A sentence of the program's.
    case sentence(String)
    /// A comment of the author's.
    case comment(String)
    /// A question of that number, where it is asked.
    case question(Int)
    /// What is said of the question of that number at the end of the page; the numbers behind it are its own.
    case answers(Int)
  }

  /// The marks that begin a check.
  enum Mark: Character {
    /// The number is met.
    case met = "✓"
    /// The number is documented as a slip.
    case slip = "≠"
    /// The number is not met.
    case notMet = "✗"
  }

  /// The words that begin a row of given numbers.
  static let givenKinds = ["input", "target", "param", "const"]
}

/// How two sides of an equation belong together.
enum Relation: Character {
  case equals = "="
  case approximates = "≈"
  case becomes = "←"

  /// The signs of all relations.
  private static let signs: Set<Character> = ["=", "≈", "←"]

  /// Where the first relation of `text` stands; the signs of a condition, `==` or `<=`, are none.
  static func firstIndex(in text: Substring) -> String.Index? {
    text.indices.first { index in
      guard signs.contains(text[index]) else { return false }
      let before = index > text.startIndex ? text[text.index(before: index)] : " "
      let after = text[index...].dropFirst().first ?? " "
      return text[index] != "=" || !("<>=!".contains(before) || after == "=")
    }
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
