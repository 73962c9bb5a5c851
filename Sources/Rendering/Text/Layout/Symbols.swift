internal import Transcript

extension Alphabet {
  /// The sign between two sides of a line.
  func sign(_ relation: Relation) -> String {
    switch relation {
    case .equals: "="
    case .approximates: ownWords("≈")
    case .becomes: ownWords("←")
    }
  }

  /// The wide dot between the factors of a chain rule.
  var dot: String { ownWords("·") }

  /// Words of Longhand's own, in this alphabet. An author's words are left as they are.
  public func ownWords(_ words: String) -> String {
    guard self == .ascii else { return words }
    return words.reduce(into: "") { $0 += Self.replacements[$1] ?? String($1) }
  }

  /// How a sign or a Greek letter is typed with the keys that there are, as a lesson may have it: `d` for `∂`, `sigma` for `σ`;
  /// `nil` where it has a key, or no such spelling.
  public static func spelling(of character: Character) -> String? {
    if let sign = replacements[character] { return sign }
    let scalars = character.unicodeScalars
    return scalars.count == 1 ? scalars.first.flatMap(TeXSymbols.letterName) : nil
  }

  private static let replacements: [Character: String] = [
    "✓": "ok", "✗": "NO", "≠": "!=", "≈": "~=", "←": "<-", "→": "->", "…": "...", "±": "+-", "−": "-",
    "·": "*",
    "∂": "d", "≤": "<=", "≥": ">=", "—": "-", "–": "-", "“": "\"", "”": "\"", "’": "'",
  ]
}
