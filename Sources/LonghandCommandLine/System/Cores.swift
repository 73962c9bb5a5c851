import Dispatch
import Synchronization

/// Work that the cores of the machine share.
enum Cores {
  /// So many results may wait for one before them that takes longer.
  private static let mostWaiting = 64

  /// What `work` makes of each item, on as many cores as there are.
  ///
  /// - Parameters:
  ///   - items: What is to be worked on; each is begun when those before it have been.
  ///   - work: Makes a result of an item, on any thread.
  ///   - take: Takes each result, in the order of the items and on the caller's thread; with `false` no further ones are made.
  static func share<Item: Sendable, Result: Sendable>(
    _ items: [Item], work: @escaping @Sendable (Item) -> Result, take: (Result) throws -> Bool
  ) throws {
    let shared = SharedWork<Result>(count: items.count, mostWaiting: mostWaiting)
    let workers = min(Platform.coreCount, items.count)
    let started = (0..<workers).count { _ in
      Platform.startThread {
        while let index = shared.next() { shared.put(work(items[index]), at: index) }
      }
    }
    defer { shared.stop() }
    for index in items.indices {
      // Where the system has no thread to give, the caller's does.
      let result = started > 0 ? shared.result(at: index) : work(items[index])
      guard try take(result) else { return }
    }
  }
}

/// What several threads work on: who has which item, and which results are there.
private final class SharedWork<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var isStopped = false
    var results: [Int: Result] = [:]
  }

  private let count: Int
  private let state = Mutex(State())
  /// How many more may be begun.
  private let room: DispatchSemaphore
  /// One for each item, which says that its result is there.
  private let done: [DispatchSemaphore]

  init(count: Int, mostWaiting: Int) {
    self.count = count
    // A semaphore may not end with less than it began with; what it begins with is therefore given, not set.
    room = DispatchSemaphore(value: 0)
    for _ in 0..<mostWaiting { room.signal() }
    done = (0..<count).map { _ in DispatchSemaphore(value: 0) }
  }

  /// The place of the next item to be worked on; `nil` where there is none.
  func next() -> Int? {
    room.wait()
    return state.withLock { state in
      guard !state.isStopped, state.next < count else {
        room.signal()  // The other threads are to hear of it, too.
        return nil
      }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// A result is there.
  func put(_ result: Result, at index: Int) {
    state.withLock { $0.results[index] = result }
    done[index].signal()
  }

  /// The result of an item, as soon as it is there; it is given away once.
  func result(at index: Int) -> Result {
    done[index].wait()
    defer { room.signal() }
    guard let result = state.withLock({ $0.results.removeValue(forKey: index) }) else {
      preconditionFailure("a result is taken once")
    }
    return result
  }

  /// No further items are worked on.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
  }
}
