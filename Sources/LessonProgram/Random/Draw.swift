package import Algebra

/// A number drawn at random: the same for the same seed, name and pass, whatever else the lesson draws.
///
/// It is made of one block of Philox4x32-10. The block's key is the name's, `Name.randomKey`; its counter is the number
/// of the pass in the first 64 bits and the lesson's seed in the last.
package struct Draw: Hashable, Sendable {
  /// How it is drawn.
  package let distribution: Distribution
  /// The distribution's parameters; there is no complaint about them.
  package let parameters: [Double]

  /// A draw from `distribution`, with parameters about which it has no complaint.
  package init(_ distribution: Distribution, _ parameters: [Double]) {
    precondition(distribution.complaint(about: parameters) == nil, "parameters are looked at before")
    self.distribution = distribution
    self.parameters = parameters
  }

  /// The number that the value or element `name` has in the pass of that number; what is drawn once has pass 0.
  package func value(of name: Name, seed: Int, pass: Int) -> Double {
    Philox.block(
      counter: SIMD2(UInt64(bitPattern: Int64(pass)), UInt64(bitPattern: Int64(seed))),
      key: name.text.randomKey
    )
    .value(distribution, parameters)
  }
}

extension String {
  /// The key of what is drawn under this name: the FNV-1a hash, 64 bits, of its UTF-8 bytes.
  ///
  /// A name is to be in NFC, as otherwise two ways to write `é` would be drawn apart.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm" (RFC 9923).
  var randomKey: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
