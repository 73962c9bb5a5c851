/// The runs of backquotes in a passage, by their length, so that the end of code is found without searching.
struct BackquoteRuns {
  /// For each length, where runs of that length begin, last first.
  private var starts: [Int: [Int]] = [:]

  /// The runs in `bytes`. Cost: O(n).
  init(_ bytes: [UInt8]) {
    var end = bytes.count
    while let last = bytes[..<end].lastIndex(of: UInt8(ascii: "`")) {
      var start = last
      while start > 0, bytes[start - 1] == UInt8(ascii: "`") { start -= 1 }
      starts[last + 1 - start, default: []].append(start)
      end = start
    }
  }

  /// Where the first run of `length` begins at or behind `offset`; offsets must be asked for in reading order.
  mutating func next(length: Int, from offset: Int) -> Int? {
    while let start = starts[length]?.last {
      if start >= offset { return start }
      starts[length]?.removeLast()
    }
    return nil
  }
}
