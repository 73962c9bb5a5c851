import Rendering

/// A text that is looked for in others, as somebody types it: capitals do not matter, nor do the ends of lines, and what no key
/// is for may be spelled as a lesson reads it, `dE/dw5` for `∂E/∂w5` and `sigma` for `σ`.
struct SoughtText {
  private let wanted: [Character]

  /// What somebody has typed.
  init(_ text: String) { wanted = Array(text.withSingleSpaces.lowercased()) }

  /// Whether it is in a text; nothing is in none.
  func isIn(_ text: String) -> Bool {
    guard !wanted.isEmpty else { return false }
    let text = text.withSingleSpaces.lowercased()
    if text.contains(String(wanted)) { return true }
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
    return !ranges(in: Array(text)).isEmpty
  }

  /// Where it is among small characters; places may overlap.
  func ranges(in characters: [Character]) -> [Range<Int>] {
    guard !wanted.isEmpty else { return [] }
    let spellings = characters.map { $0.isASCII ? nil : Alphabet.spelling(of: $0)?.lowercased() }
    return characters.indices.compactMap { start in
      end(from: start, in: characters, spellings).map { start..<$0 }
    }
  }

  /// Behind which character it ends where it begins at one.
  private func end(from start: Int, in characters: [Character], _ spellings: [String?]) -> Int? {
    var (rest, place) = (wanted[...], start)
    while let first = rest.first {
      guard place < characters.count else { return nil }
      if characters[place] == first {
        rest = rest.dropFirst()
      } else if let spelling = spellings[place], rest.starts(with: spelling) {
        rest = rest.dropFirst(spelling.count)
      } else {
        return nil
      }
      place += 1
    }
    return place
  }
}
