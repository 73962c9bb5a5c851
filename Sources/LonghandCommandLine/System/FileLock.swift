/// A file that processes hold in turn, so that one of them at a time does what must not be done twice at once.
///
/// A process that ends, however it does, holds nothing any more.
struct FileLock {
  private let descriptor: Int32

  /// The most milliseconds that a lock is waited for: more than anybody needs who holds it, and less than a reader sees.
  static let patience = 200
  private static let pause = 5

  /// Takes the lock at `path`; `nil` when somebody holds it for all of `patience` milliseconds, or there can be none.
  init?(path: String, patience: Int = patience) {
    guard let descriptor = Platform.openLock(path) else { return nil }
    for attempt in 0...(patience / FileLock.pause) {
      if attempt > 0 { Platform.wait(milliseconds: FileLock.pause) }
      if Platform.lock(descriptor) {
        self.descriptor = descriptor
        return
      }
    }
    Platform.closeFile(descriptor)
    return nil
  }

  /// Lets others have it.
  func release() { Platform.closeFile(descriptor) }
}
