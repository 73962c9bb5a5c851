/// One of the parts into which work is cut, so that several machines can share it.
struct Shard {
  /// Which part, from 1.
  let number: Int
  /// How many there are.
  let count: Int

  /// More parts than that are no use.
  private static let most = 100_000

  /// Reads `3/40`.
  init(_ text: String) throws(Failure) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...Self.most).contains(count),
      (1...count).contains(number)
    else {
      throw .usage("`--shard` takes K/N, the K-th of N parts, not `\(text)`", hint: "--shard 3/40")
    }
    (self.number, self.count) = (number, count)
  }

  /// The part of so many things: they stay in order, so that all parts one after the other are the whole.
  func range(of total: Int) -> Range<Int> {
    let (share, rest) = total.quotientAndRemainder(dividingBy: count)
    let start = (number - 1) * share + min(number - 1, rest)
    return start..<start + share + (number <= rest ? 1 : 0)
  }
}
