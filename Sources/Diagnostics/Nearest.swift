/// The candidate that someone who wrote `word` most likely meant, or `nil` when none is near.
///
/// Near is at most a third of the word's length, but at least one, letters put in, left out, changed or swapped with
/// their neighbour, capitals not told apart (the optimal string alignment distance), and something must be in common.
/// Of equally near ones it is the first. Where none is near, it is the one that begins with the word, if there is only
/// one such and the word has at least three letters.
///
/// What is near by mere accident is no hint. Digits are what a name means, not how it is spelled: `w7` is not `w1`, but
/// `w` may be.
/// And a word of three letters or fewer is not near to one with another letter in a place of its own: `std` is not
/// `sum`, and `lg` not `ln`.
public func nearest(to word: String, among candidates: [String]) -> String? {
  guard word.utf8.count <= 200 else { return nil }
  var alphabet = Alphabet()
  let written = alphabet.spelling(of: word)
  let letters = written.letters
  var best: String?
  var limit = max(1, letters.count / 3)
  for candidate in candidates where candidate.utf8.count <= 200 {
    let other = alphabet.spelling(of: candidate)
    let others = other.letters
    guard abs(letters.count - others.count) <= limit, !isReplaced(written.digits, by: other.digits),
      letters.count > 3 || !isReplaced(letters, by: others),
      let distance = distance(letters, others, within: limit),
      distance < max(letters.count, others.count, 1)
    else { continue }
    best = candidate
    if distance == 0 { break }
    limit = distance - 1
  }
  if let best { return best }
  let beginning = candidates.filter { $0.lowercased().hasPrefix(word.lowercased()) }
  return letters.count >= 3 && beginning.count == 1 ? beginning[0] : nil
}

/// Small letters as whole numbers, of which a machine compares many more than of characters.
private struct Alphabet {
  /// The numbers of characters beyond ASCII.
  private var known: [Character: Int] = [:]

  /// The letters of a text, and those among them that are digits, each in order.
  mutating func spelling(of text: String) -> (letters: [Int], digits: [Int]) {
    var (letters, digits): ([Int], [Int]) = ([], [])
    for byte in text.utf8 {
      // A line end of two bytes is one character.
      guard byte < 0x80, byte != 0x0D else { return spellingBeyondASCII(of: text) }
      letters.append(Int(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte))
      if byte >= 0x30, byte <= 0x39 { digits.append(Int(byte)) }
    }
    return (letters, digits)
  }

  private mutating func spellingBeyondASCII(of text: String) -> (letters: [Int], digits: [Int]) {
    var (letters, digits): ([Int], [Int]) = ([], [])
    for character in text.lowercased() {
      let letter = number(of: character)
      letters.append(letter)
      if character.isNumber { digits.append(letter) }
    }
    return (letters, digits)
  }

  private mutating func number(of character: Character) -> Int {
    if character.isASCII, character != "\r\n", let value = character.asciiValue { return Int(value) }
    let number = known[character] ?? 0x80 + known.count
    known[character] = number
    return number
  }
}

/// Whether a word as long as another has other letters.
private func isReplaced(_ letters: [Int], by others: [Int]) -> Bool {
  letters.count == others.count && letters != others && letters.sorted() != others.sorted()
}

/// How many letters must be put in, left out, changed or swapped to get from `a` to `b`, or `nil` when more than
/// `limit`.
private func distance(_ a: [Int], _ b: [Int], within limit: Int) -> Int? {
  var beforeLast: [Int] = []
  var last: [Int] = []
  for count in 0...b.count { last.append(count) }
  for i in 0..<a.count {
    var row = [i + 1]
    var least = i + 1
    for j in 0..<b.count {
      var cost = last[j] + (a[i] == b[j] ? 0 : 1)
      if last[j + 1] < cost { cost = last[j + 1] + 1 }
      if row[j] < cost { cost = row[j] + 1 }
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j], beforeLast[j - 1] < cost {
        cost = beforeLast[j - 1] + 1
      }
      row.append(cost)
      if cost < least { least = cost }
    }
    guard least <= limit else { return nil }
    beforeLast = last
    last = row
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
