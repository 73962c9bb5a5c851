import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct PlotSamplesTests {
  @Test(
    arguments: [
      (-6.0, 6.0, 61, [-5.8, -1, 0, 0.2, 3]), (-1, 1, 41, [-0.95, -0.5, 0, 0.1, 0.3]),
      (0, 1, 51, [0.02, 0.1, 0.3, 0.5]), (0, 7, 57, [1, 2.5, 6.5]), (0.1, 0.7, 61, [0.2, 0.3, 0.6]),
      (-4, 4, 41, [-3, 0, 1, 2.2]), (1, 100, 61, []), (0, 5e-5, 51, [1e-6, 3e-6, 1e-5]),
      (2e6, 5e6, 61, [3e6, 4.5e6]),
      (-1e15, 1e15, 41, [0, 5e14]),
    ] as [(Double, Double, Int, [Double])])
  func `a range is sampled at its ends and at round numbers`(
    lowest: Double, highest: Double, count: Int, met: [Double]
  ) {
    let samples = PlotSamples.samples(from: lowest, to: highest)
    #expect(samples.count == count)
    #expect(samples.first == lowest && samples.last == highest)
    #expect(Set(samples).isSuperset(of: met), "\(samples)")
    #expect(zip(samples, samples.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [33, 17])
  func `a heat map meets the points of the usual made data`(most: Int) {
    #expect(Set(PlotSamples.samples(from: -0.5, to: 1.5, most: most)).isSuperset(of: [0, 0.5, 1]))
    #expect(Set(PlotSamples.samples(from: -1, to: 1, most: most)).isSuperset(of: [0]))
    #expect(PlotSamples.samples(from: -6, to: 6, most: most).count <= most)
  }

  @Test(
    arguments: [
      (-Double.pi, Double.pi), (-1.7e308, 1.7e308), (0, Double.leastNonzeroMagnitude), (1, 1.0.nextUp),
      (0.1, 0.1 + 1e-12),
      (1e300, 1e301), (-1e-300, 1e308), (-1e-300, 1e-300), (999_999_999_999_999, 1e15),
    ] as [(Double, Double)])
  func `any range has rising samples, at most so many, evenly apart`(lowest: Double, highest: Double) {
    let samples = PlotSamples.samples(from: lowest, to: highest)
    #expect(samples.first == lowest && samples.last == highest && samples.count <= 61)
    #expect(zip(samples, samples.dropFirst()).allSatisfy { $0 < $1 })
    let middle = samples[samples.count / 2]
    if samples.count > 60 {
      #expect(abs((middle / 2 - lowest / 2) / (highest / 2 - lowest / 2) - 0.5) < 0.01)
    }
  }

  @Test func `a range without a length has one sample, and none where it is none`() {
    #expect(PlotSamples.samples(from: 2, to: 2) == [2])
    #expect(PlotSamples.samples(from: 2, to: 1) == [])
    #expect(PlotSamples.samples(from: .nan, to: 1) == [])
    #expect(PlotSamples.samples(from: 0, to: .infinity) == [])
  }
}
