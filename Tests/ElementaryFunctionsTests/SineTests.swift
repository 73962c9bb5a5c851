import TestSupport
import Testing

@testable import ElementaryFunctions

/// Angles with their sines and cosines, worked out with 400 bits and rounded to the nearest number.
private let rows: [(angle: Double, sine: Double, cosine: Double)] = [
  (0.5, 0.479425538604203, 0.8775825618903728),
  (-0.5, -0.479425538604203, 0.8775825618903728),
  (1.0, 0.8414709848078965, 0.5403023058681398),
  (2.0, 0.9092974268256817, -0.4161468365471424),
  (3.0, 0.1411200080598672, -0.9899924966004454),
  (-4.0, 0.7568024953079282, -0.6536436208636119),
  (0.785398163397448, 0.7071067811865472, 0.7071067811865478),
  (0.7853981633974484, 0.7071067811865476, 0.7071067811865475),
  (1.5707963267948966, 1.0, 6.123233995736766e-17),
  (3.141592653589793, 1.2246467991473532e-16, -1.0),
  (-6.283185307179586, 2.4492935982947064e-16, 1.0),
  (1e-05, 9.999999999833334e-06, 0.99999999995),
  (1e-09, 1e-09, 1.0),
  (100.0, -0.5063656411097588, 0.8623188722876839),
  (12345.678, -0.7040813137533816, 0.7101193587160628),
  (1047197.5511965977, -0.8660254037860452, -0.49999999999721734),
  (1599999.0, -0.9999991467373152, -0.001306340170728884),
  (-1600000.0, 0.5414010921983009, 0.8407644482056118),
  (0.1, 0.09983341664682815, 0.9950041652780258),
  (22.0, -0.008851309290403876, -0.9999608263946371),
  (355.0, -3.014435335948845e-05, -0.999999999545659),
  (2.356194490192345, 0.7071067811865476, -0.7071067811865475),
]

@Suite("Sine and cosine")
struct SineTests {
  @Test("are within 1 unit in the last place, also next to multiples of π/2", arguments: rows)
  func values(angle: Double, sine exactSine: Double, cosine exactCosine: Double) {
    #expect((sine(of: angle) - exactSine).magnitude <= exactSine.ulp)
    #expect((cosine(of: angle) - exactCosine).magnitude <= exactCosine.ulp)
    #expect(sine(of: -angle) == -sine(of: angle))
    #expect(cosine(of: -angle) == cosine(of: angle))
  }

  @Test("keep the sign of 0, and are the angle and 1 near it")
  func zero() {
    for angle in [0, -0.0, 0x1p-1074, -0x1p-1074, 0x1p-30, -0x1p-30] {
      #expect(sine(of: angle).bitPattern == angle.bitPattern)
      #expect(cosine(of: angle) == 1)
    }
  }

  @Test("have the bits of every other platform and build")
  func bits() {
    var random = SplitMix64(seed: 2_026)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<4_096 {
      let range = index % 2 == 0 ? 4 : largestReducedAngle
      let angle = range * (Double(random.next() >> 11) * 0x1p-52 - 1)
      for bits in [sine(of: angle).bitPattern, cosine(of: angle).bitPattern] {
        hash = (hash ^ bits) &* 0x100_0000_01B3
      }
    }
    #expect(hash == 0x41EE_30DD_4183_F644, "0x\(String(hash, radix: 16))")
  }
}
