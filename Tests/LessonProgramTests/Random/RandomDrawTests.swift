import Algebra
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct RandomDrawTests {
  /// What is drawn for a name, worked out with 300 bits by an implementation in another language.
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let seed: Int
    let pass: Int
    let fraction: Double
    let uniform: Double
    let normal: Double

    init(_ name: String, _ seed: Int, _ pass: Int, _ fraction: Double, _ uniform: Double, _ normal: Double) {
      self.name = name
      self.seed = seed
      self.pass = pass
      self.fraction = fraction
      self.uniform = uniform
      self.normal = normal
    }

    var testDescription: String { "\(name), seed \(seed), pass \(pass)" }

    func value(_ distribution: Distribution, _ parameters: [Double]) -> Double {
      Draw(distribution, parameters).value(of: Name(name), seed: seed, pass: pass)
    }
  }

  static let rows = [
    Row("w", 1, 0, 0.18488003118655494, -0.037799922033612654, 1.1044317713236456),
    Row("w1", 1, 0, 0.5024350887662556, 0.7560877219156392, 0.510850184375753),
    Row("W[1,2]", 1, 0, 0.38018013521235217, 0.4504503380308804, 0.10085678727650328),
    Row("W[2,1]", 1, 0, 0.8318094206681842, 1.5795235516704604, -0.5065092751338184),
    Row("größe", 1, 0, 0.10210224413537372, -0.2447443896615657, 1.7761739845691624),
    Row("w", 2, 0, 0.924888516595309, 1.8122212914882727, -0.3931292914859949),
    Row("w", -1, 0, 0.7417907123189291, 1.3544767807973228, 0.1452469383741163),
    Row("w", 1, 1, 0.48640539029552876, 0.7160134757388219, 1.0370930890833348),
    Row("w", 1, 1_000_000_000, 0.9230139731264971, 1.807534932816243, -0.10381425273286178),
    Row("mask[3]", 7, 4096, 0.1674804434965116, -0.08129889125872103, 0.046692725824135195),
  ]

  @Test(arguments: rows)
  func `what is drawn is pinned for all time`(row: Row) {
    #expect(row.value(.uniform, [0, 1]) == row.fraction)
    #expect(row.value(.uniform, [-0.5, 2]) == row.uniform)
    #expect(abs(row.value(.normal, [0, 1]) - row.normal) <= 1e-15 * abs(row.normal))
    #expect(row.value(.bernoulli, [row.fraction]) == 0)
    #expect(row.value(.bernoulli, [row.fraction.nextUp]) == 1)
  }

  @Test(arguments: rows)
  func `parameters move and stretch what is drawn`(row: Row) {
    let expected = 3 + 0.25 * row.normal
    #expect(abs(row.value(.normal, [3, 0.25]) - expected) < 1e-15 * 4)
    #expect(row.value(.normal, [3, 0]) == 3)
    #expect(row.value(.uniform, [0.1, 0.1]) == 0.1)
    #expect(row.value(.bernoulli, [0]) == 0)
    #expect(row.value(.bernoulli, [1]) == 1)
    #expect((1...1.0.nextUp).contains(row.value(.uniform, [1, 1.0.nextUp])))
    let widest = Double.greatestFiniteMagnitude
    #expect(row.value(.uniform, [-widest / 2, widest / 2]).isFinite)
    #expect(row.value(.normal, [0, widest / 8.573]).isFinite)
  }

  @Test(
    arguments: [
      (.normal, [0, 1], nil), (.normal, [-3, 0], nil),
      (.normal, [0, -0.5], "the deviation of `normal` is below 0"),
      (.normal, [.nan, 1], "`mean` of `normal` is no number"),
      (.normal, [0, .infinity], "`deviation` of `normal` is infinite"),
      (.normal, [0, 1e308], "numbers drawn with this `normal` would be too large"),
      (.uniform, [-1, 1], nil), (.uniform, [2, 2], nil),
      (.uniform, [1, -1], "`low` of `uniform` is above `high`"),
      (.uniform, [-.infinity, 1], "`low` of `uniform` is infinite"),
      (.uniform, [0, .nan], "`high` of `uniform` is no number"),
      (.uniform, [-1e308, 1e308], "`low` and `high` of `uniform` are too far apart"),
      (.bernoulli, [0], nil), (.bernoulli, [1], nil),
      (.bernoulli, [1.5], "`p` of `bernoulli` is not between 0 and 1"),
      (.bernoulli, [-0.1], "`p` of `bernoulli` is not between 0 and 1"),
      (.bernoulli, [.nan], "`p` of `bernoulli` is no number"),
    ] as [(Distribution, [Double], String?)])
  func `parameters without a meaning are told`(
    distribution: Distribution, parameters: [Double], complaint: String?
  ) {
    #expect(distribution.complaint(about: parameters) == complaint)
  }
}
