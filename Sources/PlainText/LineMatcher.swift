/// Finds which lines two texts have in common, in the same order.
///
/// First goal: lines that a person would call the same are matched. Second: the cost is bounded, whatever the
/// texts. Lines that stand once in each text are matched first, as many of them as keep their order (patience
/// diff); between two matches the same is done again; where no such line is left, the longest common subsequence
/// is worked out. What the budget of comparisons does not reach counts as replaced.
struct LineMatcher {
  /// A line of the old text and the line of the new one that is the same, by their indices.
  struct Match: Hashable {
    let old: Int
    let new: Int
  }

  /// Each line by a number that only the same bytes have.
  private let old: [Int]
  private let new: [Int]
  /// How many comparisons may still be made.
  private var budget: Int

  /// - Parameter budget: how many comparisons may be made, beyond those that find an equal beginning and end.
  init(_ old: [String], _ new: [String], budget: Int = 20_000_000) {
    self.budget = budget
    var numbers: [[UInt8]: Int] = [:]
    func number(_ line: String) -> Int {
      let bytes = Array(line.utf8)
      if let known = numbers[bytes] { return known }
      numbers[bytes] = numbers.count
      return numbers.count - 1
    }
    self.old = old.map(number)
    self.new = new.map(number)
  }

  /// The matches, in order.
  mutating func matches() -> [Match] {
    var matches: [Match] = []
    // A stack of stretches rather than recursion: texts may be long.
    var stretches = [(old: old.indices, new: new.indices)]
    while let stretch = stretches.popLast() {
      let (head, inner, tail) = trimmed(stretch.old, stretch.new)
      matches += head + tail
      guard !inner.old.isEmpty, !inner.new.isEmpty, spend(inner.old.count + inner.new.count) else { continue }
      let anchors = uniqueMatches(inner.old, inner.new)
      if anchors.isEmpty {
        let (cells, overflow) = inner.old.count.multipliedReportingOverflow(by: inner.new.count)
        if !overflow, spend(cells) { matches += longestCommonSubsequence(inner.old, inner.new) }
        continue
      }
      matches += anchors
      var (oldStart, newStart) = (inner.old.lowerBound, inner.new.lowerBound)
      for anchor in anchors {
        stretches.append((oldStart..<anchor.old, newStart..<anchor.new))
        (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
      }
      stretches.append((oldStart..<inner.old.upperBound, newStart..<inner.new.upperBound))
    }
    return matches.sorted { $0.old < $1.old }
  }

  /// Takes `cost` off the budget, or says that it is not there.
  private mutating func spend(_ cost: Int) -> Bool {
    guard cost <= budget else { return false }
    budget -= cost
    return true
  }

  /// The lines that are the same at the beginning and at the end, and what is left between them.
  private func trimmed(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> (
    head: [Match], inner: (old: Range<Int>, new: Range<Int>), tail: [Match]
  ) {
    let most = min(oldRange.count, newRange.count)
    var first = 0
    while first < most, old[oldRange.lowerBound + first] == new[newRange.lowerBound + first] { first += 1 }
    var last = 0
    while last < most - first, old[oldRange.upperBound - 1 - last] == new[newRange.upperBound - 1 - last] {
      last += 1
    }
    let inner = (
      old: oldRange.lowerBound + first..<oldRange.upperBound - last,
      new: newRange.lowerBound + first..<newRange.upperBound - last
    )
    return (
      (0..<first).map { Match(old: oldRange.lowerBound + $0, new: newRange.lowerBound + $0) }, inner,
      (0..<last).map { Match(old: inner.old.upperBound + $0, new: inner.new.upperBound + $0) }
    )
  }

  /// Lines that stand once in each stretch: the most of them that keep their order.
  private func uniqueMatches(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Match] {
    let oldPlaces = LineMatcher.singles(old, oldRange)
    let newPlaces = LineMatcher.singles(new, newRange)
    let candidates = newRange.compactMap { index -> Match? in
      guard newPlaces[new[index]] == index, let place = oldPlaces[new[index]] else { return nil }
      return Match(old: place, new: index)
    }
    return LineMatcher.longestRise(candidates)
  }

  /// The place of each line that stands once in `range`.
  private static func singles(_ lines: [Int], _ range: Range<Int>) -> [Int: Int] {
    var places: [Int: Int] = [:]
    var repeated: Set<Int> = []
    for index in range where places.updateValue(index, forKey: lines[index]) != nil {
      repeated.insert(lines[index])
    }
    return places.filter { !repeated.contains($0.key) }
  }

  /// The longest subsequence of `matches`, which rise in `new`, that also rises in `old`; O(n log n).
  private static func longestRise(_ matches: [Match]) -> [Match] {
    // `ends[k]` is the match that ends the best rise of k + 1 matches; `previous` leads back from each.
    var ends: [Int] = []
    var previous: [Int?] = []
    for (index, match) in matches.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if matches[ends[middle]].old < match.old { low = middle + 1 } else { high = middle }
      }
      previous.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var rise: [Match] = []
    var next = ends.last
    while let index = next {
      rise.append(matches[index])
      next = previous[index]
    }
    return rise.reversed()
  }

  /// The longest common subsequence, by its table.
  private func longestCommonSubsequence(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Match] {
    let width = newRange.count + 1
    // `lengths[i·width + j]` is the length for what follows the i-th old and the j-th new line.
    var lengths = Array(repeating: 0, count: (oldRange.count + 1) * width)
    for i in oldRange.indices.reversed() {
      for j in newRange.indices.reversed() {
        let cell = (i - oldRange.lowerBound) * width + (j - newRange.lowerBound)
        lengths[cell] =
          old[i] == new[j]
          ? lengths[cell + width + 1] + 1 : max(lengths[cell + width], lengths[cell + 1])
      }
    }
    var matches: [Match] = []
    var (i, j) = (oldRange.lowerBound, newRange.lowerBound)
    while i < oldRange.upperBound, j < newRange.upperBound {
      let cell = (i - oldRange.lowerBound) * width + (j - newRange.lowerBound)
      if old[i] == new[j] {
        matches.append(Match(old: i, new: j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[cell + width] >= lengths[cell + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return matches
  }
}
