import Terminal

extension LineEditor {
  /// Completes the name before the cursor as far as those of `names` that begin so agree.
  mutating func complete(from names: [String]) {
    let before = text.prefix(cursor)
    let word = String(before.suffix(while: { $0.isLetter || $0.isNumber || $0 == "_" }))
    guard !word.isEmpty else { return }
    let candidates = names.filter { $0.hasPrefix(word) }
    guard var common = candidates.first else { return }
    for candidate in candidates.dropFirst() {
      common = String(zip(common, candidate).prefix { $0 == $1 }.map(\.0))
    }
    for character in common.dropFirst(word.count) { _ = handle(.character(character)) }
  }
}

extension StringProtocol {
  /// The longest end of which every character fulfils the condition.
  fileprivate func suffix(while isWanted: (Character) -> Bool) -> SubSequence {
    self[(lastIndex { !isWanted($0) }.map(index(after:)) ?? startIndex)...]
  }
}
