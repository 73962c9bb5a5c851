import Terminal

extension LineEditor {
  /// Completes the name before the cursor as far as those of `names` that begin so agree.
  ///
  /// - Returns: those names, unless something was added.
  mutating func complete(from names: [String]) -> [String] {
    let before = text.prefix(cursor)
    let word = String(before.suffix(while: { $0.isLetter || $0.isNumber || $0 == "_" }))
    let candidates = names.filter { $0.hasPrefix(word) }
    guard !word.isEmpty, var common = candidates.first else { return word.isEmpty ? names : [] }
    for candidate in candidates.dropFirst() {
      common = String(zip(common, candidate).prefix { $0 == $1 }.map(\.0))
    }
    let rest = common.dropFirst(word.count)
    for character in rest { _ = handle(.character(character)) }
    return rest.isEmpty ? candidates : []
  }
}

extension StringProtocol {
  /// The longest end of which every character fulfils the condition.
  fileprivate func suffix(while isWanted: (Character) -> Bool) -> SubSequence {
    self[(lastIndex { !isWanted($0) }.map(index(after:)) ?? startIndex)...]
  }
}
