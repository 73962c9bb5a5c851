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
  let letters = Array(word.lowercased())
  var best: String?
  var limit = max(1, letters.count / 3)
  for candidate in candidates where candidate.utf8.count <= 200 {
    let others = Array(candidate.lowercased())
    guard !letters.digits.isReplaced(by: others.digits), letters.count > 3 || !letters.isReplaced(by: others),
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

extension [Character] {
  /// Its digits, in order.
  fileprivate var digits: [Character] { filter(\.isNumber) }

  /// Whether a word as long as this has other letters.
  fileprivate func isReplaced(by other: [Character]) -> Bool {
    count == other.count && sorted() != other.sorted()
  }
}

/// How many letters must be put in, left out, changed or swapped to get from `a` to `b`, or `nil` when more than
/// `limit`.
private func distance(_ a: [Character], _ b: [Character], within limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    guard row.contains(where: { $0 <= limit }) else { return nil }
    beforeLast = last
    last = row
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
