/// The operands of a node. The second of an operation of one operand is its first, and those of a leaf are the leaf
/// itself, so that both can be read always. Of an exact leaf the second is a neighbour, for which there is room too.
@usableFromInline
struct Operands: BitwiseCopyable {
  /// Both in one number, which is stored at once.
  @usableFromInline let packed: UInt64

  @inlinable @inline(__always)
  init(_ first: Int32, _ second: Int32) {
    packed = UInt64(UInt32(bitPattern: first)) | UInt64(UInt32(bitPattern: second)) &<< 32
  }

  @inlinable
  var first: Int32 {
    @inline(__always) get { Int32(truncatingIfNeeded: packed) }
  }

  @inlinable
  var second: Int32 {
    @inline(__always) get { Int32(truncatingIfNeeded: packed &>> 32) }
  }
}
