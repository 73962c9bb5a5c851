import Dispatch

/// Does `work` for each number below `count`, on as many threads as there are cores to spare, and waits for all.
///
/// What the calls read must not change meanwhile, and what they write must be different places.
func concurrently(_ count: Int, _ work: @Sendable (Int) -> Void) {
  if count == 1 { return work(0) }
  DispatchQueue.concurrentPerform(iterations: count, execute: work)
}

/// Something that threads share while `concurrently` runs; that they keep to different places of it the compiler does
/// not see.
struct Shared<Value>: @unchecked Sendable {
  let value: Value
}
