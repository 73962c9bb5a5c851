/// A colour of 24 bits in the sRGB space.
package struct Tint: Hashable, Sendable {
  /// How much red, green and blue, each from 0 to 255.
  package let red, green, blue: UInt8

  /// A colour by its number: `0xRRGGBB`.
  package init(_ number: UInt32) {
    (red, green, blue) = (UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF))
  }

  private init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The three amounts as a terminal takes them.
  var codes: String { "\(red);\(green);\(blue)" }

  /// Black and white.
  package static let (black, white) = (Tint(0x000000), Tint(0xFFFFFF))

  /// Of black and white the one that is better seen on it.
  package var opposite: Tint { luminance > 0.21 ? .black : .white }

  /// How much light it gives, from 0 to 1: with the weights of ITU-R BT.709, and the square in the place of a power of 2.2.
  private var luminance: Double {
    func light(_ amount: UInt8) -> Double { Double(amount) / 255 * Double(amount) / 255 }
    return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
  }

  // MARK: Scale

  /// The colour of a place on a scale from 0 to 1, dark to bright, on which equal distances look equal; what is beyond an
  /// end has the end's colour, and what is not a number that of 0.
  ///
  /// The scale is viridis by Stéfan van der Walt and Nathaniel Smith (CC0), straight lines between nine of its published
  /// colours.
  package static func onScale(_ place: Double) -> Tint {
    let last = viridis.count - 1
    let exact = place > 0 ? min(place, 1) * Double(last) : 0
    let index = min(Int(exact), last - 1)
    let (low, high, part) = (viridis[index], viridis[index + 1], exact - Double(index))
    func mixed(_ low: UInt8, _ high: UInt8) -> UInt8 {
      UInt8((Double(low) * (1 - part) + Double(high) * part).rounded())
    }
    return Tint(
      red: mixed(low.red, high.red), green: mixed(low.green, high.green), blue: mixed(low.blue, high.blue))
  }

  private static let viridis = [
    0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725,
  ].map { Tint($0) }

  /// The colours of curves and of classes of points, which stand out from black and from white alike.
  package static let series = [
    0x2F7FD6, 0xD4552C, 0x2A9152, 0xB04FC4, 0x97750E, 0x0F8F96, 0xD1477A, 0x7A7A7A,
  ].map { Tint($0) }
}
