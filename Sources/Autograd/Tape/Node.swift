/// The place of one number on a tape: its index in the order of recording.
///
/// A node does not know its tape. The tape stops the program when asked for a node that it does not have.
public struct Node: Hashable, Sendable {
  /// How many nodes were recorded before this one.
  public let index: Int

  /// The node recorded after `index` others.
  public init(index: Int) { self.index = index }

  /// The node of an index that the tape has given out.
  @inlinable @inline(__always)
  init(_ index: Int32) { self.index = Int(index) }
}
