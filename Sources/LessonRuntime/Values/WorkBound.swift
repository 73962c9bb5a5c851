/// Counts what a lesson works out, so that no lesson can keep the program busy forever.
///
/// Bounds are counts, never clocks: the same lesson stops at the same place on every machine.
final class WorkBound {
  /// Operations on the tape.
  static let operationsOnTape = 10_000_000
  /// Operations that are worked out in all, forward and back.
  static let operationsInAll = 10_000_000_000
  /// Bytes of a transcript, estimated before they are laid out.
  static let transcriptBytes = 50_000_000

  private var spent = 0
  private var bytes = 0

  /// Counts operations that are about to be worked out.
  func spend(_ operations: Int) throws(Fault) {
    spent += operations
    if spent > Self.operationsInAll {
      throw .bound("this lesson works out more than 10,000,000,000 operations, which is the bound")
    }
  }

  /// Checks the length of the tape.
  func holdOperations(_ count: Int) throws(Fault) {
    if count > Self.operationsOnTape {
      throw .bound("this lesson puts more than 10,000,000 operations on the tape, which is the bound")
    }
  }

  /// Counts bytes that are about to be printed.
  func print(_ count: Int) throws(Fault) {
    bytes += count
    if bytes > Self.transcriptBytes {
      throw .bound("the transcript of this lesson grows beyond 50 MB, which is the bound")
    }
  }
}
