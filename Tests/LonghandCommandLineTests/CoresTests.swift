import Synchronization
import Testing

@testable import LonghandCommandLine

@Suite("Work on all cores")
struct CoresTests {
  private struct Refusal: Error {}

  @Test(
    "each item is worked on once, and the results come in the order of the items",
    arguments: [0, 1, 2, 63, 64, 1000])
  func order(count: Int) throws {
    let begun = Mutex([Int](repeating: 0, count: count))
    var taken: [Int] = []
    try Cores.share(Array(0..<count)) { item in
      begun.withLock { $0[item] += 1 }
      return item * item
    } take: { result in
      taken.append(result)
      return true
    }
    #expect(taken == (0..<count).map { $0 * $0 })
    #expect(begun.withLock { $0 } == Array(repeating: 1, count: count))
  }

  @Test("with `false`, and with an error, nothing more is taken, and items far ahead are not begun")
  func ends() {
    let begun = Mutex(0)
    var taken = 0
    #expect(throws: Never.self) {
      try Cores.share(Array(0..<10_000)) { item in
        begun.withLock { $0 = max($0, item) }
        return item
      } take: { result in
        taken += 1
        return result < 9
      }
    }
    #expect(taken == 10)
    #expect(throws: Refusal.self) {
      try Cores.share(Array(0..<10_000)) { item in
        begun.withLock { $0 = max($0, item) }
        return item
      } take: { _ in
        throw Refusal()
      }
    }
    #expect(begun.withLock { $0 } < 200)
  }
}
