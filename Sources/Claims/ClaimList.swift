public import Diagnostics

/// What lectures state, row by row: a CSV file that lies beside lessons.
public struct ClaimList: Sendable {
  /// The file.
  public let file: SourceFile
  /// The claims, in the order of the file; no two have the same id.
  public let claims: [Claim]
  /// Where each id stands among them.
  private let places: [String: Int]
  private let shapes: Set<String>

  /// The list of the claims in `file`.
  init(_ claims: [Claim], in file: SourceFile) {
    self.file = file
    self.claims = claims
    places = Dictionary(
      claims.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    shapes = Set(claims.flatMap { ClaimList.shapes(of: $0.id) })
  }

  /// The claim of the given id.
  public func claim(_ id: String) -> Claim? { places[id].map { claims[$0] } }

  /// Whether `word` is an id, or can only be meant as one: it has an id's letters and hyphens, or is as long as one with
  /// a letter or a digit in each place that has one there.
  public func isLikeID(_ word: String) -> Bool {
    places[word] != nil || !shapes.isDisjoint(with: ClaimList.shapes(of: word))
  }

  /// What to say to somebody who wrote `word` where an id was meant: the nearest one.
  ///
  /// Near is what is spelled almost alike; of an id with another number, it is the one with the nearest number.
  public func advice(for word: String) -> String {
    if let id = nearest(to: word, among: claims.map(\.id)) { return "did you mean `\(id)`?" }
    let (head, number) = ClaimList.parts(of: word)
    let distances = claims.compactMap { claim -> (id: String, distance: UInt)? in
      let (other, otherNumber) = ClaimList.parts(of: claim.id)
      guard let number, let otherNumber, head.lowercased() == other.lowercased() else { return nil }
      return (claim.id, max(number, otherNumber) - min(number, otherNumber))
    }
    if let nearest = distances.min(by: { $0.distance < $1.distance }) {
      return "the nearest is `\(nearest.id)`"
    }
    return "the ids go from `\(claims.first?.id ?? "")` to `\(claims.last?.id ?? "")`"
  }

  /// An id's letters and digits before its last number, and this number.
  private static func parts(of id: String) -> (head: Substring, number: UInt?) {
    let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }
    return (id.dropLast(digits.count), UInt(String(digits.reversed())))
  }

  /// The forms by which a word is known as an id: its letters with one digit for each number; and, of a word that is
  /// long enough not to be a formula, a letter for each letter and a digit for each digit.
  private static func shapes(of word: String) -> [String] {
    var byLetters = ""
    var byPlaces = ""
    for character in word.uppercased() {
      if character.isASCII, character.isNumber {
        if byLetters.last != "9" { byLetters.append("9") }
        byPlaces.append("9")
      } else {
        byLetters.append("–—_.".contains(character) ? "-" : character)
        byPlaces.append(character.isLetter ? "A" : byLetters.last ?? "-")
      }
    }
    guard byLetters.contains("9"), byLetters != "9" else { return [] }
    let isLong = byPlaces.count { $0 == "9" } >= 3 && byPlaces.contains("-") && byPlaces.contains("A")
    return [byLetters] + (isLong ? ["=" + byPlaces] : [])
  }
}
